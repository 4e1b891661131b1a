import type { HeatFigure } from '../../figure'
import type { Measurement } from '../../measurement'

/** A Bohr radius is 0.529177210903 Å (CODATA 2018); 1 e Å⁻³ in e Bohr⁻³. */
const PER_BOHR3 = 0.529177210903 ** 3
const letters = ['a', 'b', 'c'] as const
/** Which vectors lie along x and y of the figure, for a slice across the third: c upwards. */
const shown = { a: [1, 2], b: [0, 2], c: [0, 1] } as const

export type Across = keyof typeof shown

/** Δρ = ρ(AB) − ρ(A) − ρ(B) in blocks, e Bohr⁻³, the index along a fastest; null where the blocks do not match. */
export function blockDifference(whole: Measurement, parts: readonly Measurement[]): Float64Array | null {
  const [all, ...others] = [whole, ...parts].map(({ columns }) => columns.find(({ name }) => name === 'density')?.values)
  if (!all || others.some((values) => values?.length !== all.length)) return null
  return all.map((value, i) => others.reduce((rest, values) => rest - values![i]!, value) * PER_BOHR3)
}

/** The plane across a lattice vector at a fraction of its length; 0: where most is displaced. */
export function sliceFigure(difference: Float64Array, whole: Measurement, across: Across, fraction: number, limit: number): HeatFigure | null {
  const text = (name: string): string => String(whole.facts.find((fact) => fact.name === name)?.value ?? '')
  const counts = text('blocks').split(' ').map(Number)
  const lengths = letters.map((letter) => Number(text(`${letter}_A`)))
  if (counts.length !== 3 || counts[0]! * counts[1]! * counts[2]! !== difference.length || lengths.some((length) => !(length > 0))) return null
  const axis = letters.indexOf(across)
  const [ax, ay] = shown[across]
  const strides = [1, counts[0]!, counts[0]! * counts[1]!]
  const valuesAt = (plane: number): number[][] =>
    Array.from({ length: counts[ay]! }, (_, j) => Array.from({ length: counts[ax]! }, (_v, i) => difference[i * strides[ax]! + j * strides[ay]! + plane * strides[axis]!]!))
  const moved = (plane: number): number => valuesAt(plane).flat().reduce((sum, value) => sum + Math.abs(value), 0)
  const planes = Array.from({ length: counts[axis]! }, (_, i) => i)
  const plane = fraction > 0 ? Math.min(counts[axis]! - 1, Math.floor(fraction * counts[axis]!)) : planes.map(moved).reduce((best, value, i, all) => (value > all[best]! ? i : best), 0)
  const places = (of: number): number[] => Array.from({ length: counts[of]! }, (_, i) => ((i + 0.5) * lengths[of]!) / counts[of]!)
  const at = ((plane + 0.5) / counts[axis]!).toFixed(3)
  return {
    kind: 'heat', id: 'charge-density-slice', title: `Charge-density difference across ${across} at ${at}`,
    x: { title: `along ${letters[ax]}`, unit: 'Å' }, y: { title: `along ${letters[ay]}`, unit: 'Å' }, z: { title: 'Δρ', unit: 'e Bohr⁻³' },
    xs: places(ax), ys: places(ay), values: valuesAt(plane), isDiverging: true, ...(limit > 0 ? { limit } : {})
  }
}

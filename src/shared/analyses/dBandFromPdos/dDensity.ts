import type { Column, Measurement } from '../../measurement'

export const orbitalChoices = ['all d', 'dxy', 'dyz', 'dz2', 'dxz', 'dx2-y2'] as const
export type OrbitalChoice = (typeof orbitalChoices)[number]
type Spin = 'up' | 'down'

export interface DDensity {
  readonly energy_eV: Float64Array
  /** Sum of all chosen d columns, states/eV. */
  readonly density: Float64Array
  readonly atoms: readonly number[]
  readonly columns: number
  /** The same per spin, and how many orbitals of atoms it sums; null for a calculation without spins. */
  readonly spins: Readonly<Record<Spin, { readonly density: Float64Array; readonly orbitals: number }>> | null
}

/** 'atom 3 dxy up' → 3, dxy, up. Magnetisation columns of non-collinear files are no densities and not counted (their quantity is 'other'). */
const dColumn = /^atom (\d+) (d(?:xy|yz|z2|xz|x2-y2)?)(?: (up|down))?$/

interface Found<C> { readonly column: C; readonly atom: number; readonly orbital: string; readonly spin: Spin | null }

export function dColumnsOf<C extends Pick<Column, 'name' | 'quantity'>>(columns: readonly C[], atoms: ReadonlySet<number> | null, orbital: OrbitalChoice = 'all d'): Found<C>[] {
  return columns.flatMap((column): Found<C>[] => {
    const match = column.quantity === 'dos' ? dColumn.exec(column.name) : null
    const atom = Number(match?.[1])
    if (!match || (atoms !== null && !atoms.has(atom)) || (orbital !== 'all d' && match[2] !== orbital)) return []
    return [{ column, atom, orbital: match[2]!, spin: (match[3] as Spin | undefined) ?? null }]
  })
}

/** Energies relative to E_F with the d states of the chosen atoms (null: all), spins summed and apart; undefined without d columns or E_F. */
export function dDensity(measurement: Measurement, atoms: ReadonlySet<number> | null, orbital: OrbitalChoice = 'all d'): DDensity | undefined {
  const energy = measurement.columns.find((column) => column.quantity === 'energy')
  const fermi = measurement.facts.find((fact) => fact.name === 'fermiEnergy_eV')?.value
  const chosen = dColumnsOf(measurement.columns, atoms, orbital)
  if (!energy || typeof fermi !== 'number' || chosen.length === 0) return undefined
  const sumOf = (found: readonly Found<Column>[]): Float64Array => {
    const density = new Float64Array(energy.values.length)
    for (const { column } of found) for (let row = 0; row < density.length; row += 1) density[row]! += column.values[row]!
    return density
  }
  const ofSpin = (spin: Spin): { density: Float64Array; orbitals: number } => {
    const own = chosen.filter((found) => found.spin === spin)
    return { density: sumOf(own), orbitals: own.reduce((count, found) => count + (found.orbital === 'd' ? 5 : 1), 0) }
  }
  return {
    energy_eV: energy.values.map((value) => value - fermi), density: sumOf(chosen), atoms: [...new Set(chosen.map(({ atom }) => atom))], columns: chosen.length,
    spins: chosen.some(({ spin }) => spin !== null) ? { up: ofSpin('up'), down: ofSpin('down') } : null
  }
}

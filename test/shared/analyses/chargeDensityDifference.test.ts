import { describe, expect, it } from 'vitest'
import { chargeDensityDifference } from '../../../src/shared/analyses/chargeDensityDifference'
import { vaspGrid } from '../../../src/shared/readers/vaspGrid/vaspGrid'
import { project, texts, type Given } from './project'

const [nx, ny, nz, a, c] = [2, 2, 40, 3, 10]
const gauss = (z: number, at: number): number => Math.exp(-0.5 * ((z - at) / 0.8) ** 2) / (0.8 * Math.sqrt(2 * Math.PI))
/** A CHGCAR whose charge per length is known: values are density times volume, so c times that. */
function chgcar(charge: (z: number) => number, planes = nz): Uint8Array {
  const values = Array.from({ length: planes }, (_, k) => Array.from({ length: nx * ny }, () => (c * charge((k * c) / planes)).toExponential(10))).flat()
  const rows = Array.from({ length: Math.ceil(values.length / 5) }, (_, i) => ` ${values.slice(5 * i, 5 * i + 5).join(' ')}`)
  return new TextEncoder().encode(['made by the project', '1.0', ` ${a} 0 0`, ` 0 ${a} 0`, ` 0 0 ${c}`, ' Ru', ' 1', 'Direct', ' 0.0 0.0 0.0', '', `  ${nx}  ${ny}  ${planes}`, ...rows, 'augmentation occupancies 1 1', ' 0.1', ''].join('\n'))
}
const given = (folder: string, bytes: Uint8Array, which = 0): Given =>
  ({ path: `RuFe-NC/chgdiff/${folder}/CHGCAR`, fileId: folder, fields: { catalyst: 'RuFe-NC' }, measured: vaspGrid.read({ name: 'CHGCAR', bytes }).measurements[which]! })
const both = (folder: string, bytes: Uint8Array): Given[] => [given(folder, bytes), given(folder, bytes, 1)]
const of = (entries: readonly Given[], settings = {}) => project(entries, [chargeDensityDifference], { settings }).of('charge-density-difference', 'RuFe-NC')
const slab = (z: number): number => 8 * gauss(z, 3)
const adsorbate = (z: number): number => 5 * gauss(z, 6)
/** 0.4 electrons go from the slab to between the two. */
const moved = (z: number): number => 0.4 * (gauss(z, 4.5) - gauss(z, 3))

describe('charge-density difference', () => {
  const parts = [given('slab', chgcar(slab)), given('ads', chgcar(adsorbate))]
  it('is what moved, wherever the parts are heavy', () => {
    const outcome = of([given('total', chgcar((z) => slab(z) + adsorbate(z) + moved(z))), ...parts])
    const [figure] = outcome.figures
    const curve = figure?.kind === 'xy' ? figure.series[0]! : { x: [], y: [] }
    expect(curve.x).toHaveLength(nz)
    curve.y.forEach((value, i) => expect(value).toBeCloseTo(moved(curve.x[i]!), 6))
    // Two Gaussians of width σ at a distance Δ overlap by 1 − erf(Δ/(2√2σ)): 0.6515 of 0.4 e moves.
    expect(outcome.results[0]).toMatchObject({ metric: 'charge_displaced', unit: 'e', value: expect.closeTo(0.4 * 0.6515, 2) })
    expect(outcome.findings).toEqual([])
  })
  it('asks for the part that is missing, and refuses another grid', () => {
    expect(texts(of([given('AB', chgcar(slab)), parts[0]!]).needs)).toEqual([expect.stringContaining('CHGCAR of B of RuFe-NC')])
    expect(texts(of([given('AB', chgcar(slab, 48)), ...parts]).findings)).toEqual([expect.stringContaining('different grids or cells')])
    expect(texts(of([given('AB', chgcar(slab)), ...parts]).findings)).toEqual([expect.stringContaining('The parts hold 13.00 electrons, the whole 8.00')])
  })

  /** A density of its own at every point of a grid of 3 × 4 × 130 over 3 × 4 × 13 Å. */
  const [px, py, pz] = [3, 4, 130]
  const at = (x: number, y: number, z: number): number => (x === 1 && y === 2 ? 0.05 * gauss(z / 10, 6) : 0.001 * x)
  function grid(value: (x: number, y: number, z: number) => number): Uint8Array {
    const values = Array.from({ length: px * py * pz }, (_, i) => (156 * value(i % px, Math.floor(i / px) % py, Math.floor(i / (px * py)))).toExponential(10))
    const rows = Array.from({ length: Math.ceil(values.length / 5) }, (_, i) => ` ${values.slice(5 * i, 5 * i + 5).join(' ')}`)
    return new TextEncoder().encode(['made by the project', '1.0', ' 3 0 0', ' 0 4 0', ' 0 0 13', ' Ru', ' 1', 'Direct', ' 0.0 0.0 0.0', '', `  ${px}  ${py}  ${pz}`, ...rows, 'augmentation occupancies 1 1', ' 0.1', ''].join('\n'))
  }
  const sliced = (settings = {}) => {
    const figure = of([...both('AB', grid((x, y, z) => 1 + at(x, y, z))), ...both('slab', grid(() => 0.75)), ...both('ads', grid(() => 0.25))], settings).figures.find(({ kind }) => kind === 'heat')
    if (figure?.kind !== 'heat') throw new Error('no slice')
    return figure
  }
  it('is sliced where most has moved, in e per cubic Bohr', () => {
    const figure = sliced()
    // Blocks of 2 or 3 points along c; across b the third of four planes.
    expect([figure.title, figure.xs, figure.ys.length, figure.x.title, figure.y.title]).toEqual(['Charge-density difference across b at 0.625', [0.5, 1.5, 2.5], 48, 'along a', 'along c'])
    const block = figure.values[22]!
    const points = Array.from({ length: pz }, (_, z) => z).filter((z) => Math.floor((z * 48) / pz) === 22)
    const mean = points.reduce((sum, z) => sum + at(1, 2, z), 0) / points.length
    expect([block[0], block[1]! / 0.14818471, block[2]! / 0.14818471]).toEqual([0, mean, 0.002].map((value) => expect.closeTo(value, 7)))
  })
  it('is sliced where somebody wants it', () => {
    expect(sliced({ across: 'c', at: 0.99, limit: 0.1 })).toMatchObject({ title: 'Charge-density difference across c at 0.990', ys: [0.5, 1.5, 2.5, 3.5], limit: 0.1, isDiverging: true })
    expect(sliced({ across: 'a', at: 0.1 }).values.flat().every((value) => value === 0 || Math.abs(value) < 1e-9)).toBe(true)
  })
})

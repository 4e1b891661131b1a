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
const given = (folder: string, bytes: Uint8Array): Given => ({ path: `RuFe-NC/chgdiff/${folder}/CHGCAR`, fields: { catalyst: 'RuFe-NC' }, measured: vaspGrid.read({ name: 'CHGCAR', bytes }).measurements[0]! })
const of = (entries: readonly Given[]) => project(entries, [chargeDensityDifference]).of('charge-density-difference', 'RuFe-NC')
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
})

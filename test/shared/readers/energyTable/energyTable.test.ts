import { describe, expect, it } from 'vitest'
import { analyses } from '../../../../src/shared/analyses'
import { energyTable } from '../../../../src/shared/readers/energyTable/energyTable'
import { atPotential } from '../../../../src/shared/thermochemistry/freeEnergyPath'
import { project, texts } from '../../analyses/project'
import { energiesCsv, examplePath } from './fixture'

const read = (text: string) => energyTable.read({ name: 'energies.csv', bytes: new TextEncoder().encode(text) })
const given = (...tables: string[]) => tables.map((text, i) => ({ path: `energies${i}.csv`, measured: read(text).measurements[0]! }))
/** Makes the catalysts known to the project. */
const known = (...names: string[]) => names.map((catalyst) => ({ path: `${catalyst}.txt`, fields: { catalyst } }))

describe('table of energies', () => {
  it('reads energies with their parts and keeps an empty cell empty', () => {
    const [table] = read('species;E (eV);ZPE (eV);TS (eV);electrons\n*H;-0,45;0,2;0,01;1\n*OH;;0,3;0,05;\n').measurements
    expect(table!.columns.map(({ name, unit }) => `${name}|${unit}`)).toEqual(['species|', 'E|eV', 'ZPE|eV', 'TS|eV', 'electrons|'])
    expect([...table!.columns[1]!.values]).toEqual([-0.45, NaN])
  })
  it('names a text where a number belongs, and what it needs', () => {
    expect(read('species,G (eV)\n*H,low\n*O,1\n').problems).toEqual([{ row: 2, column: 'B', text: expect.stringContaining('"low" is not a number') }])
    expect(() => read('a,b\n1,2\n')).toThrow(/species and G \(eV\) or E \(eV\)/)
  })
})

describe('free-energy diagram', () => {
  const out = (tables: string[], catalysts: string[], settings = {}) => project([...known(...catalysts), ...given(...tables)], analyses, { settings: { potential: 0, scale: 'RHE', pH: 7, ...settings } })
  const of = (results: readonly { metric: string; value: number; conditions: object }[], metric: string) => results.filter((result) => result.metric === metric)

  it('finds the step that determines the potential', () => {
    const { results } = out([energiesCsv()], ['Ru-NC']).of('free-energy', 'Ru-NC')
    expect(of(results, 'dg_max')).toEqual([expect.objectContaining({ value: expect.closeTo(0.464, 9), conditions: { from: '*NO2', to: '*HNO2' } })])
    expect(of(results, 'limiting_potential')[0]!.value).toBeCloseTo(-0.464, 9)
    expect(of(results, 'dg_step')).toHaveLength(9)
  })
  it('shifts every state by its electrons', () => {
    const path = examplePath.map(([name, freeEnergy_eV, electrons]) => ({ name, freeEnergy_eV, electrons }))
    expect(atPotential(path, -0.3).map(({ freeEnergy_eV }) => Number(freeEnergy_eV.toFixed(9)))).toEqual([-0.32, -1.65, -1.486, -2.8, -2.8, -3.9, -4.55, -5.3, -6, -5.5])
    const [figure] = out([energiesCsv()], ['Ru-NC'], { potential: -0.3 }).of('free-energy', 'Ru-NC').figures
    expect(figure).toMatchObject({ kind: 'xy', title: 'Free energy at U = −0.3 V vs RHE', x: { labels: expect.arrayContaining(['*HNO₂']) } })
    if (figure?.kind === 'xy') expect(figure.series[0]!.y[2]).toBeCloseTo(-1.65, 9)
  })
  it('is the same at −0.3 V vs RHE and at the SHE potential that belongs to it', () => {
    const y = (settings: object) => { const [figure] = out([energiesCsv()], ['Ru-NC'], settings).of('free-energy', 'Ru-NC').figures; return figure?.kind === 'xy' ? figure.series[0]!.y : [] }
    y({ potential: -0.3 - 0.0591593 * 7, scale: 'SHE' }).forEach((value, i) => expect(value).toBeCloseTo(y({ potential: -0.3 })[i]!, 4))
  })
  it('adds E, ZPE and −TS', () => {
    const { results } = out(['species,E (eV),ZPE (eV),TS (eV),electrons\n*,0,0,0,0\n*H,-0.45,0.2,0.01,1\n'], ['A']).of('free-energy', 'A')
    expect(of(results, 'dg_step')[0]!.value).toBeCloseTo(-0.26, 12)
  })
  it('asks for what a state lacks', () => {
    expect(texts(out(['species,G (eV),electrons\n*NO3,-0.6,-1\n*NO2,,1\n*NO,-1,\nNH3,-3,8\n'], ['A']).of('free-energy', 'A').needs)).toEqual(['free energy of *NO2 in energies0.csv', 'number of electrons up to *NO in energies0.csv'])
  })
  it('notices catalysts whose overall reaction differs', () => {
    const other = examplePath.map(([species, G, n]) => [species, species === 'NH3' ? -2.7 : G, n] as const)
    const compare = (path: readonly (readonly [string, number, number])[]) => texts(out([energiesCsv('A'), energiesCsv('B', path)], ['A', 'B']).of('compare-free-energy').findings)
    expect(compare(other)).toEqual([expect.stringContaining('differs by 0.40 eV between the catalysts (A -3.10, B -2.70)')])
    expect(compare(examplePath)).toEqual([])
  })
})

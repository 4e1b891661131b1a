import { describe, expect, it } from 'vitest'
import { analyses } from '../../../../src/shared/analyses'
import { ReadError } from '../../../../src/shared/readers/reader'
import { literatureTable } from '../../../../src/shared/readers/literatureTable/literatureTable'
import { column, measurement, project, texts } from '../../analyses/project'
import { literatureCsv } from './fixture'

const read = (text: string) => literatureTable.read({ name: 'literature.csv', bytes: new TextEncoder().encode(text) })

describe('literature table', () => {
  it('reads names, numbers and sources', () => {
    const [table] = read(literatureCsv).measurements
    expect(table!.columns.map(({ name, unit }) => `${name}|${unit}`)).toEqual(['catalyst|', 'FE|%', 'yield|mg/h/mgcat', 'potential|V vs RHE', 'electrolyte|', 'source|'])
    expect([...table!.columns[1]!.values]).toEqual([61.5, 75, 99])
    expect(table!.columns[0]!.labels).toEqual(['Cu foil', 'Fe, SAC', 'Ru NC'])
  })
  it('reads headers in Chinese, and what is said of cell and normalisation', () => {
    const [table] = read('催化剂,法拉第效率 (%),电位 (V vs RHE),电解池,归一化,文献\nCu,61,-0.4,H-cell,几何面积,10.1/a\nFe,70,-0.5,,几何面积,10.1/b\nNi,50,-0.5,flow cell,,10.1/c\n').measurements
    expect(table!.columns.map(({ name }) => name)).toEqual(['catalyst', 'FE', 'potential', 'cell', 'normalisation', 'source'])
    expect(table!.facts).toEqual([{ name: 'kind', value: 'literature' }, { name: 'cell', value: 'H-cell\nflow cell' }, { name: 'normalisation', value: '几何面积' }])
    expect(read('catalyst,FE (%),cell voltage (V),DOI\nCu,61,1.2,10.1/a\n').measurements[0]!.columns.map(({ name }) => name)).toEqual(['catalyst', 'FE', 'source'])
  })
  it('reads semicolons and decimal commas', () => {
    expect([...read('catalyst;FE (%);DOI\nCu;61,5;10.1/a\nFe;70,25;10.1/b\n').measurements[0]!.columns[1]!.values]).toEqual([61.5, 70.25])
  })
  it('names a row without a source and a text where a number belongs', () => {
    const { problems, measurements } = read('catalyst,FE (%),DOI\nCu,61,\nFe,high,10.1/b\nNi,50,10.1/c\n')
    expect(problems).toEqual([{ row: 2, column: 'C', text: expect.stringContaining('no DOI') }, { row: 3, column: 'B', text: expect.stringContaining('"high" is not a number') }])
    expect([...measurements[0]!.columns[1]!.values]).toEqual([NaN, 50])
  })
  it('says which columns it needs', () => {
    expect(() => read('a,b\n1,2\n')).toThrow(ReadError)
    expect(() => read('a,b\n1,2\n')).toThrow(/catalyst, DOI and at least one of FE/)
  })
  it('stands beside the project\u2019s own points', () => {
    const t = [0, 1800, 3600]
    const given: Parameters<typeof project>[0] = [
      { path: 'literature.csv', measured: read(literatureCsv).measurements[0]! },
      { path: 'a.txt', fields: { catalyst: 'RuFe-NC', run: 'a', potential_V: -0.3, reference: 'RHE', area_cm2: 1, mass_mg: 0.5, volume_mL: 50 }, measured: measurement('CA', [column('time', 's', t), column('current', 'A', t.map(() => -0.02))]) },
      { fields: { catalyst: 'RuFe-NC', run: 'a', analyte: 'NH3', dilution: 1, concentration_ug_mL: 20 } }
    ]
    const out = project(given, analyses).of('compare-literature')
    const without = project(given, analyses, { settings: { huang2026: 'not shown' } }).of('compare-literature')
    expect(out.figures.map(({ id }) => id)).toEqual(['literature-fe-yield', 'literature-fe-potential'])
    const [first] = out.figures
    if (first?.kind !== 'xy') throw new Error('a scatter is expected')
    expect(first.series.map(({ name }) => name)).toEqual(['Cu foil (10.0000/made.1)', 'Fe, SAC (10.0000/made.2)', 'Ru NC (10.0000/made.3)', 'RuFe-NC (Huang 2026)', 'RuCu-NC (Huang 2026)', 'RuFe-NC'])
    expect(first.series.map(({ family }) => family)).toEqual([undefined, undefined, undefined, 'Huang et al. 2026', 'Huang et al. 2026', undefined])
    expect(without.figures.map((figure) => figure.kind === 'xy' && figure.series.length)).toEqual([4, expect.any(Number)])
    expect(first.series.at(-1)!.x[0]).toBeCloseTo((20 * 50) / 1000 / 0.5, 9)
    expect(texts(out.findings)).toEqual([])
  })
})

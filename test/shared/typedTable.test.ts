import { describe, expect, it } from 'vitest'
import type { SettingTable } from '../../src/shared/analyses/analysis'
import { freeEnergy } from '../../src/shared/analyses/freeEnergy'
import { sampleRecordAnalysis } from '../../src/shared/analyses/sampleRecord'
import { energyTable } from '../../src/shared/readers/energyTable/energyTable'
import { sampleRecord } from '../../src/shared/readers/sampleRecord/sampleRecord'
import { rowsToKeep, tableRows, tableText, typedNumber } from '../../src/shared/typedTable'
import { project, texts } from './analyses/project'
import { recordCsv } from './readers/sampleRecord/fixture'

const table: SettingTable = { columns: [{ key: 'part', label: 'Part' }, { key: 'value', label: 'Value' }], identity: ['part'], template: [] }
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a table filled in by hand', () => {
  it('comes back from its text as it was, without empty rows', () => {
    const rows = [['urea', '10'], ['', ''], ['melt\tand stir', ''], ['', '3']]
    expect(tableRows(tableText(rows), 2)).toEqual([['urea', '10'], ['melt and stir', ''], ['', '3']])
    expect(tableRows('a\tb\tc\r\n', 2)).toEqual([['a', 'b']])
  })
  it('keeps what was typed or changed, and nothing that stands in a file just so', () => {
    const shown = [['urea', '10'], ['NaCl', '20'], ['RuCl3', '0.1']]
    expect(rowsToKeep(shown, shown, [], table)).toEqual([])
    expect(rowsToKeep([['urea', '12'], ...shown.slice(1), ['FeCl3', '0.5']], shown, [], table)).toEqual([['urea', '12'], ['FeCl3', '0.5']])
    // RuCl3 was typed before: it stays typed, and goes when its row is removed.
    expect(rowsToKeep(shown, shown, [['rucl3', '0.1']], table)).toEqual([['RuCl3', '0.1']])
    expect(rowsToKeep(shown.slice(0, 2), shown, [['RuCl3', '0.1']], table)).toEqual([])
  })
  it('takes decimal commas and true minus signs, and nothing that is no number', () => {
    expect(['0,532', '−1.5', '2e-3', '', '1.2.3', '5 g', '1,000.5'].map(typedNumber)).toEqual([0.532, -1.5, 0.002, NaN, NaN, NaN, NaN])
  })
})

describe('a sample record filled in on the card', () => {
  const of = (record: string, withFile: boolean) => project([
    ...(withFile ? [{ path: 'samples.csv', fields: {}, measured: sampleRecord.read({ name: 'samples.csv', bytes: bytes(recordCsv) }).measurements[0]! }] : []), { path: 'a', fields: { catalyst: 'RuFe-NC' } }
  ], [sampleRecordAnalysis], { settings: { record } }).of('sample-record', 'RuFe-NC')

  it('needs no file', () => {
    const { state, results, figures } = of('precursor\turea\t10\tg\ncomposition\tRu\t2,1\twt%\tICP-OES\tB1', false)
    expect(state).toBe('result')
    expect(results).toEqual([expect.objectContaining({ metric: 'composition', value: 2.1, unit: 'wt%', inputs: [], conditions: { element: 'Ru', method: 'ICP-OES', batch: 'B1' } })])
    expect(figures[0]).toMatchObject({ kind: 'table', rows: [['precursor', 'urea', '10 g', '', ''], ['composition', 'Ru', '2.1 wt%'.replace('.', ','), 'B1', 'ICP-OES']] })
    expect(of('', false).state).toBe('nothing')
  })
  it('goes before the row of a file about the same, and beside the others', () => {
    const { results, rows } = of('composition\tRu\t2.4\twt%\tICP-OES\tB1\tsecond digestion\nfurnace\tgas\tAr', true)
    expect(results.filter(({ metric }) => metric === 'composition').map(({ value }) => value)).toEqual([2.4])
    expect(rows?.['record']?.map(([part, name, value]) => [part, name, value].join(' '))).toEqual(['precursor urea 10', 'precursor FeCl3 0.532', 'furnace temperature 790', 'furnace time 1.5', 'furnace gas Ar', 'composition Ru 2.4', 'fringe (101) 0.205', 'fringe (101) 2.07'])
  })
  it('says which of its numbers is none', () => {
    expect(texts(of('composition\tRu\ttrace\t\tEDS', false).findings)).toEqual(['composition of Ru "trace" of the sample record is no number; it is shown as it is.'])
  })
})

describe('energies filled in on the card', () => {
  const csv = 'species,E (eV),ZPE (eV),TS (eV),electrons\n*NO2,-0.5,0.3,0.1,1\n*NO,-1,0.2,0.1,3\n'
  const of = (states: string, withFile: boolean) => project([
    ...(withFile ? [{ path: 'energies.csv', fields: {}, measured: energyTable.read({ name: 'energies.csv', bytes: bytes(csv) }).measurements[0]! }] : []), { path: 'a', fields: { catalyst: 'A' } }
  ], [freeEnergy], { settings: { states } }).of('free-energy', 'A')
  const steps = (states: string, withFile: boolean) => of(states, withFile).results.filter(({ metric }) => metric === 'dg_step').map(({ conditions, value }) => [conditions['from'], conditions['to'], Number(value.toFixed(9))])

  it('make a diagram without a file, each correction with its source beside it', () => {
    const text = 'NO3RR\t*NO2\t1\t\t-0,5\t0,3\t0,1\nNO3RR\t*NO\t3\t-0.9\t\t\t\t0.12\tACS Catal. 12 (2022)'
    expect(steps(text, false)).toEqual([['*NO2', '*NO', -0.48]])
    const [, states] = of(text, false).figures
    expect(states).toMatchObject({ kind: 'table', rows: [['NO3RR', '*NO₂', '1', '−0.300', ''], ['', '*NO', '3', '−0.780', '+0.120 eV (ACS Catal. 12 (2022))']] })
  })
  it('go before the row of a file, and a new state stands where its electrons belong', () => {
    expect(steps('', true)).toEqual([['*NO2', '*NO', -0.6]])
    expect(steps('\t*no2\t1\t-0.2', true)).toEqual([['*no2', '*NO', -0.7]])
    expect(steps('\t*HNO2\t2\t0.1', true)).toEqual([['*NO2', '*HNO2', 0.4], ['*HNO2', '*NO', -1]])
  })
  it('ask for a part that is missing instead of taking it for zero', () => {
    const { needs, results } = of('\t*NO2\t1\t\t-0.5\t0.3\n\t*NO\t3\t-0.9\n\t*N\t\t-2', false)
    expect(texts(needs)).toEqual(['free energy of *NO2 in the table on the card', 'number of electrons up to *N in the table on the card'])
    expect(results).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { sampleRecordAnalysis } from '../../../../src/shared/analyses/sampleRecord'
import { sampleRecord } from '../../../../src/shared/readers/sampleRecord/sampleRecord'
import { project, texts } from '../../analyses/project'
import { recordCsv } from './fixture'

const read = (text: string) => sampleRecord.read({ name: 'samples.csv', bytes: new TextEncoder().encode(text) }).measurements[0]!
const of = (catalyst: string) => project([{ path: 'samples.csv', fields: {}, measured: read(recordCsv) }, { path: 'a', fields: { catalyst } }], [sampleRecordAnalysis]).of('sample-record', catalyst)

describe('the record of the samples', () => {
  it('shows each catalyst its own rows and those of all', () => {
    const [table] = of('RuFe-NC').figures
    expect(table).toMatchObject({ kind: 'table', header: ['Part', 'What', 'Value', 'Batch', 'Note'] })
    expect(table?.kind === 'table' && table.rows.slice(0, 4)).toEqual([['precursor', 'urea', '10 g', '', 'melted at 150 °C'], ['', 'FeCl3', '0.532 g', 'B1', ''], ['furnace', 'temperature', '790 °C', '', 'argon'], ['', 'time', '1.5 h', '', '']])
    const [other] = of('RuCo-NC').figures
    expect(other?.kind === 'table' && other.rows.map(([, name]) => name)).toEqual(['urea', 'temperature', 'time', 'Ru'])
  })
  it('makes numbers of composition and fringes, with their spread', () => {
    const { results } = of('RuFe-NC')
    expect(results).toEqual([
      expect.objectContaining({ metric: 'composition', value: 2.1, unit: 'wt%', conditions: { element: 'Ru', method: 'ICP-OES', batch: 'B1' } }),
      expect.objectContaining({ metric: 'fringe_spacing', value: expect.closeTo(0.206, 12), u: expect.closeTo(0.001, 12), n: 2, unit: 'nm' })
    ])
    expect(of('RuCo-NC').results).toEqual([])
    expect(texts(of('RuCo-NC').findings)).toEqual(['composition of Ru "trace" of the sample record is no number; it is shown as it is.'])
  })
  it('says what the header needs', () => {
    expect(() => read('catalyst,amount of something\nA,1\n')).toThrow('needs a header row with part and value')
  })
})

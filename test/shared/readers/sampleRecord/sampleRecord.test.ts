import { describe, expect, it } from 'vitest'
import { micrograph } from '../../../../src/shared/readers/micrograph/micrograph'
import { colourPngOf, grey, pngOf, tiffOf } from '../micrograph/pictures'
import { sampleRecordAnalysis } from '../../../../src/shared/analyses/sampleRecord'
import { sampleRecord } from '../../../../src/shared/readers/sampleRecord/sampleRecord'
import { project, texts } from '../../analyses/project'
import { simulatedRecord } from '../../../../src/shared/simulate/simulatedRecord'
import { recordCsv } from './fixture'

const read = (text: string) => sampleRecord.read({ name: 'samples.csv', bytes: new TextEncoder().encode(text) }).measurements[0]!
const of = (catalyst: string) => project([{ path: 'samples.csv', fields: {}, measured: read(recordCsv) }, { path: 'a', fields: { catalyst } }], [sampleRecordAnalysis]).of('sample-record', catalyst)

describe('the record of the samples', () => {
  it('shows each catalyst its own rows and those of all', () => {
    const [table] = of('RuFe-NC').figures
    expect(table).toMatchObject({ kind: 'table', header: ['Part', 'What', 'Value', 'Batch', 'Note'] })
    expect(table?.kind === 'table' && table.rows.slice(0, 4)).toEqual([['precursor', 'urea', '10 g', '', 'melted at 150 °C'], ['', 'FeCl₃', '0.532 g', 'B1', ''], ['furnace', 'temperature', '790 °C', '', 'argon'], ['', 'time', '1.5 h', '', '']])
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
  it('reads the record of the simulated laboratory, in which a remark holds a comma, cell by cell', () => {
    const { text } = simulatedRecord()
    expect(typeof text === 'string' && text.split('\r\n').filter((line) => line !== '').map((line) => line.replace(/"[^"]*"/g, '').split(',').length)).toEqual(Array.from({ length: 18 }, () => 7))
  })
  it('says what the header needs', () => {
    expect(() => read('catalyst,amount of something\nA,1\n')).toThrow('needs a header row with part and value')
  })
  it('asks for no scale of a picture in colour, which is no microscope\'s, unless the record calls it one', () => {
    const picture = (file: string, bytes: Uint8Array) => ({ path: `RuFe-NC/${file}`, fields: { catalyst: 'RuFe-NC' }, measured: micrograph.read({ name: file, bytes }).measurements[0]! })
    const blue = colourPngOf(8, 8, (x) => [20, 80, 20 * x])
    const { figures, needs } = project([
      { path: 'samples.csv', fields: {}, measured: read('catalyst,part,name,value,unit,note\nRuFe-NC,image,EDS,map.png,,\n') },
      picture('desktop.png', blue), picture('map.png', blue), picture('grey.png', pngOf(8, 8, grey(8, 8, (x) => x)))
    ], [sampleRecordAnalysis]).of('sample-record', 'RuFe-NC')
    expect(figures.flatMap((figure) => (figure.kind === 'image' ? [figure.title] : []))).toEqual(['attached picture, desktop.png', 'EDS, map.png', 'grey.png'])
    expect(texts(needs)).toEqual([expect.stringContaining('of map.png'), expect.stringContaining('of grey.png')])
  })
  it('shows pictures with the scale of the record, else of the file, and asks for it where there is none', () => {
    const picture = (file: string, tags = {}) => ({ path: `RuFe-NC/${file}`, fields: { catalyst: 'RuFe-NC' }, measured: micrograph.read({ name: file, bytes: tiffOf(4, 3, Uint16Array.from({ length: 12 }, (_, i) => i), tags) }).measurements[0]! })
    const outcome = project([
      { path: 'samples.csv', fields: {}, measured: read('catalyst,part,name,value,unit,note\nRuFe-NC,image,TEM,a.tif,"0,05 nm/px",fringes\n') },
      picture('a.tif', { feiText: 'PixelWidth=4.1e-11\n' }), picture('b.tif', { feiText: 'PixelWidth=4.1e-11\n' }), picture('c.tif')
    ], [sampleRecordAnalysis]).of('sample-record', 'RuFe-NC')
    const pictures = outcome.figures.flatMap((figure) => (figure.kind === 'image' ? [figure] : []))
    expect(pictures.map(({ title, pixel_nm }) => [title, pixel_nm === null ? null : Number(pixel_nm.toPrecision(6))])).toEqual([['TEM, a.tif, fringes', 0.05], ['b.tif', 0.041], ['c.tif', null]])
    expect([...atob(pictures[0]!.pixels)].map((one) => one.charCodeAt(0))).toEqual(Array.from({ length: 12 }, (_, i) => Math.round((255 * i) / 11)))
    expect(texts(outcome.needs)).toEqual([expect.stringContaining('size of a pixel of c.tif')])
  })
})

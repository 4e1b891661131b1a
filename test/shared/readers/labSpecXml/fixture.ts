import type { Fixture } from '../fixture'

export interface LsxAxis { readonly name: string; readonly unit: string; readonly values: readonly number[]; readonly shown?: string }
export interface LsxFile { readonly axis: LsxAxis; readonly places?: readonly LsxAxis[]; readonly spectra: readonly (readonly number[])[]; readonly laser?: readonly [shown: string, exact: number]; readonly acquired?: string; readonly angle?: number }

const leaf = (id: string, format: number, value: string | number): string => `<LSX Format="${format}" ID="${id}">${value}</LSX>`
const node = (id: string, children: readonly string[]): string => `<LSX Format="9" ID="${id}" Size="${children.length}">\n${children.join('\n')}\n</LSX>`
const list = (values: readonly number[]): string => values.map((value, i) => `${value}${i % 15 === 14 ? ' \n' : ' '}`).join('')
const axisNode = (id: number, { name, unit, values, shown }: LsxAxis): string =>
  node(`0x${id}`, [`<LSX Format="6" ID="0x7D6CD4DB" Size="${values.length}">\n${list(values)}\n</LSX>`, leaf('0x6D707974', 7, name), leaf('0x7C696E75', 7, unit), ...(shown ? [leaf('0x6D6261D8', 7, shown)] : []), node('0x6D6174E3', [leaf('0x0', 5, values[0]!)])])
const setting = (id: string, name: string, format: number, value: string | number, exact?: number): string => node(id, [leaf('0x6D6D616E', 7, name), leaf('0x7D6C61DB', format, value), ...(exact === undefined ? [] : [leaf('0x8736F70', 5, exact)])])

export function lsxText({ axis, places = [], spectra, laser = ['532 ', 532.17], acquired = '19.08.2022 09:20:51', angle }: LsxFile): string {
  const tree = [
    leaf('0x6D707974', 7, places.length > 0 ? 'SpIm' : 'Spectrum'), leaf('0x6C7469D9', 8, 'RuFe-NC_1'),
    node('0x7A74D9D6', [node('0x7B697861', [node('0x0', [leaf('0x6D707974', 7, 'Intens'), leaf('0x7C696E75', 7, 'Cnt/sec')]), axisNode(1, axis), ...places.map((place, i) => axisNode(i + 2, place))])]),
    ...(angle === undefined ? [] : [node('0x6C676EC6', [leaf('0x0', 5, angle)])]),
    node('0x6C62D4D9', [
      node('0x8716361', [setting('0x6F707865', 'Acq. time (s)', 5, 3), setting('0x7D6363CE', 'Accumulations', 4, 2), setting('0x6D7361DE', 'Laser (nm)', 7, laser[0], laser[1]), setting('0x6EDE5114', 'Detector temperature (°C)', 5, -129.09)]),
      node('0x7C73E2D2', [setting('0x786DC6DF', 'Sample', 8, 'RuFe &amp; NC'), setting('0x6D746973', 'Site', 8, '')]), node('0x7CECDBD7', [setting('0x0', 'Acquired', 7, acquired)])
    ])
  ]
  const rows = spectra.map((row, i) => `<LSX_Row Format="6" Index="${i}" Size="${row.length}">\n${list(row)}\n</LSX_Row>`)
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<LSX_Data>', `<LSX_Tree Format="9" ID="0x69746164" Size="${tree.length}">`, ...tree, '</LSX_Tree>', `<LSX_Matrix Format="6" ID="0x7D6CD4DB" Size="${spectra.flat().length}">`, ...rows, '</LSX_Matrix>', '</LSX_Data>', ''].join('\n')
}

export const shift: LsxAxis = { name: 'Spectr', unit: '1/cm', values: Array.from({ length: 40 }, (_, i) => 1200 - 2.5 * i) }
export const counts = (k: number): number[] => shift.values.map((_, i) => 100.5 + k + i)
export const stage: readonly LsxAxis[] = [{ name: 'XA', shown: 'X', unit: 'µm', values: [-2, 0, 2] }, { name: 'Y', unit: 'µm', values: [-1, 1] }]
export const fixtures: readonly Fixture[] = [
  { reader: 'labspec-xml', name: 'RuFe.xml', bytes: new TextEncoder().encode(lsxText({ axis: shift, spectra: [counts(0)] })) },
  { reader: 'labspec-xml', name: 'RuFe map.xml', bytes: new TextEncoder().encode(lsxText({ axis: shift, places: stage, spectra: [0, 1, 2, 3, 4, 5].map(counts) })) }
]

import type { Fixture } from '../fixture'

const bytes = (lines: readonly string[]): Uint8Array => Uint8Array.from(Buffer.from(lines.join('\r\n'), 'latin1'))
const header = ['#Acq. time (s)=\t10', '#Accumulations=\t3', '#Laser=\t532.17', '#Instrument=\tLabRAM HR', '#Acquired=\t10.03.2021 14:21:07', '#Title=\tRuFe-NC']
export const labSpecSingle = (decimal = '.'): Uint8Array => bytes([...header, ...Array.from({ length: 30 }, (_, i) => `${900 + 2 * i}${decimal}5\t${100 + i}${decimal}25`), ''])
export const labSpecSeries = (): Uint8Array => bytes([...header, '#AxisType[2]=\tTime', '#AxisUnit[2]=\ts', ['', 1000, 1001.5, 1003].join('\t'), [0, 5, 6, 7].join('\t'), [10, 8, 9, 10].join('\t'), ''])
export const labSpecBare = (): Uint8Array => bytes([...Array.from({ length: 40 }, (_, i) => `${(100 + 2.123456789012 * i).toFixed(12)}\t${569.900024414063 + i}`), ''])
export const fixtures: readonly Fixture[] = [{ reader: 'labspec-text', name: 'map.txt', bytes: labSpecSeries() }]

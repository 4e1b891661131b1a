import type { Fixture } from '../fixture'

export type Row = readonly [field: number, intensity: number]
const bytesOf = (lines: readonly string[], end: string): Uint8Array => new TextEncoder().encode([...lines, ''].join(end))

export const xepr = (rows: readonly Row[], axis = 'Field [G]'): Uint8Array =>
  bytesOf([['index'.padStart(10), axis.padStart(20), 'Intensity []'.padStart(20)].join(' '), '', ...rows.map(([x, y], i) => [String(i + 1).padStart(10), String(x).padStart(20), String(y).padStart(20)].join(' '))], '\n')

export const winEprText = (slices: readonly (readonly Row[])[]): Uint8Array => bytesOf(['Filename:\tC:\\EPR\\dmpo.par', '', ...slices.flatMap((rows, i) => (slices.length === 1
  ? ['X [G]\tIntensity', ...rows.map(([x, y]) => `${x}\t${y}`)] : [`Slice ${i + 1}`, 'X [G]\tY []\tIntensity', ...rows.map(([x, y]) => `${x}\t${i}.000000\t${y}`), '']))], '\r\n')

export const rows = Array.from({ length: 200 }, (_, i): Row => [3400 + i / 2, Math.round(1000 * Math.sin(i / 9)) / 8])
export const fixtures: readonly Fixture[] = [{ reader: 'epr-text', name: 'dmpo.txt', bytes: xepr(rows) }, { reader: 'epr-text', name: 'dmpo.asc', bytes: winEprText([rows, rows]) }]

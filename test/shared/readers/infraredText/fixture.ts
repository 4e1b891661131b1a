import type { Fixture } from '../fixture'

type Pair = readonly [x: number, y: number]
/** '1.234567e+003', as OMNIC prints both numbers. */
const long = (value: number): string => value.toExponential(6).replace(/e([+-])(\d+)$/, (_all, sign: string, digits: string) => `e${sign}${digits.padStart(3, '0')}`)

export const omnicCsv = (rows: readonly Pair[]): string => [...rows.map(([x, y]) => `${long(x)},${long(y)}`), ''].join('\r\n')
export const dptText = (rows: readonly Pair[], separator = ','): string => [...rows.map(([x, y]) => `${x.toFixed(5)}${separator}${y.toFixed(5)}`), ''].join('\n')
export const pairText = (rows: readonly Pair[], header: string, separator = ','): string => ['RuFe-NC', header, ...rows.map(([x, y]) => `${x}${separator}${separator === ';' ? String(y).replace('.', ',') : y}`), ''].join('\n')
export const jascoText = (rows: readonly Pair[], points = rows.length): string => ['TITLE\tRuFe-NC', 'DATA TYPE\tINFRARED SPECTRUM', 'ORIGIN\tJASCO', 'XUNITS\t1/CM', 'YUNITS\tABSORBANCE', `NPOINTS\t${points}`, 'XYDATA', ...rows.map(([x, y]) => `${x}\t${y}`), '', '##### Extended Information', 'Model\tFT/IR-6100', ''].join('\r\n')

const rows = Array.from({ length: 40 }, (_, i): Pair => [4000 - 2 * i, Math.round(1e5 * Math.exp(-((i - 20) ** 2) / 40)) / 1e5])
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const fixtures: readonly Fixture[] = [
  { reader: 'infrared-text', name: 'ir.csv', bytes: bytes(omnicCsv(rows)) }, { reader: 'infrared-text', name: 'ir.dpt', bytes: bytes(dptText(rows)) },
  { reader: 'infrared-text', name: 'ir.txt', bytes: bytes(jascoText(rows)) }, { reader: 'infrared-text', name: 'ir2.csv', bytes: bytes(pairText(rows, 'cm-1,%T')) }
]

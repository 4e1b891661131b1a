import type { Fixture } from '../fixture'

const comma = (value: number): string => String(value).replace('.', ',')
/** A .dsp from the layout alone. */
export function visionLiteText(values: readonly number[], first = 200, step = 2): string {
  const last = first + step * (values.length - 1)
  return ['lab', 'Scan', '1', 'blank of plate 3', 'nm', first, last, step, values.length, 'A', comma(Math.min(...values)), comma(Math.max(...values)), '0', 'Administrator', '', '23,11,2026 10:15:24', ' VISIONlite Scan Version 1,0', '#SPECIFIC1', '0', '#DATA',
    ...values.map(comma), '', ''].join('\n')
}
/** A PerkinElmer .asc from the layout alone. */
export function perkinElmerText(rows: readonly (readonly [number, number])[], xUnit = 'nm'): string {
  return ['PE UV       SUBTECH     SPECTRUM    ASCII       PEDS        4.00        ', '         -1', 'plate 3.asc', '26/11/23', '10:15:24.00', '26/11/23', '10:15:24.00', 'lab', 'plate 3', '', '', 'Lambda 35', '101N1234', 'UV WinLab', '#HDR', '-1', '#GR', xUnit, 'A', '1.0', '#DATA',
    ...rows.map(([x, y]) => `${x.toFixed(6)}\t${y}`), ''].join('\r\n')
}
const band = Array.from({ length: 40 }, (_, i) => Number((0.5 * Math.exp(-((i - 20) ** 2) / 50)).toFixed(4)))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const fixtures: readonly Fixture[] = [
  { reader: 'spectrum-text', name: 'plate 3.dsp', bytes: bytes(visionLiteText(band)) },
  { reader: 'spectrum-text', name: 'plate 3.asc', bytes: bytes(perkinElmerText(band.map((y, i) => [800 - 5 * i, y] as const))) }
]

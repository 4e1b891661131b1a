import type { Fixture } from '../fixture'

export interface PedsFile { readonly x: readonly number[]; readonly y: readonly number[]; readonly kind?: 'UV' | 'IR' | 'FL'; readonly units?: readonly [string, string]; readonly points?: number; readonly largest?: number }

/** A PerkinElmer text from the layout alone. */
export function pedsText({ x, y, kind = 'UV', units = ['NM', 'A'], points = x.length, largest = Math.max(...y) }: PedsFile): string {
  return [
    `PE ${kind}       SUBTECH     SPECTRUM    ASCII       PEDS        4.00        `, '  -1', 'STD1.ASC', '26/11/23', '10:15:24.00', '26/11/23', '10:16:00.00', 'Li', 'NH3 std 1', '0.000000', '', 'Lambda 35',
    '#HDR', '-1', '-1', '#GR', ...units, '1.0', '0.0', String(x[0]), String((x[1] ?? 0) - x[0]!), String(points), '8', String(largest), String(Math.min(...y)),
    '#DATA', ...x.map((value, i) => `${value}\t${y[i]}`), ''
  ].join('\r\n')
}
const x = Array.from({ length: 40 }, (_, i) => 800 - 2 * i)
export const fixtures: readonly Fixture[] = [{ reader: 'perkinelmer-text', name: 'std1.asc', bytes: new TextEncoder().encode(pedsText({ x, y: x.map((_, i) => Math.round(1e5 * Math.exp(-((i - 20) ** 2) / 40)) / 1e5) })) }]

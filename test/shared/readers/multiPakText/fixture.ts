import type { Fixture } from '../fixture'

export interface Region { readonly name: string; readonly rows: readonly (readonly number[])[]; readonly files?: readonly number[]; readonly padding?: number }

export const multiPak = (regions: readonly Region[]): Uint8Array => new TextEncoder().encode(regions.map(({ name, rows, files = [19], padding = 0 }) =>
  ['3', 'no area description', name, '1,1', `file#,${files.join(',')}`, ...rows.map(([energy, ...values]) => [energy!.toFixed(2), ...values.map((value) => value.toFixed(4))].join(',')),
    ...Array.from({ length: padding }, () => ['0.00', ...files.map(() => '0.0000')].join(',')), '', ''].join('\n')).join(''))

export const c1s = Array.from({ length: 81 }, (_, i) => [298 - i / 4, 1500 + i] as const)
export const fixtures: readonly Fixture[] = [{ reader: 'multipak-text', name: 'RuFe.csv', bytes: multiPak([{ name: 'C1s', rows: c1s }, { name: 'Ru3d', rows: c1s, padding: 20 }]) }]

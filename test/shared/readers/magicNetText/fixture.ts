import type { Fixture } from '../fixture'

export interface Channel { readonly name: string; readonly unit: string; readonly rows: readonly (readonly [min: number, value: number])[]; readonly declared?: number }

export const magicNet = (channels: readonly Channel[], { decimal = '.', zone = ' UTC-4' } = {}): Uint8Array => new TextEncoder().encode([
  `2025-08-21 17:43:14${zone}`, 'RuFe 10 min', '6ab5c87f:198958cf6dc:-78e6', '',
  ...channels.flatMap(({ name, unit, rows, declared = rows.length }) => [name, String(declared), `min;${unit}`, ...rows.map((row) => row.map((value) => String(value).replace('.', decimal)).join(';')), '', ''])
].join('\r\n'))

export const anions = Array.from({ length: 200 }, (_, i) => [i / 64, 1 + (i % 50) / 32] as const)
export const fixtures: readonly Fixture[] = [{ reader: 'magic-net-text', name: 'RuFe IC.txt', bytes: magicNet([{ name: 'Anions', unit: 'µS/cm', rows: anions }, { name: 'Anions Pressure', unit: 'MPa', rows: anions.slice(0, 40) }]) }]

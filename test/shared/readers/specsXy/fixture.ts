import type { Fixture } from '../fixture'

export interface WrittenCurve { readonly cycle: number; readonly scan: number; readonly rows: readonly (readonly number[])[] }
export interface WrittenRegion { readonly name: string; readonly declared: number; readonly curves: readonly WrittenCurve[] }

const line = (key: string, value: string): string => `# ${`${key}:`.padEnd(30)}${value}`

export function specsXyText(regions: readonly WrittenRegion[], axis = 'Binding Energy', date = '08/24/23 14:19:47 UTC'): string {
  return ['# Created by:        SpecsLab Prodigy, Version 4.100.1-r111001 ', '#', '# XY-Serializer Export Settings:',
    '#   Comment Prefix:           #', `#   Energy Axis:              ${axis}`, '#', line('Group', '1 RuFe'), '#',
    ...regions.flatMap(({ name, declared, curves }) =>
      [line('Region', name), line('Acquisition Date', date), line('Analysis Method', 'XPS'), line('Values/Curve', String(declared)),
      line('Excitation Energy', '1486.61'), line('Pass Energy', '20'), '',
      ...curves.flatMap(({ cycle, scan, rows }) =>
        [`# Cycle: ${cycle}`, '#', '', `# Cycle: ${cycle}, Curve: 0, Scan: ${scan}`, '#', line('ColumnLabels', 'energy counts/s'), '#',
        ...rows.map((row) => row.join('  ')), ''])])].join('\n')
}

/** SpecsLab 2 names the scale before each region and has no scans. */
export const specsLab2Text = (text: string, scales: readonly string[]): string => scales.reduce((all, scale) => all.replace('\n# Region:', `\n# values in ${scale} energy\n#Region:`),
  text.replace('SpecsLab Prodigy, Version 4.100.1-r111001', 'SpecsLab2, Version 2.77-r27212').replace(/\n# {3}Energy Axis:.*/, '').replace(/, Scan: \d+/g, '')).replaceAll('#Region:', '# Region:')

const rows = Array.from({ length: 15 }, (_, i) => [540 - i, 100 + i * i])
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const fixtures: readonly Fixture[] = [
  { reader: 'specs-xy', name: 'RuFe.xy',
    bytes: bytes(specsXyText([{ name: 'O1s', declared: 15, curves: [{ cycle: 0, scan: 0, rows }] },
    { name: 'N1s', declared: 15, curves: [0, 1].map((cycle) => ({ cycle, scan: 0, rows })) }])) }
]

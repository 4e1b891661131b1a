import type { Fixture } from '../fixture'

export interface ScientaRegion {
  readonly name: string
  readonly axis?: string
  readonly declared: number
  readonly second?: readonly number[]
  /** Of each data section the rows: energy, then an intensity per value of dimension 2. */
  readonly sections: readonly (readonly (readonly number[])[])[]
}

export function scientaTextOf(regions: readonly ScientaRegion[]): string {
  return ['[Info]', `Number of Regions=${regions.length}`, 'Version=1.3.1', '',
    ...regions.flatMap(({ name, axis = 'Kinetic Energy [eV]', declared, second, sections }, r) => [
    `[Region ${r + 1}]`, `Region Name=${name}`, `Dimension 1 name=${axis}`, `Dimension 1 size=${declared}`,
    ...(second ? ['Dimension 2 name=Y-Scale [deg]', `Dimension 2 size=${second.length}`, `Dimension 2 scale=${second.join(' ')}`] : []), '',
    `[Info ${r + 1}]`, 'Lens Mode=Angular', 'Pass Energy=20', 'Excitation Energy=100', 'Date=2024-05-06', 'Time=07:08:09', '',
    ...sections.flatMap((rows, k) => [sections.length > 1 ? `[Data ${r + 1}:${k + 1}]` : `[Data ${r + 1}]`,
      ...rows.map((row) => ` ${row.join('   ')}`), ''])
  ])].join('\r\n')
}

const rows = Array.from({ length: 9 }, (_, i) => [80 + i, 10 + i * i])
export const fixtures: readonly Fixture[] = [
  { reader: 'scienta-text', name: 'VB.txt',
    bytes: new TextEncoder().encode(scientaTextOf([{ name: 'VB', declared: 9, sections: [rows] },
    { name: 'ARPES', declared: 9, second: [-1, 1], sections: [rows.map(([x, y]) => [x!, y!, y! * 2])] }])) }
]

import * as XLSX from 'xlsx'
import type { Fixture } from '../fixture'

export interface AvantageRegion {
  readonly name: string
  readonly axis?: string
  readonly declared?: number
  readonly components: readonly string[]
  readonly rows: readonly (readonly (number | string)[])[]
}

/** A row holds energy, counts and components; the empty columns B and D are added here. */
export function avantageWorkbook(regions: readonly AvantageRegion[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book = XLSX.utils.book_new()
  const spread = (cells: readonly (number | string | null)[]): (number | string | null)[] =>
    [cells[0] ?? null, null, cells[1] ?? null, null, ...cells.slice(2)]
  for (const { name, axis = 'Binding Energy (E)', declared, components, rows } of regions) {
    const sheet = XLSX.utils.aoa_to_sheet([[null], [null], [null], [null], [null], ['\uFEFF'],
      ['Axis', 'Energy', 'Elements=', declared ?? rows.length], [], [`C:\\data\\${name}.VGD`], [], [], [], [], [],
      spread([axis, null, ...components]), spread(['eV', 'Counts / s', ...components.map(() => 'Counts / s')]), ...rows.map(spread)])
    XLSX.utils.book_append_sheet(book, sheet, name)
  }
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['22:56:55  Thursday, November 14, 2024'], ['17-RuFe']]), 'Titles')
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[' ', 'Name ', 'Peak BE', 'Atomic %'], [null, 'C1s C-C', 284.83, 8.83]]),
    'Quantifications')
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer)
}

const rows = Array.from({ length: 20 }, (_, i) => [298.08 - i / 10, 5000 + i, i, 2 * i])
export const fixtures: readonly Fixture[] = [
  { reader: 'avantage-xlsx', name: 'RuFe.xlsx',
    bytes: avantageWorkbook([{ name: 'C1s Scan', components: ['C1s sp2', 'Envelope'], rows },
    { name: 'Survey', components: [], rows: rows.map((row) => row.slice(0, 2)) }]) }
]

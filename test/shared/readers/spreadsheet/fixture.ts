import * as XLSX from 'xlsx'
import type { Fixture } from '../fixture'

export type Sheets = Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>

export function workbookOf(sheets: Sheets, bookType: 'xlsx' | 'biff8' | 'ods' = 'xlsx'): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((cells) => [...cells])), name)
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType, compression: bookType === 'xlsx' }) as ArrayBuffer)
}

/** As LANDdt exports a test: its records, and its own sums of each cycle. */
export const landtBook: Sheets = {
  'Cycle-Tab': [['Cycle', 'CapC/mAh', 'CapD/mAh'], [1, 2, 3], [2, 2, 3], [3, 2, 3]],
  'Record-Tab': [
    ['Record', 'TestTime/Sec', 'StepTime/Sec', 'Current/mA', 'Capacity/mAh', 'Voltage/V', 'AuxVolt/V', null, 'Cycle-Index', 'Step-Index', 'Step-State'],
    ...Array.from({ length: 12 }, (_, i) => [i + 1, 60 * i, 60 * (i % 6), i < 6 ? -0.5 : 0.5, i / 100, 1.5 - i / 50, '-', null, 1, i < 6 ? 1 : 2, i < 6 ? 'RateD' : 'RateC'])
  ]
}

const spectrum = Array.from({ length: 30 }, (_, i) => [10 ** (5 - i / 5), 12 + i, -0.5 * i] as const)
export const fixtures: readonly Fixture[] = [
  { reader: 'spreadsheet', name: 'cell 3.xlsx', bytes: workbookOf(landtBook) },
  { reader: 'spreadsheet', name: 'eis.ods', bytes: workbookOf({ before: [['Freq (Hz)', "Z' (ohm)", "Z'' (ohm)"], ...spectrum], remarks: [['measured on Monday']] }, 'ods') }
]

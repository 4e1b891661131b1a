import Papa from 'papaparse'
import { maxSheetColumns, maxSheetRows, type SheetCell, type SheetRow, type SheetTable } from './sheetTable'

export const separators = [',', ';', '\t'] as const
export type Separator = (typeof separators)[number]

export interface CsvTable extends SheetTable {
  /** Row with a quotation mark that is never closed: everything behind it would be one cell. */
  readonly openQuoteRow?: number
}

/** A text with separators as a spreadsheet program would show it; every cell is text. 'sep=;' on the first line is Excel's own. */
export function csvTable(text: string, separator: Separator): CsvTable {
  const hint = /^sep=(.)\r?\n/i.exec(text)
  const body = (hint ? text.slice(hint[0].length) : text).replace(/\r\n?/g, '\n')
  const offset = hint ? 2 : 1
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: separator,
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
    preview: maxSheetRows + 1
  })
  const rows: SheetRow[] = []
  let widest = 0
  for (let i = 0; i < Math.min(data.length, maxSheetRows); i++) {
    const line = data[i] ?? []
    widest = Math.max(widest, line.length)
    const cells = line.slice(0, maxSheetColumns).map((cell): SheetCell => (cell.trim() === '' ? null : cell))
    if (cells.some((cell) => cell !== null)) rows.push({ row: i + offset, cells })
  }
  const open = errors.find(({ type }) => type === 'Quotes')
  const cutAt = data.length > maxSheetRows ? `row ${maxSheetRows}` : widest > maxSheetColumns ? `column ${maxSheetColumns}` : null
  return { name: '', rows, ...(cutAt ? { cutAt } : {}), ...(open ? { openQuoteRow: (open.row ?? 0) + offset } : {}) }
}

/** The separator that Excel's own first line states, or null. */
export function statedSeparator(text: string): Separator | null {
  const stated = /^sep=([,;\t])\r?\n/i.exec(text)?.[1]
  return separators.find((separator) => separator === stated) ?? null
}

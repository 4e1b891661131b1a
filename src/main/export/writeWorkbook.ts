import * as XLSX from 'xlsx'
import type { Cell, Sheet, Workbook } from '../../shared/workbook'
import { freezePanes } from './freezePanes'

/** XML 1.0 has no control characters; a cell holds at most 32 767 letters. */
const plainText = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '').slice(0, 32_767)

/** The bytes of an .xlsx: numbers as numbers, formulas with their value, text always as text whatever it begins with. */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const sheet of workbook.sheets) XLSX.utils.book_append_sheet(book, worksheetOf(sheet), sheet.name)
  const bytes = XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer
  return freezePanes(new Uint8Array(bytes), workbook.sheets.map((sheet) => ({ rows: sheet.preamble.length + 2, columns: 1 })))
}

function worksheetOf(sheet: Sheet): XLSX.WorkSheet {
  const worksheet: XLSX.WorkSheet = {}
  const put = (row: number, column: number, cell: XLSX.CellObject): void => { worksheet[XLSX.utils.encode_cell({ r: row, c: column })] = cell }
  const text = (value: string): XLSX.CellObject => ({ t: 's', v: plainText(value) })
  sheet.preamble.forEach((line, row) => put(row, 0, text(line)))
  const header = sheet.preamble.length
  sheet.columns.forEach((column, i) => {
    put(header, i, text(column.header))
    put(header + 1, i, text(column.unit))
  })
  sheet.rows.forEach((cells, i) => cells.forEach((cell, k) => {
    const object = cellOf(cell, sheet.columns[k]?.format, text)
    if (object) put(header + 2 + i, k, object)
  }))
  const last = { r: header + 1 + sheet.rows.length, c: Math.max(0, sheet.columns.length - 1) }
  worksheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: last })
  worksheet['!cols'] = sheet.columns.map((column) => ({ wch: column.width }))
  return worksheet
}

function cellOf(cell: Cell, format: string | undefined, text: (value: string) => XLSX.CellObject): XLSX.CellObject | null {
  if (cell === null) return null
  if (typeof cell === 'string') return text(cell)
  const look = format === undefined ? {} : { z: format }
  if (typeof cell === 'number') return Number.isFinite(cell) ? { t: 'n', v: cell, ...look } : null
  const isText = typeof cell.value === 'string'
  return { t: isText ? 's' : 'n', v: cell.value, f: cell.formula, ...look }
}

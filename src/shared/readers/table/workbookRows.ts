import * as XLSX from 'xlsx'
import { NotRecognised, ReadError } from '../reader'
import { foreignZip } from './archiveKind'
import { refuseEndlessOds } from './odsRepeats'
import { columnLetter, maxSheetColumns, maxSheetRows, type SheetCell, type SheetRow, type SheetTable } from './sheetTable'
import { refuseLyingZip } from './refuseLyingZip'
import { isZip, spreadsheetKind } from './spreadsheetKind'
import { zipDirectory } from './zipDirectory'

const two = (value: number): string => String(value).padStart(2, '0')

/** An Excel serial number as ISO text; both calendars (1900, 1904). */
function isoDate(serial: number, date1904: boolean): string {
  const { y, m, d, H, M, S } = XLSX.SSF.parse_date_code(serial, { date1904 }) as { y: number; m: number; d: number; H: number; M: number; S: number }
  const time = H || M || S ? `${two(H)}:${two(M)}${S ? `:${two(Math.floor(S))}` : ''}` : ''
  const date = serial >= 1 ? `${y}-${two(m)}-${two(d)}` : ''
  return [date, time].filter((part) => part !== '').join(' ') || '00:00'
}

/** [h]:mm:ss, h:mm:ss, hh:mm:ss.0 and Excel's "Time" ([$-F400]), as each program writes them: their time without a date and without AM or PM. */
function showsSeconds(format: string): { readonly decimals: number; readonly isElapsed: boolean } | null {
  const isSystemTime = format.startsWith('[$-F400]')
  const plain = format.split(';')[0]!.replace(/\[\$-[^\]]*\]|["\\]/g, '').replace(isSystemTime ? / ?AM\/PM$/i : /$^/, '')
  const found = /^(\[?)h{1,2}\]?:mm:ss(?:\.(0+))?$/i.exec(plain)
  return found && { decimals: found[2]?.length ?? 0, isElapsed: found[1] === '[' }
}

/** A duration as its cell shows it, with its seconds: '26:00:00'. null for a cell that does not show all of it. */
function durationText(serial: number, format: string): string | null {
  const shown = showsSeconds(format)
  if (!shown || (serial >= 1 && !shown.isElapsed)) return null
  const inUnits = Math.round(serial * 86_400 * 10 ** shown.decimals)
  const seconds = Math.floor(inUnits / 10 ** shown.decimals)
  const fraction = shown.decimals > 0 ? `.${String(inUnits % 10 ** shown.decimals).padStart(shown.decimals, '0')}` : ''
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}`
}

function cellOf(cell: XLSX.CellObject | null | undefined, date1904: boolean): SheetCell {
  if (!cell) return null
  const { t, v, w, z, f } = cell
  if (v === undefined || v === null || v === '') return f ? `=${f}` : null
  if (typeof v === 'number' && t === 'n') return typeof z === 'string' && XLSX.SSF.is_date(z) && v >= 0 ? durationText(v, z) ?? isoDate(v, date1904) : v
  if (t === 'e') return w ?? '#ERROR!'
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE'
  return String(v)
}

function tableOf(name: string, sheet: XLSX.WorkSheet, date1904: boolean): SheetTable {
  const data = (sheet as { '!data'?: (XLSX.CellObject | null | undefined)[][] })['!data'] ?? []
  const rows: SheetRow[] = []
  let widest = 0
  for (let r = 0; r < Math.min(data.length, maxSheetRows); r++) {
    const stored = data[r] ?? []
    widest = Math.max(widest, stored.length)
    const cells = Array.from(stored.slice(0, maxSheetColumns), (cell) => cellOf(cell, date1904))
    if (cells.some((cell) => cell !== null)) rows.push({ row: r + 1, cells })
  }
  const merged = (sheet['!merges'] ?? []).flatMap(({ s, e }) => (s.c < maxSheetColumns ? [{ row: s.r + 1, lastRow: e.r + 1, column: s.c }] : []))
  const table = merged.length === 0 ? { name, rows } : { name, rows, merged }
  if (data.length > maxSheetRows) return { ...table, cutAt: `row ${maxSheetRows}` }
  return widest > maxSheetColumns ? { ...table, cutAt: `column ${columnLetter(maxSheetColumns - 1)}` } : table
}

/** In its beginning, a zip that holds a workbook as it is looks like one itself. */
function refuseUnlessWorkbook(bytes: Uint8Array): void {
  const entries = zipDirectory(bytes)
  if (!entries.some(({ name }) => /^(?:xl[/\\]|content\.xml$)/i.test(name))) throw new NotRecognised(foreignZip)
  refuseLyingZip(bytes, entries)
}

/**
 * The sheets of an .xlsx, .xls or .ods with the values that the spreadsheet program saved. Never evaluates a formula. Merged cells are only told:
 * in what people write a value means all rows of its cell, in measured tables a number that is repeated would be one that nobody measured.
 */
export function workbookRows(bytes: Uint8Array): SheetTable[] {
  const kind = spreadsheetKind(bytes)
  if (!kind) throw new ReadError('The file is not a spreadsheet (.xlsx, .xls or .ods) inside; save it again from a spreadsheet program.')
  if (isZip(bytes)) refuseUnlessWorkbook(bytes)
  if (kind === 'ods') refuseEndlessOds(bytes)
  let book: XLSX.WorkBook
  try {
    // nodim: the declared size of a sheet may be 16 384 × 1 048 576; only the cells that exist count.
    book = XLSX.read(bytes, { type: 'array', dense: true, nodim: true, sheetRows: maxSheetRows + 1, cellNF: true, cellHTML: false })
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new ReadError(
      isLocked
        ? 'The spreadsheet is protected by a password; save a copy without one.'
        : 'The spreadsheet is damaged and cannot be opened; save it again from a spreadsheet program.'
    )
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.flatMap((name, i) => {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[book.SheetNames[i]!] : undefined
    return sheet ? [tableOf(name, sheet, date1904)] : []
  })
}

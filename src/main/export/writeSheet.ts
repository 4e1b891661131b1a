import type * as Writer from 'wasm-xlsxwriter'
import type { Cell, Sheet } from '../../shared/workbook'
import { chartObject } from './chartObject'
import { betweenOf, type LongRun } from './longColumns'
import { plainText } from './plainText'
import { setUpPrint } from './printSetup'
import type { Looks, Xlsx } from './sheetLooks'
import { chartPlace, firstRowOf, headRowsOf } from './sheetPlaces'

/** Excel takes no more links on a sheet. */
const mostLinks = 65_000
/** Lines break between words, so some of their width stays empty. */
const lettersEmpty = 4
/** Height of a line of text, in points. */
const line = 15

/** All of a sheet but the numbers inside its long runs, which are put in afterwards. */
export function writeSheet(xlsx: Xlsx, worksheet: Writer.Worksheet, sheet: Sheet, runs: readonly LongRun[], looks: Looks): void {
  worksheet.setName(sheet.name)
  sheet.preamble.forEach((line, row) => worksheet.writeStringWithFormat(row, 0, plainText(line), row === 0 ? looks.title : looks.note))
  const header = sheet.preamble.length
  const top = firstRowOf(sheet) - 1
  const isNumber = sheet.columns.map((_, k) => isOfNumbers(sheet, k))
  sheet.columns.forEach((column, k) => {
    worksheet.writeStringWithFormat(header, k, plainText(column.header), looks.header(isNumber[k]!))
    if (!sheet.isWithoutUnits) worksheet.writeStringWithFormat(header + 1, k, plainText(column.unit), looks.unit(isNumber[k]!))
    worksheet.setColumnWidth(k, column.width)
  })
  if (sheet.columns.some(({ header: text, width }) => text.length > width)) worksheet.setRowHeight(header, 2 * line)
  const later = betweenOf(runs, top + 1, sheet.rows.length)
  let links = 0
  sheet.rows.forEach((cells, i) => cells.forEach((cell, k) => {
    if (cell === null || later.get(k)?.[i]) return
    links += typeof cell === 'object' && 'to' in cell ? 1 : 0
    writeCell(xlsx, worksheet, { row: top + i, column: k }, cell, { sheet, looks, isBold: sheet.boldRows?.has(i) ?? false, mayLink: links <= mostLinks })
  }))
  if (sheet.columns.some(({ wraps }) => wraps)) sheet.rows.forEach((cells, i) => {
    const lines = linesOf(sheet, cells)
    if (lines > 1) worksheet.setRowHeight(top + i, lines * line)
  })
  if (sheet.isSortable && sheet.rows.length > 0) addTable(xlsx, worksheet, sheet, looks, isNumber)
  const frozen = sheet.frozen ?? 1
  setUpPrint(worksheet, sheet, frozen)
  if (sheet.columns.length > 0) worksheet.setFreezePanes(top, frozen)
  else worksheet.setScreenGridlines(false)
  sheet.charts?.forEach((chart, i) => {
    const { row, column } = chartPlace(sheet, i)
    worksheet.insertChart(row, column, chartObject(xlsx, chart))
  })
}

/** Programs give a row its height only when somebody writes into it: the lines are counted here, by what fits into the width on average. */
function linesOf({ columns }: Sheet, cells: readonly Cell[]): number {
  return columns.reduce((most, { wraps, width }, k) => {
    const cell = cells[k]
    return wraps && typeof cell === 'string' ? Math.max(most, Math.ceil(cell.length / (width - lettersEmpty))) : most
  }, 1)
}

/** Above numbers alone, or nothing. */
function isOfNumbers({ rows }: Sheet, column: number): boolean {
  return rows.length > 0 && rows.every((cells) => { const cell = cells[column] ?? null; return cell === null || typeof cell === 'number' || (typeof cell === 'object' && 'value' in cell && typeof cell.value === 'number') })
}

interface CellLook { readonly sheet: Sheet; readonly looks: Looks; readonly isBold: boolean; readonly mayLink: boolean }

function writeCell(xlsx: Xlsx, worksheet: Writer.Worksheet, { row, column }: { row: number; column: number }, cell: Exclude<Cell, null>, { sheet, looks, isBold, mayLink }: CellLook): void {
  const { format, wraps = false } = sheet.columns[column] ?? {}
  if (typeof cell === 'string') {
    if (cell !== '') worksheet.writeStringWithFormat(row, column, plainText(cell), looks.text({ wraps, isBold }))
  } else if (typeof cell === 'number') {
    if (Number.isFinite(cell)) worksheet.writeNumberWithFormat(row, column, cell, looks.number({ format, isBold }))
  } else if ('to' in cell) {
    if (mayLink) worksheet.writeUrlWithText(row, column, new xlsx.Url(`internal:${cell.to}`), plainText(cell.text))
    else worksheet.writeStringWithFormat(row, column, plainText(cell.text), looks.text({ wraps, isBold }))
  } else worksheet.writeFormulaWithFormat(row, column, new xlsx.Formula(`=${cell.formula}`).setResult(String(cell.value)), looks.number({ format, isBold }))
}

/** Filters at its head, bands below: what Excel calls a table. Its head is the header row, so it must have no units below. */
function addTable(xlsx: Xlsx, worksheet: Writer.Worksheet, sheet: Sheet, looks: Looks, isNumber: readonly boolean[]): void {
  const columns = sheet.columns.map(({ header }, k) => new xlsx.TableColumn().setHeader(plainText(header)).setHeaderFormat(looks.header(isNumber[k]!)))
  const table = new xlsx.Table().setName(sheet.name.replace(/[^\p{L}\p{N}_]/gu, '_')).setStyle(xlsx.TableStyle.Light1).setColumns(columns)
  const header = sheet.preamble.length + headRowsOf(sheet) - 1
  worksheet.addTable(header, 0, header + sheet.rows.length, sheet.columns.length - 1, table)
}

import type { Workbook } from '../../shared/workbook'
import { withChartDetails, type NumbersAt } from './chartDetails'
import { longRuns, withLongRuns } from './longColumns'
import { withPageBreaks } from './printSetup'
import { rewrittenParts } from './rewrittenParts'
import { looksOf } from './sheetLooks'
import { firstRowOf } from './sheetPlaces'
import { writeSheet } from './writeSheet'

/** The bytes of an .xlsx: numbers as numbers, formulas with their value, text always as text whatever it begins with, charts that draw from cells. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  // WebAssembly of 1.6 MB: loaded when somebody exports, not at every start.
  const xlsx = await import('wasm-xlsxwriter')
  const book = new xlsx.Workbook()
  book.setProperties(new xlsx.DocProperties().setComment('Written by RuM Workbench'))
  const looks = looksOf(xlsx)
  const runs = workbook.sheets.map((sheet) => longRuns(sheet, firstRowOf(sheet)))
  workbook.sheets.forEach((sheet, i) => writeSheet(xlsx, book.addWorksheet(), sheet, runs[i]!, looks))
  for (const { name, formula } of workbook.names ?? []) book.defineName(name, `=${formula}`)
  const charts = workbook.sheets.flatMap((sheet) => sheet.charts ?? [])
  const numbers = numbersOf(workbook)
  let [completed, filled] = [0, 0]
  const written = rewrittenParts(book.saveToBufferSync(), (part) => {
    const [, kind, number] = /^xl\/(charts\/chart|worksheets\/sheet)(\d+)\.xml$/.exec(part) ?? []
    const i = Number(number) - 1
    if (kind === 'charts/chart' && charts[i]) {
      completed += 1
      return (xml) => withChartDetails(xml, charts[i]!, numbers)
    }
    if (kind === 'worksheets/sheet' && runs[i]) {
      filled += 1
      const sheet = workbook.sheets[i]!
      if (sheet.columns.length === 0) return (xml) => withPageBreaks(xml, sheet)
      return runs[i].length === 0 ? undefined : (xml) => withLongRuns(xml, runs[i]!)
    }
    return undefined
  })
  if (completed !== charts.length || filled !== workbook.sheets.length) throw new Error(`The workbook holds ${completed} of ${charts.length} charts and ${filled} of ${workbook.sheets.length} sheets; it was not written.`)
  return written
}

function numbersOf({ sheets }: Workbook): NumbersAt {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]))
  return ({ sheet: name, column, firstRow, lastRow }) => {
    const sheet = byName.get(name)
    return sheet ? sheet.rows.slice(firstRow - firstRowOf(sheet), lastRow - firstRowOf(sheet) + 1).map((cells) => {
      const cell = cells[column] ?? null
      const value = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell
      return typeof value === 'number' && Number.isFinite(value) ? value : null
    }) : []
  }
}

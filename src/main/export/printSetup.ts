import type * as Writer from 'wasm-xlsxwriter'
import type { Sheet } from '../../shared/workbook'
import { chartColumns, chartPlace, chartRows, chartsInARow, headRowsOf } from './sheetPlaces'

/** Letters that are legible side by side on A4 across. */
const lettersAcross = 225
/** What is wider, the numbers of all figures, is not for paper: small on few pages rather than legible on a thousand. */
const mostPagesAcross = 4
const chartRowsOnAPage = 3
/** Three charts beside each other on A4 across, with the wider columns of LibreOffice, too; Excel heeds page breaks only at a scale that is set. */
const chartScale_percent = 46
const [side_inch, top_inch, edge_inch] = [0.4, 0.5, 0.25]

/** A4 across, its head and first columns on every page, the number of the page below. A wide table goes over several pages instead of getting too small to be read. */
export function setUpPrint(worksheet: Writer.Worksheet, sheet: Sheet, frozen: number): void {
  const first = sheet.preamble.length
  worksheet.setLandscape().setPaperSize(9).setMargins(side_inch, side_inch, top_inch, top_inch, edge_inch, edge_inch).setFooter('&L&8&A&C&8&P / &N&R&8&F')
  if (sheet.columns.length === 0) {
    worksheet.setPrintScale(chartScale_percent).setPrintCenterHorizontally(true)
    return
  }
  const letters = sheet.columns.reduce((sum, { width }) => sum + width, 0)
  const needed = Math.max(1, Math.ceil(letters / lettersAcross))
  const pages = needed > mostPagesAcross ? 1 : needed
  worksheet.setPrintFitToPages(pages, 0).setRepeatRows(first, first + headRowsOf(sheet) - 1)
  if (pages > 1) worksheet.setRepeatColumns(0, frozen - 1)
  // Texts that run over the last column are not printed on sheets of their own.
  const { row, column } = chartPlace(sheet, Math.max(0, (sheet.charts?.length ?? 0) - 1))
  const isWithCharts = sheet.charts !== undefined && sheet.charts.length > 0
  worksheet.setPrintArea(0, 0, isWithCharts ? row + chartRows - 1 : first + headRowsOf(sheet) + Math.max(1, sheet.rows.length) - 1, Math.max(sheet.columns.length - 1, isWithCharts ? column + chartColumns - 1 : 0))
}

/** Of a sheet of charts, between rows of charts; the library has none. */
export function withPageBreaks(xml: string, sheet: Sheet): string {
  const rows = Math.ceil((sheet.charts?.length ?? 0) / chartsInARow)
  const breaks = Array.from({ length: Math.ceil(rows / chartRowsOnAPage) - 1 }, (_, i) => sheet.preamble.length + (i + 1) * chartRowsOnAPage * chartRows) // in the gap above the next charts
  if (breaks.length === 0) return xml
  return xml.replace(/<drawing /, (tag) => `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')}</rowBreaks>${tag}`)
}

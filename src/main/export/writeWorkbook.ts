import type * as Writer from 'wasm-xlsxwriter'
import type { Cell, CellRange, ChartSeries, Sheet, SheetChart, Workbook } from '../../shared/workbook'
import { withChartDetails, type NumbersAt } from './chartDetails'
import { isBetween, longRuns, withLongRuns, type LongRun } from './longColumns'
import { rewrittenParts } from './rewrittenParts'

/** XML 1.0 has no control characters; a cell holds at most 32 767 letters. */
const plainText = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '').slice(0, 32_767)
const chartWidth_px = 560
const chartHeight_px = 340
/** Cells of the default size under a chart and its gap. */
const [chartColumns, chartRows, chartsInARow] = [9, 18, 3]
/** Smaller markers beyond. */
const manyPoints = 60
/** Excel takes no more links on a sheet. */
const mostLinks = 65_000
/** Header and units, below the preamble. */
const headRows = 2

/** The bytes of an .xlsx: numbers as numbers, formulas with their value, text always as text whatever it begins with, charts that draw from cells. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  // WebAssembly of 1.6 MB: loaded when somebody exports, not at every start.
  const xlsx = await import('wasm-xlsxwriter')
  const book = new xlsx.Workbook()
  book.setProperties(new xlsx.DocProperties().setComment('Written by RuM Workbench'))
  const looks = looksOf(xlsx)
  const runs = workbook.sheets.map((sheet) => longRuns(sheet.rows, sheet.columns.length, firstRowOf(sheet)))
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
      return runs[i].length === 0 ? undefined : (xml) => withLongRuns(xml, runs[i]!)
    }
    return undefined
  })
  if (completed !== charts.length || filled !== workbook.sheets.length) throw new Error(`The workbook holds ${completed} of ${charts.length} charts and ${filled} of ${workbook.sheets.length} sheets; it was not written.`)
  return written
}

/** As Excel counts. */
const firstRowOf = (sheet: Sheet): number => sheet.preamble.length + headRows + 1

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

type Xlsx = typeof Writer
interface Looks { readonly title: Writer.Format; readonly note: Writer.Format; readonly header: Writer.Format; readonly unit: Writer.Format; readonly number: (format: string | undefined) => Writer.Format }

function looksOf(xlsx: Xlsx): Looks {
  const numbers = new Map<string, Writer.Format>()
  return {
    title: new xlsx.Format().setBold().setFontSize(14),
    note: new xlsx.Format().setFontColor(xlsx.Color.parse('#5B6570')),
    header: new xlsx.Format().setBold().setTextWrap().setAlign(xlsx.FormatAlign.VerticalCenter).setBackgroundColor(xlsx.Color.parse('#E8EDF3')),
    unit: new xlsx.Format().setItalic().setFontColor(xlsx.Color.parse('#5B6570')).setBackgroundColor(xlsx.Color.parse('#E8EDF3')).setBorderBottom(xlsx.FormatBorder.Thin),
    number(format = 'General') {
      const known = numbers.get(format) ?? new xlsx.Format().setNumFormat(format)
      numbers.set(format, known)
      return known
    }
  }
}

function writeSheet(xlsx: Xlsx, worksheet: Writer.Worksheet, sheet: Sheet, runs: readonly LongRun[], looks: Looks): void {
  worksheet.setName(sheet.name)
  sheet.preamble.forEach((line, row) => worksheet.writeStringWithFormat(row, 0, plainText(line), row === 0 ? looks.title : looks.note))
  const header = sheet.preamble.length
  sheet.columns.forEach((column, i) => {
    worksheet.writeStringWithFormat(header, i, plainText(column.header), looks.header)
    worksheet.writeStringWithFormat(header + 1, i, plainText(column.unit), looks.unit)
    worksheet.setColumnWidth(i, column.width)
  })
  const runsOf = new Map<number, LongRun[]>()
  for (const run of runs) runsOf.set(run.column, [...(runsOf.get(run.column) ?? []), run])
  let links = 0
  sheet.rows.forEach((cells, i) => cells.forEach((cell, k) => {
    if (runsOf.get(k)?.some((run) => isBetween(run, header + headRows + 1 + i))) return
    links += typeof cell === 'object' && cell !== null && 'to' in cell ? 1 : 0
    writeCell(xlsx, worksheet, header + 2 + i, k, cell, looks.number(sheet.columns[k]?.format), links <= mostLinks)
  }))
  worksheet.setLandscape().setPaperSize(9).setPrintFitToPages(1, 0)
  if (sheet.columns.length > 0) worksheet.setFreezePanes(header + 2, 1).setRepeatRows(header, header + 1)
  else worksheet.setScreenGridlines(false)
  sheet.charts?.forEach((chart, i) => {
    const [row, column] = [header + 1 + Math.floor(i / chartsInARow) * chartRows, (i % chartsInARow) * chartColumns]
    worksheet.insertChart(row, column, chartObject(xlsx, chart))
  })
}

function writeCell(xlsx: Xlsx, worksheet: Writer.Worksheet, row: number, column: number, cell: Cell, look: Writer.Format, mayLink: boolean): void {
  if (cell === null) return
  if (typeof cell === 'string') worksheet.writeString(row, column, plainText(cell))
  else if (typeof cell === 'number') {
    if (Number.isFinite(cell)) worksheet.writeNumberWithFormat(row, column, cell, look)
  } else if ('to' in cell) {
    if (mayLink) worksheet.writeUrlWithText(row, column, new xlsx.Url(`internal:${cell.to}`), plainText(cell.text))
    else worksheet.writeString(row, column, plainText(cell.text))
  } else worksheet.writeFormulaWithFormat(row, column, new xlsx.Formula(`=${cell.formula}`).setResult(String(cell.value)), look)
}

function chartObject(xlsx: Xlsx, chart: SheetChart): Writer.Chart {
  const { ScatterStraightWithMarkers, Column, ColumnStacked } = xlsx.ChartType
  const made = new xlsx.Chart(chart.kind === 'scatter' ? ScatterStraightWithMarkers : chart.kind === 'columns' ? Column : ColumnStacked)
  for (const series of chart.series) made.pushSeries(seriesObject(xlsx, chart, series))
  made.title().setName(plainText(chart.title)).setFont(new xlsx.ChartFont().setSize(12))
  made.xAxis().setName(plainText(chart.x.title))
  const y = made.yAxis().setName(plainText(chart.y.title))
  if (chart.y.fromZero) y.setMin(0)
  if (chart.series.length === 1) made.legend().setHidden()
  else made.legend().setPosition(xlsx.ChartLegendPosition.Bottom)
  return made.setWidth(chartWidth_px).setHeight(chartHeight_px)
}

function seriesObject(xlsx: Xlsx, chart: SheetChart, { name, x, y, colour, style }: ChartSeries): Writer.ChartSeries {
  const paint = xlsx.Color.parse(colour)
  const series = new xlsx.ChartSeries().setName(plainText(name)).setCategories(rangeObject(xlsx, x)).setValues(rangeObject(xlsx, y))
  if (chart.kind !== 'scatter') return series.setFormat(new xlsx.ChartFormat().setSolidFill(new xlsx.ChartSolidFill().setColor(paint)))
  const line = new xlsx.ChartLine().setColor(paint).setWidth(1.5)
  const format = style === 'points' ? new xlsx.ChartFormat().setNoLine() : new xlsx.ChartFormat().setLine(style === 'dashed' ? line.setDashType(xlsx.ChartLineDashType.Dash) : line)
  const marker = new xlsx.ChartMarker()
  return series.setFormat(format).setMarker(style === 'line' || style === 'dashed'
    ? marker.setNone()
    : marker.setType(xlsx.ChartMarkerType.Circle).setSize(y.lastRow - y.firstRow > manyPoints ? 3 : 6).setFormat(new xlsx.ChartFormat().setSolidFill(new xlsx.ChartSolidFill().setColor(paint)).setBorder(new xlsx.ChartLine().setColor(paint))))
}

const rangeObject = (xlsx: Xlsx, { sheet, column, firstRow, lastRow }: CellRange): Writer.ChartRange => xlsx.ChartRange.newFromRange(sheet, firstRow - 1, column, lastRow - 1, column)

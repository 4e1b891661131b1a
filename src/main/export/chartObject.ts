import type * as Writer from 'wasm-xlsxwriter'
import type { CellRange, ChartSeries, SheetChart } from '../../shared/workbook'
import { chartText } from './plainText'
import type { Xlsx } from './sheetLooks'

export const [chartWidth_px, chartHeight_px] = [540, 340]
/** Smaller markers beyond. */
const manyPoints = 60
/** More names below a chart leave no room for it, more beside it are not seen; they stand above their numbers. */
const [namesBelow, mostNames] = [8, 24]

/** A chart of the library; what it lacks is added to its part afterwards (chartDetails). */
export function chartObject(xlsx: Xlsx, chart: SheetChart): Writer.Chart {
  const { ScatterStraightWithMarkers, Column, ColumnStacked } = xlsx.ChartType
  const made = new xlsx.Chart(chart.kind === 'scatter' ? ScatterStraightWithMarkers : chart.kind === 'columns' ? Column : ColumnStacked)
  for (const series of chart.series) made.pushSeries(seriesObject(xlsx, chart, series))
  made.title().setName(chartText(chart.title)).setFont(new xlsx.ChartFont().setSize(12))
  made.xAxis().setName(chartText(chart.x.title))
  const y = made.yAxis().setName(chartText(chart.y.title))
  if (chart.y.fromZero) y.setMin(0)
  if (chart.series.length === 1 || chart.series.length > mostNames) made.legend().setHidden()
  else if (chart.series.length > namesBelow) made.legend().setPosition(xlsx.ChartLegendPosition.Right)
  else made.legend().setPosition(xlsx.ChartLegendPosition.Bottom)
  return made.setWidth(chartWidth_px).setHeight(chartHeight_px)
}

function seriesObject(xlsx: Xlsx, chart: SheetChart, { name, x, y, colour, style }: ChartSeries): Writer.ChartSeries {
  const paint = xlsx.Color.parse(colour)
  const series = new xlsx.ChartSeries().setName(chartText(name)).setCategories(rangeObject(xlsx, x)).setValues(rangeObject(xlsx, y))
  if (chart.kind !== 'scatter') return series.setFormat(new xlsx.ChartFormat().setSolidFill(new xlsx.ChartSolidFill().setColor(paint)))
  const line = new xlsx.ChartLine().setColor(paint).setWidth(1.5)
  const format = style === 'points' ? new xlsx.ChartFormat().setNoLine() : new xlsx.ChartFormat().setLine(style === 'dashed' ? line.setDashType(xlsx.ChartLineDashType.Dash) : line)
  const marker = new xlsx.ChartMarker()
  return series.setFormat(format).setMarker(style === 'line' || style === 'dashed'
    ? marker.setNone()
    : marker.setType(xlsx.ChartMarkerType.Circle).setSize(y.lastRow - y.firstRow > manyPoints ? 3 : 6).setFormat(new xlsx.ChartFormat().setSolidFill(new xlsx.ChartSolidFill().setColor(paint)).setBorder(new xlsx.ChartLine().setColor(paint))))
}

const rangeObject = (xlsx: Xlsx, { sheet, column, firstRow, lastRow }: CellRange): Writer.ChartRange => xlsx.ChartRange.newFromRange(sheet, firstRow - 1, column, lastRow - 1, column)

import { columnLetter } from '../../shared/workbook/sheetName'
import type { CellRange, ChartAxis, SheetChart } from '../../shared/workbook'

/** The numbers of a range, null for a cell without one. */
export type NumbersAt = (range: CellRange) => readonly (number | null)[]

/**
 * What the Excel library does not write of a chart: error bars from cells, logarithmic and reversed axes, and cells without a number as
 * gaps. The elements stand where the order of DrawingML (ECMA-376 part 1, 21.2) wants them. The numbers of each range stand in the chart,
 * too, for programs that do not read the cells.
 */
export function withChartDetails(xml: string, chart: SheetChart, numbersAt: NumbersAt): string {
  let i = -1
  const withErrors = xml.replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (text) => {
    const series = chart.series[(i += 1)]
    if (!series) return text
    const full = withCache(withCache(text, 'xVal|cat', numbersAt(series.x)), 'yVal|val', numbersAt(series.y))
    const { error } = series
    return error ? full.replace(/<c:(?:xVal|cat)>/, (tag) => errorBars(error, numbersAt(error), chart.kind === 'scatter') + tag) : full
  })
  let axis = -1
  return withErrors.replace(/<c:(valAx|catAx)>[\s\S]*?<\/c:\1>/g, (text) => ((axis += 1) === 0 ? withScaling(text, chart.x, chart.y) : withScaling(text, chart.y, chart.x)))
}

/** Texts stay as the library took them from the cells. */
const withCache = (series: string, tags: string, numbers: readonly (number | null)[]): string =>
  series.replace(new RegExp(`(<c:(?:${tags})><c:numRef><c:f>[^<]*</c:f>)<c:numCache>[\\s\\S]*?</c:numCache>`), (_, before: string) => before + cacheOf(numbers))

const cacheOf = (numbers: readonly (number | null)[]): string =>
  `<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${numbers.length}"/>${numbers.map((value, k) => (value === null ? '' : `<c:pt idx="${k}"><c:v>${value}</c:v></c:pt>`)).join('')}</c:numCache>`

function errorBars({ sheet, column, firstRow, lastRow }: CellRange, numbers: readonly (number | null)[], isScatter: boolean): string {
  const letter = columnLetter(column)
  const reference = `<c:numRef><c:f>'${escaped(sheet.replace(/'/g, "''"))}'!$${letter}$${firstRow}:$${letter}$${lastRow}</c:f>${cacheOf(numbers)}</c:numRef>`
  return `<c:errBars>${isScatter ? '<c:errDir val="y"/>' : ''}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${reference}</c:plus><c:minus>${reference}</c:minus>${lineOf('404040', 0.75)}</c:errBars>`
}

function withScaling(xml: string, { isLog, isReversed, isWithoutNumbers }: ChartAxis, other: ChartAxis): string {
  const scaling = `<c:scaling>${isLog ? '<c:logBase val="10"/>' : ''}<c:orientation val="${isReversed ? 'maxMin' : 'minMax'}"/>${/<c:min val="[^"]*"\/>/.exec(xml)?.[0] ?? ''}</c:scaling>`
  const quiet = xml.replace(/<c:majorGridlines\s*\/>/, `<c:majorGridlines>${lineOf('E3E7EC', 0.5)}</c:majorGridlines>`)
  // It crosses the other at the end that is at the left or below, not at zero in the middle of the curves.
  const [end, side] = other.isReversed ? ['max', 'high'] : ['min', 'low']
  return quiet.replace(/<c:scaling>[\s\S]*?<\/c:scaling>/, scaling).replace(/<c:crosses val="autoZero"\/>/, `<c:crosses val="${end}"/>`).replace(/<c:tickLblPos val="nextTo"\/>/, `<c:tickLblPos val="${isWithoutNumbers ? 'none' : side}"/>`)
}

const lineOf = (colour: string, points: number): string => `<c:spPr><a:ln w="${points * 12_700}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

import type { Axis, BarsFigure, Figure, HeatFigure, Series, XyFigure } from '../figure'
import { minMaxDecimate } from '../numerics/minMaxDecimate'
import type { Cell, CellRange, ChartAxis, ChartSeries, Sheet, SheetChart, SheetColumn } from '../workbook'
import type { CatalystSheet, SeriesPoint } from './catalystSheet'
import { preambleOf, rowNumber, type SummaryInput } from './summaryInput'

const DATA = 'Figure data'
/** A chart in Excel gets slow, and unreadable, beyond these. */
const mostPoints = 400
const mostSeries = 40
/** LibreOffice before 7.4 has 1024; Excel has 16 384. */
const mostColumns = 1000
/** Of the title of an axis. */
const mostLetters = 240
/** Okabe–Ito without its yellow; blacks and greys last. */
const palette = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#56B4E9', '#E69F00', '#56606B', '#000000']

interface Block { readonly columns: readonly SheetColumn[]; readonly cells: readonly (readonly Cell[])[] }
type NamedCatalystSheet = CatalystSheet & { readonly catalyst: string }

/**
 * Charts of every figure, drawn from cells: a sheet of charts for each catalyst and one of the comparisons, and the sheets with their numbers.
 * Efficiency and yield are formulas on the catalyst's sheet, so their charts follow an input that is changed there (`live`, for that sheet).
 */
export function figureSheets(input: SummaryInput, perCatalyst: readonly NamedCatalystSheet[], nameOf: (text: string) => string): { readonly data: readonly Sheet[]; readonly of: ReadonlyMap<string | null, Sheet>; readonly live: ReadonlyMap<string, readonly SheetChart[]> } {
  const preamble = preambleOf(input, DATA, `What the charts show. Curves of more than ${mostPoints} points are thinned: the lowest and highest value of each stretch stay.`)
  const dataSheets: { readonly name: string; readonly blocks: Block[]; width: number }[] = []
  const add = (columns: readonly SheetColumn[], cells: readonly (readonly Cell[])[]): readonly CellRange[] => {
    let into = dataSheets.at(-1)
    if (!into || into.width + columns.length > mostColumns) dataSheets.push(into = { name: dataSheets.length === 0 ? DATA : nameOf(`${DATA} ${dataSheets.length + 1}`), blocks: [], width: 0 })
    const { name } = into
    const first = into.width
    into.blocks.push({ columns, cells })
    into.width += columns.length
    return columns.map((_, k) => ({ sheet: name, column: first + k, firstRow: rowNumber(preamble, 0), lastRow: rowNumber(preamble, Math.max(0, (cells[k]?.length ?? 1) - 1)) }))
  }
  const colourOf = new Map(input.catalysts.map(({ name, colour }) => [name, colour]))
  const charts = new Map<string | null, SheetChart[]>()
  const put = (catalyst: string | null, chart: SheetChart | null): void => {
    if (chart && chart.series.length > 0) charts.set(catalyst, [...(charts.get(catalyst) ?? []), chart])
  }
  const live = new Map<string, SheetChart[]>()
  for (const { catalyst, sheet, pointsOf } of perCatalyst) {
    for (const [metric, title, unit] of [['fe_nh3', 'FE(NH₃)', '%'], ['yield_nh3_mass', 'NH₃ yield', 'mg h⁻¹ mg_cat⁻¹']] as const) {
      const points = pointsOf(metric)
      if (points.length > 0) live.set(catalyst, [...(live.get(catalyst) ?? []), againstPotential(add, catalyst, sheet.name, title, unit, points, colourOf.get(catalyst) ?? palette[0]!)])
    }
  }
  for (const outcome of input.outcomes) {
    for (const figure of outcome.figures) put(outcome.catalyst, chartOf(add, outcome.catalyst, figure, colourOf))
  }
  if (dataSheets.length === 0) return { data: [], of: new Map(), live }
  const where = `The numbers stand on the sheet${dataSheets.length === 1 ? '' : 's'} ${dataSheets.map(({ name }) => `"${name}"`).join(', ')}.`
  const of = new Map([...charts].map(([catalyst, list]): [string | null, Sheet] => [catalyst, {
    name: nameOf(catalyst === null ? 'Comparison figures' : `${catalyst} figures`), preamble: preambleOf(input, catalyst === null ? 'Comparison' : catalyst, where), columns: [], rows: [], charts: list
  }]))
  const data = dataSheets.map(({ name, blocks }): Sheet => {
    const cells = blocks.flatMap((block) => block.cells)
    return { name, preamble, columns: blocks.flatMap((block) => block.columns), rows: Array.from({ length: cells.reduce((most, { length }) => Math.max(most, length), 0) }, (_, i) => cells.map((column) => column[i] ?? null)) }
  })
  return { data, of, live }
}

type Add = (columns: readonly SheetColumn[], cells: readonly (readonly Cell[])[]) => readonly CellRange[]
const column = (header: string, unit: string): SheetColumn => ({ header, unit, width: 16 })

function againstPotential(add: Add, catalyst: string, sheet: string, title: string, unit: string, points: readonly SeriesPoint[], colour: string): SheetChart {
  const at = (address: string): string => `'${sheet.replace(/'/g, "''")}'!${address}`
  const ranges = add([column(`${catalyst}: E`, 'V vs RHE'), column(`${catalyst}: ${title}`, unit), column(`${catalyst}: u of ${title}`, unit)], [
    points.map(({ potential_V }) => potential_V), points.map(({ value, address }) => ({ formula: at(address), value })), points.map(({ u, uAddress }) => (u === null ? null : { formula: at(uAddress), value: u }))
  ])
  return { kind: 'scatter', id: 'potential', title: `${title} of ${catalyst}`, x: { title: 'E vs RHE / V' }, y: { title: `${title} / ${unit}` }, series: [{ name: catalyst, x: ranges[0]!, y: ranges[1]!, error: ranges[2]!, colour, style: 'linePoints' }] }
}

function chartOf(add: Add, catalyst: string | null, figure: Figure, colourOf: ReadonlyMap<string, string>): SheetChart | null {
  const name = (text: string): string => `${catalyst ?? 'all'}, ${figure.title}: ${text}`
  if (figure.kind === 'xy') return curves(add, figure, name, colourOf)
  if (figure.kind === 'table') add(figure.header.map((header) => column(name(header), '')), figure.header.map((_, k) => figure.rows.map((row) => row[k] ?? null)))
  if (figure.kind === 'heat') add(...heatCells(figure, name))
  return figure.kind === 'bars' ? columns(add, figure, name, colourOf) : null
}

/** Excel has no chart for a surface that is worth it: its numbers stand there, thinned along the longer side. */
function heatCells(figure: HeatFigure, name: (text: string) => string): [readonly SheetColumn[], readonly (readonly Cell[])[]] {
  const every = Math.max(1, Math.ceil(figure.xs.length / mostPoints))
  const kept = figure.xs.flatMap((_, i) => (i % every === 0 ? [i] : []))
  const rows = figure.ys.slice(0, mostSeries)
  return [
    [column(name(figure.x.title), figure.x.unit), ...rows.map((place) => column(name(`${figure.y.labels?.[place] ?? place} ${figure.y.unit}`.trim()), figure.z.unit))],
    [kept.map((i) => figure.xs[i]!), ...rows.map((_, row) => kept.map((i) => { const value = figure.values[row]?.[i]; return value === undefined || !Number.isFinite(value) ? null : value }))]
  ]
}

/** States of a reaction have names in their order instead of numbers. */
const axisOf = (axis: Axis): ChartAxis => ({
  title: axis.labels ? axis.labels.filter((label) => label !== '').join(' → ').slice(0, mostLetters) : axisText(axis),
  ...(axis.log ? { isLog: true } : {}), ...(axis.reversed ? { isReversed: true } : {}), ...(axis.isArbitrary || axis.labels ? { isWithoutNumbers: true } : {})
})

const axisText = ({ title, unit }: { title: string; unit: string }): string => (unit === '' ? title : `${title} / ${unit}`)

function curves(add: Add, figure: XyFigure, name: (text: string) => string, colourOf: ReadonlyMap<string, string>): SheetChart {
  const shown = figure.series.slice(0, mostSeries)
  const left = figure.series.length - shown.length
  const series = shown.flatMap((one, i): ChartSeries[] => {
    const { x, y, error } = thinned(one)
    if (x.length === 0) return []
    const label = `${name(one.name)}${one.note === undefined ? '' : ` (${one.note})`}`
    const ranges = add([column(`${label}, ${figure.x.title}`, figure.x.unit), column(`${label}, ${figure.y.title}`, figure.y.unit), ...(error ? [column(`${label}, u`, figure.y.unit)] : [])], [x, y, ...(error ? [error] : [])])
    return [{ name: one.name, x: ranges[0]!, y: ranges[1]!, ...(ranges[2] ? { error: ranges[2] } : {}), colour: shade(figure, one, i, colourOf), style: one.style === 'area' ? 'line' : one.style }]
  })
  return {
    kind: 'scatter', id: figure.id, title: left === 0 ? figure.title : `${figure.title} (${shown.length} of ${figure.series.length} curves)`, series,
    x: axisOf(figure.x), y: axisOf(figure.y)
  }
}

function thinned({ x, y, yError }: Series): { x: readonly number[]; y: readonly number[]; error: readonly (number | null)[] | null } {
  if (x.length > mostPoints) return { ...minMaxDecimate(x, y, mostPoints), error: null }
  const rows = x.flatMap((_, i) => (Number.isFinite(x[i]) && Number.isFinite(y[i]) ? [i] : []))
  const error = yError?.some((value) => value !== null && Number.isFinite(value)) ? rows.map((i) => yError[i] ?? null) : null
  return { x: rows.map((i) => x[i]!), y: rows.map((i) => y[i]!), error }
}

/** A catalyst has its colour; further curves of the same one are those of the palette. */
function shade(figure: XyFigure, series: Series, i: number, colourOf: ReadonlyMap<string, string>): string {
  const own = series.catalyst === undefined ? undefined : colourOf.get(series.catalyst)
  const isFirst = figure.series.findIndex((other) => other.catalyst === series.catalyst) === i
  const isSameAsBefore = series.catalyst !== undefined && !isFirst && new Set(figure.series.map((other) => other.catalyst)).size === 1
  return own !== undefined && !isSameAsBefore ? own : palette[i % palette.length]!
}

function columns(add: Add, figure: BarsFigure, name: (text: string) => string, colourOf: ReadonlyMap<string, string>): SheetChart {
  const [categories] = add([column(name(figure.x.title), figure.x.unit)], [[...figure.categories]])
  const series = figure.groups.flatMap((group, i): ChartSeries[] => {
    if (group.values.every((value) => value === null)) return []
    const errors = group.errors?.some((error) => error !== null) ? [group.errors] : []
    const ranges = add([column(name(group.name), figure.y.unit), ...errors.map(() => column(name(`u of ${group.name}`), figure.y.unit))], [group.values, ...errors])
    return [{ name: group.name, x: categories!, y: ranges[0]!, ...(ranges[1] ? { error: ranges[1] } : {}), colour: (group.catalyst === undefined ? undefined : colourOf.get(group.catalyst)) ?? palette[i % palette.length]!, style: 'line' }]
  })
  return { kind: figure.stacked ? 'stackedColumns' : 'columns', id: figure.id, title: figure.title, x: { title: axisText(figure.x) }, y: { title: axisText(figure.y), ...(figure.groups.every(({ values }) => values.every((value) => value === null || value >= 0)) ? { fromZero: true } : {}) }, series }
}

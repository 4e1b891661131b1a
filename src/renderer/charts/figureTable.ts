import type { Axis, BarsFigure, Figure, HeatFigure, RadarFigure, XyFigure } from '@shared/figure'
import { formatQuantity } from '../text/formatQuantity'
import { axisTitle } from './axisTitle'

export type TableCell = string | number | null
/** The numbers of a figure as a table, for screen readers and for the clipboard. */
export interface FigureTable { readonly header: readonly string[]; readonly rows: readonly (readonly TableCell[])[] }

export function figureTable(figure: Figure): FigureTable {
  switch (figure.kind) {
    case 'xy': return xyTable(figure)
    case 'bars': return barsTable(figure)
    case 'radar': return radarTable(figure)
    case 'heat': return heatTable(figure)
    case 'table': return { header: figure.header, rows: figure.rows }
    case 'image': return { header: [figure.title], rows: [[figure.pixel_nm === null ? null : `${figure.pixel_nm} nm/px, ${figure.width} × ${figure.height} px`]] }
  }
}

/** Series stand beside each other, each with its own x column: they seldom share their x. */
function xyTable(figure: XyFigure): FigureTable {
  const columns = figure.series.flatMap((series) => [
    column(figure.x, series.name, series.x),
    ...(series.xError ? [column(figure.x, `u ${series.name}`, series.xError)] : []),
    column(figure.y, series.name, series.y),
    ...(series.yError ? [column(figure.y, `u ${series.name}`, series.yError)] : [])
  ])
  const length = columns.reduce((most, { values }) => Math.max(most, values.length), 0)
  return { header: columns.map(({ name }) => name), rows: Array.from({ length }, (_, i) => columns.map(({ values }) => cell(values[i]))) }
}

function column(axis: Axis, name: string, values: readonly (number | null)[]): { name: string; values: readonly (number | null)[] } {
  return { name: name === '' ? axisTitle(axis) : `${axisTitle(axis)} (${name})`, values }
}

function barsTable(figure: BarsFigure): FigureTable {
  const title = axisTitle(figure.y)
  const header = [axisTitle(figure.x), ...figure.groups.flatMap((group) => [
    `${title} (${group.name})`, ...(group.errors ? [`u (${group.name})`] : []), ...(group.points ? [`single values (${group.name})`] : [])
  ])]
  const rows = figure.categories.map((category, i) => [category, ...figure.groups.flatMap((group) => [
    cell(group.values[i]), ...(group.errors ? [cell(group.errors[i])] : []), ...(group.points ? [(group.points[i] ?? []).join('; ')] : [])
  ])])
  return { header, rows }
}

/** The raw numbers with their units; what is drawn is only their place between the worst and the best. */
function radarTable(figure: RadarFigure): FigureTable {
  const header = ['', ...figure.groups.flatMap(({ name }) => [name, `${name}, scaled`])]
  const rows = figure.categories.map((category, i) => [category, ...figure.groups.flatMap(({ raw, values }) => {
    const number = raw[i]
    return [number ? formatQuantity(number.value, number.u, number.unit) : null, cell(values[i])]
  })])
  return { header, rows }
}

/** The first column holds the rows' places, the first line the columns'. */
function heatTable(figure: HeatFigure): FigureTable {
  return {
    header: [`${axisTitle(figure.y)} \\ ${axisTitle(figure.x)}`, ...figure.xs.map(String)],
    rows: figure.ys.map((place, row) => [figure.y.labels?.[place] ?? place, ...figure.xs.map((_, column) => cell(figure.values[row]?.[column]))])
  }
}

function cell(value: number | null | undefined): TableCell {
  return value === null || value === undefined || Number.isNaN(value) ? null : value
}

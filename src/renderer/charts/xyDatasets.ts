import type { ChartDataset } from 'chart.js'
import type { Series, XyFigure } from '@shared/figure'
import type { Range } from './axisRange'
import { translucent } from './contrast'
import { errorBarStyle } from './errorBarStyle'
import type { SeriesLook } from './seriesLook'
import { visibleRows } from './visibleRows'

export const lineWidth = 1.6
/** Many curves are told apart more easily where they are fine; lines of one pixel are also drawn many times faster where there is no graphics card. */
const fineLineWidth = 1
const fineFrom = 16

/** As few points as the chart can show. */
export interface Points { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> }

export interface XyPoint {
  readonly x: number
  readonly y: number
  readonly xMin?: number
  readonly xMax?: number
  readonly yMin?: number
  readonly yMax?: number
}

/**
 * Every series as Chart.js wants it; long ones thinned for the window that is seen. Of its controllers only those of lines share
 * one set of options between all points, which is what makes zooming quick; points are lines that are not drawn.
 */
export function xyDatasets(figure: XyFigure, looks: readonly SeriesLook[], hidden: ReadonlySet<number>, window: Range | null, pictures?: readonly Points[]): ChartDataset[] {
  const width = figure.series.length < fineFrom ? lineWidth : fineLineWidth
  const areOwned = figure.series.some(({ catalyst }) => catalyst !== undefined)
  return figure.series.map((series, i) => {
    const look = looks[i]!
    const errors = hasErrors(series)
    const points = errors ? pointsWithErrors(series) : plainPoints(figure, pictures?.[i] ?? visibleRows(series.x, series.y, window))
    return {
      type: errors ? 'lineWithErrorBars' : 'line',
      label: series.name,
      data: points,
      // Chart.js takes points that it need not look through for rising ones, and then makes no second object of each.
      ...(!errors && isRising(points) ? { parsing: false } : {}),
      hidden: hidden.has(i),
      // A fit lies over its points, and what is no catalyst's own (a sum, a background) over the curve of a catalyst.
      order: series.style === 'points' ? 1 : areOwned && series.catalyst === undefined ? -1 : 0,
      showLine: series.style !== 'points',
      spanGaps: false,
      borderColor: look.colour,
      borderWidth: width,
      borderDash: series.style === 'dashed' && look.dash.length === 0 ? [6, 4] : [...look.dash],
      borderJoinStyle: width === lineWidth ? 'round' : 'bevel',
      ...(figure.x.labels && series.style !== 'points' ? { segment: levelSegments } : {}),
      tension: 0,
      fill: series.style === 'area' ? 'origin' : false,
      backgroundColor: translucent(look.colour, 0.16),
      pointRadius: 0, pointHoverRadius: 0, pointHitRadius: 0,
      ...(errors ? errorBarStyle(look.colour) : {})
    } as ChartDataset
  })
}

interface Step { readonly p0: { readonly parsed: { readonly y: number } }; readonly p1: { readonly parsed: { readonly y: number } } }
const isLevel = ({ p0, p1 }: Step): boolean => p0.parsed.y === p1.parsed.y
/** Where the axis has names of states the levels count; what joins them is fine and dotted. */
export const levelSegments = {
  borderWidth: (step: Step): number | undefined => (isLevel(step) ? 2.2 : 0.9),
  borderDash: (step: Step): number[] | undefined => (isLevel(step) ? undefined : [2, 2])
}

export function hasErrors(series: Series): boolean {
  const isError = (u: number | null): boolean => u !== null && u > 0
  return (series.yError?.some(isError) ?? false) || (series.xError?.some(isError) ?? false)
}

/** A value that the axis cannot show breaks the line there; how many there are on a log axis is said below the figure. */
function plainPoints(figure: XyFigure, { x, y }: Points): XyPoint[] {
  const points: XyPoint[] = []
  for (let i = 0; i < x.length; i += 1) points.push({ x: onAxis(x[i]!, figure.x.log), y: onAxis(y[i]!, figure.y.log) })
  return points
}

function isRising(points: readonly XyPoint[]): boolean {
  return points.every(({ x }, i) => i === 0 || x >= points[i - 1]!.x)
}

function onAxis(value: number, log: boolean | undefined): number {
  return Number.isFinite(value) && !(log && value <= 0) ? value : Number.NaN
}

function pointsWithErrors({ x, y, xError, yError }: Series): XyPoint[] {
  return x.map((value, i) => {
    const [ux, uy] = [xError?.[i] ?? null, yError?.[i] ?? null]
    return {
      x: value, y: y[i]!,
      ...(ux === null ? {} : { xMin: value - ux, xMax: value + ux }),
      ...(uy === null ? {} : { yMin: y[i]! - uy, yMax: y[i]! + uy })
    }
  })
}

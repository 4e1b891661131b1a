import type { Axis, Series, XyFigure } from '@shared/figure'
import { axisRange, extentOf, type Range } from './axisRange'
import { quietOptions, type ChartConfig } from './chartConfig'
import type { ChartTheme } from './chartTheme'
import { bandAnnotations, markAnnotations, shownMarks } from './markAnnotations'
import { numericScale } from './scaleOptions'
import type { SeriesLook } from './seriesLook'
import { zoomOptions } from './zoomOptions'

/** Axes of the series that are seen, marks, and the ways to move about. */
export function xyOptions(figure: XyFigure, looks: readonly SeriesLook[], hidden: ReadonlySet<number>, theme: ChartTheme): ChartConfig {
  const seen = figure.series.filter((_, i) => !hidden.has(i))
  const withPoints = seen.some(({ style }) => style === 'points' || style === 'linePoints')
  const x = rangeOf(figure.x, seen, ({ x: values, xError }) => extentOf(spread(values, xError), figure.x), withPoints ? 0.06 : 0.02)
  const marks = shownMarks(figure, looks, hidden, theme)
  const values = rangeOf(figure.y, seen, ({ y: heights, yError, style }) => {
    const extent = extentOf(spread(heights, yError), figure.y)
    return (style === 'area' || figure.y.holdsZero) && !figure.y.log ? { min: Math.min(0, extent?.min ?? 0), max: Math.max(0, extent?.max ?? 0) } : extent
  }, 0.05)
  const y = withHeadroom(values, figure.y, marks.filter(({ mark }) => mark.axis === 'x' && mark.label !== '').length + (seen.some(({ isNamedAtCurve }) => isNamedAtCurve) ? 1 : 0))
  return {
    options: {
      ...quietOptions,
      scales: { x: numericScale(figure.x, x, theme), y: numericScale(figure.y, y, theme) },
      plugins: {
        legend: { display: false }, tooltip: { enabled: false }, zoom: zoomOptions('xy', theme), equalScales: { enabled: figure.equalScales === true },
        annotation: { clip: true, annotations: { ...bandAnnotations(figure.bands ?? [], theme), ...markAnnotations(marks) } }
      }
    } as ChartConfig['options']
  }
}

function rangeOf(axis: Axis, series: readonly Series[], extentIn: (series: Series) => Range | null, room: number): Range {
  const extents = series.map(extentIn).filter((extent) => extent !== null)
  const all = extents.length === 0 ? null : { min: Math.min(...extents.map(({ min }) => min)), max: Math.max(...extents.map(({ max }) => max)) }
  return axisRange(all, axis, room)
}

/** The words of upright marks stand at the top: the curves leave them room. */
function withHeadroom(range: Range, axis: Axis, labels: number): Range {
  const share = Math.min(0.6, 0.08 * labels)
  if (labels === 0) return range
  if (axis.log) return { min: range.min, max: range.max * (range.max / range.min) ** share }
  const room = share * (range.max - range.min)
  return axis.reversed ? { min: range.min - room, max: range.max } : { min: range.min, max: range.max + room }
}

function spread(values: readonly number[], errors: readonly (number | null)[] | undefined): readonly number[] {
  return errors ? values.flatMap((value, i) => [value - (errors[i] ?? 0), value + (errors[i] ?? 0)]) : values
}

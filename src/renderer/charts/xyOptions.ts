import type { Axis, Series, XyFigure } from '@shared/figure'
import { axisRange, extentOf, type Range } from './axisRange'
import { quietOptions, type ChartConfig } from './chartConfig'
import type { ChartTheme } from './chartTheme'
import { markAnnotations } from './markAnnotations'
import { numericScale } from './scaleOptions'
import type { SeriesLook } from './seriesLook'
import { zoomOptions } from './zoomOptions'

/** Axes of the series that are seen, marks, and the ways to move about. */
export function xyOptions(figure: XyFigure, looks: readonly SeriesLook[], hidden: ReadonlySet<number>, theme: ChartTheme): ChartConfig {
  const seen = figure.series.filter((_, i) => !hidden.has(i))
  const x = rangeOf(figure.x, seen, ({ x: values, xError }) => spread(values, xError), 0.02)
  const y = rangeOf(figure.y, seen, (series) => [...spread(series.y, series.yError), ...(series.style === 'area' && !figure.y.log ? [0] : [])], 0.05)
  return {
    options: {
      ...quietOptions,
      scales: { x: numericScale(figure.x, x, theme), y: numericScale(figure.y, y, theme) },
      plugins: {
        legend: { display: false }, tooltip: { enabled: false }, zoom: zoomOptions('xy', theme),
        annotation: { clip: true, annotations: markAnnotations(figure, looks, hidden, x, theme) }
      }
    } as ChartConfig['options']
  }
}

function rangeOf(axis: Axis, series: readonly Series[], values: (series: Series) => readonly number[], room: number): Range {
  const extents = series.map((one) => extentOf(values(one), axis)).filter((extent) => extent !== null)
  const all = extents.length === 0 ? null : { min: Math.min(...extents.map(({ min }) => min)), max: Math.max(...extents.map(({ max }) => max)) }
  return axisRange(all, axis, room)
}

function spread(values: readonly number[], errors: readonly (number | null)[] | undefined): readonly number[] {
  return errors ? values.flatMap((value, i) => [value - (errors[i] ?? 0), value + (errors[i] ?? 0)]) : values
}

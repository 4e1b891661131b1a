import type { Series, XyFigure } from '@shared/figure'
import type { SeriesLook } from './seriesLook'

/** 'all': a marker at every point; 'few': so many along a line that it is told apart without its colour; 'none'. */
export interface MarkerPlan {
  readonly look: SeriesLook
  readonly markers: 'all' | 'few' | 'none'
  /** Points that do not count are hollow and struck through. */
  readonly isOut?: readonly boolean[]
  /** A fit in the same colour runs over them: they are pale. */
  readonly isUnderCurve?: true
}

/**
 * Points are drawn where the figure asks for them; lines of several catalysts carry a few, so that they differ by more than colour, unless
 * their names stand at them or their own points do.
 */
export function markerPlans(figure: XyFigure, looks: readonly SeriesLook[]): readonly MarkerPlan[] {
  const of = (style: (style: Series['style']) => boolean): ReadonlySet<string> => new Set(figure.series.flatMap((series) => (series.catalyst !== undefined && style(series.style) ? [series.catalyst] : [])))
  const catalysts = of(() => true)
  const withPoints = of((style) => style === 'points')
  const withCurve = of((style) => style === 'line' || style === 'dashed')
  const areNamed = figure.series.some(({ isNamedAtCurve }) => isNamedAtCurve)
  return figure.series.map((series, i) => ({
    look: looks[i]!,
    markers: series.style === 'points' || series.style === 'linePoints' ? 'all' : catalysts.size > 1 && series.catalyst !== undefined && !areNamed && !withPoints.has(series.catalyst) ? 'few' : 'none',
    ...(series.picks ? { isOut: series.picks.isOut } : {}),
    ...(series.style === 'points' && series.catalyst !== undefined && withCurve.has(series.catalyst) ? { isUnderCurve: true as const } : {})
  }))
}

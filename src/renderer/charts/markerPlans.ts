import type { XyFigure } from '@shared/figure'
import type { SeriesLook } from './seriesLook'

/** 'all': a marker at every point; 'few': so many along a line that it is told apart without its colour; 'none'. */
export interface MarkerPlan {
  readonly look: SeriesLook
  readonly markers: 'all' | 'few' | 'none'
  /** Points that do not count are hollow and struck through. */
  readonly isOut?: readonly boolean[]
}

/** Points are drawn where the figure asks for them; lines of several catalysts carry a few, so that they differ by more than colour, unless their names stand at them. */
export function markerPlans(figure: XyFigure, looks: readonly SeriesLook[]): readonly MarkerPlan[] {
  const catalysts = new Set(figure.series.map(({ catalyst }) => catalyst ?? ''))
  const areNamed = figure.series.some(({ isNamedAtCurve }) => isNamedAtCurve)
  return figure.series.map((series, i) => ({
    look: looks[i]!,
    markers: series.style === 'points' || series.style === 'linePoints' ? 'all' : catalysts.size > 1 && series.catalyst !== undefined && !areNamed ? 'few' : 'none',
    ...(series.picks ? { isOut: series.picks.isOut } : {})
  }))
}

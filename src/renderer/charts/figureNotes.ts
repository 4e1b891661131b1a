import type { XyFigure } from '@shared/figure'
import { longSeries } from './visibleRows'

export type FigureNote =
  | { readonly kind: 'said'; readonly series: string; readonly text: string }
  | { readonly kind: 'thinned'; readonly series: string; readonly rows: number }
  | { readonly kind: 'notOnLog'; readonly series: string; readonly rows: number }

/** What was done to the curves, and what the axes cannot show: all of it is said below the figure. */
export function figureNotes(figure: XyFigure): readonly FigureNote[] {
  return figure.series.flatMap(({ name: series, note, x, y }): FigureNote[] => {
    const unseen = x.filter((value, i) => (figure.x.log && value <= 0) || (figure.y.log && y[i]! <= 0)).length
    return [
      ...(note ? [{ kind: 'said' as const, series, text: note }] : []),
      ...(x.length > longSeries ? [{ kind: 'thinned' as const, series, rows: x.length }] : []),
      ...(unseen > 0 ? [{ kind: 'notOnLog' as const, series, rows: unseen }] : [])
    ]
  })
}

/** More names than this say less than how many they are. */
const mostNames = 4

/** What holds for several curves is told once, with their names, or how many they are, unless it holds for all. */
export function toldOnce(notes: readonly { readonly series: string; readonly text: string }[], seriesCount: number, many: (n: number) => string): readonly string[] {
  const names = new Map<string, string[]>()
  for (const { series, text } of notes) names.set(text, [...(names.get(text) ?? []), series])
  return [...names].map(([text, series]) => (series.length === seriesCount ? text : `${series.length > mostNames ? many(series.length) : series.join(', ')}: ${text}`))
}

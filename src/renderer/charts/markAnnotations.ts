import type { AnnotationOptions } from 'chartjs-plugin-annotation'
import type { Band, Mark, XyFigure } from '@shared/figure'
import type { ChartTheme } from './chartTheme'
import { translucent } from './contrast'
import type { SeriesLook } from './seriesLook'

export interface ShownMark { readonly mark: Mark; readonly colour: string }

/** Marks of series that are seen, in the colour of their catalyst. */
export function shownMarks(figure: XyFigure, looks: readonly SeriesLook[], hidden: ReadonlySet<number>, theme: ChartTheme): readonly ShownMark[] {
  return (figure.marks ?? []).flatMap((mark) => {
    const own = figure.series.flatMap(({ catalyst }, i) => (catalyst !== undefined && catalyst === mark.catalyst ? [i] : []))
    if (own.length > 0 && own.every((i) => hidden.has(i))) return []
    return [{ mark, colour: own.length > 0 ? looks[own[0]!]!.colour : theme.muted }]
  })
}

/** Thin lines; their words are set by the markLabels plugin. */
export function markAnnotations(marks: readonly ShownMark[]): Record<string, AnnotationOptions> {
  return Object.fromEntries(marks.map(({ mark, colour }, i) => [`mark${i}`, {
    type: 'line', scaleID: mark.axis, value: mark.value, borderColor: colour, borderWidth: 1.2, borderDash: [4, 3], drawTime: 'afterDatasetsDraw'
  }]))
}

/** Shade where nothing counts. */
export function bandAnnotations(bands: readonly Band[], theme: ChartTheme): Record<string, AnnotationOptions> {
  return Object.fromEntries(bands.map(({ from, to, label }, i) => [`band${i}`, {
    type: 'box', xScaleID: 'x', yScaleID: 'y', xMin: from, xMax: to, backgroundColor: translucent(theme.muted, 0.18), borderWidth: 0, drawTime: 'beforeDatasetsDraw',
    label: { display: label !== '', content: label, color: theme.muted, font: { family: theme.font, size: 11.5 }, position: { x: 'center', y: 'end' } }
  }]))
}

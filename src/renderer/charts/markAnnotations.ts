import type { AnnotationOptions } from 'chartjs-plugin-annotation'
import type { Mark, XyFigure } from '@shared/figure'
import type { Range } from './axisRange'
import type { ChartTheme } from './chartTheme'
import { translucent } from './contrast'
import type { SeriesLook } from './seriesLook'

const labelHeight = 15
const labelRows = 6

/** Marks as thin lines with their words; vertical ones that stand close get their words in different rows. */
export function markAnnotations(
  figure: XyFigure, looks: readonly SeriesLook[], hidden: ReadonlySet<number>, x: Range, theme: ChartTheme
): Record<string, AnnotationOptions> {
  const shown = (figure.marks ?? []).filter((mark) => isShown(mark, figure, hidden))
  const rows = labelRowsOf(shown.filter(({ axis }) => axis === 'x').map(({ value }) => value), x)
  const entries = shown.map((mark, i): [string, AnnotationOptions] => {
    const row = mark.axis === 'x' ? (rows.get(mark.value) ?? 0) : 0
    const index = figure.series.findIndex(({ catalyst }) => mark.catalyst !== undefined && catalyst === mark.catalyst)
    return [`mark${i}`, annotationOf(mark, looks[index]?.colour ?? theme.muted, row, theme)]
  })
  return Object.fromEntries(entries)
}

function isShown(mark: Mark, figure: XyFigure, hidden: ReadonlySet<number>): boolean {
  const own = figure.series.flatMap(({ catalyst }, i) => (catalyst !== undefined && catalyst === mark.catalyst ? [i] : []))
  return own.length === 0 || own.some((i) => !hidden.has(i))
}

/** Row of each value's label: a label needs about a quarter of the axis for itself. */
export function labelRowsOf(values: readonly number[], { min, max }: Range): ReadonlyMap<number, number> {
  const rows = new Map<number, number>()
  const lastInRow: number[] = []
  for (const value of [...new Set(values)].sort((a, b) => a - b)) {
    const free = lastInRow.findIndex((last) => value - last > 0.25 * (max - min))
    const row = free >= 0 ? free : lastInRow.length
    lastInRow[row] = value
    rows.set(value, row % labelRows)
  }
  return rows
}

function annotationOf(mark: Mark, colour: string, row: number, theme: ChartTheme): AnnotationOptions {
  const vertical = mark.axis === 'x'
  return {
    type: 'line', scaleID: mark.axis, value: mark.value, borderColor: colour, borderWidth: 1.2, borderDash: [4, 3], drawTime: 'afterDatasetsDraw',
    label: {
      display: mark.label !== '', content: mark.label, position: 'end', drawTime: 'afterDatasetsDraw', rotation: 0,
      yAdjust: vertical ? row * labelHeight : -9, color: theme.text, backgroundColor: translucent(theme.surface, 0.82), borderRadius: 3,
      padding: { x: 3, y: 1 }, font: { family: theme.font, size: 11, weight: 'normal' }
    }
  }
}

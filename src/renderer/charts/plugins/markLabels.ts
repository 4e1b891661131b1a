import type { Chart, Plugin } from 'chart.js'
import type { ChartTheme } from '../chartTheme'
import { translucent } from '../contrast'
import { labelRows } from '../labelRows'
import type { ShownMark } from '../markAnnotations'
import { markPlaces } from '../markPlaces'
import { typesetText } from '../typesetText'

const size = 11.5
const rowHeight = 16
/** Of many rows: they leave the curves more of the plot. */
const closeRowHeight = 13.5

interface Place { readonly text: string; readonly colour: string; readonly x: number; readonly y: number; readonly width: number }

/** The words of marks: beside their line at the top, or above it at the right; close ones stand in rows below each other. */
export function markLabels(marks: () => readonly ShownMark[], theme: () => ChartTheme): Plugin {
  return {
    id: 'markLabels',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart
      ctx.save()
      const places = [...upright(chart, marks(), theme()), ...level(chart, marks(), theme())]
      ctx.fillStyle = translucent(theme().surface, 0.85)
      for (const { x, y, width } of places) ctx.fillRect(x - 2, y - size * 0.7, width + 4, size * 1.4)
      for (const { text, colour, x, y } of places) {
        ctx.fillStyle = colour
        typesetText(ctx, text, size, theme().font, { x, y })
      }
      ctx.restore()
    }
  }
}

function upright({ ctx, scales, chartArea: { left, right, top } }: Chart, marks: readonly ShownMark[], theme: ChartTheme): readonly Place[] {
  const seen = marks.filter(({ mark }) => mark.axis === 'x' && mark.label !== '').map(({ mark, colour }) => ({
    at: scales['x']!.getPixelForValue(mark.value), width: typesetText(ctx, mark.label, size, theme.font, null),
    text: mark.label, colour: mark.catalyst === undefined ? theme.text : colour
  })).filter(({ at }) => at >= left && at <= right).sort((a, b) => a.at - b.at)
  const xs = markPlaces(seen, left, right)
  const places = seen.map(({ text, colour, width }, i) => ({ text, colour, width, x: xs[i]! })).reverse()
  const rows = labelRows(places.map(({ x, width }) => ({ left: x - 10, right: x + width + 4 })))
  const height = Math.max(0, ...rows) > 2 ? closeRowHeight : rowHeight
  return places.map((place, i) => ({ ...place, y: top + 8 + rows[i]! * height }))
}

function level({ ctx, scales, chartArea: { right, top, bottom } }: Chart, marks: readonly ShownMark[], theme: ChartTheme): readonly Place[] {
  return marks.filter(({ mark }) => mark.axis === 'y' && mark.label !== '').flatMap(({ mark }) => {
    const y = scales['y']!.getPixelForValue(mark.value)
    const width = typesetText(ctx, mark.label, size, theme.font, null)
    return y < top || y > bottom ? [] : [{ text: mark.label, colour: theme.text, x: right - width - 4, y: y - 9 < top + 6 ? y + 10 : y - 9, width }]
  })
}

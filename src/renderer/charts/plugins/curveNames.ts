import type { Chart, Plugin } from 'chart.js'
import type { Series } from '@shared/figure'
import { withTrueMinus } from '../../text/minusSign'
import type { ChartTheme } from '../chartTheme'
import type { SeriesLook } from '../seriesLook'
import { typesetText } from '../typesetText'

const size = 11.5
/** From the highest point under a name to its middle. */
const gap = 8
/** Half the height of letters. */
const half = 5.5
const margin = 4
/** Places across the chart that are tried, from the right. */
const tried = 9

interface Line { readonly x: Float64Array; readonly y: Float64Array }
interface Name { readonly text: string; readonly colour: string; readonly width: number; readonly line: number }
interface Placed extends Name { readonly x: number; readonly y: number }

/**
 * Names of curves above them instead of a legend, all at that place across the chart where they stand in the way of the fewest
 * curves. Where curves lie closer than letters are high, every second, third … is named.
 */
export function curveNames(series: () => readonly Series[], looks: () => readonly SeriesLook[], hidden: () => ReadonlySet<number>, theme: () => ChartTheme): Plugin {
  return {
    id: 'curveNames',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart
      const seen = series().map((curve, i) => ({ curve, i })).filter(({ i }) => !hidden().has(i))
      if (!seen.some(({ curve }) => curve.isNamedAtCurve)) return
      const lines = seen.map(({ curve }) => pixelsOf(chart, curve))
      ctx.save()
      const names = seen.flatMap(({ curve, i }, line): Name[] => {
        const text = withTrueMinus(curve.family ?? curve.name)
        return curve.isNamedAtCurve && text !== '' ? [{ text, colour: looks()[i]!.colour, width: typesetText(ctx, text, size, theme().font, null), line }] : []
      })
      for (const { text, colour, x, y } of bestPlaces(names, lines, chart.chartArea)) {
        ctx.fillStyle = colour
        typesetText(ctx, text, size, theme().font, { x, y })
      }
      ctx.restore()
    }
  }
}

function bestPlaces(names: readonly Name[], lines: readonly Line[], { left, right, top, bottom }: Chart['chartArea']): readonly Placed[] {
  const widest = Math.max(...names.map(({ width }) => width))
  const room = right - left - 2 * margin - widest
  let best: { readonly placed: readonly Placed[]; readonly inTheWay: number } | null = null
  for (let k = 0; k < tried; k += 1) {
    const end = right - margin - (room > 0 ? (k * room) / (tried - 1) : 0)
    const placed: Placed[] = []
    for (const name of names) {
      const x = end - name.width
      const highest = highestWithin(lines[name.line]!, x, end, top, bottom)
      if (highest !== null && placed.every(({ y }) => Math.abs(y - (highest - gap)) >= 2 * half)) placed.push({ ...name, x, y: highest - gap })
    }
    const inTheWay = (names.length - placed.length) * lines.length + placed.reduce((sum, { x, y, width, line }) => sum + lines.filter((other, i) => i !== line && touches(other, x, x + width, y - half, y + half)).length, 0)
    if (best === null || inTheWay < best.inTheWay) best = { placed, inTheWay }
    if (inTheWay === 0) break
  }
  return best?.placed ?? []
}

function pixelsOf({ scales }: Chart, { x, y }: Series): Line {
  return { x: Float64Array.from(x, (value) => scales['x']!.getPixelForValue(value)), y: Float64Array.from(y, (value) => scales['y']!.getPixelForValue(value)) }
}

/** Pixel of the highest point between two places, within the chart; null where the curve is not. */
function highestWithin({ x, y }: Line, from: number, to: number, top: number, bottom: number): number | null {
  let highest: number | null = null
  for (let row = 0; row < x.length; row += 1) {
    if (x[row]! >= from && x[row]! <= to && y[row]! >= top && y[row]! <= bottom && (highest === null || y[row]! < highest)) highest = y[row]!
  }
  return highest
}

/** Whether a curve has a point within a box, or passes it between two points. */
function touches({ x, y }: Line, left: number, right: number, top: number, bottom: number): boolean {
  for (let row = 0; row < x.length; row += 1) {
    if (!(x[row]! >= left && x[row]! <= right)) continue
    if (y[row]! >= top && y[row]! <= bottom) return true
    if (row > 0 && (y[row - 1]! - top) * (y[row]! - bottom) < 0 && Math.min(y[row - 1]!, y[row]!) < bottom && Math.max(y[row - 1]!, y[row]!) > top) return true
  }
  return false
}

import type { Chart, Plugin } from 'chart.js'
import type { Mark, Series } from '@shared/figure'
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
 * curves and upright marks; where every such place is in the way of some, each at its own, also beyond an end of its curve. Where
 * curves lie closer than letters are high, every second, third … is named.
 */
export function curveNames(series: () => readonly Series[], looks: () => readonly SeriesLook[], hidden: () => ReadonlySet<number>, theme: () => ChartTheme, marks: () => readonly Mark[] = () => []): Plugin {
  return {
    id: 'curveNames',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart
      const seen = series().map((curve, i) => ({ curve, i })).filter(({ i }) => !hidden().has(i))
      if (!seen.some(({ curve }) => curve.isNamedAtCurve)) return
      const lines = seen.map(({ curve }) => pixelsOf(chart, curve))
      const uprights = marks().filter(({ axis }) => axis === 'x').map(({ value }) => chart.scales['x']!.getPixelForValue(value))
      ctx.save()
      const names = seen.flatMap(({ curve, i }, line): Name[] => {
        const text = withTrueMinus(curve.family ?? curve.name)
        return curve.isNamedAtCurve && text !== '' ? [{ text, colour: looks()[i]!.colour, width: typesetText(ctx, text, size, theme().font, null), line }] : []
      })
      for (const { text, colour, x, y } of bestPlaces(names, { lines, uprights }, chart.chartArea)) {
        ctx.fillStyle = colour
        typesetText(ctx, text, size, theme().font, { x, y })
      }
      ctx.restore()
    }
  }
}

interface Obstacles { readonly lines: readonly Line[]; readonly uprights: readonly number[] }

function bestPlaces(names: readonly Name[], obstacles: Obstacles, area: Chart['chartArea']): readonly Placed[] {
  const { left, right, top, bottom } = area
  const room = right - left - 2 * margin - Math.max(...names.map(({ width }) => width))
  const ends = Array.from({ length: tried }, (_, k) => right - margin - (room > 0 ? (k * room) / (tried - 1) : 0))
  let best: { readonly placed: readonly Placed[]; readonly inTheWay: number; readonly isCrowded: boolean } | null = null
  for (const end of ends) {
    const placed: Placed[] = []
    let isCrowded = false
    for (const name of names) {
      const x = end - name.width
      const highest = highestUnder(obstacles.lines[name.line]!, x, end, top, bottom)
      if (highest === null) continue
      if (placed.every(({ y }) => Math.abs(y - (highest - gap)) >= 2 * half)) placed.push({ ...name, x, y: highest - gap })
      else isCrowded = true
    }
    const inTheWay = (names.length - placed.length) * obstacles.lines.length + placed.reduce((sum, place) => sum + met(place, obstacles), 0)
    if (best === null || inTheWay < best.inTheWay) best = { placed, inTheWay, isCrowded }
    if (inTheWay === 0) break
  }
  if (best === null || best.inTheWay === 0 || best.isCrowded) return best?.placed ?? []
  const apart = eachAtItsOwn(names, obstacles, area, ends)
  const inTheWay = (names.length - apart.length) * obstacles.lines.length + apart.reduce((sum, place) => sum + met(place, obstacles), 0)
  return inTheWay < best.inTheWay ? apart : best.placed
}

/** The first place of each name that is free, or that with the least in its way. */
function eachAtItsOwn(names: readonly Name[], obstacles: Obstacles, { left, right, top, bottom }: Chart['chartArea'], ends: readonly number[]): readonly Placed[] {
  const placed: Placed[] = []
  for (const name of names) {
    const line = obstacles.lines[name.line]!
    const above = ends.flatMap((end): Placed[] => {
      const highest = highestUnder(line, end - name.width, end, top, bottom)
      return highest === null ? [] : [{ ...name, x: end - name.width, y: highest - gap }]
    })
    const places = [...above, ...beyond(name, line)].filter((place) => place.x >= left + margin && place.x + place.width <= right - margin && place.y - half >= top
      && placed.every((other) => other.x + other.width < place.x || place.x + place.width < other.x || Math.abs(other.y - place.y) >= 2 * half))
    let best: { readonly place: Placed; readonly inTheWay: number } | null = null
    for (const place of places) {
      const inTheWay = met(place, obstacles)
      if (best === null || inTheWay < best.inTheWay) best = { place, inTheWay }
    }
    if (best) placed.push(best.place)
  }
  return placed
}

/** Beside the ends of a curve, the right one first. */
function beyond(name: Name, { x, y }: Line): readonly Placed[] {
  let [first, last] = [-1, -1]
  for (let row = 0; row < x.length; row += 1) {
    if (!Number.isFinite(x[row]!) || !Number.isFinite(y[row]!)) continue
    if (first < 0 || x[row]! < x[first]!) first = row
    if (last < 0 || x[row]! > x[last]!) last = row
  }
  return first < 0 ? [] : [{ ...name, x: x[last]! + margin, y: y[last]! }, { ...name, x: x[first]! - margin - name.width, y: y[first]! }]
}

/** How many other curves and upright marks a name lies over. */
function met({ x, y, width, line }: Placed, { lines, uprights }: Obstacles): number {
  return lines.filter((other, i) => i !== line && touches(other, x, x + width, y - half, y + half)).length + uprights.filter((at) => at >= x - 2 && at <= x + width + 2).length
}

function pixelsOf({ scales }: Chart, { x, y }: Series): Line {
  return { x: Float64Array.from(x, (value) => scales['x']!.getPixelForValue(value)), y: Float64Array.from(y, (value) => scales['y']!.getPixelForValue(value)) }
}

/** The highest point under a name and a little to both sides, so that a slope beside it does not run into it; null where no curve is under it. */
const highestUnder = (line: Line, from: number, to: number, top: number, bottom: number): number | null =>
  (highestWithin(line, from, to, top, bottom) === null ? null : highestWithin(line, from - margin, to + margin, top, bottom))

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

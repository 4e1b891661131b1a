import type { XyFigure } from '@shared/figure'
import { formatNumber } from '../text/formatNumber'
import { withTrueMinus } from '../text/minusSign'
import { formatQuantity } from '../text/formatQuantity'
import { unitText } from '../text/unitText'
import { nearestPoints, type PixelPoint } from './nearestPoints'
import type { PinnedPoint, Readout } from './readout'
import type { SeriesLook } from './seriesLook'

export interface ShownPoint extends PixelPoint { readonly valueX: number; readonly valueY: number; readonly u: number | null }

const sameXPixels = 6
const mostLines = 8

/** The nearest point of all gives the x; other series are read where they have a point at that x. */
export function xyReadout(figure: XyFigure, looks: readonly SeriesLook[], shown: readonly (readonly ShownPoint[])[],
  cursor: PixelPoint, pinned: PinnedPoint | null = null): Readout | null {
  const found = nearestPoints(shown, cursor)
  const first = found[0]
  if (!first) return null
  const [figuresX, figuresY] = [figuresFor(shown, ({ valueX }) => valueX), figuresFor(shown, ({ valueY }) => valueY)]
  const lines = found.filter(({ point }) => Math.abs(point.x - first.point.x) <= sameXPixels).slice(0, mostLines).map(({ series, point }) => ({
    series, name: withTrueMinus(figure.series[series]!.name), look: looks[series]!,
    text: point.u === null ? withUnit(formatNumber(point.valueY, figuresY), figure.y.unit) : formatQuantity(point.valueY, point.u, figure.y.unit)
  }))
  return { x: first.point.x, y: first.point.y, heading: `${figure.x.title} = ${withUnit(formatNumber(first.point.valueX, figuresX), figure.x.unit)}`,
    point: { x: first.point.valueX, y: first.point.valueY },
    ...(pinned ? { differences: differences(figure, first.point, pinned, figuresX, figuresY) } : {}), sample: 'point', lines }
}

/** How far the point that is read is from the pinned one, and the slope between them: what two cursors are for. */
function differences(figure: XyFigure, { valueX, valueY }: ShownPoint, pinned: PinnedPoint, figuresX: number, figuresY: number): Readout['differences'] {
  const [dx, dy] = [valueX - pinned.x, valueY - pinned.y]
  const [unitX, unitY] = [ofDifference(figure.x.unit), ofDifference(figure.y.unit)]
  const slopeUnit = unitX === unitY ? '' : reciprocal(unitX) === null ? null : `${unitText(unitY)} ${reciprocal(unitX)!}`.trim()
  return [
    { name: 'Δx', text: withUnit(difference(dx, valueX, pinned.x, figuresX), unitX) },
    { name: 'Δy', text: withUnit(difference(dy, valueY, pinned.y, figuresY), unitY) },
    ...(dx === 0 || slopeUnit === null ? [] : [{ name: 'Δy/Δx', text: withUnit(formatNumber(dy / dx, 4), slopeUnit) }])
  ]
}

/** Potentials have a reference, their difference has none. */
const ofDifference = (unit: string): string => unit.replace(/ vs .*$/, '')
/** Of a unit that is one symbol ('V', 'h'); null of others, whose slopes nobody reads. */
const reciprocal = (unit: string): string | null => (unit === '' ? '' : /^[A-Za-zµΩ]+$/.test(unit) ? unitText(`1/${unit}`) : null)

/** No finer than the two numbers it comes from are shown. */
function difference(value: number, a: number, b: number, figures: number): string {
  const finest = 10 ** (Math.floor(Math.log10(Math.max(Math.abs(a), Math.abs(b)) || 1)) + 1 - figures)
  return formatNumber(Math.round(value / finest) * finest, figures)
}

/** Enough figures to tell neighbours in what is seen apart: five of a whole axis, more of a narrow window far from zero. */
function figuresFor(shown: readonly (readonly ShownPoint[])[], value: (point: ShownPoint) => number): number {
  let [low, high] = [Infinity, -Infinity]
  for (const points of shown) {
    for (const point of points) {
      const at = value(point)
      if (at < low) low = at
      if (at > high) high = at
    }
  }
  const figures = high > low ? Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low))) + 4 : 5
  return Math.min(12, Math.max(5, figures))
}

function withUnit(number: string, unit: string): string {
  const text = unitText(unit)
  return text === '' ? number : `${number} ${text}`
}

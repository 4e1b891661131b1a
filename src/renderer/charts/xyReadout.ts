import type { XyFigure } from '@shared/figure'
import { formatNumber } from '../text/formatNumber'
import { withTrueMinus } from '../text/minusSign'
import { formatQuantity } from '../text/formatQuantity'
import { unitText } from '../text/unitText'
import { nearestPoints, type PixelPoint } from './nearestPoints'
import type { Readout } from './readout'
import type { SeriesLook } from './seriesLook'

export interface ShownPoint extends PixelPoint { readonly valueX: number; readonly valueY: number; readonly u: number | null }

const sameXPixels = 6
const mostLines = 8

/** The nearest point of all gives the x; other series are read where they have a point at that x. */
export function xyReadout(figure: XyFigure, looks: readonly SeriesLook[], shown: readonly (readonly ShownPoint[])[],
  cursor: PixelPoint): Readout | null {
  const found = nearestPoints(shown, cursor)
  const first = found[0]
  if (!first) return null
  const lines = found.filter(({ point }) => Math.abs(point.x - first.point.x) <= sameXPixels).slice(0, mostLines).map(({ series, point }) => ({
    series, name: withTrueMinus(figure.series[series]!.name), look: looks[series]!,
    text: point.u === null ? withUnit(formatNumber(point.valueY, 5), figure.y.unit) : formatQuantity(point.valueY, point.u, figure.y.unit)
  }))
  return { x: first.point.x, y: first.point.y, heading: `${figure.x.title} = ${withUnit(formatNumber(first.point.valueX, 5), figure.x.unit)}`,
    sample: 'point', lines }
}

function withUnit(number: string, unit: string): string {
  const text = unitText(unit)
  return text === '' ? number : `${number} ${text}`
}

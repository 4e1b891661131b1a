import { colourAt, valueRange } from '@shared/colourMap'
import type { HeatFigure } from '@shared/figure'
import { formatNumber } from '../text/formatNumber'
import { withTrueMinus } from '../text/minusSign'
import { axisTitle } from './axisTitle'
import type { PixelPoint } from './nearestPoints'
import type { Readout } from './readout'

/** The cell under the cursor; null between cells or where nothing was measured. */
export function heatReadout(figure: HeatFigure, column: number, row: number, cursor: PixelPoint): Readout | null {
  const value = figure.values[row]?.[column]
  const range = valueRange(figure)
  if (value === undefined || !Number.isFinite(value) || !range) return null
  const place = (axis: HeatFigure['x'], at: number): string => axis.labels?.[at] ?? `${withTrueMinus(formatNumber(at, 5))} ${axis.unit}`.trim()
  const share = range.max > range.min ? (value - range.min) / (range.max - range.min) : 0.5
  const [r, g, b] = colourAt(share, figure.isDiverging ? 'diverging' : 'sequential')
  return {
    x: cursor.x, y: cursor.y, heading: `${place(figure.x, figure.xs[column]!)}, ${place(figure.y, figure.ys[row]!)}`, sample: 'box',
    lines: [{ series: 0, name: axisTitle(figure.z), look: { colour: `rgb(${r},${g},${b})`, marker: 'rect', dash: [] }, text: withTrueMinus(formatNumber(value, 4)) }]
  }
}

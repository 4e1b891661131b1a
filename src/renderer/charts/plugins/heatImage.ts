import type { Chart, Plugin, Scale } from 'chart.js'
import { cellAt, cellEdges, colourAt, valueRange } from '@shared/colourMap'
import type { HeatFigure } from '@shared/figure'
import { axisTitle } from '../axisTitle'
import type { ChartTheme } from '../chartTheme'
import { colourBar, colourScale } from '../colourScale'

/** The cells as pixels of the plot, and what the colours mean beside it. */
export function heatImage(figure: () => HeatFigure, theme: () => ChartTheme): Plugin {
  return {
    id: 'heatImage',
    beforeDatasetsDraw: (chart) => void drawCells(chart, figure()),
    afterDraw: (chart) => void drawColourScale(chart, figure(), theme())
  }
}

const mapOf = ({ isDiverging }: HeatFigure): 'diverging' | 'sequential' => (isDiverging ? 'diverging' : 'sequential')

function drawCells(chart: Chart, figure: HeatFigure): void {
  const { x, y } = chart.scales
  const range = valueRange(figure)
  const { left, top, width, height } = chart.chartArea
  const [columns, rows] = [Math.round(width), Math.round(height)]
  if (!x || !y || !range || columns < 1 || rows < 1) return
  const target = document.createElement('canvas')
  target.width = columns
  target.height = rows
  const context = target.getContext('2d')
  if (!context) return
  const image = context.createImageData(columns, rows)
  const columnOf = cellsAlong(x, columns, (i) => left + i + 0.5, cellEdges(figure.xs))
  const rowOf = cellsAlong(y, rows, (i) => top + i + 0.5, cellEdges(figure.ys))
  const colours = Array.from({ length: 256 }, (_, i) => colourAt(i / 255, mapOf(figure)))
  const scale = range.max > range.min ? 255 / (range.max - range.min) : 0
  for (let row = 0; row < rows; row += 1) {
    const values = figure.values[rowOf[row]!]
    for (let column = 0; column < columns; column += 1) {
      const value = values?.[columnOf[column]!] ?? NaN
      if (!Number.isFinite(value)) continue
      const colour = colours[Math.round((value - range.min) * scale)]!
      image.data.set([colour[0], colour[1], colour[2], 255], 4 * (row * columns + column))
    }
  }
  context.putImageData(image, 0, 0)
  chart.ctx.imageSmoothingEnabled = false
  chart.ctx.drawImage(target, left, top, width, height)
}

function cellsAlong(scale: Scale, count: number, pixel: (i: number) => number, edges: readonly number[]): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => cellAt(edges, scale.getValueForPixel(pixel(i)) ?? NaN))
}

function drawColourScale(chart: Chart, figure: HeatFigure, theme: ChartTheme): void {
  const { numbers, titleAt } = colourScale(figure)
  if (numbers.length === 0) return
  const { ctx, chartArea: { right, top, bottom } } = chart
  const left = right + colourBar.gap
  ctx.save()
  for (let at = top; at < bottom; at += 1) {
    const [r, g, b] = colourAt(1 - (at - top) / (bottom - top), mapOf(figure))
    ctx.fillStyle = `rgb(${r},${g},${b})`
    ctx.fillRect(left, at, colourBar.width, 1.5)
  }
  ctx.fillStyle = theme.text
  ctx.font = `${colourBar.size}px ${theme.font}`
  ctx.textBaseline = 'middle'
  numbers.forEach((number, i) => ctx.fillText(number, left + colourBar.width + 4, bottom - (i * (bottom - top)) / 2 + (i === 0 ? -5 : i === 2 ? 5 : 0)))
  ctx.translate(right + titleAt, (top + bottom) / 2)
  ctx.rotate(-Math.PI / 2)
  ctx.textAlign = 'center'
  ctx.fillText(axisTitle(figure.z), 0, 0)
  ctx.restore()
}

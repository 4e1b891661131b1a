import type { Chart, Plugin, Scale } from 'chart.js'
import { cellAt, cellEdges, colourAt, valueRange } from '@shared/colourMap'
import type { HeatFigure } from '@shared/figure'
import { axisTitle } from '../axisTitle'
import type { ChartTheme } from '../chartTheme'
import { colourBar, colourScale } from '../colourScale'

/** The cells as pixels of the plot, and what the colours mean beside it. */
export function heatImage(figure: () => HeatFigure, theme: () => ChartTheme): Plugin {
  let made: Made | null = null
  return {
    id: 'heatImage',
    beforeDatasetsDraw: (chart) => {
      const place = placeOf(chart, figure())
      if (!place) return
      // Under a moving cross-hair a chart is drawn every frame: its cells stay the same.
      if (!made || !isSame(made.place, place)) made = { place, cells: cellsOf(place) }
      if (!made.cells) return
      chart.ctx.imageSmoothingEnabled = false
      chart.ctx.drawImage(made.cells, place.left, place.top, place.width, place.height)
    },
    afterDraw: (chart) => void drawColourScale(chart, figure(), theme())
  }
}

const mapOf = ({ isDiverging }: HeatFigure): 'diverging' | 'sequential' => (isDiverging ? 'diverging' : 'sequential')

/** All that the picture of the cells depends on. */
interface Place { readonly figure: HeatFigure; readonly x: Scale; readonly y: Scale; readonly ends: readonly number[]; readonly left: number; readonly top: number; readonly width: number; readonly height: number }
interface Made { readonly place: Place; readonly cells: HTMLCanvasElement | null }

function placeOf(chart: Chart, figure: HeatFigure): Place | null {
  const { x, y } = chart.scales
  const { left, top, width, height } = chart.chartArea
  return x && y && width >= 1 && height >= 1 ? { figure, x, y, ends: [x.min, x.max, y.min, y.max], left, top, width, height } : null
}

const isSame = (a: Place, b: Place): boolean =>
  a.figure === b.figure && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height && a.ends.every((end, i) => end === b.ends[i])

function cellsOf({ figure, x, y, left, top, width, height }: Place): HTMLCanvasElement | null {
  const range = valueRange(figure)
  const [columns, rows] = [Math.round(width), Math.round(height)]
  if (!range || columns < 1 || rows < 1) return null
  const target = document.createElement('canvas')
  target.width = columns
  target.height = rows
  const context = target.getContext('2d')
  if (!context) return null
  const image = context.createImageData(columns, rows)
  const pixels = new Uint32Array(image.data.buffer)
  const columnOf = cellsAlong(x, columns, (i) => left + i + 0.5, cellEdges(figure.xs))
  const rowOf = cellsAlong(y, rows, (i) => top + i + 0.5, cellEdges(figure.ys))
  const colours = palette(figure)
  const scale = range.max > range.min ? 255 / (range.max - range.min) : 0
  for (let row = 0; row < rows; row += 1) {
    const values = figure.values[rowOf[row]!]
    if (!values) continue
    for (let column = 0; column < columns; column += 1) {
      const value = values[columnOf[column]!] ?? Number.NaN
      if (Number.isFinite(value)) pixels[row * columns + column] = colours[Math.min(255, Math.max(0, Math.round((value - range.min) * scale)))]!
    }
  }
  context.putImageData(image, 0, 0)
  return target
}

/** 256 colours as a picture holds them: four bytes each, in their order whatever the machine's is. */
function palette(figure: HeatFigure): Uint32Array {
  const bytes = new Uint8ClampedArray(4 * 256)
  for (let i = 0; i < 256; i += 1) bytes.set([...colourAt(i / 255, mapOf(figure)), 255], 4 * i)
  return new Uint32Array(bytes.buffer)
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

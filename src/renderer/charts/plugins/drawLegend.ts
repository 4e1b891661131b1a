import type { Plugin } from 'chart.js'
import type { ChartTheme } from '../chartTheme'
import { translucent } from '../contrast'
import type { LegendItem } from '../legendItems'
import { markerFill, markerPath } from '../markerPath'

const rowHeight = 18
const sampleWidth = 22
const gap = 14
const size = 12

export interface LegendPlace { readonly item: LegendItem; readonly x: number; readonly y: number }

/** Where each entry stands when they flow in rows from the left. */
export function legendPlaces(items: readonly LegendItem[], width: number, widthOf: (text: string) => number): readonly LegendPlace[] {
  let [x, y] = [0, 0]
  return items.map((whole) => {
    const item = { ...whole, name: cutTo(whole.name, width - sampleWidth - 5, widthOf) }
    const needed = sampleWidth + 5 + widthOf(item.name)
    if (x > 0 && x + needed > width) { x = 0; y += rowHeight }
    const place = { item, x, y }
    x += needed + gap
    return place
  })
}

/** As much of a name as the picture is wide. */
function cutTo(name: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(name) <= width) return name
  const letters = [...name]
  let kept = letters.length
  while (kept > 1 && widthOf(`${letters.slice(0, kept).join('')}…`) > width) kept -= 1
  return `${letters.slice(0, kept).join('')}…`
}

export function legendHeight(places: readonly LegendPlace[]): number {
  return places.length === 0 ? 0 : places[places.length - 1]!.y + rowHeight + 4
}

/** The legend inside an exported picture; on the screen it is a row of buttons. */
export function drawLegend(places: readonly LegendPlace[], theme: ChartTheme): Plugin {
  return {
    id: 'drawLegend',
    afterDraw: ({ ctx, chartArea }) => {
      for (const { item, x, y } of places) {
        ctx.save()
        ctx.translate(chartArea.left + x, 6 + y + rowHeight / 2)
        drawSample(ctx, item, theme)
        ctx.fillStyle = theme.text
        ctx.font = `${size}px ${theme.font}`
        ctx.textBaseline = 'middle'
        ctx.fillText(item.name, sampleWidth + 5, 0)
        ctx.restore()
      }
    }
  }
}

function drawSample(ctx: CanvasRenderingContext2D, { look, sample, dash }: LegendItem, theme: ChartTheme): void {
  ctx.strokeStyle = look.colour
  ctx.fillStyle = look.colour
  if (sample === 'box') {
    ctx.fillStyle = translucent(look.colour, 0.55)
    ctx.fillRect(4, -5, 14, 10)
    ctx.strokeRect(4, -5, 14, 10)
    return
  }
  if (sample !== 'point') {
    ctx.lineWidth = 1.6
    ctx.setLineDash([...dash])
    ctx.beginPath()
    ctx.moveTo(0, 0)
    ctx.lineTo(sampleWidth, 0)
    ctx.stroke()
    ctx.setLineDash([])
  }
  if (sample === 'line') return
  const fill = markerFill(look.marker)
  const path = new Path2D(markerPath(look.marker, 3.6))
  ctx.translate(sampleWidth / 2, 0)
  if (fill === 'ground') ctx.fillStyle = theme.surface
  if (fill !== 'none') ctx.fill(path)
  ctx.lineWidth = fill === 'solid' ? 0.6 : 1.5
  ctx.stroke(path)
  ctx.translate(-sampleWidth / 2, 0)
}

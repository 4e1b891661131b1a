import type { ChartArea, Plugin } from 'chart.js'
import type { ChartTheme } from '../chartTheme'
import type { PixelPoint } from '../nearestPoints'
import type { PinnedPoint } from '../readout'

/** Two hair lines through the point that is read, and a ring around it; the pinned point is filled, and a line joins the two. */
export function crosshair(at: () => PixelPoint | null, pinned: () => PinnedPoint | null, theme: () => ChartTheme): Plugin {
  return {
    id: 'crosshair',
    afterDraw: ({ ctx, scales, chartArea }) => {
      const { accent, muted, text } = theme()
      const [kept, point] = [pinned(), at()]
      const keptAt = kept && scales.x && scales.y ? { x: scales.x.getPixelForValue(kept.x), y: scales.y.getPixelForValue(kept.y) } : null
      if (keptAt && point) stroke(ctx, accent, [], () => { ctx.moveTo(keptAt.x, keptAt.y); ctx.lineTo(point.x, point.y) }, chartArea)
      if (keptAt && isIn(keptAt, chartArea)) {
        hairLines(ctx, keptAt, accent, chartArea)
        ring(ctx, keptAt, accent, true)
      }
      if (point && isIn(point, chartArea)) {
        hairLines(ctx, point, muted, chartArea)
        ring(ctx, point, text, false)
      }
    }
  }
}

const isIn = ({ x, y }: PixelPoint, { left, right, top, bottom }: ChartArea): boolean => x >= left && x <= right && y >= top && y <= bottom

function hairLines(ctx: CanvasRenderingContext2D, { x, y }: PixelPoint, colour: string, { left, right, top, bottom }: ChartArea): void {
  stroke(ctx, colour, [3, 3], () => {
    ctx.moveTo(x, top)
    ctx.lineTo(x, bottom)
    ctx.moveTo(left, y)
    ctx.lineTo(right, y)
  })
}

function ring(ctx: CanvasRenderingContext2D, { x, y }: PixelPoint, colour: string, isFilled: boolean): void {
  stroke(ctx, colour, [], () => {
    ctx.arc(x, y, isFilled ? 3.5 : 5, 0, 2 * Math.PI)
    if (isFilled) ctx.fill()
  })
}

function stroke(ctx: CanvasRenderingContext2D, colour: string, dash: readonly number[], path: () => void, clip?: ChartArea): void {
  ctx.save()
  if (clip) {
    ctx.beginPath()
    ctx.rect(clip.left, clip.top, clip.right - clip.left, clip.bottom - clip.top)
    ctx.clip()
  }
  ctx.strokeStyle = colour
  ctx.fillStyle = colour
  ctx.lineWidth = 1
  ctx.setLineDash([...dash])
  ctx.beginPath()
  path()
  ctx.stroke()
  ctx.restore()
}

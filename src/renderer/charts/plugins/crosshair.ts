import type { Plugin } from 'chart.js'
import type { ChartTheme } from '../chartTheme'
import type { PixelPoint } from '../nearestPoints'

/** Two hair lines through the point that is read, and a ring around it. */
export function crosshair(at: () => PixelPoint | null, theme: () => ChartTheme): Plugin {
  return {
    id: 'crosshair',
    afterDraw: ({ ctx, chartArea: { left, right, top, bottom } }) => {
      const point = at()
      if (!point || point.x < left || point.x > right || point.y < top || point.y > bottom) return
      ctx.save()
      ctx.strokeStyle = theme().muted
      ctx.lineWidth = 1
      ctx.setLineDash([3, 3])
      ctx.beginPath()
      ctx.moveTo(point.x, top)
      ctx.lineTo(point.x, bottom)
      ctx.moveTo(left, point.y)
      ctx.lineTo(right, point.y)
      ctx.stroke()
      ctx.setLineDash([])
      ctx.strokeStyle = theme().text
      ctx.beginPath()
      ctx.arc(point.x, point.y, 5, 0, 2 * Math.PI)
      ctx.stroke()
      ctx.restore()
    }
  }
}

import type { Plugin } from 'chart.js'
import type { BarsFigure } from '@shared/figure'
import type { ChartTheme } from '../chartTheme'

/** The single values behind each mean, side by side on its bar. */
export function replicatePoints(figure: () => BarsFigure, theme: () => ChartTheme): Plugin {
  return {
    id: 'replicatePoints',
    afterDatasetDraw: (chart, { index }) => {
      const { stacked, groups } = figure()
      const points = groups[index]?.points
      const scale = chart.scales['y']
      if (!points || stacked || !scale) return
      const { ctx, chartArea } = chart
      ctx.save()
      ctx.beginPath()
      ctx.rect(chartArea.left, chartArea.top - 4, chartArea.right - chartArea.left, chartArea.bottom - chartArea.top + 4)
      ctx.clip()
      ctx.fillStyle = theme().surface
      ctx.strokeStyle = theme().text
      ctx.lineWidth = 0.9
      chart.getDatasetMeta(index).data.forEach((bar, category) => {
        const values = points[category] ?? []
        const width = Number((bar as unknown as { width?: number }).width ?? 0)
        values.forEach((value, i) => {
          ctx.beginPath()
          ctx.arc(bar.x + replicateOffset(i, values.length, width), scale.getPixelForValue(value), Math.min(2.4, Math.max(1.4, width / 7)), 0,
            2 * Math.PI)
          ctx.fill()
          ctx.stroke()
        })
      })
      ctx.restore()
    }
  }
}

/** Spread over the middle 60 % of the bar; a single value sits in its middle. */
export function replicateOffset(i: number, count: number, width: number): number {
  return count < 2 ? 0 : (i / (count - 1) - 0.5) * 0.6 * width
}

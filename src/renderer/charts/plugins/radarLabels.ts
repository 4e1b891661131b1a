import type { Plugin, RadialLinearScale } from 'chart.js'
import type { RadarFigure } from '@shared/figure'
import type { ChartTheme } from '../chartTheme'
import { axisEnds, radarLabelSize } from '../radarConfig'
import { typesetText } from '../typesetText'

const lineHeight = 1.2 * radarLabelSize

/** Names and ends of the axes with real subscripts (mg_cat⁻¹), where Chart.js has kept their places free. */
export function radarLabels(figure: () => RadarFigure, theme: () => ChartTheme): Plugin {
  return {
    id: 'radarLabels',
    afterDraw: (chart) => {
      const scale = chart.scales['r'] as RadialLinearScale | undefined
      if (!scale) return
      const { ctx } = chart
      const { font, text: colour, muted } = theme()
      ctx.save()
      figure().categories.forEach((title, axis) => {
        const { left, top, right } = scale.getPointLabelPosition(axis)
        for (const [row, text] of [title, ...axisEnds(figure(), axis)].entries()) {
          ctx.fillStyle = row === 0 ? colour : muted
          const width = typesetText(ctx, text, radarLabelSize, font, null)
          const x = left > scale.xCenter ? left : right < scale.xCenter ? right - width : (left + right - width) / 2
          typesetText(ctx, text, radarLabelSize, font, { x, y: top + (row + 0.5) * lineHeight })
        }
      })
      ctx.restore()
    }
  }
}

import type { Chart, Plugin, Scale } from 'chart.js'
import type { ChartTheme } from '../chartTheme'
import { typesetText } from '../typesetText'

const size = 12.5

/** Axis titles with real subscripts (mg_cat⁻¹); Chart.js itself only keeps their place free. */
export function typesetTitles(theme: () => ChartTheme): Plugin {
  return {
    id: 'typesetTitles',
    afterDraw: (chart) => {
      for (const scale of Object.values(chart.scales)) drawTitle(chart, scale, theme())
    }
  }
}

function drawTitle({ ctx }: Chart, scale: Scale, theme: ChartTheme): void {
  const { title } = scale.options as { title?: { display?: boolean; text?: string } }
  if (!title?.display || !title.text) return
  ctx.save()
  if (scale.isHorizontal()) ctx.translate((scale.left + scale.right) / 2, scale.bottom - size * 0.75)
  else { ctx.translate(scale.left + size * 0.75, (scale.top + scale.bottom) / 2); ctx.rotate(-Math.PI / 2) }
  ctx.fillStyle = theme.text
  typesetText(ctx, title.text, size, theme.font, { x: -typesetText(ctx, title.text, size, theme.font, null) / 2, y: 0 })
  ctx.restore()
}

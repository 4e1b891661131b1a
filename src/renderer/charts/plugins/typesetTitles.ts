import type { Chart, Plugin, Scale } from 'chart.js'
import { textRuns } from '../../text/textRuns'
import type { ChartTheme } from '../chartTheme'

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
  const runs = textRuns(title.text)
  const font = (sub: boolean): string => `${sub ? size * 0.75 : size}px ${theme.font}`
  const widths = runs.map((run) => { ctx.font = font(run.sub); return ctx.measureText(run.text).width })
  ctx.save()
  if (scale.isHorizontal()) ctx.translate((scale.left + scale.right) / 2, scale.bottom - size * 0.75)
  else { ctx.translate(scale.left + size * 0.75, (scale.top + scale.bottom) / 2); ctx.rotate(-Math.PI / 2) }
  ctx.fillStyle = theme.text
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  let at = -widths.reduce((sum, width) => sum + width, 0) / 2
  runs.forEach((run, i) => {
    ctx.font = font(run.sub)
    ctx.fillText(run.text, at, run.sub ? size * 0.28 : 0)
    at += widths[i]!
  })
  ctx.restore()
}

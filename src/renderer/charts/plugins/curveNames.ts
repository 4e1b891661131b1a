import type { Chart, Plugin } from 'chart.js'
import type { Series } from '@shared/figure'
import { withTrueMinus } from '../../text/minusSign'
import type { ChartTheme } from '../chartTheme'
import type { SeriesLook } from '../seriesLook'
import { typesetText } from '../typesetText'

const size = 11.5
/** Above the highest point under the name. */
const gap = 8
const closest = 11

/** Names of curves above their right ends, instead of a legend. Where curves lie closer than letters are high, every second, third … is named. */
export function curveNames(series: () => readonly Series[], looks: () => readonly SeriesLook[], hidden: () => ReadonlySet<number>, theme: () => ChartTheme): Plugin {
  return {
    id: 'curveNames',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea: { right } } = chart
      const taken: number[] = []
      ctx.save()
      series().forEach((curve, i) => {
        const text = withTrueMinus(curve.family ?? curve.name)
        if (!curve.isNamedAtCurve || hidden().has(i) || text === '') return
        const width = typesetText(ctx, text, size, theme().font, null)
        const y = highestUnder(chart, curve, right - width - 4)
        if (y === null || taken.some((other) => Math.abs(other - y) < closest)) return
        taken.push(y)
        ctx.fillStyle = looks()[i]!.colour
        typesetText(ctx, text, size, theme().font, { x: right - width - 4, y: y - gap })
      })
      ctx.restore()
    }
  }
}

/** Pixel of the highest point that is seen to the right of `from`; null where the curve is not. */
function highestUnder({ scales, chartArea: { right, top, bottom } }: Chart, { x, y }: Series, from: number): number | null {
  let highest: number | null = null
  for (let row = 0; row < x.length; row += 1) {
    const at = scales['x']!.getPixelForValue(x[row]!)
    if (!(at >= from && at <= right)) continue
    const pixel = scales['y']!.getPixelForValue(y[row]!)
    if (pixel >= top && pixel <= bottom && (highest === null || pixel < highest)) highest = pixel
  }
  return highest
}

import { Chart, type Plugin } from 'chart.js'
import type { ChartConfig, ChartDatasets } from '../chartConfig'
import type { PictureSize } from './pictureSize'
import { SvgContext } from './svgContext'
import { SvgPath } from './svgPath'

/** Solid lines are thinned to whole pixels of the screen by Chart.js, which shows in print; lines with a dash are not, and this one has no gaps. */
const pointByPoint = (dataset: ChartDatasets[number]): ChartDatasets[number] =>
  (dataset.type === 'line' && !(dataset as { borderDash?: readonly number[] }).borderDash?.length ? { ...dataset, borderDash: [1e5, 0] } as typeof dataset : dataset)

/** A chart drawn once more, as SVG: the same options, datasets and plugins as on the screen. `prefix` keeps its ids apart from other pictures'. */
export function chartSvg(config: ChartConfig, datasets: ChartDatasets, plugins: readonly Plugin[], size: PictureSize, prefix: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const context = new SvgContext(canvas, document.createElement('canvas').getContext('2d'), prefix)
  Object.defineProperty(canvas, 'getContext', { value: () => context })
  // Chart.js and our markers make paths of their own; while this chart is drawn they write theirs down too.
  const scope = globalThis as { Path2D: unknown }
  const path = scope.Path2D
  scope.Path2D = SvgPath
  try {
    const chart = new Chart(canvas, {
      type: 'line', data: { labels: [...(config.labels ?? [])], datasets: datasets.map(pointByPoint) },
      options: { ...config.options, responsive: false, devicePixelRatio: 1 } as ChartConfig['options'], plugins: [...plugins]
    })
    chart.draw()
    const svg = context.svg(size.width, size.height, size.physical)
    chart.destroy()
    return svg
  } finally {
    scope.Path2D = path
  }
}

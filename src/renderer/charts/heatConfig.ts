import { cellEdges } from '@shared/colourMap'
import type { HeatFigure } from '@shared/figure'
import type { Range } from './axisRange'
import { quietOptions, type ChartConfig, type ChartDatasets } from './chartConfig'
import type { ChartTheme } from './chartTheme'
import { colourScale } from './colourScale'
import { numericScale } from './scaleOptions'
import { zoomOptions } from './zoomOptions'

const rangeOf = (places: readonly number[]): Range => {
  const edges = cellEdges(places)
  return { min: edges[0] ?? 0, max: edges.at(-1) ?? 1 }
}

/** Axes that end where the cells end; the cells are drawn by the heatImage plugin. */
export function heatOptions(figure: HeatFigure, theme: ChartTheme): ChartConfig {
  return {
    options: {
      ...quietOptions,
      layout: { padding: { ...quietOptions.layout.padding, right: colourScale(figure).room } },
      scales: { x: numericScale(figure.x, rangeOf(figure.xs), theme), y: numericScale(figure.y, rangeOf(figure.ys), theme) },
      plugins: { legend: { display: false }, tooltip: { enabled: false }, zoom: zoomOptions('xy', theme), annotation: { annotations: {} } }
    } as ChartConfig['options']
  }
}

/** Chart.js wants a dataset to have something to lay out. */
export const heatFrame = ({ xs, ys }: HeatFigure): ChartDatasets =>
  [{ type: 'line', data: [{ x: xs[0] ?? 0, y: ys[0] ?? 0 }, { x: xs.at(-1) ?? 1, y: ys.at(-1) ?? 1 }], showLine: false, pointRadius: 0, pointHitRadius: 0 }]

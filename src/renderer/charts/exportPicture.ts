import type { Plugin } from 'chart.js'
import type { ChartConfig } from './chartConfig'
import type { ChartTheme } from './chartTheme'
import type { LegendItem } from './legendItems'
import { drawLegend, legendHeight, legendPlaces, type LegendPlace } from './plugins/drawLegend'
import { paintGround } from './plugins/paintGround'
import { typesetTitles } from './plugins/typesetTitles'

const axisWidth = 80
const letterWidth = 6.6

/** Estimated from the number of letters: entries may stand a little apart, never on each other. */
function places(items: readonly LegendItem[], width: number): readonly LegendPlace[] {
  return legendPlaces(items, width - axisWidth, (text) => text.length * letterWidth)
}

/** The chart's options with room for the legend above it. */
export function withLegendRoom(config: ChartConfig, items: readonly LegendItem[], width: number): ChartConfig {
  const top = 12 + legendHeight(places(items, width))
  return { ...config, options: { ...config.options, layout: { padding: { top, right: 14, bottom: 4, left: 4 } } } }
}

export function exportPlugins(items: readonly LegendItem[], width: number, theme: ChartTheme): readonly Plugin[] {
  return [paintGround(theme.surface), typesetTitles(() => theme), drawLegend(places(items, width), theme)]
}

import type { ChartDataset } from 'chart.js'
import type { BarsFigure } from '@shared/figure'
import { extentOf, type Range } from './axisRange'
import { categoryLabel } from './categoryLabel'
import { quietOptions, type ChartConfig } from './chartConfig'
import type { ChartTheme } from './chartTheme'
import { translucent } from './contrast'
import { errorBarStyle } from './errorBarStyle'
import { numericScale, scaleTitle } from './scaleOptions'
import type { SeriesLook } from './seriesLook'
import { zoomOptions } from './zoomOptions'

/** Bars stand on zero; the axis holds every error bar and every single value. */
export function barsOptions(figure: BarsFigure, hidden: ReadonlySet<number>, theme: ChartTheme): ChartConfig {
  return {
    labels: figure.categories.map(categoryLabel),
    options: {
      ...quietOptions,
      scales: {
        x: {
          type: 'category', stacked: figure.stacked, title: scaleTitle(figure.x, theme), border: { color: theme.muted, width: 1 },
          grid: { display: true, drawOnChartArea: false, tickColor: theme.muted, tickLength: 5, offset: false },
          ticks: { color: theme.text, font: { family: theme.font, size: 12 }, padding: 2, maxRotation: 40 }
        },
        y: { ...numericScale(figure.y, barsRange(figure, hidden), theme), stacked: figure.stacked }
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false }, zoom: zoomOptions('y', theme), annotation: { annotations: {} } }
    } as ChartConfig['options']
  }
}

export function barsDatasets(figure: BarsFigure, looks: readonly SeriesLook[], hidden: ReadonlySet<number>, theme: ChartTheme): ChartDataset[] {
  return figure.groups.map((group, i) => ({
    type: 'barWithErrorBars',
    label: group.name,
    hidden: hidden.has(i),
    data: figure.categories.map((_, category) => barWithError(figure, hidden, i, category)),
    backgroundColor: translucent(looks[i]!.colour, theme.dark ? 0.5 : 0.55),
    borderColor: looks[i]!.colour,
    borderWidth: 1.2,
    borderSkipped: 'start',
    categoryPercentage: 0.82,
    barPercentage: 0.92,
    maxBarThickness: 44,
    ...errorBarStyle(theme.text)
  }) as ChartDataset)
}

interface BarPoint { readonly x: string; readonly y: number; readonly yMin?: number; readonly yMax?: number }

/** No bar at all (NaN) where there is no value. The error bar of a stacked part stands at the top of what it is stacked on. */
function barWithError(figure: BarsFigure, hidden: ReadonlySet<number>, i: number, category: number): BarPoint {
  const x = categoryLabel(figure.categories[category]!)
  const value = figure.groups[i]!.values[category] ?? null
  if (value === null) return { x, y: Number.NaN }
  const u = figure.groups[i]!.errors?.[category] ?? null
  const top = figure.stacked ? stackBelow(figure, hidden, i, category) + value : value
  return u === null ? { x, y: value } : { x, y: value, yMin: top - u, yMax: top + u }
}

function stackBelow(figure: BarsFigure, hidden: ReadonlySet<number>, i: number, category: number): number {
  const sign = Math.sign(figure.groups[i]!.values[category] ?? 0)
  return figure.groups.slice(0, i).reduce((sum, group, j) => {
    const value = hidden.has(j) ? 0 : (group.values[category] ?? 0)
    return Math.sign(value) === sign ? sum + value : sum
  }, 0)
}

/** Shares that come near it are seen against 100 %. */
const isNearWhole = ({ y }: BarsFigure, max: number): boolean => y.unit === '%' && max >= 80

export function barsRange(figure: BarsFigure, hidden: ReadonlySet<number>): Range {
  const ends = figure.groups.flatMap((group, i) => (hidden.has(i) ? [] : figure.categories.flatMap((_, category) => {
    const bar = barWithError(figure, hidden, i, category)
    const top = figure.stacked ? stackBelow(figure, hidden, i, category) + bar.y : bar.y
    return [top, bar.yMin ?? top, bar.yMax ?? top, ...(figure.stacked ? [] : (group.points?.[category] ?? []))]
  })))
  const extent = extentOf(ends, figure.y)
  if (figure.y.log) return extent ? { min: extent.min / 2, max: extent.max * 1.5 } : { min: 0.1, max: 10 }
  const [min, max] = [Math.min(0, extent?.min ?? 0), Math.max(0, extent?.max ?? 0)]
  if (min === 0 && max === 0) return { min: 0, max: 1 }
  return { min: min * 1.06, max: (isNearWhole(figure, max) ? Math.max(100, max) : max) * 1.06 }
}

import type { ChartDataset } from 'chart.js'
import type { RadarFigure } from '@shared/figure'
import { formatNumber } from '../text/formatNumber'
import { formatQuantity } from '../text/formatQuantity'
import { unitText } from '../text/unitText'
import { quietOptions, type ChartConfig } from './chartConfig'
import type { ChartTheme } from './chartTheme'
import { translucent } from './contrast'
import { markerFill } from './markerPath'
import { nearestPoints, type PixelPoint } from './nearestPoints'
import type { Readout } from './readout'
import type { SeriesLook } from './seriesLook'
import type { ShownBar } from './barsReadout'

const pointStyles: Readonly<Record<SeriesLook['marker'], string>> = {
  circle: 'circle', circleOpen: 'circle', rect: 'rect', triangle: 'triangle', rectRot: 'rectRot', cross: 'crossRot', star: 'star'
}

export const radarLabelSize = 12
/** A longer line of both ends has the unit below it: labels that leave less than half of the room for the axes are cut off. */
const longestEnds = 18

/** Axes from 0 to 1, each with its own numbers at the centre and the rim; all others stand in the read-out and the table. */
export function radarOptions(figure: RadarFigure, theme: ChartTheme): ChartConfig {
  return {
    labels: figure.categories,
    options: {
      ...quietOptions,
      layout: { padding: 4 },
      scales: {
        r: {
          type: 'radialLinear',
          min: 0, max: 1, angleLines: { color: theme.line }, grid: { color: theme.line, circular: false },
          ticks: { display: false, stepSize: 0.25 }, // Drawn by radarLabels: here they only keep their places.
          pointLabels: { color: 'transparent', font: { family: theme.font, size: radarLabelSize }, callback: (title: string, i: number) => [title, ...axisEnds(figure, i)] }
        }
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false }, zoom: { zoom: { wheel: { enabled: false } }, pan: { enabled: false } }, annotation: { annotations: {} } }
    } as ChartConfig['options']
  }
}

/** What the centre and the rim of an axis stand for, as '33.4 → 100 %': that of the worst and of the best catalyst. */
export function axisEnds(figure: RadarFigure, axis: number): readonly string[] {
  const [worst, best] = [0, 1].map((end) => figure.groups.find(({ values }) => values[axis] === end)?.raw[axis])
  if (!worst || !best) return []
  const whole = `${formatNumber(worst.value, 3)} → ${formatQuantity(Number(best.value.toPrecision(3)), null, best.unit)}`
  return whole.length <= longestEnds ? [whole] : [`${formatNumber(worst.value, 3)} → ${formatNumber(best.value, 3)}`, ...(unitText(best.unit) === '' ? [] : [unitText(best.unit)])]
}

export function radarDatasets(figure: RadarFigure, looks: readonly SeriesLook[], hidden: ReadonlySet<number>, theme: ChartTheme): ChartDataset[] {
  return figure.groups.map((group, i) => ({
    type: 'radar', label: group.name, hidden: hidden.has(i), data: group.values.map((value) => value ?? Number.NaN), spanGaps: true,
    borderColor: looks[i]!.colour, borderWidth: 1.8, backgroundColor: translucent(looks[i]!.colour, 0.04), fill: true,
    pointStyle: pointStyles[looks[i]!.marker], pointRadius: 4, pointBorderColor: looks[i]!.colour,
    pointBackgroundColor: markerFill(looks[i]!.marker) === 'ground' ? theme.surface : looks[i]!.colour
  }) as ChartDataset)
}

/** The axis under the cursor with the raw number of every catalyst, the nearest first. */
export function radarReadout(figure: RadarFigure, looks: readonly SeriesLook[], shown: readonly (readonly ShownBar[])[], cursor: PixelPoint): Readout | null {
  const first = nearestPoints(shown, cursor)[0]
  if (!first) return null
  const { category } = first.point
  const order = [first.series, ...figure.groups.map((_, i) => i).filter((i) => i !== first.series && (shown[i]?.length ?? 0) > 0)]
  const lines = order.flatMap((series) => {
    const raw = figure.groups[series]!.raw[category]
    return raw ? [{ series, name: figure.groups[series]!.name, look: looks[series]!, text: formatQuantity(raw.value, raw.u, raw.unit) }] : []
  })
  return { x: first.point.x, y: first.point.y, heading: figure.categories[category] ?? '', sample: 'point', lines }
}

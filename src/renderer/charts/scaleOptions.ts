import type { ChartOptions, Scale, Tick } from 'chart.js'
import type { Axis } from '@shared/figure'
import { axisTitle } from './axisTitle'
import type { Range } from './axisRange'
import type { ChartTheme } from './chartTheme'
import { translucent } from './contrast'
import { logTicks } from './logTicks'
import { linearTickLabel, logTickLabel } from './tickLabel'

export type ScaleOptions = NonNullable<NonNullable<ChartOptions['scales']>[string]>

/** Title with unit, ticks outside, a faint grid. */
export function numericScale(axis: Axis, range: Range, theme: ChartTheme): ScaleOptions {
  return {
    type: axis.log ? 'logarithmic' : 'linear',
    min: range.min,
    max: range.max,
    reverse: axis.reversed ?? false,
    title: scaleTitle(axis, theme),
    ...(axis.log ? { afterBuildTicks: (scale: Scale) => { scale.ticks = logTicks(scale.min, scale.max).map((value) => ({ value })) } } : {}),
    border: { color: theme.muted, width: 1 },
    grid: axis.isArbitrary ? { display: false } : { color: translucent(theme.line, 0.55), tickColor: theme.muted, tickLength: 5, lineWidth: 1, drawTicks: true },
    ticks: axis.isArbitrary ? { display: false } : {
      color: theme.text, font: { family: theme.font, size: 12 }, padding: 2, maxTicksLimit: 8, maxRotation: 0,
      autoSkipPadding: 12, includeBounds: false,
      callback: (value: number | string, _index: number, ticks: Tick[]) =>
        (axis.labels ? (axis.labels[Number(value)] ?? '') : axis.log ? logTickLabel(Number(value)) : linearTickLabel(Number(value), ticks)),
      ...(axis.labels ? { stepSize: 1, autoSkip: false, maxTicksLimit: 100, maxRotation: 60 } : {})
    }
  } as ScaleOptions
}

/** Chart.js keeps the room for the title; it is drawn, with its subscripts, by the typesetTitles plugin. */
export function scaleTitle(axis: Axis, theme: ChartTheme): Record<string, unknown> {
  return { display: axisTitle(axis) !== '', text: axisTitle(axis), color: 'transparent', font: { family: theme.font, size: 12.5 }, padding: 3 }
}

import type { Chart, Plugin, Scale } from 'chart.js'

/** Pixels are whole: nearer than this two scales cannot come. */
const tolerance = 0.01
const enough = 3
const rounds = new WeakMap<Chart, number>()

const isMeant = (chart: Chart, options: unknown): boolean => (options as { enabled?: boolean }).enabled === true && !chart.isZoomedOrPanned?.()
const perPixel = (scale: Scale | undefined, pixels: number): number => {
  const { min, max } = (scale?.options ?? {}) as { min?: number; max?: number }
  return min === undefined || max === undefined ? 0 : (max - min) / pixels
}

/** A semicircle looks like one: the axis that has room to spare shows more, until a unit is as long on both. A person's own zoom stays. */
export const equalScales: Plugin = {
  id: 'equalScales',
  afterDataLimits(chart, { scale }, options) {
    const { width, height } = chart.chartArea ?? { width: 0, height: 0 }
    if (!isMeant(chart, options) || !(width > 0 && height > 0)) return
    const unit = Math.max(perPixel(chart.scales['x'], width), perPixel(chart.scales['y'], height))
    if (scale.id === 'x') scale.max = Math.max(scale.max, scale.min + unit * width)
    if (scale.id === 'y') scale.max = Math.max(scale.max, scale.min + unit * height)
  },
  // The room of a chart is known only when it has been laid out once.
  afterUpdate(chart, _args, options) {
    const { x, y } = chart.scales
    const round = rounds.get(chart) ?? 0
    if (!isMeant(chart, options) || !x || !y || round >= enough) return void rounds.set(chart, 0)
    const ratio = (x.max - x.min) / x.width / ((y.max - y.min) / y.height)
    if (Math.abs(ratio - 1) <= tolerance) return void rounds.set(chart, 0)
    rounds.set(chart, round + 1)
    chart.update('none')
  }
}

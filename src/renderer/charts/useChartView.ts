import { computed, shallowReactive, type ComputedRef } from 'vue'
import type { BarsFigure, XyFigure } from '@shared/figure'
import { asTurned, viewSwitches, withTurned, type Turned, type ViewSwitch } from './chartView'

const none: Turned = new Set()
/** By the figure's id, so that one kind of figure looks the same for every catalyst, on its card and in its file; until the window is closed, like a zoom. */
const turnedFigures = shallowReactive(new Map<string, Turned>())

interface ChartView<F> {
  /** The figure as this person wants to see it. */
  readonly figure: ComputedRef<F>
  readonly switches: ComputedRef<ReturnType<typeof viewSwitches>>
  readonly turn: (key: ViewSwitch) => void
}

export function useChartView<F extends XyFigure | BarsFigure>(source: () => F): ChartView<F> {
  const turned = computed(() => turnedFigures.get(source().id) ?? none)
  return {
    figure: computed(() => asTurned(source(), turned.value)),
    switches: computed(() => viewSwitches(source(), turned.value)),
    turn: (key) => { turnedFigures.set(source().id, withTurned(turned.value, key)) }
  }
}

import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { isolateSeries, toggleSeries } from './hiddenSeries'

interface Source {
  readonly catalysts: readonly (string | undefined)[]
  readonly hiddenCatalysts: ReadonlySet<string> | undefined
  /** Series of one family come and go together. */
  readonly families?: readonly (string | undefined)[]
}

interface HiddenSeries {
  readonly hidden: ComputedRef<ReadonlySet<number>>
  readonly toggle: (i: number) => void
  readonly isolate: (i: number) => void
}

/** Series hidden in this legend and those of catalysts that are switched off everywhere. */
export function useHiddenSeries(source: () => Source): HiddenSeries {
  const own = shallowRef<ReadonlySet<number>>(new Set())
  const count = computed(() => source().catalysts.length)
  watch(count, () => { own.value = new Set() })
  const hidden = computed(() => {
    const { catalysts, hiddenCatalysts } = source()
    return new Set([...own.value, ...catalysts.flatMap((catalyst, i) => (catalyst !== undefined && hiddenCatalysts?.has(catalyst) ? [i] : []))])
  })
  const membersOf = (i: number): readonly number[] => {
    const { families = [] } = source()
    return families[i] === undefined ? [i] : families.flatMap((family, member) => (family === families[i] ? [member] : []))
  }
  return {
    hidden,
    toggle: (i) => { own.value = toggleSeries(own.value, membersOf(i)) },
    isolate: (i) => { own.value = isolateSeries(own.value, membersOf(i), count.value) }
  }
}

import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import type { Figure } from '@shared/figure'
import { numbersIn, numbersPerStep } from '../charts/figureSize'

/** A frame: windows that are not seen have none, so time is counted instead. */
const step_ms = 20

/**
 * The figures of a card as they are shown. Where new ones hold many numbers they come one after the other, so that a card of a dozen
 * is not set in one piece of work; until its turn a figure is that of before. `isAtOnce`: while a handle moves, none waits.
 */
export function useFiguresInSteps(list: () => readonly Figure[], isAtOnce: () => boolean): ShallowRef<readonly Figure[]> {
  const shown = shallowRef(list())
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(list, (now) => {
    clearTimeout(timer)
    const steps = isAtOnce() ? [now] : figureSteps(shown.value, now)
    const show = (at: number): void => {
      shown.value = steps[at]!
      if (at + 1 < steps.length) timer = setTimeout(() => show(at + 1), step_ms)
    }
    show(0)
  })
  onBeforeUnmount(() => clearTimeout(timer))
  return shown
}

/** From the figures that are shown to new ones, some at a time; those that have gone go with the first, those that have come take their turn. */
export function figureSteps(before: readonly Figure[], now: readonly Figure[]): readonly (readonly Figure[])[] {
  const old = new Map(before.map((figure) => [figure.id, figure]))
  let [step, weight] = [0, 0]
  const steps = now.map((figure) => {
    if (old.get(figure.id) === figure) return 0
    const more = numbersIn(figure)
    if (weight > 0 && weight + more > numbersPerStep) [step, weight] = [step + 1, 0]
    weight += more
    return step
  })
  return Array.from({ length: step + 1 }, (_, at) => now.flatMap((figure, i) => (steps[i]! <= at ? figure : old.get(figure.id) ?? [])))
}

import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'

/** A frame: windows that are not seen have none, so time is counted instead. */
const step_ms = 20

/** What is shown of something that changes: the first of the steps to it at once, each other one a frame later. */
export function useSteps<Shown>(now: () => Shown, stepsTo: (shown: Shown, now: Shown) => readonly Shown[]): ShallowRef<Shown> {
  const shown = shallowRef(now()) as ShallowRef<Shown>
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(now, (next) => {
    clearTimeout(timer)
    const steps = stepsTo(shown.value, next)
    const show = (at: number): void => {
      shown.value = steps[at]!
      if (at + 1 < steps.length) timer = setTimeout(() => show(at + 1), step_ms)
    }
    show(0)
  })
  onBeforeUnmount(() => clearTimeout(timer))
  return shown
}

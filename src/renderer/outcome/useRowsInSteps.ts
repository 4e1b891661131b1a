import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'

/** A frame: windows that are not seen have none, so time is counted instead. */
const step_ms = 20
/** New rows that are made in one step: each has a button for every number. */
const rowsPerStep = 8

interface Row { readonly key: string }

/** The rows of a table as they are shown: where many new ones come, some at a time; until then those of before stay in their places. */
export function useRowsInSteps<Shown extends Row>(list: () => readonly Shown[]): ShallowRef<readonly Shown[]> {
  const shown = shallowRef(list()) as ShallowRef<readonly Shown[]>
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(list, (now) => {
    clearTimeout(timer)
    const steps = rowSteps(shown.value, now)
    const show = (at: number): void => {
      shown.value = steps[at]!
      if (at + 1 < steps.length) timer = setTimeout(() => show(at + 1), step_ms)
    }
    show(0)
  })
  onBeforeUnmount(() => clearTimeout(timer))
  return shown
}

/** From the rows that are shown to new ones; rows with keys of before are no work and come at once. */
export function rowSteps<Shown extends Row>(before: readonly Shown[], now: readonly Shown[]): readonly (readonly Shown[])[] {
  const old = new Set(before.map(({ key }) => key))
  const ends: number[] = []
  let fresh = 0
  now.forEach(({ key }, i) => {
    fresh += old.has(key) ? 0 : 1
    if (fresh <= rowsPerStep) return
    ends.push(i)
    fresh = 1
  })
  return [...ends.map((end) => {
    const first = now.slice(0, end)
    const keys = new Set(first.map(({ key }) => key))
    return [...first, ...before.slice(end).filter(({ key }) => !keys.has(key))]
  }), now]
}

import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'

/** A frame: windows that are not seen have none, so time is counted instead. */
const later_ms = 20

/**
 * What is shown of a list. Of a long one it is made a frame later and shown one more after that: figures, the order of a thousand
 * results and their table are not made in one piece of work.
 */
export function useLater<Item, Shown>(list: () => readonly Item[], made: (items: readonly Item[]) => Shown, from = 100): ShallowRef<Shown> {
  const shown = shallowRef(made(list())) as ShallowRef<Shown>
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (work: () => void): void => { timer = setTimeout(work, later_ms) }
  watch(list, (now) => {
    clearTimeout(timer)
    if (now.length < from) shown.value = made(now)
    else later(() => {
      const next = made(now)
      later(() => { shown.value = next })
    })
  })
  onBeforeUnmount(() => clearTimeout(timer))
  return shown
}

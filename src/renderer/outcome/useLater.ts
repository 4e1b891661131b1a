import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'

/** A frame: windows that are not seen have none, so time is counted instead. */
const later_ms = 20

/** The same list, a frame later where it is long: figures and a table of hundreds of numbers are not made in one piece of work. */
export function useLater<Item>(list: () => readonly Item[], from = 100): ShallowRef<readonly Item[]> {
  const shown = shallowRef(list())
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(list, (now) => {
    clearTimeout(timer)
    if (now.length < from) shown.value = now
    else timer = setTimeout(() => { shown.value = now }, later_ms)
  })
  onBeforeUnmount(() => clearTimeout(timer))
  return shown
}

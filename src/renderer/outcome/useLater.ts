import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import { finished, type Pieces } from './pieces'

/** A frame: windows that are not seen have none, so time is counted instead. */
const later_ms = 20
/** So much of the work fits into a frame beside everything else. */
const share_ms = 8

/**
 * What is shown of a list. Of a long one it is made from the next frame on, in pieces, and shown one after that: figures, the order of a
 * thousand results and their table are not made in one piece of work.
 */
export function useLater<Item, Shown>(list: () => readonly Item[], made: (items: readonly Item[]) => Pieces<Shown>, from = 100): ShallowRef<Shown> {
  const shown = shallowRef(finished(made(list()))) as ShallowRef<Shown>
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (work: () => void): void => { timer = setTimeout(work, later_ms) }
  function goOn(pieces: Pieces<Shown>): void {
    const start = performance.now()
    do {
      const { done, value } = pieces.next()
      if (done) return later(() => { shown.value = value })
    } while (performance.now() - start < share_ms)
    later(() => goOn(pieces))
  }
  watch(list, (now) => {
    clearTimeout(timer)
    if (now.length < from) shown.value = finished(made(now))
    else later(() => goOn(made(now)))
  })
  onBeforeUnmount(() => clearTimeout(timer))
  return shown
}

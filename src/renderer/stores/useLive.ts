import { nextTick, onBeforeUnmount, shallowRef, watch, type ShallowRef, type WatchSource } from 'vue'
import type { EventName } from '@shared/api'
import { inTurn } from '../charts/inTurn'
import { workbench } from '../workbench'
import { useSession } from './session'

export interface Live<T> { readonly value: ShallowRef<T | undefined>; readonly reload: () => Promise<void> }

/** Windows that are not seen have no frames, so that time is counted instead. */
const FRAME_MS = 20
/** So much setting of steps fits into a frame beside layout and paint. */
const SHARE_MS = 8

/**
 * What a call answers, asked again whenever one of the events comes or a source changes. Events that come while an answer is
 * awaited lead to one more call, not to many; an answer to an outdated question is not shown. `merge` may keep what has not changed, and
 * may say the answer in steps, each of which is shown before the next.
 */
export function useLive<T>(load: () => Promise<T>, events: readonly EventName[], source?: WatchSource, merge: (before: T, answer: T) => readonly T[] = (_before, answer) => [answer]): Live<T> {
  const session = useSession()
  const value = shallowRef<T>()
  let asking = false
  let again = false
  const reload = async (): Promise<void> => {
    again = asking
    if (asking) return
    asking = true
    do {
      again = false
      const answer = await session.ask(load)
      if (answer !== undefined && !again) await show(answer)
    } while (again)
    asking = false
  }
  /** As many steps a frame as this machine sets in its share; when something newer is asked for, the rest of an answer waits for that one. */
  const show = async (answer: T): Promise<void> => {
    const before = value.value
    const steps = before === undefined ? [answer] : merge(before, answer)
    let start = performance.now()
    for (const step of steps) {
      if (performance.now() - start > SHARE_MS) {
        await new Promise<void>((done) => setTimeout(done, FRAME_MS))
        start = performance.now()
      }
      if (again) return
      inTurn.fill()
      value.value = step
      await nextTick()
    }
  }
  const stops = events.map((event) => workbench().on(event, () => void reload()))
  onBeforeUnmount(() => stops.forEach((stop) => stop()))
  if (source) {
    watch(source, () => {
      value.value = undefined
      void reload()
    })
  }
  void reload()
  return { value, reload }
}

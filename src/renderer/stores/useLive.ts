import { onBeforeUnmount, shallowRef, watch, type ShallowRef, type WatchSource } from 'vue'
import type { EventName } from '@shared/api'
import { workbench } from '../workbench'
import { useSession } from './session'

export interface Live<T> { readonly value: ShallowRef<T | undefined>; readonly reload: () => Promise<void> }

/**
 * What a call answers, asked again whenever one of the events comes or a source changes. Events that come while an answer is
 * awaited lead to one more call, not to many; an answer to an outdated question is not shown. `merge` may keep what has not changed.
 */
export function useLive<T>(load: () => Promise<T>, events: readonly EventName[], source?: WatchSource, merge: (before: T, answer: T) => T = (_before, answer) => answer): Live<T> {
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
      if (answer !== undefined && !again) value.value = value.value === undefined ? answer : merge(value.value, answer)
    } while (again)
    asking = false
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

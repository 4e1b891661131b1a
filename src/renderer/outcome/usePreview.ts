import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import type { Outcome, Settings } from '@shared/analyses/analysis'

export type AskPreview = (outcome: Outcome, settings: Settings) => Promise<Outcome | null>
/** So long what was tried stands after it was let go of, should nothing new come of it. */
const longest_ms = 3000

export interface Preview {
  /** What is shown while a handle or a slider moves, and until the program has computed it in earnest. */
  readonly shown: ShallowRef<Outcome | null>
  /** null: it was given up. */
  readonly attempt: (settings: Settings | null) => void
  /** The movement is over and its setting is on its way. */
  readonly settle: () => void
}

/** One question at a time, always with the newest wish: those in between are never asked, so a slow answer delays the picture by one, not by all. */
export function usePreview(outcome: () => Outcome, ask: AskPreview | undefined): Preview {
  const shown = shallowRef<Outcome | null>(null)
  let wanted: Settings | null = null
  let isAsking = false
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function end(): void {
    clearTimeout(timer)
    turn += 1
    wanted = null
    shown.value = null
  }
  function attempt(settings: Settings | null): void {
    if (settings === null) return end()
    clearTimeout(timer)
    wanted = settings
    if (!isAsking) void answer()
  }
  async function answer(): Promise<void> {
    if (!ask) return
    isAsking = true
    while (wanted) {
      const [settings, mine] = [wanted, turn]
      wanted = null
      const found = await ask(outcome(), settings).catch(() => null)
      if (mine === turn && found) shown.value = found
    }
    isAsking = false
  }
  function settle(): void {
    clearTimeout(timer)
    timer = setTimeout(end, longest_ms)
  }
  watch(() => outcome().trace.key, end)
  onBeforeUnmount(end)
  return { shown, attempt, settle }
}

import type { ProjectState } from '../../shared/api'

/** What came in since somebody last had the window before them. */
export interface Arrived { readonly name: string; readonly files: number; /** Of them, those that need somebody. */ readonly attention: number }

export interface ArrivalsOptions {
  readonly isSeen: () => boolean
  readonly tell: (arrived: Arrived) => void
  /** Milliseconds since any fixed moment. */
  readonly now: () => number
  readonly after: (ms: number, work: () => void) => void
}

/** A batch has come to its end when nothing has come for so long. */
export const quietMs = 5_000
export const mostOftenMs = 60_000

/** At most one summary a minute, of batches that came to their end while nobody looked: an instrument writes all night. */
export function createArrivals({ isSeen, tell, now, after }: ArrivalsOptions): (state: ProjectState | null) => void {
  let path: string | null = null
  let told = { files: 0, attention: 0 }
  let latest: ProjectState | null = null
  let lastChange = 0
  let lastTold = -Infinity
  let isWaiting = false
  const count = (state: ProjectState): typeof told => ({ files: state.files, attention: state.needsAttention })

  const look = (): void => {
    isWaiting = false
    if (!latest) return
    if (isSeen()) return void (told = count(latest))
    const files = latest.files - told.files
    if (files <= 0) return void (told = count(latest))
    const wait = Math.max(lastChange + quietMs, lastTold + mostOftenMs) - now()
    if (wait > 0 || latest.progress.length > 0) return lookAfter(Math.max(wait, quietMs / 5))
    tell({ name: latest.name, files, attention: Math.min(files, Math.max(0, latest.needsAttention - told.attention)) })
    lastTold = now()
    told = count(latest)
  }
  const lookAfter = (ms: number): void => {
    if (isWaiting) return
    isWaiting = true
    after(ms, look)
  }
  return (state) => {
    const isOther = state?.path !== latest?.path
    if (state && latest && !isOther && state.files !== latest.files) lastChange = now()
    latest = state
    if (!state) return
    if (state.path !== path || isSeen()) {
      path = state.path
      told = count(state)
      return
    }
    if (state.files > told.files) lookAfter(quietMs)
  }
}

import type { Driver } from '../store/driver'
import type { ReadOutcome } from './readFile'
import type { Place, Recorded } from './recordFile'

/** One file that is known to the bottom and only has to be written into the store. */
export interface Unsaved { readonly place: Place; readonly bytes: number; readonly outcome: ReadOutcome | null; readonly record: () => Recorded }

export interface RecordTogether {
  add(one: Unsaved): void
  /** Writes what has gathered, now. */
  save(): void
  size(): number
}

export interface RecordEvents {
  readonly recorded: (one: Unsaved, recorded: Recorded) => void
  readonly failed: (one: Unsaved, error: unknown) => void
  readonly finished: (one: Unsaved) => void
}

/** Many files at once are recorded together: one transaction waits for the disk once; where that takes long, more files gather meanwhile. */
const together = { files: 400, bytes: 32e6, ms: 150, mostMs: 1000, gatherPerSave: 3 } as const

export function createRecordTogether(driver: Driver, events: RecordEvents): RecordTogether {
  let unsaved: Unsaved[] = []
  let bytes = 0
  let timer: NodeJS.Timeout | null = null
  let [savedMs, savedAt] = [0, -Infinity]
  /** Only while files pour in: a single one hours later is not kept waiting for what a crowd took. */
  const patienceMs = (): number => (performance.now() - savedAt > together.mostMs ? together.ms : Math.min(together.mostMs, Math.max(together.ms, together.gatherPerSave * savedMs)))

  const save = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    const now = unsaved
    unsaved = []
    bytes = 0
    if (now.length === 0) return
    const started = performance.now()
    const recorded = orNull(() => driver.transaction(() => now.map((one) => one.record())))
    savedAt = performance.now()
    savedMs = savedAt - started
    now.forEach(events.finished) // whoever hears of them sees how many are still to come
    now.forEach((one, i) => {
      try {
        // Where one of them, or the disk, failed: each for itself, so that a single bad one keeps none of the others out.
        events.recorded(one, recorded?.[i] ?? one.record())
      } catch (error) {
        events.failed(one, error)
      }
    })
  }
  return {
    add(one) {
      unsaved.push(one)
      bytes += one.bytes
      if (unsaved.length >= together.files || bytes >= together.bytes) save()
      else timer ??= setTimeout(save, patienceMs())
    },
    save,
    size: () => unsaved.length
  }
}

function orNull<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

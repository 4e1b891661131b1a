import type { Outcome } from '@shared/analyses/analysis'
import type { SentOutcome } from '@shared/api'
import { withDifference, type Difference } from '@shared/difference'

export interface Received {
  /** Versions that need not be sent again. */
  readonly known: () => string[]
  /** Long answers are read in slices, so that frames come between them. */
  readonly take: (sent: readonly SentOutcome[]) => Promise<Outcome[]>
}

/** Some milliseconds of reading. */
const sliceLength = 200_000
const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done))

/** The outcomes of a view: what was not sent again is the object of before. */
export function createReceived(): Received {
  let held = new Map<string, Outcome>()
  return {
    known: () => [...held.keys()],
    async take(sent) {
      const now = new Map<string, Outcome>()
      const isLong = sent.reduce((sum, { json }) => sum + (json?.length ?? 0), 0) > sliceLength
      // The answer itself has taken this task; what is made of it has the next ones.
      if (isLong) await nextTask()
      let read = 0
      for (const { version, json, since } of sent) {
        if (json !== null && read + json.length > sliceLength) {
          if (read > 0) await nextTask()
          read = 0
        }
        read += json?.length ?? 0
        const outcome = json === null ? held.get(version) : since === undefined ? JSON.parse(json) : withDifference(held.get(since), JSON.parse(json) as Difference)
        if (outcome) now.set(version, outcome as Outcome)
      }
      if (isLong) await nextTask()
      held = now
      return [...now.values()]
    }
  }
}

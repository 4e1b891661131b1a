import type { Outcome } from '@shared/analyses/analysis'
import type { SentOutcome } from '@shared/api'

export interface Received {
  /** Versions that need not be sent again. */
  readonly known: () => string[]
  readonly take: (sent: readonly SentOutcome[]) => Outcome[]
}

/** The outcomes of a view: what was not sent again is the object of before. */
export function createReceived(): Received {
  let held = new Map<string, Outcome>()
  return {
    known: () => [...held.keys()],
    take(sent) {
      const now = new Map(sent.flatMap(({ version, json }): [string, Outcome][] => {
        const outcome = json === null ? held.get(version) : (JSON.parse(json) as Outcome)
        return outcome ? [[version, outcome]] : []
      }))
      held = now
      return [...now.values()]
    }
  }
}

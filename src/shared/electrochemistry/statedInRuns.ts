import { groupBy } from '../groupBy'
import type { FieldKey, ResolvedFields } from '../metadata/fields'
import { runKey } from '../metadata/inheritCatalyst'
import type { Entry } from '../project'
import { remembered } from '../remembered'

/** What an entry states, else what another one of its run does: a reading is often a row of little more than its absorbance. */
export function statedInRuns(entries: readonly Entry[]): <K extends FieldKey>(entry: Entry, key: K) => ResolvedFields[K] {
  const runs = runsOf(entries, [], () => groupBy(entries, runKey))
  return (entry, key) => {
    const run = runKey(entry)
    return entry.fields[key] ?? (run === null ? undefined : runs.get(run)?.find(({ fields }) => fields[key] !== undefined)?.fields[key])
  }
}

/** Three rules ask for the runs of the same entries. */
const runsOf = remembered<ReadonlyMap<string | null, readonly Entry[]>>()

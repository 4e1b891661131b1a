import type { Entry } from '../project'
import { perEntry } from '../perEntry'
import { replacedAt } from '../replacedAt'
import type { Sourced } from './fields'
import { composed } from './plainText'

/**
 * A reading that names only its `run` belongs to the catalyst of that run, where the rest of the run agrees on one;
 * run names are compared without case and blanks. Entries come back in the same order.
 */
export const inheritCatalyst = (entries: readonly Entry[]): Entry[] => createInheritance()(entries)

/** The same, again and again for one project: where nothing new is said about runs and catalysts, only entries that were replaced are looked at. */
export function createInheritance(): (entries: readonly Entry[]) => Entry[] {
  const known: Inherited = new WeakMap()
  let [of, made]: [readonly Entry[], Entry[]] = [[], []]
  let catalysts: CatalystsOfRuns = new Map()
  return (entries) => {
    const places = replacedAt(of, entries)
    if (places?.every((i) => saysTheSame(of[i]!, entries[i]!))) {
      if (places.length > 0) made = made.slice()
      for (const i of places) made[i] = inherited(entries[i]!, catalysts, known)
    } else {
      catalysts = catalystsOfRuns(entries)
      made = entries.map((entry) => inherited(entry, catalysts, known))
    }
    of = entries
    return made
  }
}

type CatalystsOfRuns = ReadonlyMap<string, ReadonlyMap<string, Sourced<string>>>

/** By run, each catalyst that is named in it, as the first that names it does. */
function catalystsOfRuns(entries: readonly Entry[]): CatalystsOfRuns {
  const catalysts = new Map<string, Map<string, Sourced<string>>>()
  for (const entry of entries) {
    const run = runKey(entry)
    const catalyst = entry.fields.catalyst
    if (run === null || !catalyst) continue
    const of = catalysts.get(run) ?? new Map<string, Sourced<string>>()
    if (!of.has(catalyst.value)) of.set(catalyst.value, catalyst)
    catalysts.set(run, of)
  }
  return catalysts
}

function inherited(entry: Entry, catalysts: CatalystsOfRuns, known: Inherited): Entry {
  const run = entry.fields.catalyst ? null : runKey(entry)
  const of = run === null ? undefined : catalysts.get(run)
  const [only] = of?.size === 1 ? [...of.values()] : []
  return only ? withCatalyst(entry, only, known) : entry
}

function saysTheSame(before: Entry, now: Entry): boolean {
  const [a, b] = [before.fields.catalyst, now.fields.catalyst]
  return runKey(before) === runKey(now) && a?.value === b?.value && a?.origin === b?.origin && a?.where === b?.where
}

/** What was made of an entry: the same object again, so that what was computed of it is kept; it goes with the entry. */
type Inherited = WeakMap<Entry, Entry>

function withCatalyst(entry: Entry, { value, origin, where: stated }: Sourced<string>, known: Inherited): Entry {
  const where = `run ${entry.fields.run?.value ?? ''} (${stated})`
  const before = known.get(entry)
  const catalyst = before?.fields.catalyst
  if (before && catalyst?.value === value && catalyst.origin === origin && catalyst.where === where) return before
  const made = { ...entry, fields: { ...entry.fields, catalyst: { value, origin, where } }, revision: `${entry.revision}+${value}` }
  known.set(entry, made)
  return made
}

/** Runs are one where these are. */
export const runNamed = (run: string): string => composed(run).trim().replace(/\s+/g, ' ').toLowerCase()

export const runKey = perEntry(({ fields: { run } }): string | null => (run === undefined ? null : runNamed(run.value) || null))

import type { Entry } from '../project'
import type { Sourced } from './fields'

/**
 * A reading that names only its `run` belongs to the catalyst of that run, where the rest of the run agrees on one;
 * run names are compared without case and blanks. Entries come back in the same order.
 */
export function inheritCatalyst(entries: readonly Entry[]): Entry[] {
  const catalystsOf = new Map<string, Map<string, Entry>>()
  for (const entry of entries) {
    const run = runKey(entry)
    const catalyst = entry.fields.catalyst
    if (run === null || !catalyst) continue
    const of = catalystsOf.get(run) ?? new Map<string, Entry>()
    if (!of.has(catalyst.value)) of.set(catalyst.value, entry)
    catalystsOf.set(run, of)
  }
  return entries.map((entry) => {
    const run = runKey(entry)
    const of = run === null || entry.fields.catalyst ? undefined : catalystsOf.get(run)
    const [only] = of?.size === 1 ? [...of.values()] : []
    return only?.fields.catalyst ? withCatalyst(entry, only.fields.catalyst) : entry
  })
}

/** The same object for the same entry and catalyst, so that what was computed of it is kept. */
const inherited = new WeakMap<Entry, Entry>()

function withCatalyst(entry: Entry, { value, origin, where: stated }: Sourced<string>): Entry {
  const where = `run ${entry.fields.run?.value ?? ''} (${stated})`
  const known = inherited.get(entry)
  const before = known?.fields.catalyst
  if (known && before?.value === value && before.origin === origin && before.where === where) return known
  const made = { ...entry, fields: { ...entry.fields, catalyst: { value, origin, where } }, revision: `${entry.revision}+${value}` }
  inherited.set(entry, made)
  return made
}

const runKeys = new WeakMap<Entry, string | null>()

export function runKey(entry: Entry): string | null {
  let key = runKeys.get(entry)
  if (key === undefined) {
    const run = entry.fields.run?.value.trim().replace(/\s+/g, ' ').toLowerCase()
    key = run === undefined || run === '' ? null : run
    runKeys.set(entry, key)
  }
  return key
}

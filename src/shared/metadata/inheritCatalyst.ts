import type { Entry } from '../project'
import type { Sourced } from './fields'

/**
 * A reading that names only its `run` belongs to the catalyst of that run, where the rest of the run agrees on one;
 * run names are compared without case and blanks. Entries come back in the same order.
 */
export function inheritCatalyst(entries: readonly Entry[], known: Inherited = new Map()): Entry[] {
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
    const run = entry.fields.catalyst ? null : runKey(entry)
    const of = run === null ? undefined : catalystsOf.get(run)
    const [only] = of?.size === 1 ? [...of.values()] : []
    return only?.fields.catalyst ? withCatalyst(entry, only.fields.catalyst, known) : entry
  })
}

/** By entry id, what was made of which entry: the same object again, so that what was computed of it is kept. */
export type Inherited = Map<string, { readonly of: Entry; readonly made: Entry }>

function withCatalyst(entry: Entry, { value, origin, where: stated }: Sourced<string>, known: Inherited): Entry {
  const where = `run ${entry.fields.run?.value ?? ''} (${stated})`
  const before = known.get(entry.id)
  const catalyst = before?.made.fields.catalyst
  if (before?.of === entry && catalyst?.value === value && catalyst.origin === origin && catalyst.where === where) return before.made
  const made = { ...entry, fields: { ...entry.fields, catalyst: { value, origin, where } }, revision: `${entry.revision}+${value}` }
  known.set(entry.id, { of: entry, made })
  return made
}

export function runKey(entry: Entry): string | null {
  const run = entry.fields.run?.value
  if (run === undefined) return null
  const key = run.trim().replace(/\s+/g, ' ').toLowerCase()
  return key === '' ? null : key
}

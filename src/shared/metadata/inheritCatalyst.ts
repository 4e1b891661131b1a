import type { Entry } from '../project'

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
    if (!only?.fields.catalyst) return entry
    const { value, origin } = only.fields.catalyst
    const where = `run ${entry.fields.run?.value ?? ''} (${only.fields.catalyst.where})`
    return { ...entry, fields: { ...entry.fields, catalyst: { value, origin, where } }, revision: `${entry.revision}+${value}` }
  })
}

export function runKey(entry: Entry): string | null {
  const run = entry.fields.run?.value.trim().replace(/\s+/g, ' ').toLowerCase()
  return run === undefined || run === '' ? null : run
}

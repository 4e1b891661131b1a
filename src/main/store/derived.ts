import type { DerivedOf } from '../../shared/analyses/engine'
import type { Entry } from '../../shared/project'
import type { Driver } from './driver'
import { orNotNow } from './orNotNow'

interface Known { readonly key: string; readonly value: unknown }
/** What an analysis asked for last, of one entry. */
interface Near { readonly analysis: string; readonly version: number; readonly parameters: string; readonly value: unknown }
interface Unsaved { readonly of: readonly [analysis: string, name: string, measurementId: string]; readonly key: string; readonly text: string }

export interface Derived {
  /** What was derived from the same numbers with the same parameters by the same version; else computes it and keeps it. */
  of<Value>(what: DerivedOf, compute: () => Value): Value
  /** Writes what is new; called within a transaction. */
  save(): void
  saved(): void
}

/** Longer texts (a thinned curve) stay in memory up to so many characters together; the others are read from the store each time. */
const [mostKept, mostKeptTogether] = [1000, 20e6]
/** Of files that went long ago nobody asks any more: what was asked for longest ago makes room. */
const mostKnown = 200_000

/** Small things that analyses made of the numbers of one measurement. */
export function createDerived(driver: Driver): Derived {
  const known = new Map<string, Known & { readonly length: number }>()
  /** By entry and name: entries are replaced, never changed, so the same one has the same numbers, and nothing need be put together to look for them. */
  const near = new WeakMap<Entry, Map<string, Near>>()
  let kept = 0
  const unsaved = new Map<string, Unsaved>()
  const stored = (of: Unsaved['of']): Known | undefined => {
    const row = orNotNow(() => driver.get<{ key: string; value: string }>('SELECT key, value FROM derived WHERE analysis = ? AND name = ? AND measurementId = ?', of))
    const found = row && { key: row.key, value: JSON.parse(row.value) as unknown }
    if (found) remember(of.join('\n'), found, row.value.length)
    return found
  }
  const remember = (place: string, found: Known, length: number): void => {
    const before = known.get(place)
    if (before && before.length > mostKept) kept -= before.length
    known.delete(place)
    if (length > mostKept && kept + length > mostKeptTogether) return
    if (length > mostKept) kept += length
    known.set(place, { ...found, length })
    if (known.size > mostKnown) forgetOldest()
  }
  const forgetOldest = (): void => {
    const [[place, { length }] = ['', { length: 0 }]] = known
    if (length > mostKept) kept -= length
    known.delete(place)
  }
  /** Only what is in memory anyway. */
  const keepNear = (entry: Entry, name: string, place: string, now: Near): void => {
    if (!known.has(place)) return
    const of = near.get(entry) ?? new Map<string, Near>()
    near.set(entry, of.set(name, now))
  }
  return {
    of<Value>({ analysis, version, name, entry, parameters }: DerivedOf, compute: () => Value): Value {
      const asked = JSON.stringify(parameters)
      const last = near.get(entry)?.get(name)
      if (last && last.analysis === analysis && last.version === version && last.parameters === asked) return last.value as Value
      const of = [analysis, name, entry.id] as const
      const place = of.join('\n')
      const key = `${version} ${entry.content} ${asked}`
      const waiting = unsaved.get(place)
      const before = known.get(place) ?? (waiting ? { key: waiting.key, value: JSON.parse(waiting.text) as unknown } : stored(of))
      if (before?.key === key) {
        keepNear(entry, name, place, { analysis, version, parameters: asked, value: before.value })
        return before.value as Value
      }
      const value = compute()
      if (!isPlain(value)) return value
      const text = JSON.stringify(value)
      remember(place, { key, value }, text.length)
      keepNear(entry, name, place, { analysis, version, parameters: asked, value })
      unsaved.set(place, { of, key, text })
      return value
    },
    save() {
      for (const { of, key, text } of unsaved.values()) {
        driver.run('INSERT INTO derived VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET key = excluded.key, value = excluded.value', [...of, key, text])
      }
    },
    saved: () => unsaved.clear()
  }
}

/** Comes back from JSON as it was: NaN and ±∞ would not. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (value === undefined) return false
  if (typeof value !== 'object' || value === null) return true
  return (Object.getPrototypeOf(value) === Object.prototype || Array.isArray(value)) && Object.values(value).every(isPlain)
}

import type { DerivedOf } from '../../shared/analyses/engine'
import type { Driver } from './driver'

interface Row { readonly measurementId: string; readonly key: string; readonly value: string }
interface Known { readonly key: string; readonly value: unknown }
interface Unsaved extends Known { readonly analysis: string; readonly name: string; readonly measurementId: string }

export interface Derived {
  /** What was derived from the same numbers with the same parameters by the same version; else computes it and keeps it. */
  of<Value>(what: DerivedOf, compute: () => Value): Value
  /** Writes what is new; called within a transaction. */
  save(): void
  saved(): void
}

/** Small things that analyses made of the numbers of one measurement: read once for an analysis, all measurements together. */
export function createDerived(driver: Driver): Derived {
  const known = new Map<string, Map<string, Known>>()
  let unsaved: Unsaved[] = []
  const knownOf = (analysis: string, name: string): Map<string, Known> => {
    const place = `${analysis}\n${name}`
    let found = known.get(place)
    if (!found) {
      const rows = driver.all<Row>('SELECT measurementId, key, value FROM derived WHERE analysis = ? AND name = ?', [analysis, name])
      found = new Map(rows.map(({ measurementId, key, value }) => [measurementId, { key, value: JSON.parse(value) as unknown }]))
      known.set(place, found)
    }
    return found
  }
  return {
    of<Value>({ analysis, version, name, entry, parameters }: DerivedOf, compute: () => Value): Value {
      const of = knownOf(analysis, name)
      const key = `${version} ${entry.content} ${JSON.stringify(parameters)}`
      const before = of.get(entry.id)
      if (before?.key === key) return before.value as Value
      const value = compute()
      of.set(entry.id, { key, value })
      if (isPlain(value)) unsaved.push({ analysis, name, measurementId: entry.id, key, value })
      return value
    },
    save() {
      for (const { analysis, name, measurementId, key, value } of unsaved) {
        driver.run('INSERT INTO derived VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET key = excluded.key, value = excluded.value', [analysis, name, measurementId, key, JSON.stringify(value)])
      }
    },
    saved() {
      unsaved = []
    }
  }
}

/** Comes back from JSON as it was: NaN and ±∞ would not. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (value === undefined) return false
  if (typeof value !== 'object' || value === null) return true
  return Object.getPrototypeOf(value) === Object.prototype || Array.isArray(value) ? Object.values(value).every(isPlain) : false
}

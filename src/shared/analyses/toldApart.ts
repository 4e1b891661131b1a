import { distinctNames } from '../electrochemistry/electrolysis'
import { groupBy } from '../groupBy'
import type { Entry } from '../project'
import type { Conditions, ConditionValue, Result } from './analysis'
import { conditionsAside } from './conditionsAside'
import { meansOfSingle } from './meansOfSingle'

/** '−0.3': potentials as they are printed on an axis. */
export const potentialText = (potential_V: number): string => `${potential_V < 0 ? '\u2212' : ''}${Number(Math.abs(potential_V).toFixed(3))}`

/** For each set of conditions what tells it from the others, as '0.1 M NO₃⁻, slab/DOSCAR'; '' where nothing does. `but`: conditions that stand elsewhere. */
export function toldApart(all: readonly Conditions[], but: readonly string[] = []): string[] {
  const keys = differingKeys(all, new Set([...but, ...conditionsAside]))
  return keys.length === 0 ? all.map(() => '') : all.map((conditions) => keys.flatMap((key) => textOf(key, conditions[key]) ?? []).join(', '))
}

/** Those that some do not have, or have another value of, in the order in which they first appear. Thousands are looked through once. */
function differingKeys(all: readonly Conditions[], but: ReadonlySet<string>): string[] {
  const seen = new Map<string, { readonly value: ConditionValue | undefined; had: number; differs: boolean }>()
  for (const conditions of all) {
    for (const key of Object.keys(conditions)) {
      if (but.has(key)) continue
      const known = seen.get(key)
      if (!known) {
        seen.set(key, { value: conditions[key], had: 1, differs: false })
        continue
      }
      known.had += 1
      if (conditions[key] !== known.value) known.differs = true
    }
  }
  return [...seen].flatMap(([key, { had, differs }]) => (differs || had < all.length ? [key] : []))
}

function textOf(key: string, value: ConditionValue | undefined): string | undefined {
  if (key === 'nitrate_M') return value === undefined ? 'NO₃⁻ not stated' : value === 0 ? 'without NO₃⁻' : `${value} M NO₃⁻`
  if (value === undefined) return undefined
  if (key === 'potential_V_RHE') return `${potentialText(Number(value))} V`
  if (key === 'potential_V') return `${potentialText(Number(value))} V as applied`
  if (key === 'current_mA') return `${potentialText(Number(value))} mA`
  if (key === 'temperature_C') return `${value} °C`
  if (key === 'loading_mg_cm2') return `${value} mg cm⁻²`
  if (key === 'scan_rate_mV_s') return `${value} mV s⁻¹`
  return typeof value === 'number' ? `${key.replaceAll('_', ' ')} ${value}` : value
}

/** Means, and single results that no mean was made of. */
export function meansBeforeSingles(results: readonly Result[]): Result[] {
  const meansOf = meansOfSingle(results)
  const isMeant = (single: Result): boolean => meansOf(single).some(({ metric, conditions }) => metric === single.metric && conditions.nitrate_M === single.conditions.nitrate_M)
  return results.filter((result) => result.n !== undefined || !isMeant(result))
}

/** Conditions of each entry, with the name of its file where nothing else tells it from another. */
export function withFiles(entries: readonly Entry[], conditionsOf: (entry: Entry) => Conditions): ReadonlyMap<string, Conditions> {
  const names = distinctNames(entries)
  const alike = groupBy(entries.map((entry) => ({ id: entry.id, conditions: conditionsOf(entry) })), ({ conditions }) => JSON.stringify(Object.entries(conditions).sort()))
  return new Map([...alike.values()].flatMap((group) => group.map(({ id, conditions }) => [id, group.length === 1 ? conditions : { ...conditions, file: names.get(id)! }] as const)))
}

/** Results that no condition tells apart, with the name of their file; the others as they are. */
export function resultsWithFiles(results: readonly Result[], fileOf: (result: Result) => string): readonly Result[] {
  const alike = groupBy(results, ({ metric, conditions }) => JSON.stringify([metric, ...Object.entries(conditions).sort()]))
  return results.map((result) => {
    const group = alike.get(JSON.stringify([result.metric, ...Object.entries(result.conditions).sort()]))!
    return group.length === 1 ? result : { ...result, conditions: { ...result.conditions, file: fileOf(result) } }
  })
}

/** Names of curves, with that of their file where others have the same. */
export function namesApart(curves: readonly { readonly id: string; readonly name: string; readonly file: string }[]): ReadonlyMap<string, string> {
  const alike = groupBy(curves, ({ name }) => name)
  return new Map(curves.map(({ id, name, file }) => [id, name === '' || alike.get(name)!.length > 1 ? [name, file].filter((part) => part !== '').join(', ') : name]))
}

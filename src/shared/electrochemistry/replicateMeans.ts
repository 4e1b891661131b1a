import type { Conditions, ConditionValue, Result } from '../analyses/analysis'
import { groupBy } from '../groupBy'
import { mean } from '../numerics/mean'
import { sampleSd } from '../numerics/sampleSd'
import { remembered } from '../remembered'
import { potentialCluster } from './potentialCluster'
import { conditionLabels, runConditions } from './runConditions'
import { meanPotential, placeOf, potentialKeys, type Place } from './setPotential'

/** Conditions that tell one run from its replicates, and those that are compared within a tolerance. */
const own: ReadonlySet<string> = new Set(['run', 'replicate', 'sd'])
const within: ReadonlySet<string> = new Set([...own, ...potentialKeys, ...runConditions])

/**
 * The means of single results that differ only in run and replicate, set potentials within 5 mV counted as one, whatever the iR correction made of them:
 * u = sd/√n with the sample sd in `conditions.sd` (contracts 6). Groups of one give none. Runs that state different conditions are no replicates.
 */
export function replicateMeans(singles: readonly Result[]): Result[] {
  return groupsOf(singles).flatMap(({ results, isOne }) => (isOne ? [results] : statedAlike(results))).flatMap((group) => (group.length < 2 ? [] : [means(group[0]!, group, () => meanOf(group))]))
}

/** isOne: all of them state the same conditions. */
interface Group { readonly results: Result[]; readonly stated: string; isOne: boolean }

/** By what they have in common but for what may be off a little, and by set potential. */
function groupsOf(singles: readonly Result[]): readonly Group[] {
  const all = partsOfAll(singles)
  const places = all.flatMap(({ place }, i) => (place && place !== all[i - 1]?.place ? [place] : []))
  const clusterOf = (isOnRhe: boolean): ((potential_V: number) => string) => potentialCluster(places.filter((place) => place.isOnRhe === isOnRhe).map((place) => place.potential_V))
  const [onRhe, applied] = [clusterOf(true), clusterOf(false)]
  const groups: Group[] = []
  const found = new Map<unknown, unknown>()
  singles.forEach((result, i) => {
    const { place, others, stated } = all[i]!
    const of = under(under(under(found, result.metric), result.catalyst), others) as Map<string, Group>
    const potential = place === undefined ? '' : place.isOnRhe ? onRhe(place.potential_V) : `as applied ${applied(place.potential_V)}`
    const group = of.get(potential)
    if (group) {
      group.results.push(result)
      group.isOne &&= group.stated === stated
      return
    }
    const first = { results: [result], stated, isOne: true }
    of.set(potential, first)
    groups.push(first)
  })
  return groups
}

function under(map: Map<unknown, unknown>, key: unknown): Map<unknown, unknown> {
  let found = map.get(key) as Map<unknown, unknown> | undefined
  if (!found) map.set(key, (found = new Map()))
  return found
}

/** Means of electrolyses: of those whose potential or current nobody states, only what is labelled as replicates of each other. */
export function runMeans(singles: readonly Result[]): Result[] {
  return replicateMeans(singles).filter(({ metric, conditions, inputs, n }) => {
    if (placeOf(conditions) !== undefined || conditions.current_mA !== undefined) return true
    const all = new Set(inputs)
    const labels = singles.flatMap((single) => (single.metric === metric && single.inputs.every((id) => all.has(id)) ? [single.conditions.replicate] : []))
    return new Set(labels.filter((label) => label !== undefined)).size === n && labels.length === n
  })
}

/** What of the conditions decides which group a result is of. */
interface Parts { readonly place: Place | undefined; readonly others: string; readonly stated: string }
const partsOf = remembered<Parts>()
const means = remembered<Result>()

/** Several results of an electrolysis follow one another and share their conditions. */
function partsOfAll(results: readonly Result[]): readonly Parts[] {
  let [of, parts]: [Conditions | null, Parts | null] = [null, null]
  return results.map(({ conditions }) => {
    if (conditions !== of || !parts) [of, parts] = [conditions, partsOf(conditions, [], () => newPartsOf(conditions))]
    return parts
  })
}

const newPartsOf = (conditions: Conditions): Parts => ({
  place: placeOf(conditions), others: JSON.stringify(Object.entries(conditions).filter(([key]) => !within.has(key)).sort()), stated: JSON.stringify(runConditions.map((key) => conditions[key] ?? null))
})

/** Apart by each condition that two of them state differently; what does not state it then stands by itself. Where all that is on record agrees, nothing is apart. */
function statedAlike(group: readonly Result[]): readonly (readonly Result[])[] {
  return runConditions.reduce<readonly (readonly Result[])[]>((parts, key) => parts.flatMap((part) => {
    const values = part.map(({ conditions }) => conditions[key])
    const labelOf = conditionLabels(key, values)
    const labels = values.map(labelOf)
    return new Set(labels.filter((label) => label !== '')).size < 2 ? [part] : [...groupBy(part, ({ conditions }) => labelOf(conditions[key])).values()]
  }), [group])
}

function meanOf(group: readonly Result[]): Result {
  const [first] = group
  const { catalyst, metric, unit } = first!
  const all = group.map(({ conditions }) => conditions)
  const values = group.map((result) => result.value)
  const sd = sampleSd(values)
  const { conditions, note } = commonOf(all[0]!, all, () => commonConditions(all))
  return {
    catalyst, metric, unit, value: mean(values), u: sd / Math.sqrt(values.length), n: values.length,
    conditions: { ...conditions, sd }, method: `mean of ${values.length} runs; u = sd/√n${note === '' ? '' : `; ${note}`}`,
    inputs: [...new Set(group.flatMap((result) => result.inputs))]
  }
}

/** Yield, efficiency and current of the same electrolyses have them in common. */
const commonOf = remembered<ReturnType<typeof commonConditions>>()

function commonConditions(all: readonly Conditions[]): { readonly conditions: Conditions; readonly note: string } {
  const { potential, note } = meanPotential(all)
  const common = Object.fromEntries(Object.entries(all[0]!).filter(([key]) => !within.has(key)))
  return { conditions: { ...common, ...sharedConditions(all), ...potential }, note }
}

/** What all of them state: the mean of numbers that lie within the tolerance. */
function sharedConditions(all: readonly Conditions[]): Conditions {
  return Object.fromEntries(runConditions.flatMap((key): (readonly [string, ConditionValue])[] => {
    const values = all.flatMap((conditions) => conditions[key] ?? [])
    const numbers = values.filter((value) => typeof value === 'number')
    if (values.length < all.length) return []
    return [[key, numbers.length === values.length ? Number(mean(numbers).toPrecision(6)) : values[0]!]]
  }))
}

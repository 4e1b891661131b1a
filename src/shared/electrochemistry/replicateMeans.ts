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
  const placed = singles.map((result) => knownOf(result, [], () => ({ result, place: placeOf(result.conditions), alike: otherConditions(result) })))
  const [onRhe, applied] = ([true, false] as const).map((isOnRhe) => potentialCluster(placed.flatMap(({ place }) => (place?.isOnRhe === isOnRhe ? [place.potential_V] : []))))
  const potentialOf = ({ place }: Placed): string => (place === undefined ? '' : place.isOnRhe ? onRhe!(place.potential_V) : `as applied ${applied!(place.potential_V)}`)
  const groups: Result[][] = []
  /** By what they have in common, then by potential. */
  const found = new Map<string, Map<string, Result[]>>()
  for (const one of placed) {
    const potential = potentialOf(one)
    let own = found.get(one.alike)
    if (!own) found.set(one.alike, (own = new Map()))
    const group = own.get(potential)
    if (group) {
      group.push(one.result)
      continue
    }
    const first = [one.result]
    own.set(potential, first)
    groups.push(first)
  }
  return groups.flatMap(statedAlike).flatMap((group) => (group.length < 2 ? [] : [means(group[0]!, group, () => meanOf(group))]))
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

/** What decides which group a result is of. */
interface Placed { readonly result: Result; readonly place: Place | undefined; readonly alike: string }
const knownOf = remembered<Placed>()
const means = remembered<Result>()

/** All that replicates have in common, but for what may be off a little. */
function otherConditions({ catalyst, metric, conditions }: Result): string {
  return JSON.stringify([catalyst, metric, Object.entries(conditions).filter(([key]) => !within.has(key)).sort()])
}

/** Apart by each condition that two of them state differently; what does not state it then stands by itself. Where all that is on record agrees, nothing is apart. */
function statedAlike(group: readonly Result[]): readonly (readonly Result[])[] {
  return runConditions.reduce<readonly (readonly Result[])[]>((parts, key) => parts.flatMap((part) => {
    const values = part.map(({ conditions }) => conditions[key])
    if (new Set(values.filter((value) => value !== undefined)).size < 2) return [part]
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
  const { potential, note } = meanPotential(all)
  const common = Object.fromEntries(Object.entries(first!.conditions).filter(([key]) => !within.has(key)))
  return {
    catalyst, metric, unit, value: mean(values), u: sd / Math.sqrt(values.length), n: values.length,
    conditions: { ...common, ...sharedConditions(all), ...potential, sd }, method: `mean of ${values.length} runs; u = sd/√n${note === '' ? '' : `; ${note}`}`,
    inputs: [...new Set(group.flatMap((result) => result.inputs))]
  }
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

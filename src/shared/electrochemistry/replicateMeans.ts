import type { Conditions, Result } from '../analyses/analysis'
import { mean } from '../numerics/mean'
import { sampleSd } from '../numerics/sampleSd'
import { remembered } from '../remembered'
import { potentialCluster } from './potentialCluster'

/** Conditions that tell one run from its replicates. */
const own: ReadonlySet<string> = new Set(['run', 'replicate', 'sd'])

/**
 * The means of single results that differ only in run and replicate, set potentials within 5 mV counted as one:
 * u = sd/√n with the sample sd in `conditions.sd` (contracts 6). Groups of one give none.
 */
export function replicateMeans(singles: readonly Result[]): Result[] {
  const clusters = potentialCluster(singles.flatMap(({ conditions }) => (typeof conditions.potential_V_RHE === 'number' ? [conditions.potential_V_RHE] : [])))
  const groups: Result[][] = []
  /** By what they have in common, then by potential. */
  const places = new Map<string, Map<string, Result[]>>()
  for (const result of singles) {
    const { potential_V_RHE } = result.conditions
    const alike = otherwise(result, [], () => otherConditions(result))
    const potential = typeof potential_V_RHE === 'number' ? clusters(potential_V_RHE) : ''
    const own = places.get(alike) ?? new Map<string, Result[]>()
    if (own.size === 0) places.set(alike, own)
    const group = own.get(potential)
    if (group) {
      group.push(result)
      continue
    }
    const first = [result]
    own.set(potential, first)
    groups.push(first)
  }
  return groups.flatMap((group) => (group.length < 2 ? [] : [means(group[0]!, group, () => meanOf(group))]))
}

const otherwise = remembered<string>()
const means = remembered<Result>()

/** All that replicates have in common, but for their potential, which may be off by some millivolts. */
function otherConditions({ catalyst, metric, conditions }: Result): string {
  const { potential_V_RHE: _set, ...rest } = shared(conditions)
  return JSON.stringify([catalyst, metric, Object.entries(rest).sort()])
}

const shared = (conditions: Conditions): Conditions => Object.fromEntries(Object.entries(conditions).filter(([key]) => !own.has(key)))

function meanOf(group: readonly Result[]): Result {
  const [first] = group
  const { catalyst, metric, unit, conditions } = first!
  const values = group.map((result) => result.value)
  const sd = sampleSd(values)
  const potentials = group.flatMap((result) => (typeof result.conditions.potential_V_RHE === 'number' ? [result.conditions.potential_V_RHE] : []))
  const [only] = new Set(potentials)
  const potential: Conditions = only === undefined ? {} : { potential_V_RHE: new Set(potentials).size === 1 ? only : Math.round(mean(potentials) * 1e6) / 1e6 }
  return {
    catalyst, metric, unit, value: mean(values), u: sd / Math.sqrt(values.length), n: values.length,
    conditions: { ...shared(conditions), ...potential, sd }, method: `mean of ${values.length} runs; u = sd/√n`,
    inputs: [...new Set(group.flatMap((result) => result.inputs))]
  }
}

import type { Conditions } from '../analyses/analysis'
import type { ResolvedFields } from '../metadata/fields'
import { clusterWithin } from '../numerics/clusterWithin'

/** Conditions that make two electrolyses different experiments though potential and nitrate agree; nitrate has rules of its own. */
export const runConditions = ['pH', 'temperature_C', 'electrolyte', 'loading_mg_cm2'] as const
export type RunCondition = (typeof runConditions)[number]

/** How far the numbers of replicates may lie apart: what a measurement of the same condition scatters by (our own thresholds). */
const tolerances: Readonly<Record<RunCondition, (first: number) => number>> = {
  pH: () => 0.2, temperature_C: () => 2, electrolyte: () => 0, loading_mg_cm2: (first) => 0.1 * Math.abs(first)
}

/** As a person states it; what an instrument noted of itself is no condition that was chosen. */
export function statedCondition(fields: ResolvedFields, key: RunCondition): number | string | undefined {
  const field = fields[key]
  return field === undefined || field.origin === 'header' ? undefined : field.value
}

/** A name for each value of the condition: numbers within its tolerance, and texts but for case and blanks, share one; '' where it is not stated. */
export function conditionLabels(key: RunCondition, values: readonly (number | string | undefined)[]): (value: number | string | undefined) => string {
  const cluster = clusterWithin(values.filter((value) => typeof value === 'number'), tolerances[key])
  const texts = new Map<string, string>()
  const ofText = (text: string): string => {
    let label = texts.get(text)
    if (label === undefined) texts.set(text, (label = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')))
    return label
  }
  return (value) => (value === undefined ? '' : typeof value === 'number' ? cluster(value) : ofText(value))
}

/** Conditions that the electrolyses or sweeps of one catalyst differ in; each that states one is told by it. */
export function conditionsThatDiffer(all: readonly ResolvedFields[]): readonly RunCondition[] {
  return runConditions.filter((key) => {
    const stated = all.flatMap((fields) => statedCondition(fields, key) ?? [])
    return new Set(stated.map(conditionLabels(key, stated))).size > 1
  })
}

export const statedConditions = (fields: ResolvedFields, keys: readonly RunCondition[]): Conditions =>
  Object.fromEntries(keys.flatMap((key) => { const value = statedCondition(fields, key); return value === undefined ? [] : [[key, value]] }))

import { groupBy } from '../../groupBy'
import { message } from '../../message'
import type { ComputeContext, Conditions, ConditionValue, Finding, Need, Outcome, Result } from '../analysis'
import { meansBeforeSingles, toldApart } from '../toldApart'
import { inWords, type Quantity } from './quantities'

/** One number a catalyst. `several`: catalysts that have more than one which nothing decides between; they are left out. `at`: conditions that were taken because most catalysts have them. */
export interface ChosenValues { readonly values: ReadonlyMap<string, Result>; readonly several: ReadonlyMap<string, readonly Result[]>; readonly at: Conditions }

/** What a number may be measured at: of several that which most catalysts have, so that like is compared with like. A file, a run or a spectrum is never chosen so. */
const series = ['nitrate_M', 'pathway', 'potential_V_RHE', 'scan_rate_mV_s'] as const

/** The best for FE, yield and adsorption; otherwise the only one, a mean before its single runs. At a potential where one is asked for. */
export function chosenValues(quantity: Quantity, context: ComputeContext, potential_V_RHE: number | null = null): ChosenValues {
  const { analysis, metric, pick, conditions = {} } = quantity
  const values = new Map<string, Result>()
  const open: { readonly catalyst: string; readonly results: readonly Result[] }[] = []
  const all = context.upstreamAll(analysis).flatMap((outcome) => (outcome.catalyst === null ? [] : [{ catalyst: outcome.catalyst, results: ofQuantity(outcome) }]))
  function ofQuantity({ results }: Outcome): Result[] {
    return results.filter((result) => result.metric === metric && result.conditions.cycle === undefined && isAt(result, potential_V_RHE) && Object.entries(conditions).every(([key, value]) => result.conditions[key] === value) && (pick === 'only' || result.conditions.nitrate_M !== 0))
  }
  for (const { catalyst, results } of all) {
    if (pick === 'largest' || pick === 'smallest') {
      const best = extreme(results, pick === 'largest' ? 1 : -1)
      if (best) values.set(catalyst, best)
    } else if (results.length > 0) open.push({ catalyst, results: meansBeforeSingles(results) })
  }
  const at: Record<string, ConditionValue> = {}
  const several = new Map<string, readonly Result[]>()
  for (const { catalyst, results } of open) {
    let left = results
    for (const key of series) {
      if (new Set(left.map((result) => result.conditions[key])).size < 2) continue
      const common = mostCommon(open.map((one) => one.results), key)
      if (common === undefined || !left.some((result) => result.conditions[key] === common)) continue
      left = left.filter((result) => result.conditions[key] === common)
      at[key] = common
    }
    if (new Set(left.map(({ value }) => value)).size === 1) values.set(catalyst, left[0]!)
    else several.set(catalyst, left)
  }
  return { values, several, at }
}

export const valuesOf = (quantity: Quantity, context: ComputeContext, potential_V_RHE: number | null = null): ReadonlyMap<string, Result> => chosenValues(quantity, context, potential_V_RHE).values

/** Asks for one number of each catalyst that has several, with their files and conditions. */
export function needsOfOne(quantity: Quantity, { several }: ChosenValues): Need[] {
  return [...several].map(([catalyst, results]) => ({
    message: message('needs.oneValue', 'one {quantity} of {catalyst}, as it has several ({list}): choose on its card, or leave the other files out', { quantity: inWords(quantity), catalyst, list: listOf(quantity, results) }),
    where: 'card', entries: results.flatMap(({ inputs }) => inputs)
  }))
}

/** Says at which conditions a number was taken where catalysts have it at several. */
export function saidAt(quantity: Quantity, { at }: ChosenValues, source: string): Finding[] {
  const [text] = toldApart([at, {}])
  return Object.keys(at).length === 0 ? [] : [{
    rule: 'descriptor', level: 'note', catalyst: null, metric: quantity.metric, source, conditions: { analysis: quantity.analysis },
    message: message('finding.takenAt', '{quantity} is that for {at}, which most catalysts have, where one has several.', { quantity: inWords(quantity), at: text! })
  }]
}

const MOST_LISTED = 4
function listOf({ unit }: Quantity, results: readonly Result[]): string {
  const texts = toldApart(results.map(({ conditions }) => conditions))
  const listed = results.slice(0, MOST_LISTED).map(({ value }, i) => `${String(Number(value.toPrecision(4))).replace('-', '\u2212')}${unit === '' ? '' : ` ${unit}`}${texts[i] === '' ? '' : ` ${texts[i]}`}`)
  return [...listed, ...(results.length > MOST_LISTED ? [`+ ${results.length - MOST_LISTED}`] : [])].join('; ')
}

/** The value of a condition that most catalysts have; of equals the larger concentration of nitrate, else the one that comes first. */
function mostCommon(ofCatalysts: readonly (readonly Result[])[], key: string): ConditionValue | undefined {
  const all = ofCatalysts.flatMap((results) => [...new Set(results.flatMap(({ conditions }) => conditions[key] ?? []))])
  return [...groupBy(all, (value) => value)].sort(([a, few], [b, many]) => many.length - few.length || (key === 'nitrate_M' ? Number(b) - Number(a) : 0))[0]?.[0]
}

function extreme(results: readonly Result[], sign: 1 | -1): Result | undefined {
  const means = results.filter(({ n }) => n !== undefined)
  return (means.length > 0 ? means : results).reduce<Result | undefined>((a, b) => (a === undefined || sign * b.value > sign * a.value ? b : a), undefined)
}

const isAt = ({ conditions }: Result, potential_V_RHE: number | null): boolean => potential_V_RHE === null || Math.abs(Number(conditions.potential_V_RHE) - potential_V_RHE) <= 0.005

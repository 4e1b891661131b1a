import type { Result } from '../analyses/analysis'
import { resultsOf, type CheckInput } from './check'

/** One number of a metric for each catalyst: at a potential where one is asked for; with nitrate before without; a mean before single runs. */
export function oneEach(input: CheckInput, metric: string, potential_V_RHE?: number): ReadonlyMap<string, Result> {
  const found = new Map<string, Result>()
  const rank = ({ n, conditions }: Result): number => (conditions.nitrate_M === 0 ? 0 : 2) + (n === undefined ? 0 : 1)
  for (const result of resultsOf(input, metric)) {
    if (result.catalyst === null || result.conditions.cycle !== undefined) continue
    if (potential_V_RHE !== undefined && !(Math.abs(Number(result.conditions.potential_V_RHE) - potential_V_RHE) <= 0.005)) continue
    const before = found.get(result.catalyst)
    if (!before || rank(result) > rank(before)) found.set(result.catalyst, result)
  }
  return found
}

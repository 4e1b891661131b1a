import type { Finding, Outcome, Result } from '../analyses/analysis'
import type { Entry, RowWithoutFile } from '../project'
import type { Claim } from './claim'

/** Everything that a plausibility rule may look at. */
export interface CheckInput {
  readonly outcomes: readonly Outcome[]
  readonly entries: readonly Entry[]
  readonly rowsWithoutFile: readonly RowWithoutFile[]
  /** What is said of the numbers, to be computed again. */
  readonly claims?: readonly Claim[]
}

/** One plausibility rule: it never hides or changes a number. */
export interface Check {
  readonly rule: string
  readonly run: (input: CheckInput) => readonly Finding[]
}

export const resultsOf = (input: CheckInput, metric: string): Result[] => input.outcomes.flatMap((outcome) => outcome.results.filter((result) => result.metric === metric))

/** '−0.3 V, r2' for a sentence. */
export function whereText(result: Result): string {
  const { potential_V_RHE, run, replicate } = result.conditions
  return [potential_V_RHE === undefined ? undefined : `${String(potential_V_RHE).replace('-', '\u2212')} V`, run, replicate, result.n === undefined ? undefined : `mean of ${result.n}`]
    .filter((part) => part !== undefined).join(', ')
}

export const about = (result: Result): Pick<Finding, 'catalyst' | 'metric' | 'conditions' | 'entries'> =>
  ({ catalyst: result.catalyst, metric: result.metric, conditions: result.conditions, entries: result.inputs })

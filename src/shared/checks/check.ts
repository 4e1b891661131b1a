import type { Finding, Outcome, Result, SettingValue } from '../analyses/analysis'
import { resultsOfMetric } from '../analyses/resultsByMetric'
import type { Entry, RowWithoutFile } from '../project'
import type { Claim } from './claim'

/** Everything that a plausibility rule may look at. */
export interface CheckInput {
  readonly outcomes: readonly Outcome[]
  readonly entries: readonly Entry[]
  readonly rowsWithoutFile: readonly RowWithoutFile[]
  /** What is said of the numbers, to be computed again. */
  readonly claims?: readonly Claim[]
  /** Whether an analysis gives a metric at all: the outcomes of others need not be looked through. */
  readonly gives?: (analysis: string, metric: string) => boolean
  /** Thresholds that the user set (thresholds.ts). */
  readonly settings?: ReadonlyMap<string, SettingValue>
}

/** One plausibility rule: it never hides or changes a number. */
export interface Check {
  readonly rule: string
  /** 'catalyst': it needs the outcomes and entries of one catalyst (or of what belongs to none) alone, and is asked again only when they change. */
  readonly scope: 'catalyst' | 'project'
  readonly run: (input: CheckInput) => readonly Finding[]
}

const giving = ({ outcomes, gives }: CheckInput, metric: string): readonly Outcome[] =>
  (gives ? outcomes.filter(({ analysis, state }) => state === 'result' && gives(analysis, metric)) : outcomes)

/** Mostly those of one outcome: then they are the list that other rules get, too. */
export function resultsOf(input: CheckInput, metric: string): readonly Result[] {
  const lists = giving(input, metric).map((outcome) => resultsOfMetric(outcome, metric)).filter((list) => list.length > 0)
  return lists.length === 1 ? lists[0]! : lists.flat()
}
export const someResult = (input: CheckInput, metric: string): boolean => giving(input, metric).some((outcome) => resultsOfMetric(outcome, metric).length > 0)

/** '−0.3 V, r2' for a sentence. */
export function whereText(result: Result): string {
  const { potential_V_RHE, run, replicate } = result.conditions
  return [potential_V_RHE === undefined ? undefined : `${String(potential_V_RHE).replace('-', '\u2212')} V`, run, replicate, result.n === undefined ? undefined : `mean of ${result.n}`]
    .filter((part) => part !== undefined).join(', ')
}

export const about = (result: Result): Pick<Finding, 'catalyst' | 'metric' | 'conditions' | 'entries'> =>
  ({ catalyst: result.catalyst, metric: result.metric, conditions: result.conditions, entries: result.inputs })

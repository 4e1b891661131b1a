import { groupBy } from '../groupBy'
import { remembered } from '../remembered'
import type { Outcome, Result } from './analysis'

/** Results of one metric, in their order: sorted once for all analyses, rules and figures that ask for one of the thousands of a catalyst. */
export const resultsOfMetric = (outcome: Pick<Outcome, 'results'> | undefined, metric: string): readonly Result[] => (outcome ? byMetric(outcome.results).get(metric) ?? none : none)

const byMetric = (results: readonly Result[]): ReadonlyMap<string, readonly Result[]> => sorted(results, [], () => groupBy(results, ({ metric }) => metric))
const sorted = remembered<ReadonlyMap<string, readonly Result[]>>()
const none: readonly Result[] = []

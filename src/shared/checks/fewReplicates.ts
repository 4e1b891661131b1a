import { message } from '../message'
import type { Finding, Result } from '../analyses/analysis'
import { resultsOf, type Check } from './check'

/** Fewer than three independent runs at a potential: the error bar says little. One finding a catalyst. A battery has no set potential. */
export const fewReplicates: Check = {
  rule: 'few-replicates',
  scope: 'catalyst',
  run: (input) => {
    const all = resultsOf(input, 'fe_nh3').filter(({ conditions }) => conditions.role !== 'battery')
    const means = all.filter((result) => result.n !== undefined)
    const alone = all.filter((result) => result.n === undefined && result.conditions.cycle === undefined && !means.some((mean) => isOf(mean, result)))
    const few = [...means.filter((result) => (result.n ?? 0) < 3), ...alone]
    const byCatalyst = new Map<string | null, Result[]>()
    for (const result of few) byCatalyst.set(result.catalyst, [...(byCatalyst.get(result.catalyst) ?? []), result])
    return [...byCatalyst].map(([catalyst, results]): Finding => {
      const potentials = [...new Set(results.map((result) => String(result.conditions.potential_V_RHE ?? '?').replace('-', '\u2212')))].join(', ')
      return {
        rule: 'few-replicates', level: 'warning', catalyst, metric: 'fe_nh3', source: 'Smith & Dickinson, Nat. Commun. 13 (2022) 6832: report independent repeats',
        entries: results.flatMap((result) => result.inputs), message: message('check.fewReplicates', 'Fewer than three replicates at {potentials} V.', { potentials })
      }
    })
  }
}

const isOf = (mean: Result, single: Result): boolean => mean.catalyst === single.catalyst && single.inputs.every((id) => mean.inputs.includes(id))

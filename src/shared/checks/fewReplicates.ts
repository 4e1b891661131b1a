import { message } from '../message'
import type { Conditions, Finding, Result } from '../analyses/analysis'
import { meansOfSingle } from '../analyses/meansOfSingle'
import { groupBy } from '../groupBy'
import { resultsOf, type Check } from './check'
import { some } from './stated'

/** Fewer than three independent runs at a potential: the error bar says little. One finding a catalyst. A battery has no set potential. */
export const fewReplicates: Check = {
  rule: 'few-replicates',
  scope: 'catalyst',
  run: (input) => {
    const known = resultsOf(input, 'fe_nh3')
    const all = known.filter(({ conditions }) => conditions.role !== 'battery')
    const means = all.filter((result) => result.n !== undefined)
    const meansOf = meansOfSingle(known)
    const alone = all.filter((result) => result.n === undefined && result.conditions.cycle === undefined && !meansOf(result).some(({ catalyst, conditions }) => catalyst === result.catalyst && conditions.role !== 'battery'))
    const few = [...means.filter((result) => (result.n ?? 0) < 3), ...alone]
    return [...groupBy(few, ({ catalyst, conditions }) => `${catalyst ?? ''}\n${placeOf(conditions) === undefined}`).values()].map((results): Finding => {
      const places = [...groupBy(results.flatMap(({ conditions }) => placeOf(conditions) ?? []), ({ unit }) => unit)].map(([unit, of]) => `${[...new Set(of.map(({ value }) => String(value).replace('-', '\u2212')))].join(', ')} ${unit}`).join('; ')
      return {
        rule: 'few-replicates', level: 'warning', catalyst: results[0]!.catalyst, metric: 'fe_nh3', source: 'Smith & Dickinson, Nat. Commun. 13 (2022) 6832: report independent repeats',
        entries: results.flatMap((result) => result.inputs),
        message: places === '' ? message('check.fewReplicatesOf', 'Fewer than three replicates of {runs}, whose potential is not known.', { runs: some(results.map(runOf), 6) })
          : message('check.fewReplicates', 'Fewer than three replicates at {places}.', { places })
      }
    })
  }
}

/** What was set: vs RHE, as applied where its scale is not known, or the current that was held. */
function placeOf({ potential_V_RHE, potential_V, reference, current_mA }: Conditions): { readonly value: number; readonly unit: string } | undefined {
  if (typeof potential_V_RHE === 'number') return { value: potential_V_RHE, unit: 'V' }
  if (typeof potential_V === 'number') return { value: potential_V, unit: reference === undefined ? 'V as applied' : `V vs ${reference}` }
  return typeof current_mA === 'number' ? { value: current_mA, unit: 'mA' } : undefined
}
const runOf = ({ conditions: { run, replicate }, catalyst }: Result): string => String(run ?? replicate ?? catalyst ?? '')

import type { Finding } from '../analyses/analysis'
import { message } from '../message'
import { resultsOf, type Check } from './check'
import { oneEach } from './bestOf'

/** Sentences that the numbers beside them contradict: a contraction that is an expansion, one number in two units, a by-product at 100 %. */
export const statedFacts: Check = {
  rule: 'stated-fact',
  scope: 'project',
  run: (input) => (input.claims ?? []).flatMap((claim): Finding[] => {
    const common = { level: 'warning' as const, metric: claim.metric, source: 'recomputed from the stored numbers' }
    if (claim.kind === 'contraction') {
      return [...oneEach(input, claim.metric).values()].filter(({ value }) => value > claim.reference_nm).map((result) => ({
        ...common, rule: 'lattice-contraction', catalyst: result.catalyst, entries: result.inputs,
        message: message('check.contraction', '"{claim}" ({where}), but {catalyst} has {value} nm, more than the {reference} nm of {referenceName}: that is an expansion by {strain} %.', {
          claim: claim.text, where: claim.where, catalyst: result.catalyst ?? '', value: result.value, reference: claim.reference_nm, referenceName: claim.referenceName,
          strain: (100 * (result.value / claim.reference_nm - 1)).toFixed(1)
        })
      }))
    }
    if (claim.kind === 'unit') {
      return [{ ...common, level: 'error', rule: 'unit-of-normalisation', catalyst: null, message: message('check.twoUnits', '{claim}: {units} are different things; without loading and area neither can be made of the other.', { claim: claim.text, units: claim.units.join(' and ') }) }]
    }
    if (claim.kind === 'byproduct') {
      const full = resultsOf(input, 'fe_nh3').filter(({ catalyst, value }) => catalyst === claim.catalyst && value >= 100)
      return full.slice(0, 1).map((result) => ({
        ...common, rule: 'byproduct-at-100', catalyst: result.catalyst, conditions: result.conditions, entries: result.inputs,
        message: message('check.byproduct', '{claim} for {catalyst} ({where}) although its FE of NH₃ is {fe} % at {potential} V: nothing is left for a by-product there.', {
          claim: claim.text, catalyst: claim.catalyst, where: claim.where, fe: result.value, potential: String(result.conditions.potential_V_RHE ?? '?').replace('-', '\u2212')
        })
      }))
    }
    return []
  })
}

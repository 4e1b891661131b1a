import type { Finding } from '../analyses/analysis'
import { message } from '../message'
import { oneEach } from './bestOf'
import { resultsOf, type Check } from './check'

const text = (volt: unknown): string => String(volt).replace('-', '\u2212')
/** Less than this is what a blank may leave, not a product. */
const SMALL_PERCENT = 10

/** NH₃ with a real efficiency at a potential where the sweep shows no current yet: one of the two is wrong. */
export const productBeforeOnset: Check = {
  rule: 'product-before-onset',
  scope: 'catalyst',
  run: (input) => {
    const onsets = oneEach(input, 'onset')
    const byCatalyst = new Map<string, { potential: number; fe: number; inputs: readonly string[] }>()
    for (const { catalyst, value, conditions, inputs } of resultsOf(input, 'fe_nh3')) {
      const onset = catalyst === null ? undefined : onsets.get(catalyst)
      const potential = Number(conditions.potential_V_RHE)
      if (catalyst === null || !onset || !(value > SMALL_PERCENT) || !(potential > onset.value + 0.02)) continue
      const before = byCatalyst.get(catalyst)
      if (!before || potential > before.potential) byCatalyst.set(catalyst, { potential, fe: value, inputs: [...inputs, ...onset.inputs] })
    }
    return [...byCatalyst].map(([catalyst, { potential, fe, inputs }]): Finding => ({
      rule: 'product-before-onset', level: 'error', catalyst, metric: 'fe_nh3', conditions: { potential_V_RHE: potential }, entries: inputs, source: 'identity: no product without current',
      message: message('check.productBeforeOnset', '{catalyst} makes NH₃ with {fe} % at {potential} V, although its onset is {onset} V: check onset, reference electrode and pH.', {
        catalyst, fe: Number(fe.toPrecision(4)), potential: text(potential), onset: text(Number(onsets.get(catalyst)!.value.toPrecision(3)))
      })
    }))
  }
}

import type { Finding, Outcome, Result } from '../analyses/analysis'
import { groupBy } from '../groupBy'
import { message } from '../message'
import type { Check } from './check'
import { some } from './stated'

/** Onsets that stand beside each other are defined alike: by one level of the current, one tangent, or all by the departure from the nitrate-free curve. */
export const onsetDefinition: Check = {
  rule: 'onset-definition',
  scope: 'project',
  run: ({ outcomes }) => {
    const defined = outcomes.flatMap((outcome) => {
      const onsets = outcome.analysis === 'linear-sweep' ? outcome.results.filter(isCompared) : []
      const definition = definitionOf(outcome)
      return onsets.length === 0 || definition === undefined ? [] : [{ catalyst: outcome.catalyst, definition, inputs: onsets.flatMap(({ inputs }) => inputs) }]
    })
    const [usual, ...others] = [...groupBy(defined, ({ definition }) => definition).values()].toSorted((a, b) => b.length - a.length)
    return others.map((own): Finding => ({
      rule: 'onset-definition', level: 'error', catalyst: null, metric: 'onset', source: 'one definition for all that is compared', entries: [...usual!, ...own].flatMap(({ inputs }) => inputs),
      message: message('check.onsetDefinition', 'The onset of {these} is defined by {this}, that of {those} by {that}: they do not compare; set one definition for all in Linear sweep voltammetry.', {
        these: some(own.map(({ catalyst }) => catalyst ?? ''), 6), this: own[0]!.definition, those: some(usual!.map(({ catalyst }) => catalyst ?? ''), 6), that: usual![0]!.definition
      })
    }))
  }
}

/** The nitrate-free curve has nothing to depart from, and is compared with none. */
const isCompared = ({ metric, conditions }: Result): boolean => metric === 'onset' && conditions.nitrate_M !== 0

/** undefined: of numbers that were printed elsewhere. */
function definitionOf({ trace: { settings } }: Outcome): string | undefined {
  const { onsetMethod, threshold, tangentAt } = settings
  if (onsetMethod === 'departure') return 'departure'
  if (onsetMethod === 'tangent') return `tangent, ${String(tangentAt)} mA cm⁻²`
  return onsetMethod === 'threshold' ? `threshold, ${String(threshold)} mA cm⁻²` : undefined
}

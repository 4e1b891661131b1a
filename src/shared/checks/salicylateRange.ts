import type { Finding, Result } from '../analyses/analysis'
import { MOLAR_MASS_G_PER_MOL } from '../constants'
import { groupBy } from '../groupBy'
import { message } from '../message'
import { assaySettings, assaysOf } from './assayReadings'
import { resultsOf, whereText, type Check } from './check'
import { number } from './stated'

/** mg N/L in a cell of 10 mm; the limit of detection is 0.01. */
const [LEAST, MOST] = [0.04, 1] as const

/** The range of the salicylate method in a cell of 10 mm, whatever standards were taken. Only where that assay is named. One finding a catalyst. */
export const salicylateRange: Check = {
  rule: 'salicylate-range',
  scope: 'project',
  run: (input) => {
    if (!String(assaySettings(input).assay_NH3 ?? '').startsWith('salicylate')) return []
    const coloured = new Set(assaysOf(input, ['NH3']).flatMap(({ samples }) => samples.map(({ id }) => id)))
    const outside = resultsOf(input, 'nh3_mass').flatMap((result) => {
      const nitrogen = result.n === undefined && result.inputs.some((id) => coloured.has(id)) ? nitrogenOf(result) : undefined
      return nitrogen === undefined || (nitrogen >= LEAST && nitrogen <= MOST) ? [] : [{ result, nitrogen }]
    })
    return [...groupBy(outside, ({ result }) => result.catalyst)].map(([catalyst, own]): Finding => {
      const { result, nitrogen } = own[0]!
      return {
        rule: 'salicylate-range', level: 'warning', catalyst, metric: 'nh3_mass', conditions: result.conditions, source: 'HJ 536-2009 (10 mm cell)', entries: own.flatMap((one) => one.result.inputs),
        message: message('check.salicylateRange', 'The sample of {where} as measured holds {value} mg N/L ({n} readings outside {least}–{most} mg N/L, the range of the salicylate method in a 10 mm cell): choose another dilution.', { where: whereText(result), value: number(nitrogen), n: own.length, least: LEAST, most: MOST })
      }
    })
  }
}

/** mg N/L of the diluted sample: µg/mL are mg/L. */
function nitrogenOf({ terms = [] }: Result): number | undefined {
  const [concentration, factor] = (['concentration_ug_mL', 'basisFactor'] as const).map((wanted) => terms.find(({ name }) => name === wanted)?.value)
  return concentration === undefined || factor === undefined ? undefined : (concentration * factor * MOLAR_MASS_G_PER_MOL.N) / MOLAR_MASS_G_PER_MOL.NH3
}

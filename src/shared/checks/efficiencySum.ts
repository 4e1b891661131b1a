import { message } from '../message'
import { about, resultsOf, whereText, type Check } from './check'

/** The efficiencies of all products should account for the charge: 90–110 %. */
export const efficiencySum: Check = {
  rule: 'fe-sum',
  scope: 'catalyst',
  run: (input) =>
    resultsOf(input, 'fe_sum').flatMap((result) => {
      if (result.value >= 90 && result.value <= 110) return []
      const level = result.value > 110 ? ('error' as const) : ('warning' as const)
      const text = result.value > 110 ? 'The efficiencies at {where} add up to {value} %, more than the charge allows.' : 'The efficiencies at {where} add up to {value} %: a product (H₂, N₂, …) is not measured, or something is lost.'
      return [{ rule: 'fe-sum', level, ...about(result), source: '90–110 %, editable rule of this program', message: message(`check.feSum.${level}`, text, { where: whereText(result), value: result.value.toFixed(1) }) }]
    })
}

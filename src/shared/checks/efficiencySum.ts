import { message } from '../message'
import { about, resultsOf, whereText, type Check } from './check'
import { OWN, threshold } from './thresholds'

/** The efficiencies of all products should account for the charge. */
export const efficiencySum: Check = {
  rule: 'fe-sum',
  scope: 'catalyst',
  run: (input) => {
    const [low, notable, high] = [threshold(input, 'sumLow'), threshold(input, 'sumNotable'), threshold(input, 'sumHigh')]
    return resultsOf(input, 'fe_sum').flatMap((result) => {
      if (result.value >= low && result.value <= notable) return []
      const level = result.value > high ? ('error' as const) : ('warning' as const)
      const params = { where: whereText(result), value: result.value.toFixed(1), notable }
      const text = result.value > high ? message('check.feSum.error', 'The efficiencies at {where} add up to {value} %, more than the charge allows.', params)
        : result.value > notable ? message('check.feSum.above', 'The efficiencies at {where} add up to {value} %, above {notable} %: check charge, dilution, volume and calibration of the products.', params)
          : message('check.feSum.warning', 'The efficiencies at {where} add up to {value} %: a product (H₂, N₂, …) is not measured, or something is lost.', params)
      return [{ rule: 'fe-sum', level, ...about(result), source: OWN, message: text }]
    })
  }
}

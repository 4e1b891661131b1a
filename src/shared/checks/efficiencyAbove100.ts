import { message } from '../message'
import { about, resultsOf, whereText, type Check } from './check'

/** An efficiency above 100 % by more than twice its uncertainty: an error in charge, dilution or calibration, shown as it is. */
export const efficiencyAbove100: Check = {
  rule: 'fe-above-100',
  scope: 'catalyst',
  run: (input) =>
    ['fe_nh3', 'fe_no2', 'fe_h2'].flatMap((metric) => resultsOf(input, metric)).flatMap((result) => {
      const u = result.u ?? 0
      if (!(result.value > 100 + 2 * u + 1e-9)) return []
      return [{
        rule: 'fe-above-100', level: 'error' as const, ...about(result), source: 'Faraday; 100 % + 2u',
        message: result.u === null ? message('check.feAbove100Unknown', '{metric} = {value} % at {where} exceeds 100 %, and its uncertainty is not known: check charge, dilution, volume and calibration.', { metric: result.metric, value: result.value.toFixed(1), where: whereText(result) }) : message('check.feAbove100', '{metric} = {value} % at {where} exceeds 100 % by more than 2u ({u} %): check charge, dilution, volume and calibration.', { metric: result.metric, value: result.value.toFixed(1), where: whereText(result), u: u.toFixed(1) })
      }]
    })
}

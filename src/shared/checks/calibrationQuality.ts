import { message } from '../message'
import type { Finding } from '../analyses/analysis'
import { about, resultsOf, type Check } from './check'
import { OWN, threshold } from './thresholds'

/** A calibration wants r² ≥ 0.999 and at least five standards. */
export const calibrationQuality: Check = {
  rule: 'calibration-quality',
  scope: 'catalyst',
  run: (input) => {
    const [leastR2, leastLevels] = [threshold(input, 'calibrationR2'), threshold(input, 'calibrationLevels')]
    return resultsOf(input, 'cal_r2').flatMap((result): Finding[] => {
      const analyte = String(result.conditions.analyte)
      const line = resultsOf(input, 'cal_slope').find(({ conditions }) => conditions.analyte === result.conditions.analyte && conditions.calibration === result.conditions.calibration)
      /** Readings of one concentration again and again say nothing of the line. */
      const n = Number(line?.conditions.levels ?? result.n ?? 0)
      const found = (id: string, text: string): Finding => ({ rule: 'calibration-quality', level: 'warning', ...about(result), source: OWN, message: message(id, text, { analyte, n, r2: result.value.toFixed(5), leastR2, leastLevels }) })
      return [
        ...(result.value < leastR2 ? [found('check.r2', 'The calibration of {analyte} has r² = {r2}, below {leastR2}.')] : []),
        ...(n < leastLevels ? [leastLevels === 5 ? found('check.fewStandards', 'The calibration of {analyte} has standards of only {n} concentrations; five or more are usual.') : found('check.fewerStandards', 'The calibration of {analyte} has standards of only {n} concentrations; {leastLevels} are asked for in Settings.')] : [])
      ]
    })
  }
}

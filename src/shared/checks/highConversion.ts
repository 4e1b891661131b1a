import type { Finding, Result } from '../analyses/analysis'
import { groupBy } from '../groupBy'
import { message } from '../message'
import { about, resultsOf, whereText, type Check } from './check'
import { OWN, threshold } from './thresholds'

/** A rate averaged while a large part of the nitrate was used up is no rate at the stated concentration; where its consumption was followed it is meant to be, and a note says so. */
export const highConversion: Check = {
  rule: 'high-conversion',
  scope: 'catalyst',
  run: (input) => {
    const most = threshold(input, 'conversion')
    const high = resultsOf(input, 'conversion').filter(({ value, n, conditions }) => value > most && n === undefined && conditions.cycle === undefined)
    const followed = new Set(high.length === 0 ? [] : resultsOf(input, 'k_zero').flatMap(({ inputs }) => inputs))
    const isFollowed = ({ inputs }: Result): boolean => inputs.some((id) => followed.has(id))
    const ofRates = groupBy(high.filter((result) => !isFollowed(result)), ({ catalyst }) => catalyst)
    return [...high.filter(isFollowed).map((result): Finding => ({
      ...about(result), rule: 'high-conversion', level: 'note', source: OWN,
      message: message('check.highConversion', '{value} % of the nitrate was used up ({where}): FE and yield are means over falling concentrations.', { value: Number(result.value.toPrecision(3)), where: whereText(result) })
    })), ...[...ofRates.values()].map((results): Finding => {
      const worst = results.toSorted((a, b) => b.value - a.value)[0]!
      return {
        ...about(worst), entries: [...new Set(results.flatMap(({ inputs }) => inputs))], rule: 'high-conversion', level: 'warning', source: OWN,
        message: message('check.noRate', '{value} % of the nitrate was used up ({where}; {n} electrolyses above {most} %): FE and yield are means over falling concentrations, no rates at the stated one.', { value: Number(worst.value.toPrecision(3)), where: whereText(worst), n: results.length, most })
      }
    })]
  }
}

import { message } from '../message'
import { about, resultsOf, whereText, type Check } from './check'

const MOST_PERCENT = 20

/** A rate averaged while a large part of the nitrate was used up is no rate at the stated concentration. */
export const highConversion: Check = {
  rule: 'high-conversion',
  scope: 'catalyst',
  run: (input) => resultsOf(input, 'conversion').filter(({ value, n, conditions }) => value > MOST_PERCENT && n === undefined && conditions.cycle === undefined).map((result) => ({
    ...about(result), rule: 'high-conversion', level: 'note', source: 'more than 20 % (our own threshold)',
    message: message('check.highConversion', '{value} % of the nitrate was used up ({where}): FE and yield are means over falling concentrations.', { value: Number(result.value.toPrecision(3)), where: whereText(result) })
  }))
}

import { message } from '../message'
import { about, resultsOf, type Check } from './check'

/** A zero-order constant has a concentration in its unit; 1/h belongs to first order or to C/C₀. */
export const rateConstantUnit: Check = {
  rule: 'rate-constant-unit',
  scope: 'catalyst',
  run: (input) => resultsOf(input, 'k_zero').filter(({ unit }) => /^1\/(h|s|min)$/.test(unit)).map((result) => ({
    ...about(result), rule: 'rate-constant-unit', level: 'error', source: 'dimensions: dC/dt = −k',
    message: message('check.rateConstantUnit', 'k = {value} {unit} of {catalyst} is called zero order, but a zero-order constant has a concentration in its unit (mM/h); {unit} holds for first order or for C/C₀ only.', { value: result.value, unit: result.unit, catalyst: result.catalyst ?? '' })
  }))
}

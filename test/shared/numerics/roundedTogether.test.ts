import { expect, it } from 'vitest'
import { roundedTogether } from '../../../src/shared/numerics/roundedTogether'

it.each([
  [5.19912, 0.0033, '5.199 ± 0.003'], [38.0004, 0.0431, '38.00 ± 0.04'], [0.0015972, 5.7e-6, '0.001597 ± 0.000006'], [0.8805, 0.0012, '0.8805 ± 0.0012'], [1234.5, 260, '1235 ± 260'], [0.123456, null, '0.1235'], [0.5, 0, '0.5']
])('rounds %d and its uncertainty to the same digit', (value, u, text) => expect(roundedTogether(value, u)).toBe(text))

import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../../src/renderer/text/formatNumber'
import { formatQuantity } from '../../../src/renderer/text/formatQuantity'
import { fixedDecimal } from '../../../src/renderer/text/roundDecimal'

describe('formatQuantity', () => {
  it.each([
    [90.014956342, 1.9e-14, '%', '90.01 %'],
    [92.43, 1.27, '%', '92.4 ± 1.3 %'],
    [99.96, 0.31, '%', '100.0 ± 0.3 %'],
    [3.0791, 0.0521, 'mg/h/mgcat', '3.08 ± 0.05 mg h⁻¹ mg_cat⁻¹'],
    [0.0301, 0.0296, 'V', '0.030 ± 0.030 V'],
    [-2.1664, 0.0044, 'eV', '\u22122.166 ± 0.004 eV'],
    [4.98, 0.96, '', '5.0 ± 1.0'],
    [12344, 1230, 'C', '12300 ± 1200 C'],
    [0.00002154, 0.0000003, 'mol/L', '(2.15 ± 0.03) × 10⁻⁵ mol L⁻¹'],
    [0.0002, 0.0011, '', '0.0002 ± 0.0011'],
    [1234567, 8900, '', '(1.235 ± 0.009) × 10⁶'],
    [-0.0004, 0.012, 'V', '0.000 ± 0.012 V']
  ])('%s ± %s %s', (value, u, unit, text) => expect(formatQuantity(value, u, unit)).toBe(text))

  it.each([
    [0.03005, 'V', '0.030 V'], [-1.23456, 'V', '−1.235 V'], [100, '%', '100 %'], [-12.34567, 'mA/cm2', '\u221212.35 mA cm⁻²'], [0, '', '0'],
    [0.0000042, '', '4.2 × 10⁻⁶'], [1234567, '', '1.235 × 10⁶'], [Number.NaN, 'V', '– V'], [12345, '', '12350']
  ])('without u: %s %s', (value, unit, text) => expect(formatQuantity(value, null, unit)).toBe(text))

  it('does not print an uncertainty that is none', () => expect(formatQuantity(1.5, Number.NaN)).toBe('1.5'))
})

it('rounds as printed, not as stored', () => {
  expect(fixedDecimal(1.005, 2)).toBe('1.01')
  expect(fixedDecimal(-1.005, 2)).toBe('-1.01')
  expect(fixedDecimal(149, -2)).toBe('100')
})

it('writes infinities', () => expect(formatNumber(-Infinity)).toBe('\u2212∞'))

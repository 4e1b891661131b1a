import { describe, expect, it } from 'vitest'
import { SSF } from 'xlsx'
import { notAsZero } from '../../../src/shared/workbook/notAsZero'

describe('the number format of a column', () => {
  it('stays where no number is printed as zero, zero itself apart', () => {
    expect([notAsZero('0.000', [0.83, 0, -0.0006]), notAsZero('0.000E+00', [1e-9]), notAsZero(undefined, [1e-9])]).toEqual(['0.000', '0.000E+00', undefined])
  })
  it('has an exponent for those that would be, and leaves the others their figures', () => {
    const values = [0.83, 0.00041, 0, 0.0005]
    expect(values.map((value) => SSF.format(notAsZero('0.000', values)!, value))).toEqual(['0.830', '4.1E-04', '0.000', '0.001'])
  })
  it('has the decimals of the smallest that would be beside negative numbers', () => {
    const values = [0.83, 0.00041, -0.012]
    expect(values.map((value) => SSF.format(notAsZero('0.000', values)!, value))).toEqual(['0.83000', '0.00041', '-0.01200'])
  })
})

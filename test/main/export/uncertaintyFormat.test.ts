import { describe, expect, it } from 'vitest'
import { SSF } from 'xlsx'
import { uncertaintyFormat } from '../../../src/shared/workbook/uncertaintyFormat'

describe('the number format of a column of uncertainties', () => {
  it('has the decimals that half of them need', () => {
    expect(uncertaintyFormat([0.012, 0.031, null, 0.02])).toBe('0.000')
    expect(uncertaintyFormat([null])).toBeUndefined()
  })
  it('prints none as zero', () => {
    const format = uncertaintyFormat([0.012, 0.031, 0.02, 0.00004])!
    expect([0.012, 0.00004, 0.00051].map((u) => SSF.format(format, u))).toEqual(['0.012', '4.0E-05', '0.001'])
  })
})

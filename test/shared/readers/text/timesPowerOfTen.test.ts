import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timesPowerOfTen } from '../../../../src/shared/readers/text/timesPowerOfTen'

const wholes = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }).map(Number), fc.integer({ min: 0, max: 99_999 }))

describe('a whole number times a power of ten', () => {
  it('is that of Number(), to the last bit, or said to be unknown', () => {
    let unknown = 0
    fc.assert(fc.property(wholes, fc.integer({ min: -260, max: 260 }), (digits, power) => {
      const value = timesPowerOfTen(digits, power)
      if (Number.isNaN(value)) {
        if (Math.abs(power) > 22 && Math.abs(power) <= 250) unknown += 1
      } else expect([digits, power, value]).toEqual([digits, power, Number(`${digits}e${power}`)])
    }), { numRuns: 50_000 })
    expect(unknown).toBeLessThan(5)
  })

  it('is left open where it lies at a half of the last place, or very near', () => {
    // 45035996273704980 lies in the middle between two doubles, which are 8 apart there.
    expect(timesPowerOfTen(4_503_599_627_370_498, 1)).toBeNaN()
    expect(timesPowerOfTen(4_503_599_627_370_499, 1)).toBe(45_035_996_273_704_990)
    // The hardest decimals of 16 digits (Paxson 1991) within the range of powers.
    for (const [digits, power] of [[8511030020275656, -63], [5201988407066741, -242], [6406892948269899, 237], [8431154198732492, 72], [6475049196144587, 100], [8274307542972842, 26], [5381065484265332, -184]] as const) {
      const value = timesPowerOfTen(digits, power)
      if (!Number.isNaN(value)) expect(value).toBe(Number(`${digits}e${power}`))
    }
  })
})

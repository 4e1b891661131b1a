import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timesPowerOfTen } from '../../../../src/shared/readers/text/timesPowerOfTen'

const wholes = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }).map(Number), fc.integer({ min: 0, max: 99_999 }))

/** How far digits · 10^power is from the middle between two doubles, in units of their distance. */
function fromTheMiddle(digits: number, power: number): number {
  const [over, under] = power < 0 ? [BigInt(digits), 10n ** BigInt(-power)] : [BigInt(digits) * 10n ** BigInt(power), 1n]
  const bits = (value: bigint): number => value.toString(2).length
  const shift = 175 - (bits(over) - bits(under))
  const quotient = shift < 0 ? over / (under << BigInt(-shift)) : (over << BigInt(shift)) / under
  const behind = BigInt(bits(quotient) - 53)
  const rest = (quotient & ((1n << behind) - 1n)) - (1n << (behind - 1n))
  return Math.abs(Number(rest)) / 2 ** Number(behind)
}

describe('a whole number times a power of ten', () => {
  it('is that of Number(), to the last bit, and left open only next to a half of it', () => {
    fc.assert(fc.property(wholes, fc.integer({ min: -260, max: 260 }), (digits, power) => {
      const value = timesPowerOfTen(digits, power)
      if (!Number.isNaN(value)) expect([digits, power, value]).toEqual([digits, power, Number(`${digits}e${power}`)])
      // As of 10²³, which lies next to a half.
      else if (Math.abs(power) <= 250) expect([digits, power, fromTheMiddle(digits, power) < 2 ** -45]).toEqual([digits, power, true])
    }), { numRuns: 50_000, examples: [[1, 23], [16, 23]] })
    expect(timesPowerOfTen(1, 23)).toBeNaN()
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

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { perkinElmerSp } from '../../../../src/shared/readers/perkinElmerSp/perkinElmerSp'
import { fixtures, spFile } from './fixture'

const read = (bytes: Uint8Array) => perkinElmerSp.read({ name: 'a.sp', bytes }).measurements[0]!

describe('PerkinElmer .sp', () => {
  it('reads back what is written, in either direction', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 60 }), fc.constantFrom(-2, -0.5, 1), (y, step) => {
      const { columns, complete } = read(spFile({ y, first: 800, step }))
      expect([...columns[1]!.values]).toEqual(y)
      expect([...columns[0]!.values]).toEqual(y.map((_, i) => 800 + i * step))
      expect(complete).toBe(true)
    }))
  })
  it('says of what and when', () => {
    expect(read(fixtures[0]!.bytes)).toMatchObject({ technique: 'UVVIS', title: 'NH3 std 1', startedAt: '2026-11-23T10:15:24', warnings: [], columns: [{ quantity: 'wavelength', unit: 'nm' }, { quantity: 'absorbance' }] })
    expect(read(spFile({ y: [1, 2], first: 4000, step: -2, xLabel: 'cm-1', yLabel: '%T' }))).toMatchObject({ technique: 'IR', columns: [{ quantity: 'wavenumber' }, { quantity: 'other', unit: '%T' }] })
  })
  it('keeps the points of a file that was cut off', () => {
    const whole = spFile({ y: [1, 2, 3, 4], first: 800, step: -1 })
    expect(read(whole.subarray(0, whole.length - 10))).toMatchObject({ complete: false, warnings: ['The file holds 2 of 4 points: it was cut off.'], columns: [{ values: Float64Array.of(800, 799) }, { values: Float64Array.of(1, 2) }] })
    expect(() => read(whole.subarray(0, 150))).toThrow('missing or damaged')
  })
  it('notices what does not fit together', () => {
    expect(read(spFile({ y: [1, 2, 30], first: 800, step: 1, yRange: [1, 3] })).warnings).toEqual(['The file says that the spectrum lies between 1 and 3; its numbers lie between 1 and 30.'])
    const damaged = spFile({ y: [1, 2, 3], first: 800, step: 1 })
    const at = Buffer.from(damaged).indexOf(Buffer.from([0x75, 0x8b, 6, 0, 0, 0]))
    new DataView(damaged.buffer).setInt32(at + 8, 7, true)
    expect(() => read(damaged)).toThrow('7 points from 800 in steps of 1 do not end at 802')
  })
})

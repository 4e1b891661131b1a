import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zahnerIsc } from '../../../../src/shared/readers/zahnerIsc/zahnerIsc'
import { fixtures, iscFile } from './fixture'

const read = (bytes: Uint8Array) => zahnerIsc.read({ name: 'a.isc', bytes }).measurements[0]!

describe('Zahner .isc', () => {
  it('reads back what is written', () => {
    const point = fc.tuple(fc.integer({ min: -32768, max: 32767 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
    fc.assert(fc.property(fc.array(point, { minLength: 2, maxLength: 40 }), fc.constantFrom(0.5, 1, 2), fc.constantFrom(-0.1, 0, 0.25), (points, factor, offset) => {
      const [raw, current_A] = [points.map(([value]) => value), points.map(([, value]) => value)]
      const { columns, complete } = read(iscFile({ raw, current_A, offset, factor }))
      expect(complete).toBe(true)
      expect([...columns[1]!.values]).toEqual(raw.map((value) => (value * factor) / 8000 + offset))
      expect([...columns[2]!.values]).toEqual(current_A)
    }))
  })
  it('says when, how fast and on what', () => {
    const found = read(fixtures[0]!.bytes)
    expect(found).toMatchObject({ technique: 'CV', startedAt: '2021-09-21T14:41:13', header: { scanRate_mV_s: 50 }, segments: [{ start: 0, end: 31 }, { start: 31, end: 60 }] })
    expect(found.settings).toEqual(expect.arrayContaining([{ name: 'system', value: 'Pt-wire' }, { name: 'upper vertex / V', value: 0.6 }]))
  })
  it('gives no potential without its scaling', () => {
    const found = read(iscFile({ raw: [1, 2, 3], current_A: [1, 2, 3], offset: 0, factor: 1, texts: ['210921', 'x'] }))
    expect(found).toMatchObject({ complete: false, warnings: [expect.stringContaining('scaling of the potential')] })
    expect(found.columns.map(({ quantity }) => quantity)).toEqual(['time', 'other', 'current'])
  })
  it('refuses a cut file and leaves others alone', () => {
    const { bytes } = fixtures[0]!
    expect(() => read(bytes.subarray(0, 300))).toThrow('The file is cut off: 60 points need 742 bytes, it has 300')
    expect(zahnerIsc.recognises({ name: 'a.isc', bytes: new Uint8Array(400).fill(65), size: 400 })).toBeNull()
  })
})

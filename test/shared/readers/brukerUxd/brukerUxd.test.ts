import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brukerUxd } from '../../../../src/shared/readers/brukerUxd/brukerUxd'
import { uxdText } from './fixture'

const read = (text: string) => brukerUxd.read({ name: 'a.uxd', bytes: new TextEncoder().encode(text) }).measurements

describe('Bruker UXD', () => {
  it('reads ranges back, with angles or with counts alone', () => {
    const range = fc.record({
      start: fc.integer({ min: 1, max: 120 }), step: fc.constantFrom(0.02, 0.5), kind: fc.constantFrom('2THETACOUNTS', '2THETACPS', 'COUNTS', 'CPS'),
        counts: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 25 })
    })
    fc.assert(fc.property(fc.array(range, { minLength: 1, maxLength: 3 }), fc.boolean(), (ranges, hasComments) => {
      const measurements = read(uxdText(ranges, 0.7, '04-Mar-2010 20:59:14', hasComments))
      expect(measurements.map(({ columns }) => [...columns[1]!.values])).toEqual(ranges.map(({ counts }) => counts))
      expect(measurements.map(({ columns }) => [...columns[0]!.values])).toEqual(ranges.map(({ start, step, counts }) =>
        counts.map((_, i) => start + i * step)))
      for (const { complete, warnings } of measurements) expect([complete, warnings]).toEqual([true, []])
    }), { numRuns: 60 })
  })
  it('states wavelength, anode, counting time and date of the file', () => {
    const [measurement] = read(uxdText([{ start: 3, step: 0.5, counts: [1, 2, 3] }]))
    expect(measurement!.facts).toEqual(expect.arrayContaining([{ name: 'anode', value: 'Mo' }, { name: 'wavelengthAlpha1_A', value: 0.70926 },
      { name: 'timePerStep_s', value: 0.5 }]))
    expect(measurement).toMatchObject({ title: 'RuFe', technique: 'XRD', startedAt: '2010-03-04T20:59:14' })
    const [bare] = read(uxdText([{ start: 3, step: 0.5, counts: [1, 2, 3] }], null, '04/03/2010 20:59:14'))
    expect(bare!.facts.map(({ name }) => name)).toEqual(['timePerStep_s', 'stepSize_deg'])
    expect(bare!.startedAt).toBeNull()
  })
  it('says when points are missing or the file is cut', () => {
    const [short] = read(uxdText([{ start: 3, step: 0.5, counts: [1, 2, 3], declared: 9 }]))
    expect(short).toMatchObject({ complete: false, warnings: ['The range holds 3 of the 9 points that it announces.'] })
    const text = uxdText([{ start: 3, step: 0.5, counts: [100, 200, 300] }])
    expect(read(text.slice(0, -3))[0]).toMatchObject({ complete: false })
    expect(() => read(text.slice(0, text.indexOf('_2THETACOUNTS')))).toThrow(/holds no counts/)
  })
})

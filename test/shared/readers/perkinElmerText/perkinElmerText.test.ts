import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { perkinElmerText } from '../../../../src/shared/readers/perkinElmerText/perkinElmerText'
import { fixtures, pedsText, type PedsFile } from './fixture'

const read = (file: PedsFile) => perkinElmerText.read({ name: 'a.asc', bytes: new TextEncoder().encode(pedsText(file)) }).measurements[0]!

describe('PerkinElmer text', () => {
  it('reads back what is written', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 3, maxLength: 60 }), (values) => {
      const [x, y] = [values.map((_, i) => 800 - 0.5 * i), values.map((value) => value / 1e5)]
      const { columns, warnings } = read({ x, y })
      expect([[...columns[0]!.values], [...columns[1]!.values]]).toEqual([x, y])
      expect(warnings).toEqual([])
    }))
  })
  it('says of what, when and in which units', () => {
    const found = perkinElmerText.read({ name: 'a.asc', bytes: fixtures[0]!.bytes }).measurements[0]!
    expect(found).toMatchObject({ technique: 'UVVIS', title: 'NH3 std 1', startedAt: '2026-11-23T10:15:24', complete: true, columns: [{ quantity: 'wavelength', unit: 'NM' }, { quantity: 'absorbance' }] })
    expect(found.settings).toEqual(expect.arrayContaining([{ name: 'Analyst', value: 'Li' }, { name: 'Instrument', value: 'Lambda 35' }]))
    expect(read({ x: [4000, 3998, 3996], y: [90, 91, 92], kind: 'IR', units: ['CM-1', '%T'] })).toMatchObject({ technique: 'IR', columns: [{ quantity: 'wavenumber' }, { unit: '%T' }], warnings: [] })
    expect(read({ x: [400, 401, 402], y: [9, 8, 7], kind: 'FL', units: ['NM', ''] })).toMatchObject({ technique: 'OTHER', columns: [{}, { name: 'Signal' }] })
  })
  it('notices what the header does not say', () => {
    expect(read({ x: [800, 799, 798], y: [1, 2, 3], points: 9 })).toMatchObject({ complete: false, warnings: ['The file holds 3 of 9 points; it was cut off, export it again.'] })
    expect(read({ x: [800, 799, 798], y: [1, 2, 3], largest: 5 }).warnings).toEqual(['The header says that y lies between 1 and 5; the data lie between 1 and 3.'])
    expect(() => perkinElmerText.read({ name: 'a', bytes: fixtures[0]!.bytes.subarray(0, 200) })).toThrow('ends before its data')
  })
})

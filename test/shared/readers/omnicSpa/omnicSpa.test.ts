import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { omnicSpa } from '../../../../src/shared/readers/omnicSpa/omnicSpa'
import { fixtures, spaFile } from './fixture'

const read = (bytes: Uint8Array) => omnicSpa.read({ name: 'a.spa', bytes }).measurements[0]!

describe('OMNIC .spa', () => {
  it('reads back what is written', () => {
    fc.assert(fc.property(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 60 }), (y) => {
      const { columns } = read(spaFile({ y, first: 4000, last: 500 }))
      expect([...columns[1]!.values]).toEqual(y)
      expect([columns[0]!.values[0], columns[0]!.values.at(-1)]).toEqual([4000, 500])
    }))
  })
  it('says what the axes are, when and of what', () => {
    expect(read(fixtures[0]!.bytes)).toMatchObject({ technique: 'IR', title: 'RuFe-NC -0.3 V', startedAt: '2026-11-22T14:15:24.000Z', columns: [{ quantity: 'wavenumber', unit: 'cm-1' }, { quantity: 'absorbance' }] })
    expect(read(spaFile({ y: [1, 2], first: 100, last: 3000, xUnit: 32, yUnit: 31 }))).toMatchObject({ technique: 'RAMAN', columns: [{ name: 'Raman shift' }, { quantity: 'intensity' }] })
    expect(read(spaFile({ y: [1, 2], first: 1, last: 2, yUnit: 99 })).warnings).toEqual(['The unit of y is not known here (code 99).'])
  })
  it('refuses what is cut off or damaged', () => {
    const { bytes } = fixtures[0]!
    expect(() => read(bytes.subarray(0, 640))).toThrow('announces 60 points')
    expect(() => read(bytes.subarray(0, 330))).toThrow('no spectrum with its axis')
  })
})

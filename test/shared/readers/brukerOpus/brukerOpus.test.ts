import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brukerOpus } from '../../../../src/shared/readers/brukerOpus/brukerOpus'
import { axisOf, fixtures, opusFile, typeOf } from './fixture'

const read = (bytes: Uint8Array) => brukerOpus.read({ name: 'a.0', bytes }).measurements

describe('Bruker OPUS', () => {
  it('reads back what is written, scaled, on an axis that ends at both ends', () => {
    const value = fc.float({ noNaN: true, noDefaultInfinity: true })
    fc.assert(fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), fc.constantFrom(1, 0.5), fc.nat(5), (y, factor, more) => {
      const [found] = read(opusFile([{ type: typeOf(4, 3), y: [...y, ...Array.from({ length: more }, () => 9)] }, { type: typeOf(4, 3, 1), values: axisOf(y.length, 3999.5, 600, factor) }]))
      expect([...found!.columns[1]!.values]).toEqual(y.map((one) => one * factor))
      expect([found!.columns[0]!.values[0], found!.columns[0]!.values.at(-1)]).toEqual([3999.5, 600])
    }))
  })
  it('puts the absorbance before what was recorded on the way, with the settings', () => {
    const found = read(fixtures[0]!.bytes)
    expect(found.map(({ technique, title }) => `${technique} ${title}`)).toEqual(['IR absorbance', 'OTHER sample, single channel'])
    expect(found[0]).toMatchObject({ startedAt: '2026-11-23T10:15:24', columns: [{ quantity: 'wavenumber', unit: 'cm-1' }, { quantity: 'absorbance', name: 'Absorbance' }] })
    expect(found[0]!.settings).toEqual(expect.arrayContaining([{ name: 'RES', value: 4 }, { name: 'NSS', value: 64 }, { name: 'SNM', value: 'RuFe-NC' }]))
  })
  it('takes single channels as spectra where there is no ratio, and a Raman spectrum as such', () => {
    const only = (spectrum: number, channel: number) => read(opusFile([{ type: typeOf(spectrum, channel), y: [1, 2, 3] }, { type: typeOf(spectrum, channel, 1), values: axisOf(3, 1000, 998) }]))[0]!
    expect([only(1, 1), only(10, 1), only(2, 1)].map(({ technique }) => technique)).toEqual(['IR', 'RAMAN', 'OTHER'])
  })
  it('refuses what is cut off, and says what it does not read', () => {
    const { bytes } = fixtures[0]!
    expect(() => read(bytes.subarray(0, 400))).toThrow(/reaches beyond its end/)
    expect(() => read(opusFile([{ type: typeOf(4, 3), y: [1, 2] }, { type: typeOf(4, 3, 1), values: axisOf(9, 1, 2) }]))).toThrow('announces 9 points and holds 2')
    const series = (2 << 19) >>> 0
    expect(() => read(opusFile([{ type: typeOf(4, 3) + series, y: [1, 2] }]))).toThrow('only a time-resolved series')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { omnicSpa } from '../../../../src/shared/readers/omnicSpa/omnicSpa'
import { fixtures, spaFile, spgFile, srsFile } from './fixture'

const all = (bytes: Uint8Array) => omnicSpa.read({ name: 'a.spa', bytes }).measurements
const read = (bytes: Uint8Array) => all(bytes)[0]!
const value = fc.float({ noNaN: true, noDefaultInfinity: true })
const axis = { first: 4000, last: 500 }

describe('OMNIC .spa', () => {
  it('reads back what is written', () => {
    fc.assert(fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), (y) => {
      const { columns } = read(spaFile({ y, ...axis }))
      expect([...columns[1]!.values]).toEqual(y)
      expect([columns[0]!.values[0], columns[0]!.values.at(-1)]).toEqual([4000, 500])
    }))
  })
  it('says what the axes are, when and of what, with the settings and the history', () => {
    const found = read(fixtures[0]!.bytes)
    expect(found).toMatchObject({ technique: 'IR', title: 'RuFe-NC -0.3 V', startedAt: '2026-11-22T14:15:24.000Z', complete: true, columns: [{ quantity: 'wavenumber', unit: 'cm-1' }, { quantity: 'absorbance' }] })
    expect(found.settings).toEqual([
      { name: 'Number of scans', value: 64 }, { name: 'Number of background scans', value: 32 }, { name: 'Collection length (s)', value: 19.28 }, { name: 'Laser frequency (cm-1)', value: 15798.25 },
      { name: 'history', value: 'Collect Sample' }, { name: 'Final format', value: 'Absorbance' }, { name: 'Resolution', value: '4.000 from 650 to 4000' }
    ])
    expect(read(spaFile({ y: [1, 2], first: 100, last: 3000, xUnit: 32, yUnit: 31 }))).toMatchObject({ technique: 'RAMAN', columns: [{ name: 'Raman shift' }, { quantity: 'intensity' }] })
    expect(read(spaFile({ y: [1, 2], first: 1, last: 2, yUnit: 99 })).warnings).toEqual(['The unit of y is not known here (code 99).'])
  })
  it('keeps the points that are there, on the axis of the whole spectrum', () => {
    const whole = spaFile({ y: [1, 2, 3, 4, 5], first: 1004, last: 1000 })
    const cut = read(whole.subarray(0, whole.length - 7))
    expect(cut).toMatchObject({ complete: false, warnings: ['The file holds 3 of 5 points: it was cut off.'] })
    expect(cut.columns.map(({ values }) => [...values])).toEqual([[1004, 1003, 1002], [1, 2, 3]])
  })
  it('refuses what does not fit together', () => {
    const { bytes } = fixtures[0]!
    expect(() => read(bytes.subarray(0, 330))).toThrow('no spectrum with its axis')
    const damaged = bytes.slice()
    new DataView(damaged.buffer).setUint32(304 + 16 * 4 + 4, 59, true)
    expect(() => read(damaged)).toThrow('announces 59 points, the directory 60')
  })
})

describe('OMNIC .spg', () => {
  it('reads spectra of one kind whose titles differ in numbers as a series with its times', () => {
    fc.assert(fc.property(fc.array(fc.tuple(value, value, value), { minLength: 3, maxLength: 6 }), (spectra) => {
      const found = all(spgFile(spectra.map((y, i) => ({ y, title: `RuFe -0.${i} V`, seconds: 4_004_432_124 + 60 * i })), axis))
      expect(found).toHaveLength(1)
      expect([...found[0]!.columns[1]!.values]).toEqual(spectra.flat())
      expect([...found[0]!.columns[2]!.values]).toEqual(spectra.flatMap((_, i) => [60 * i, 60 * i, 60 * i]))
      expect(found[0]!.segments.map(({ label }) => label)).toEqual(spectra.map((_, i) => `RuFe -0.${i} V`))
    }))
  })
  it('keeps spectra of different samples apart', () => {
    const found = all(spgFile(['RuFe', 'RuCo', 'RuNi'].map((title) => ({ y: [1, 2, 3], title })), axis))
    expect(found.map(({ title }) => title)).toEqual(['RuFe', 'RuCo', 'RuNi'])
  })
})

describe('OMNIC .srs', () => {
  it('reads back the spectra and their times', () => {
    fc.assert(fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 6 }), fc.double({ min: 0.5, max: 60, noNaN: true }), (spectra, step) => {
      const times = spectra.map((_, i) => Math.round(100 * step * (i + 1)) / 100)
      const [found] = all(srsFile(spectra, times))
      expect(found).toMatchObject({ title: 'SEIRAS 1', technique: 'IR', complete: true })
      expect([...found!.columns[1]!.values]).toEqual(spectra.flat())
      expect([...found!.columns[2]!.values]).toEqual(times.flatMap((time) => [time, time, time]))
    }))
  })
  it('keeps the whole spectra of a file that was cut off, and refuses records that are out of place', () => {
    const { bytes } = fixtures[2]!
    expect(read(bytes.subarray(0, bytes.length - 10))).toMatchObject({ complete: false, segments: [{ start: 0, end: 60 }], warnings: ['The file holds 1 of 2 spectra: it was cut off.'] })
    const damaged = bytes.slice()
    damaged[bytes.length - 2 * 60 * 4 - 200] = 77
    expect(() => read(damaged)).toThrow('do not begin where they should')
  })
})

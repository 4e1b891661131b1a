import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brukerOpus } from '../../../../src/shared/readers/brukerOpus/brukerOpus'
import { axisOf, fixtures, opusFile, seriesBytes, SERIES, typeOf, type OpusValue } from './fixture'

const read = (bytes: Uint8Array) => brukerOpus.read({ name: 'a.0', bytes }).measurements
const value = fc.float({ noNaN: true, noDefaultInfinity: true })
const absorbance = (y: readonly number[], axis: readonly OpusValue[], flag = 0) => [{ type: typeOf(4, 3) + flag, y }, { type: typeOf(4, 3, 1) + flag, values: axis }]

describe('Bruker OPUS', () => {
  it('reads back what is written, scaled, on an axis that ends at both ends', () => {
    fc.assert(fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), fc.constantFrom(1, 0.5), fc.nat(5), (y, factor, more) => {
      const [found] = read(opusFile(absorbance([...y, ...Array.from({ length: more }, () => 9)], axisOf(y.length, 3999.5, 600, factor))))
      expect([...found!.columns[1]!.values]).toEqual(y.map((one) => one * factor))
      expect([found!.columns[0]!.values[0], found!.columns[0]!.values.at(-1)]).toEqual([3999.5, 600])
    }))
  })
  it('puts the absorbance before what was recorded on the way, with the settings', () => {
    const found = read(fixtures[0]!.bytes)
    expect(found.map(({ technique, title }) => `${technique} ${title}`)).toEqual(['IR absorbance', 'OTHER sample, single channel'])
    expect(found[0]).toMatchObject({ startedAt: '2026-11-23T10:15:24+01:00', columns: [{ quantity: 'wavenumber', unit: 'cm-1' }, { quantity: 'absorbance', name: 'Absorbance' }] })
    expect(found[0]!.settings).toEqual(expect.arrayContaining([{ name: 'RES', value: 4 }, { name: 'background RES', value: 8 }, { name: 'NSS', value: 64 }, { name: 'SNM', value: 'RuFe-NC' }]))
    expect(found[0]!.facts).toEqual([{ name: 'sample', value: 'RuFe-NC' }, { name: 'resolution_cm1', value: 4 }, { name: 'scans', value: 64 }])
  })
  it('takes single channels as spectra where there is no ratio, and a Raman spectrum as such', () => {
    const only = (spectrum: number, channel: number) => read(opusFile([{ type: typeOf(spectrum, channel), y: [1, 2, 3] }, { type: typeOf(spectrum, channel, 1), values: axisOf(3, 1000, 998) }]))[0]!
    expect([only(1, 1), only(10, 1), only(2, 1), only(54, 3)].map(({ technique }) => technique)).toEqual(['IR', 'RAMAN', 'OTHER', 'OTHER'])
  })
  it('tells a spectrum from the one before it was worked on', () => {
    const axis = axisOf(2, 1001, 1000)
    const found = read(opusFile([...absorbance([1, 2], axis, 0x4000_0000), ...absorbance([3, 4], axis)]))
    expect(found.map(({ technique, title, columns }) => [technique, title, ...columns[1]!.values])).toEqual([['IR', 'absorbance', 3, 4], ['OTHER', 'absorbance, before it was worked on', 1, 2]])
    expect(read(opusFile(absorbance([1, 2], axis, 0x4000_0000)))[0]).toMatchObject({ technique: 'IR', title: 'absorbance' })
  })
  it('reads whole numbers where DPF says so', () => {
    const axis: OpusValue[] = axisOf(2, 1001, 1000, 0.25).map((one) => (one[0] === 'DPF' ? ['DPF', 2, true] : one))
    const file = (own: readonly OpusValue[]) => opusFile([{ type: typeOf(4, 3), bytes: new Uint8Array(Int32Array.from([7, -9]).buffer) }, { type: typeOf(4, 3, 1), values: own }])
    expect([...read(file(axis))[0]!.columns[1]!.values]).toEqual([1.75, -2.25])
    expect(() => read(file(axis.map((one) => (one[0] === 'DPF' ? ['DPF', 3, true] : one))))).toThrow('DPF 3')
  })
  it('notices numbers that are not between the ends the file states', () => {
    const axis: OpusValue[] = [...axisOf(3, 1002, 1000), ['MNY', 1], ['MXY', 3]]
    expect(read(opusFile(absorbance([1, 2, 3], axis)))[0]!.warnings).toEqual([])
    expect(read(opusFile(absorbance([1, 2, 30], axis)))[0]!.warnings).toEqual(['The file says that the spectrum lies between 1 and 3; its numbers lie between 1 and 30.'])
  })
  it('reads back a series with its times', () => {
    fc.assert(fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 6 }), fc.constantFrom(1, 0.5), (spectra, factor) => {
      const times = spectra.map((_, i) => 0.5 * (i + 1))
      const [found] = read(opusFile([{ type: typeOf(4, 3) + SERIES, bytes: seriesBytes(spectra, times, factor) }, { type: typeOf(4, 3, 1) + SERIES, values: axisOf(3, 1002, 1000) }]))
      expect([...found!.columns[1]!.values]).toEqual(spectra.flat().map((one) => one * factor))
      expect([...found!.columns[2]!.values]).toEqual(times.flatMap((time) => [time, time, time]))
      expect(found!.segments).toHaveLength(spectra.length)
    }))
  })
  it('keeps what is there of a file that was cut off', () => {
    const { bytes } = fixtures[0]!
    const parts = absorbance([1, 2, 3, 4], axisOf(4, 1003, 1000)).toReversed()
    const whole = opusFile(parts)
    expect(read(whole.subarray(0, whole.length - 6))[0]).toMatchObject({ complete: false, columns: [{ values: Float64Array.of(1003, 1002) }, { values: Float64Array.of(1, 2) }] })
    expect(() => read(bytes.subarray(0, 200))).toThrow('ends before its spectra')
    expect(() => read(bytes.subarray(0, 60))).toThrow('lies outside the file')
    expect(() => read(opusFile(absorbance([1, 2], axisOf(9, 1, 2))))).toThrow('announces 9 points and holds 2')
  })
})

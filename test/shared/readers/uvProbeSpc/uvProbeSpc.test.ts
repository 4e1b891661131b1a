import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compoundStreams } from '../../../../src/shared/readers/binary/compoundFile'
import { ReadError } from '../../../../src/shared/readers/reader'
import { uvProbeSpc } from '../../../../src/shared/readers/uvProbeSpc/uvProbeSpc'
import { rows, uvProbe, type UvSet } from './fixture'

const read = (bytes: Uint8Array) => uvProbeSpc.read({ name: 'a.spc', bytes }).measurements

describe('UVProbe .spc', () => {
  it('reads back what was written, in short and in long streams', () => {
    const row = fc.tuple(fc.double({ min: 190, max: 3300, noNaN: true }), fc.double({ min: -5, max: 10, noNaN: true }))
    fc.assert(fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 700 }), { minLength: 1, maxLength: 12 }), (spectra) => {
      const found = read(uvProbe(spectra.map((one, i): UvSet => ({ name: `S${i}`, rows: one }))))
      expect(found.map(({ title }) => title)).toEqual(spectra.map((_, i) => `S${i}`))
      expect(found.map(({ columns }) => columns.map(({ values }) => [...values]))).toEqual(spectra.map((one) => [one.map(([nm]) => nm), one.map(([, value]) => value)]))
      for (const one of found) expect(one).toMatchObject({ technique: 'UVVIS', complete: true, warnings: [] })
    }), { numRuns: 25 })
  })
  it('tells the ordinate by its number, start, operator, method and history', () => {
    const [abs, percent, other] = read(uvProbe([
      { name: 'NO3 5 ppm', rows, days: 45376.75, history: ['Created new data set: NO3 5 ppm', 'x'.repeat(300)] }, { name: 'T', rows, kind: 1 }, { name: '?', rows, kind: 9 }
    ]))
    expect(abs!.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['Wavelength|nm|wavelength', 'Abs.||absorbance'])
    expect(abs).toMatchObject({ title: 'NO3 5 ppm', startedAt: '2024-03-25T18:00:00' })
    expect(abs!.settings).toEqual([{ name: 'Operator', value: 'A. User' }, { name: 'Comment', value: '1 cm' }, { name: 'Measuring Mode', value: 'Absorbance' }, { name: 'Slit Width', value: '1.0' },
      { name: 'History 1', value: 'Created new data set: NO3 5 ppm' }, { name: 'History 2', value: 'x'.repeat(300) }])
    expect(percent!.columns[1]).toMatchObject({ name: 'T%', unit: 'T%', quantity: 'other' })
    expect(other!.columns[1]).toMatchObject({ name: 'Ordinate of kind 9', quantity: 'other' })
    for (const one of [percent!, other!]) expect(one.warnings).toEqual([expect.stringContaining('not stated to be an absorbance')])
  })
  it('reads the labels of a Japanese PC', () => {
    // 装置 (instrument) and 測光値 (photometric value) in Shift-JIS.
    const [found] = read(uvProbe([{ name: 'a', rows, mode: ['\x91\x95\x92\x75', '\x91\xaa\x8c\xf5\x92\x6c'] }]))
    expect(found!.settings).toContainEqual({ name: '装置', value: '測光値' })
  })
  it('says which points and data sets are missing', () => {
    expect(read(uvProbe([{ name: 'a', rows, declared: 700 }]))[0]).toMatchObject({ complete: false, warnings: [expect.stringContaining('601 of the 700 points')] })
    expect(read(uvProbe([{ name: 'a', rows }, { name: 'b', rows: [] }]))).toMatchObject([{ title: 'a', warnings: [expect.stringContaining('1 of 2 data sets')] }])
    expect(() => read(uvProbe([{ name: 'b', rows: [] }]))).toThrow(/photometric or kinetics/)
    expect(() => read(uvProbe([], { '/Workbook': [1, 2, 3] }))).toThrow(/no data set of UVProbe/)
  })
  it('is recognised by its data sets, whatever its name, and by its extension', () => {
    const bytes = uvProbe([{ name: 'a', rows: rows.slice(0, 4) }])
    expect(uvProbeSpc.recognises({ name: 'a.bin', bytes, size: bytes.length })?.confidence).toBe('certain')
    const other = uvProbe([], { '/Workbook': [1, 2, 3] })
    expect(uvProbeSpc.recognises({ name: 'a.xls', bytes: other, size: other.length })).toBeNull()
    expect(uvProbeSpc.recognises({ name: 'a.SPC', bytes: other, size: other.length })?.confidence).toBe('likely')
  })
  it('ends with a sentence on every damaged compound file', () => {
    const bytes = uvProbe([{ name: 'a', rows }, { name: 'b', rows: rows.slice(0, 9) }])
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), fc.nat(bytes.length), (changes, cut) => {
      const changed = bytes.slice(0, cut % 3 === 0 ? cut : bytes.length)
      for (const [at, value] of changes) if (at < changed.length) changed[at] = value
      try {
        compoundStreams(changed)
      } catch (error) {
        expect(error).toBeInstanceOf(ReadError)
      }
    }), { numRuns: 300 })
  })
})

import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { besThreeT } from '../../../../src/shared/readers/besThreeT/besThreeT'
import { besThreeTPair } from './fixture'

const read = (pair: ReturnType<typeof besThreeTPair>) => besThreeT.read({ name: 'a.DSC', bytes: pair.dsc, sibling: (name) => (name === 'a.dta' ? pair.dta : undefined) }).measurements[0]!

describe('BES3T', () => {
  it('reads back what is written, either byte order', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 3, maxLength: 40 }), fc.boolean(), (values, little) => {
      const { columns } = read(besThreeTPair(values, { little }))
      expect([...columns[1]!.values]).toEqual(values)
      expect(columns[0]!.values[0]).toBe(3400)
      expect(columns[0]!.values.at(-1)).toBeCloseTo(3600, 9)
    }))
  })
  it('keeps frequency, power, scans and gain for comparisons', () => {
    const { facts, settings, startedAt } = read(besThreeTPair([1, 2, 3]))
    expect(facts).toEqual([{ name: 'microwaveFrequency_GHz', value: 9.487074 }])
    expect(settings).toEqual(expect.arrayContaining([{ name: 'AVGS', value: '12' }, { name: 'MWPW', value: '0.002' }, { name: 'RCAG', value: '60' }]))
    expect(startedAt).toBe('2021-04-13T17:43:58')
  })
  it('reads complex data as two columns and a second axis as a series', () => {
    expect(read(besThreeTPair([1, 10, 2, 20, 3, 30], { complex: true })).columns.map(({ values }) => [...values])).toEqual([[3400, 3500, 3600], [1, 2, 3], [10, 20, 30]])
    const series = read(besThreeTPair([1, 2, 3, 4, 5, 6], { points: 3, more: ['YPTS\t2', 'YMIN\t0', 'YWID\t10', "YNAM\t'Time'"] }))
    expect(series.segments.map(({ start, end }) => [start, end])).toEqual([[0, 3], [3, 6]])
    expect([...series.columns[2]!.values]).toEqual([0, 0, 0, 10, 10, 10])
  })
  it('leaves the .DTA to its .DSC, and asks for what is missing', () => {
    const { dsc, dta } = besThreeTPair([1, 2, 3])
    expect(besThreeT.recognises({ name: 'a.DTA', bytes: dta, size: dta.length })?.confidence).toBe('likely')
    expect(besThreeT.read({ name: 'a.DTA', bytes: dta, sibling: (name) => (name === 'a.DSC' ? dsc : undefined) })).toEqual({ measurements: [], companionOf: 'a.DSC' })
    expect(() => besThreeT.read({ name: 'a.DTA', bytes: dta })).toThrow(/the \.DSC of the same name .* is missing/)
    expect(() => besThreeT.read({ name: 'a.DSC', bytes: dsc })).toThrow(/the \.DTA of the same name .* is missing/)
  })
  it('says that numbers are missing', () => {
    const { dsc, dta } = besThreeTPair([1, 2, 3, 4, 5, 6], { points: 3, more: ['YPTS\t2'] })
    expect(read({ dsc, dta: dta.subarray(0, 30) }).warnings).toEqual(['The .DTA holds 1 of the 2 spectra that the .DSC announces.'])
    expect(() => read({ dsc, dta: dta.subarray(0, 10) })).toThrow(/fewer than the 3 of one spectrum/)
  })
})

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
  it('takes the values of an axis from its own file, and asks for it', () => {
    const values = (list: readonly number[]): Uint8Array => {
      const view = new DataView(new ArrayBuffer(8 * list.length))
      list.forEach((value, i) => view.setFloat64(8 * i, value))
      return new Uint8Array(view.buffer)
    }
    const { dsc, dta } = besThreeTPair([1, 2, 3, 4, 5, 6], { points: 3, more: ['YPTS\t2', 'YTYP\tIGD', 'YFMT\tD', 'YMIN\t0.002', 'YWID\t20', "YNAM\t'Microwave Power'", "YUNI\t'mW'"] })
    const described = new TextEncoder().encode(new TextDecoder().decode(dsc).replace('YTYP\tNODATA\n', '').replace('XTYP\tIDX', 'XTYP\tIGD'))
    const files: Record<string, Uint8Array> = { 'a.DTA': dta, 'a.XGF': values([3400, 3401, 3410]), 'a.YGF': values([0.002, 0.2]), 'a.DSC': described }
    const found = besThreeT.read({ name: 'a.DSC', bytes: described, sibling: (name) => files[name] }).measurements[0]!
    expect(found.columns.map(({ values: own }) => [...own])).toEqual([[3400, 3401, 3410, 3400, 3401, 3410], [1, 2, 3, 4, 5, 6], [0.002, 0.002, 0.002, 0.2, 0.2, 0.2]])
    expect(found.segments.map(({ label }) => label)).toEqual(['Microwave Power 0.002 mW', 'Microwave Power 0.2 mW'])
    expect(besThreeT.recognises({ name: 'a.YGF', bytes: files['a.YGF']!, size: 16 })?.confidence).toBe('likely')
    expect(besThreeT.read({ name: 'a.YGF', bytes: files['a.YGF']!, sibling: (name) => files[name] })).toEqual({ measurements: [], companionOf: 'a.DSC' })
    expect(() => besThreeT.read({ name: 'a.DSC', bytes: described, sibling: (name) => (name === 'a.YGF' ? undefined : files[name]) })).toThrow(/the \.YGF of the same name, which is missing/)
    expect(() => besThreeT.read({ name: 'a.DSC', bytes: described, sibling: (name) => (name === 'a.XGF' ? new Uint8Array(8) : files[name]) })).toThrow(/fewer than the 3 values/)
  })
  it('names both parts of complex data, and reads a file of EasySpin, whose date is not that of Xepr', () => {
    const pair = besThreeTPair([1, 10, 2, 20, 3, 30], { complex: true, more: ["IRNAM\t'signal','imaginary'", "IRUNI\t'V','mV'"] })
    expect(read(pair).columns.slice(1).map(({ name, unit }) => [name, unit])).toEqual([['signal', 'V'], ['Imaginary part', 'mV']])
    const exported = new Uint8Array([...new TextEncoder().encode('* Exported from another program, 07-Apr-2022\n'), ...pair.dsc])
    expect(besThreeT.recognises({ name: 'a.DSC', bytes: exported, size: exported.length })?.confidence).toBe('certain')
    expect(read({ dsc: exported, dta: pair.dta })).toMatchObject({ startedAt: null })
  })
  it('calls no axis a field that has neither name nor unit', () => {
    const pair = besThreeTPair([1, 2, 3])
    const without = (pattern: RegExp) => read({ ...pair, dsc: new TextEncoder().encode(new TextDecoder().decode(pair.dsc).replace(pattern, '')) }).columns[0]!
    expect(without(/XNAM.*\nXUNI.*\n/)).toMatchObject({ name: 'first axis', quantity: 'other', unit: '' })
    expect(without(/XNAM.*\n/)).toMatchObject({ name: 'Field', quantity: 'field', unit: 'G' })
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

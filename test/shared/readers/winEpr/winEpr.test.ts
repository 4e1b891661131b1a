import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { winEpr } from '../../../../src/shared/readers/winEpr/winEpr'
import { winEprPair } from './fixture'

const read = ({ par, spc }: ReturnType<typeof winEprPair>) => winEpr.read({ name: 'a.par', bytes: par, sibling: (name) => (name === 'a.spc' ? spc : undefined) }).measurements[0]!

describe('ESP and WinEPR', () => {
  it('read back what is written: integers of ESP, floats of WinEPR', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), { minLength: 2, maxLength: 50 }), (values) => {
      expect([...read(winEprPair(values, false)).columns[1]!.values]).toEqual(values)
    }))
    expect([...read(winEprPair([0.5, -1.25, 3], true)).columns[1]!.values]).toEqual([0.5, -1.25, 3])
  })
  it('take the axis from GST and GSI', () => {
    const [field] = read(winEprPair([1, 2, 3], true)).columns
    expect([...field!.values]).toEqual([3394, 3444, 3494])
    expect(field).toMatchObject({ quantity: 'field', unit: 'G' })
  })
  it('keep what comparisons need', () => {
    const { settings, facts } = read(winEprPair([1, 2, 3], false))
    expect(settings).toEqual(expect.arrayContaining([{ name: 'RRG', value: '5.0e+05' }, { name: 'JSD', value: '25' }, { name: 'MP', value: '6.3' }]))
    expect(facts).toEqual([{ name: 'format', value: 'ESP' }, { name: 'microwaveFrequency_GHz', value: 9.775 }])
  })
  it('leave the .spc to its .par, also when its numbers begin like a Galactic file', () => {
    const { par, spc } = winEprPair(Array.from({ length: 40 }, (_, i) => i), false)
    expect(winEpr.recognises({ name: 'a.spc', bytes: spc, size: spc.length })?.confidence).toBe('likely')
    expect(winEpr.read({ name: 'a.spc', bytes: spc, sibling: (name) => (name === 'a.par' ? par : undefined) })).toEqual({ measurements: [], companionOf: 'a.par' })
    const other = spc.slice()
    other[1] = 0x4b
    expect(winEpr.recognises({ name: 'a.spc', bytes: other, size: other.length })?.confidence).toBe('likely')
    expect(() => winEpr.read({ name: 'a.spc', bytes: other })).toThrow(/damaged GRAMS file .* or holds the numbers of an EPR spectrum/)
    expect(() => winEpr.read({ name: 'a.par', bytes: par })).toThrow(/the \.spc of the same name .* is missing/)
  })
})

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
  const described = (values: readonly number[], lines: readonly string[], isWinEpr = true) => {
    const { spc } = winEprPair(values, isWinEpr)
    return read({ par: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`), spc })
  }
  it('read WinEPR behind comment lines as floats', () => {
    const found = described([0.5, -1.25, 3], ['* somebody', '* EMX', 'DOS  Format', 'ANZ 3', 'JSS 0', 'GST 3410', 'GSI 140', 'JUN G'])
    expect([...found.columns[1]!.values]).toEqual([0.5, -1.25, 3])
    expect(found.facts[0]).toEqual({ name: 'format', value: 'WinEPR' })
  })
  it('part data of two axes into their spectra', () => {
    const found = described([1, 2, 3, 4, 5, 6], ['DOS  Format', 'ANZ 6', 'JSS 4096', 'SSX 3', 'SSY 2', 'XXLB 3452.5', 'XXWI 75', 'XYLB 23', 'XYWI -24', 'XXUN G', 'XYUN dB', 'JEY mw-power-sweep', 'HCF 3490', 'HSW 75'])
    expect(found.columns.map(({ name, unit, values }) => [name, unit, ...values])).toEqual([
      ['Field', 'G', 3452.5, 3490, 3527.5, 3452.5, 3490, 3527.5], ['Intensity', '', 1, 2, 3, 4, 5, 6], ['Attenuation', 'dB', 23, 23, 23, -1, -1, -1]])
    expect(found.segments.map(({ start, end, label }) => [start, end, label])).toEqual([[0, 3, 'Attenuation 23 dB'], [3, 6, 'Attenuation -1 dB']])
    const esp = described([1, 2, 3, 4, 5, 6], ['JSS 4128', 'ADEV 3', 'GST 0', 'GSI 10', 'JUN ns', 'SSX 3', 'SSY 2', 'XYWI 5', 'XYUN ns', 'VERS 772', 'JDA x'], false)
    expect(esp.columns.map(({ name, values }) => [name, ...values])).toEqual([['Time', 0, 5, 10, 0, 5, 10], ['Intensity', 1, 2, 3, 4, 5, 6], ['Time', 0, 0, 0, 5, 5, 5]])
  })
  it('name an axis by its unit, count a time sweep, and mirror the start at the centre where no width is stated', () => {
    expect(described([1, 2], ['DOS  Format', 'ANZ 2', 'GST 1', 'GSI 80', 'JUN MHz']).columns[0]).toMatchObject({ name: 'Frequency', quantity: 'frequency', unit: 'MHz' })
    expect([...described([1, 2, 3], ['DOS  Format', 'ANZ 3', 'JEX Time-Sweep', 'RCT 40', 'HCF 3490']).columns[0]!.values]).toEqual([0, 0.04, 0.08])
    expect([...described([1, 2, 3], ['JSS 2', 'ADEV 1', 'VERS 772', 'JON a', 'GST 3420', 'HCF 3445', 'MF 9.6'], false).columns[0]!.values]).toEqual([3420, 3445, 3470])
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

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xrdml } from '../../../../src/shared/readers/xrdml/xrdml'
import { xrdmlText } from './fixture'

const read = (text: string) => xrdml.read({ name: 'a.xrdml', bytes: new TextEncoder().encode(text) }).measurements
const range = { name: '2Theta', range: [20, 24] as const }
const intensities = [5, 6, 7, 8, 9]

describe('XRDML', () => {
  it('reads back what was written, from a range or a list', () => {
    const scan = fc.record({ start: fc.integer({ min: 1, max: 60 }), step: fc.constantFrom(0.25, 0.5),
      counts: fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 2, maxLength: 30 }), isList: fc.boolean() })
    fc.assert(fc.property(scan, ({ start, step, counts, isList }) => {
      const angles = counts.map((_, i) => start + i * step)
      const [measurement] = read(xrdmlText([{ axes: [isList ? { name: '2Theta', list: angles } : { name: '2Theta', range: [start, angles.at(-1)!] }],
        intensities: counts }]))
      expect([...measurement!.columns[0]!.values]).toEqual(angles)
      expect([...measurement!.columns[1]!.values]).toEqual(counts)
      expect(measurement).toMatchObject({ technique: 'XRD', title: 'RuFe & RuCo', complete: true, warnings: [],
        startedAt: '2024-05-06T07:08:09+01:00' })
    }), { numRuns: 60 })
  })
  it('takes wavelength, anode and counting time from the file', () => {
    const [measurement] = read(xrdmlText([{ axes: [range, { name: 'Omega', common: 4 }], intensities }]))
    expect(measurement!.facts).toEqual([
      { name: 'wavelengthAlpha1_A', value: 1.788965 }, { name: 'wavelengthAlpha2_A', value: 1.79285 }, { name: 'kAlphaRatio', value: 0.5 },
        { name: 'intendedWavelength', value: 'K-Alpha' }, { name: 'anode', value: 'Co' }, { name: 'timePerStep_s', value: 0.44 }
    ])
    expect(measurement!.settings).toEqual(expect.arrayContaining([{ name: 'Omega (deg)', value: 4 }, { name: 'Tube tension (kV)', value: 40 }]))
    const [other] = read(xrdmlText([{ axes: [range], intensities }], { alpha1: '0.1788965', unit: 'nm', anode: '' }))
    expect(other!.facts.map(({ name }) => name)).toEqual(['kAlphaRatio', 'intendedWavelength', 'timePerStep_s'])
  })
  it('multiplies counts by the attenuation and keeps both', () => {
    const [measurement] = read(xrdmlText([{ axes: [range], intensities, tag: 'counts', attenuation: [1, 1, 10, 1, 1] }], { version: '2.1' }))
    expect(measurement!.columns.map(({ name, quantity }) => [name, quantity])).toEqual([['2Theta', 'two_theta'], ['Counts', 'other'],
      ['Beam attenuation factor', 'other'], ['Counts × beam attenuation factor', 'intensity']])
    expect([...measurement!.columns[3]!.values]).toEqual([5, 6, 70, 8, 9])
    const [plain] = read(xrdmlText([{ axes: [range], intensities, tag: 'counts', attenuation: [1, 1, 1, 1, 1] }]))
    expect(plain!.columns.map(({ quantity }) => quantity)).toEqual(['two_theta', 'intensity', 'other'])
  })
  it('joins the scans of a map with what changes between them', () => {
    const [map] = read(xrdmlText([0, 90].map((phi) => ({ axes: [range, { name: 'Phi', common: phi }], intensities }))))
    expect(map!.columns.map(({ name }) => name)).toEqual(['Phi', '2Theta', 'Intensities'])
    expect(map!.segments).toEqual([{ kind: 'spectrum', start: 0, end: 5, label: 'Phi = 0 deg' },
      { kind: 'spectrum', start: 5, end: 10, label: 'Phi = 90 deg' }])
  })
  it('keeps an aborted scan with a warning, and a scan of another axis with another', () => {
    const [aborted] = read(xrdmlText([{ axes: [range], intensities, status: 'Aborted' }]))
    expect(aborted!.complete).toBe(false)
    expect(aborted!.warnings[0]).toContain('Aborted')
    const [rocking] = read(xrdmlText([{ axes: [{ name: 'Omega', range: [10, 14] }, { name: '2Theta', common: 40 }], intensities }]))
    expect(rocking!.columns[0]).toMatchObject({ name: 'Omega', quantity: 'other' })
    expect(rocking!.warnings).toEqual(['This scan does not move 2Theta.'])
  })
  it('gives no angles to a scan that is cut off, but keeps the scans before', () => {
    const text = xrdmlText([{ axes: [range], intensities }, { axes: [range], intensities: [1, 2, 3, 4, 5] }])
    const kept = read(text.slice(0, text.lastIndexOf('4 5')))
    expect(kept).toHaveLength(1)
    expect(kept[0]!.complete).toBe(false)
    const single = xrdmlText([{ axes: [range], intensities }])
    expect(() => read(single.slice(0, single.lastIndexOf('8 9')))).toThrow(/angles are unknown/)
    expect(() => read('<other/>')).toThrow(/no XRDML/)
  })
})

import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { analyses } from '../../../src/shared/analyses'
import { valenceBandCentre } from '../../../src/shared/analyses/dBandFromXps/valenceBandCentre'
import { trapezoid } from '../../../src/shared/numerics/trapezoid'
import { backgroundOf } from '../../../src/shared/spectroscopy/background'
import { column, measurement, project, texts } from './project'

const be = Array.from({ length: 241 }, (_, i) => -1 + i * 0.05)
const gauss = (x: number, at: number, width: number): number => Math.exp(-0.5 * ((x - at) / width) ** 2)

describe('background of a spectrum', () => {
  it('is a straight line or nothing where asked', () => {
    const x = [0, 1, 2, 3, 4]
    expect(backgroundOf('none', x, [5, 5, 5, 5, 5])).toEqual([0, 0, 0, 0, 0])
    expect(backgroundOf('linear', x, [1, 9, 9, 9, 5])).toEqual([1, 2, 3, 4, 5])
  })
  it('by Shirley rises with the area of the peak from one side of it to the other', () => {
    // Truth: a peak whose electrons lose energy, so the background is the running integral of the peak itself.
    const peak = be.map((x) => 100 * gauss(x, 5, 0.6))
    const area = peak.map((_, i) => (i === 0 ? 0 : trapezoid(be.slice(0, i + 1), peak.slice(0, i + 1))))
    const loss = area.map((part) => 2 + 0.2 * part)
    const found = backgroundOf('Shirley', be, peak.map((value, i) => value + loss[i]!))
    found.forEach((value, i) => expect(Math.abs(value - loss[i]!)).toBeLessThan(0.02))
  })
  it('never depends on a constant that is added to the signal', () => {
    fc.assert(fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (offset) => {
      const y = be.map((x) => gauss(x, 4, 1) + 0.02 * x)
      const [plain, shifted] = [backgroundOf('Shirley', be, y), backgroundOf('Shirley', be, y.map((value) => value + offset))]
      plain.forEach((value, i) => expect(shifted[i]! - offset).toBeCloseTo(value, 6))
    }), { numRuns: 20 })
  })
})

describe('d-band centre from a valence band', () => {
  it('is the mean of a symmetric band, above any background that is straight', () => {
    const y = be.map((x) => 3 + 0.5 * x + 10 * gauss(x, 4.2, 0.5))
    expect(valenceBandCentre(be, y, 0, 9, 'linear').centre_eV).toBeCloseTo(4.2, 6)
  })
  it('does not care in which direction the file runs', () => {
    const y = be.map((x) => 10 * gauss(x, 3, 0.8) + 0.3 * x)
    expect(valenceBandCentre([...be].reverse(), [...y].reverse(), 0, 9, 'Shirley').centre_eV).toBeCloseTo(valenceBandCentre(be, y, 0, 9, 'Shirley').centre_eV, 9)
  })
  const file = (centre: number) => ({ path: 'RuFe-NC_VB.csv', fields: { catalyst: 'RuFe-NC', technique: 'XPS' }, measured: measurement('XPS', [column('binding_energy', 'eV', be), column('intensity', 'counts', be.map((x) => 1 + 10 * gauss(x, centre, 0.5)))]) })
  it('is reported negative, with how much the window matters', () => {
    const [result] = project([file(4)], analyses).of('d-band-xps', 'RuFe-NC').results
    expect(result!.value).toBeCloseTo(-4, 2)
    expect(result!.u).toBeGreaterThanOrEqual(0)
    expect(result!.method).toContain('0–9 eV binding energy, Shirley background')
  })
  it('moves with the calibration', () => {
    const [result] = project([file(4)], analyses, { settings: { shift: 0.3, from: 0, to: 9, background: 'Shirley' } }).of('d-band-xps', 'RuFe-NC').results
    expect(result!.value).toBeCloseTo(-4.3, 2)
  })
  it('is refused where the spectrum does not cover the window', () => {
    const short = { ...file(4), measured: measurement('XPS', [column('binding_energy', 'eV', be.filter((x) => x < 7)), column('intensity', 'counts', be.filter((x) => x < 7).map((x) => gauss(x, 4, 1)))]) }
    const out = project([short], analyses).of('d-band-xps', 'RuFe-NC')
    expect(out.results).toEqual([])
    expect(texts(out.findings).join()).toContain('does not reach from 0 to 9 eV')
  })
})

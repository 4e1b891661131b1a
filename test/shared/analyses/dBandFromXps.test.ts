import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { analyses } from '../../../src/shared/analyses'
import { valenceBandCentre } from '../../../src/shared/analyses/dBandFromXps/valenceBandCentre'
import { fermiEdge } from '../../../src/shared/spectroscopy/fermiEdge'
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

describe('calibration of a valence band', () => {
  let state = 77
  const uniform = (): number => { state = (state * 1664525 + 1013904223) >>> 0; return (state + 0.5) / 2 ** 32 }
  const noise = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  const wide = Array.from({ length: 321 }, (_, i) => -3 + i * 0.05)
  /** A band of a metal whose Fermi edge lies at `edge`, and its centre by the same arithmetic without any shift. */
  const metal = (edge: number): number[] => wide.map((x) => 60 + (300 + 1500 * gauss(x - edge, 2.4, 1)) / (1 + Math.exp(-(x - edge) / 0.09)) + 6 * noise())
  const vb = (edge: number) => ({ path: 'RuFe-NC_VB.csv', fields: { catalyst: 'RuFe-NC', technique: 'XPS' }, measured: measurement('XPS', [column('binding_energy', 'eV', wide), column('intensity', 'counts', metal(edge))]) })
  const carbon = (at: number) => { const x = Array.from({ length: 161 }, (_, i) => 278 + i * 0.1); return { path: 'RuFe-NC_C1s.csv', fields: { catalyst: 'RuFe-NC', technique: 'XPS' }, measured: measurement('XPS', [column('binding_energy', 'eV', x), column('intensity', 'counts', x.map((be) => 300 + 6000 * gauss(be, at, 0.6) + 8 * noise()))]) } }
  const run = (given: Parameters<typeof project>[0], settings: Record<string, string | number>) => project(given, analyses, { settings }).of('d-band-xps', 'RuFe-NC')
  it('by the Fermi edge finds it within its error and takes the charge out, with the shift in words', () => {
    for (const charge of [0.43, -0.61]) {
      const recorded = vb(charge)
      const edge = fermiEdge(wide, recorded.measured.columns[1]!.values)!
      // The same counts, with the charge that was put in taken out by hand.
      const truth = run([recorded], { shift: -charge }).results[0]!.value
      expect(Math.abs(edge.position_eV - charge)).toBeLessThan(4 * edge.u_eV! + 0.005)
      const [result] = run([recorded], { calibration: 'Fermi edge at 0 eV' }).results
      expect(edge.u_eV).toBeLessThan(0.04)
      expect(Math.abs(result!.value - truth)).toBeLessThan(6 * edge.u_eV!)
      expect(result!.u).toBeGreaterThan(edge.u_eV! * 0.5)
      expect(result!.method).toMatch(charge > 0 ? /Fermi edge found at 0\.[345]\d ± 0\.\d\d eV \(.*set to 0: shifted by \u22120\.[345]\d eV/ : /shifted by \+0\.[56]\d eV/)
    }
  })
  it('by C 1s uses the spectrum of the same sample, and says which', () => {
    const [result] = run([vb(0.5), carbon(285.3)], { calibration: 'C 1s at 284.8 eV' }).results
    expect(result!.method).toContain('C 1s of RuFe-NC_C1s.csv found at 285.30 eV, set to 284.8 eV: shifted by \u22120.50 eV')
    expect(result!.inputs).toHaveLength(2)
    expect(Math.abs(result!.value - run([vb(0)], {}).results[0]!.value)).toBeLessThan(0.05)
  })
  it('by C 1s uses that of its own file before another session\u2019s, and needs one where its folder is undecided', () => {
    const own = [vb(0.5), carbon(285.3)].map((one) => ({ ...one, path: 'RuFe-NC/after.vms', fileId: 'after' }))
    const other = { ...carbon(287.6), path: 'RuFe-NC/XPS/RuFe-NC_C1s.csv' }
    const [result] = run([other, ...own], { calibration: 'C 1s at 284.8 eV' }).results
    expect(result!.method).toContain('C 1s of after.vms found at 285.30 eV')
    const undecided = run([vb(0.5), { ...carbon(285.3), path: 'a_C1s.csv' }, { ...carbon(287.6), path: 'b_C1s.csv' }], { calibration: 'C 1s at 284.8 eV' })
    expect([undecided.results, texts(undecided.needs)]).toEqual([[], [expect.stringContaining('disagree (a_C1s.csv \u22120.50 eV, b_C1s.csv \u22122.80 eV)')]])
  })
  it('needs what it is asked for: no edge and no C 1s are no numbers', () => {
    const flat = { ...vb(0), measured: measurement('XPS', [column('binding_energy', 'eV', wide), column('intensity', 'counts', wide.map((x) => 500 + 900 * gauss(x, 6, 1) + 6 * noise()))]) }
    const edge = run([flat], { calibration: 'Fermi edge at 0 eV' })
    expect([edge.results, texts(edge.needs)]).toEqual([[], ['a Fermi edge within 1.5 eV of zero in RuFe-NC_VB.csv, or another calibration']])
    expect(texts(run([vb(0)], { calibration: 'C 1s at 284.8 eV' }).needs)).toEqual([expect.stringContaining('a C 1s spectrum of this sample')])
  })
})

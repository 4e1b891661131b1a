import { referencesOf, sticksOf } from '../../../src/shared/analyses/diffraction/referencePhases'
import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { braggSpacing, reflectionIn, scherrerSize, sizeError } from '../../../src/shared/analyses/diffraction/reflection'
import { pseudoVoigt } from '../../../src/shared/spectroscopy/pseudoVoigt'
import { column, measurement, project, texts } from './project'

const angles = Array.from({ length: 3001 }, (_, i) => 30 + i * 0.01)
const alpha2At = (twoTheta: number): number => (360 / Math.PI) * Math.asin(Math.sin((twoTheta * Math.PI) / 360) * (1.54439 / 1.5406))
const counts = angles.map((x) => 200 + pseudoVoigt(x, { centre: 44.14, fwhm: 1.2, height: 900, eta: 0.6 }) + pseudoVoigt(x, { centre: alpha2At(44.14), fwhm: 1.2, height: 450, eta: 0.6 }))
const pattern = (facts: { name: string; value: string | number }[]) => ({ path: 'RuFe-NC_XRD.xy', fields: { catalyst: 'RuFe-NC' }, measured: { ...measurement('XRD', [column('two_theta', '°', angles), column('intensity', 'counts', counts)]), facts } })
/** Repeatable normal noise. */
function normal(seed: number): () => number {
  let state = seed >>> 0
  const uniform = (): number => { state = (state * 1664525 + 1013904223) >>> 0; return (state + 0.5) / 2 ** 32 }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

describe('X-ray diffraction', () => {
  it('gives the worked example', () => {
    expect(braggSpacing(44.14, 0.15406)).toBeCloseTo(0.20500928336159616, 12)
    expect(scherrerSize(44.14, 1.8, 0, 0.15406, 0.9)).toBeCloseTo(4.762460860813786, 9)
    expect(scherrerSize(44.14, 0.1, 0.2, 0.15406, 0.9)).toBeNull()
  })

  it('knows the less of the size, the nearer the width is to that of the instrument', () => {
    for (const instrument of [0, 0.3, 0.45]) {
      const size = (fwhm: number): number => scherrerSize(44.14, fwhm, instrument, 0.15406, 0.9)!
      const slope = Math.abs(size(0.5 + 1e-6) - size(0.5 - 1e-6)) / 2e-6
      expect(sizeError(size(0.5), 0.5, instrument, 0.01)! / (slope * 0.01)).toBeCloseTo(1, 6)
    }
    expect(sizeError(17, 0.5, 0.1, null)).toBeNull()
  })
  it('tells Kα1 from Kα2', () => {
    const rows = angles.flatMap((x, i) => (x >= 42 && x <= 47 ? [i] : []))
    const [x, y] = [rows.map((i) => angles[i]!), rows.map((i) => counts[i]!)]
    expect(reflectionIn(x, y, { alpha1_A: 1.5406, alpha2_A: 1.54439 }).twoTheta_deg).toBeCloseTo(44.14, 4)
    expect(reflectionIn(x, y, { alpha1_A: 1.5406, alpha2_A: null }).twoTheta_deg).toBeGreaterThan(44.16)
  })
  it('scatters as its errors say, a narrow reflection of three points a width too', () => {
    for (const fwhm of [0.06, 0.3]) {
      const x = Array.from({ length: 201 }, (_, i) => 42 + i * 0.02)
      const expected = x.map((at) => 100 + pseudoVoigt(at, { centre: 43.5, fwhm, height: 3000, eta: 0.5 }) + pseudoVoigt(at, { centre: alpha2At(43.5), fwhm, height: 1500, eta: 0.5 }))
      const found = Array.from({ length: 40 }, (_, seed) => {
        const gauss = normal(977 * seed + 5)
        return reflectionIn(x, expected.map((mean) => Math.round(mean + Math.sqrt(mean) * gauss())), { alpha1_A: 1.5406, alpha2_A: 1.54439 })
      })
      for (const [truth, value, u] of [[43.5, 'twoTheta_deg', 'uTwoTheta_deg'], [fwhm, 'fwhm_deg', 'uFwhm_deg']] as const) {
        const mean = found.reduce((sum, one) => sum + one[value], 0) / found.length
        const sd = Math.sqrt(found.reduce((sum, one) => sum + (one[value] - mean) ** 2, 0) / (found.length - 1))
        const stated = found.reduce((sum, one) => sum + one[u]!, 0) / found.length
        expect(Math.abs(mean - truth)).toBeLessThan((3 * stated) / Math.sqrt(found.length))
        expect(sd / stated, `${fwhm} ${value}`).toBeGreaterThan(0.7)
        expect(sd / stated, `${fwhm} ${value}`).toBeLessThan(1.35)
      }
    }
  })
  it('takes the wavelength from the file, in Å or nm', () => {
    const spacing = (facts: { name: string; value: string | number }[]) => project([pattern(facts)], analyses, { settings: {} }).of('diffraction', 'RuFe-NC').results.find(({ metric }) => metric === 'lattice_spacing')!.value
    expect(spacing([{ name: 'kAlpha1', value: 1.5406 }, { name: 'kAlpha2', value: 1.54439 }])).toBeCloseTo(0.20501, 4)
    expect(spacing([{ name: 'kAlpha1', value: '0.15406' }, { name: 'kAlpha2', value: '0.154439' }])).toBeCloseTo(0.20501, 4)
  })
  it('keeps the Kα2 of the file where its own Kα1 is typed, and has none of another wavelength', () => {
    const doublet = [{ name: 'kAlpha1', value: 1.5406 }, { name: 'kAlpha2', value: 1.54439 }]
    const of = (wavelength: number, facts = doublet) => project([pattern(facts)], analyses, { settings: { wavelength } }).of('diffraction', 'RuFe-NC').results.find(({ metric }) => metric === 'lattice_spacing')!
    expect(of(1.5406).value).toBeCloseTo(braggSpacing(44.14, 0.15406), 6)
    expect(of(1.5406).value).toBe(of(0).value)
    expect(of(1.5418).method).not.toContain('Kα2')
    expect(of(1.5406, []).method).not.toContain('Kα2')
  })
  it('never assumes one', () => {
    const out = project([pattern([])], analyses).of('diffraction', 'RuFe-NC')
    expect(out.results).toEqual([])
    expect(texts(out.needs)).toEqual([expect.stringContaining('X-ray wavelength of RuFe-NC_XRD.xy')])
  })
  it('says whether the lattice is contracted or expanded', () => {
    const out = project([pattern([{ name: 'kAlpha1', value: 1.5406 }, { name: 'kAlpha2', value: 1.54439 }])], analyses).of('diffraction', 'RuFe-NC')
    expect(texts(out.findings)).toEqual([expect.stringMatching(/d = 0\.2050 nm, −0\.29 % against 0\.2056 nm of Ru \(101\): contracted/)])
  })
  it('says so where there is no reflection', () => {
    const flat = { ...pattern([{ name: 'wavelength', value: 1.5406 }]), measured: { ...measurement('XRD', [column('two_theta', '°', angles), column('intensity', 'counts', angles.map((_, i) => 200 + ((i * 7919) % 13)))]), facts: [{ name: 'wavelength', value: 1.5406 }] } }
    expect(texts(project([flat], analyses).of('diffraction', 'RuFe-NC').findings).join()).toContain('gives no reflection between 42 and 46°')
  })
  it('puts sticks where the tables have them, as high as the tables say', () => {
    // Cu Kα1; positions and heights of the powder diffraction file, 4-836 (Cu) and 6-663 (Ru, heights read from films).
    const compare = (phase: string, tolerance: number, table: readonly (readonly [label: string, twoTheta: number, height: number])[]): void => {
      const sticks = sticksOf(phase, 1.54056, 30, 80)
      expect(sticks.map(({ label }) => label)).toEqual(table.map(([label]) => label))
      sticks.forEach(({ twoTheta_deg, intensity, d_A }, i) => {
        expect(Math.abs(twoTheta_deg - table[i]![1])).toBeLessThan(0.06)
        expect(Math.abs(intensity - table[i]![2])).toBeLessThan(tolerance)
        expect(braggSpacing(twoTheta_deg, 1.54056)).toBeCloseTo(d_A, 9)
      })
    }
    compare('Cu fcc', 5, [['(111)', 43.3, 100], ['(200)', 50.43, 46], ['(220)', 74.13, 20]])
    compare('Ru hcp', 16, [['(100)', 38.39, 40], ['(002)', 42.15, 35], ['(101)', 44.01, 100], ['(102)', 58.33, 25], ['(110)', 69.41, 25], ['(103)', 78.39, 25]])
    expect(() => referencesOf('Ru', 1.54, 10, 90)).toThrow('"Ru" is no known phase')
    expect(referencesOf('Ru hcp; 0.2056', 1.54056, 30, 80)[1]!.sticks[0]!.twoTheta_deg).toBeCloseTo(44.01, 1)
  })
})

import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import type { Random } from '../../../src/shared/simulate/random'
import { randomOf } from '../../../src/shared/simulate/random'
import { fitAmmonium } from '../../../src/shared/spectroscopy/ammoniumMultiplets'
import { coverageOf } from '../coverage/coverageOf'
import { column, measurement, project, texts, type Given } from './project'

const FREQUENCY = 400.13
const line = (x: number, width: number): number => (2 / (Math.PI * width)) / (1 + (2 * x / width) ** 2)
interface Tube { readonly n15: number; readonly n14: number; readonly standard: number; readonly noise: number }
/** Areas in intensity × Hz at the ppm of one proton spectrum. */
function spectrum({ n15, n14, standard, noise }: Tube, random: Random): { ppm: number[]; y: number[] } {
  const ppm = Array.from({ length: 4000 }, (_, i) => 7.6 - i * 0.0005)
  const y = ppm.map((shift) => {
    const [x, s] = [(shift - 6.952) * FREQUENCY, (shift - 6.26) * FREQUENCY]
    return 3 + n15 * (line(x - 36.5, 2.4) + line(x + 36.5, 2.4)) / 2 + n14 * (line(x - 52, 2.4) + line(x, 2.4) + line(x + 52, 2.4)) / 3 + standard * line(s, 1.2) + noise * random.normal()
  })
  return { ppm, y }
}
const nmr = ({ ppm, y }: { ppm: number[]; y: number[] }, fields: Given['fields'] = {}, unit = 'PPM'): Given => ({
  path: 'RuFe-NC_NMR_15N.jdx', fields: { catalyst: 'RuFe-NC', ...fields },
  measured: measurement('NMR', [column('other', unit, unit === 'PPM' ? ppm : ppm.map((shift) => shift * FREQUENCY), 'x'), column('intensity', '', y, 'y')], { facts: [{ name: 'observeFrequency_MHz', value: FREQUENCY }] })
})
const settings = { standard_mM: 0.4 }
const result = (out: ReturnType<typeof project>, metric: string, isotope?: string) =>
  out.of('isotope-labelling', 'RuFe-NC').results.find((one) => one.metric === metric && (isotope === undefined || one.conditions.isotope === isotope))

describe('isotope labelling', () => {
  const tube = { n15: 900, n14: 60, standard: 400, noise: 0.8 }
  it('gives both ammonia and their splittings back, in ppm and in Hz', () => {
    for (const unit of ['PPM', 'HZ']) {
      const out = project([nmr(spectrum(tube, randomOf(1, 'nmr')), { dilution: 2 }, unit)], analyses, { settings })
      const [n15, n14, share] = [result(out, 'nmr_nh4', '15N')!, result(out, 'nmr_nh4', '14N')!, result(out, 'nmr_15n_share')!]
      // c = 0.4 mM · 2 · (A/4)/(400/2)
      expect(Math.abs(n15.value - 0.9)).toBeLessThan(4 * n15.u!)
      expect(Math.abs(n14.value - 0.06)).toBeLessThan(4 * n14.u!)
      expect(Math.abs(share.value - 93.75)).toBeLessThan(4 * share.u!)
      expect(share.method).toMatch(/doublet J = 73\.\d Hz, ¹⁴N triplet J = 5[123]\.\d Hz at 6\.952 ppm/)
    }
  })
  it('holds the truth in its intervals', () => {
    const shares = coverageOf('nmr', 150, (random) => {
      const { ppm, y } = spectrum(tube, random)
      const rows = ppm.flatMap((shift, i) => (Math.abs(shift - 6.95) < 0.32 && i % 2 === 0 ? [i] : []))
      const fit = fitAmmonium(rows.map((i) => ppm[i]!), rows.map((i) => y[i]!), FREQUENCY)
      return [{ ...fit.doublet15N, truth: 900, degreesOfFreedom: 400 }, { ...fit.triplet14N, truth: 60, degreesOfFreedom: 400 }]
    })
    for (const share of shares.values()) {
      expect(share).toBeGreaterThanOrEqual(90)
      expect(share).toBeLessThanOrEqual(99)
    }
  }, 120_000)
  it('compares with the assay of the same run, and warns where they differ', () => {
    const trace = measurement('CA', [column('time', 's', [0, 3600, 7200]), column('current', 'A', [-0.0105, -0.0105, -0.0105])])
    const assay = (absorbance: number): Given[] => [
      ...[0, 0.5, 1, 2].map((c): Given => ({ fields: { role: 'standard', analyte: 'NH3', concentration_ug_mL: c, absorbance: 0.01 + 0.38 * c + (c === 1 ? 0.001 : 0) } })),
      { path: 'RuFe-NC_CA.txt', fields: { catalyst: 'RuFe-NC', run: 'R1', potential_V: -0.3, reference: 'RHE', area_cm2: 1, mass_mg: 0.4, volume_mL: 30, time_h: 2 }, measured: trace },
      { fields: { catalyst: 'RuFe-NC', run: 'R1', analyte: 'NH3', dilution: 10, absorbance } }
    ]
    // 0.96 mM of both isotopes is 16.35 µg/mL as NH3: 1.635 in the assay diluted ten times.
    const agreeing = project([...assay(0.01 + 0.38 * 1.635), nmr(spectrum(tube, randomOf(2, 'nmr')), { run: 'R1', dilution: 2 })], analyses, { settings })
    expect(result(agreeing, 'n15_agreement')!.value).toBeGreaterThan(97)
    expect(result(agreeing, 'n15_agreement')!.value).toBeLessThan(103)
    expect(texts(agreeing.of('isotope-labelling', 'RuFe-NC').findings)).toEqual([])
    const differing = project([...assay(0.01 + 0.38 * 0.9), nmr(spectrum(tube, randomOf(2, 'nmr')), { run: 'R1', dilution: 2 })], analyses, { settings })
    // An assay that found nothing has no ratio to anything.
    const none = project([...assay(0.002), nmr(spectrum(tube, randomOf(2, 'nmr')), { run: 'R1', dilution: 2 })], analyses, { settings })
    expect(result(none, 'n15_agreement')).toBeUndefined()
    expect(texts(none.of('isotope-labelling', 'RuFe-NC').findings)).toEqual([expect.stringMatching(/^NMR finds 0\.4\d+ mg NH₃ in run R1, the assay none/)])
    expect(texts(differing.of('isotope-labelling', 'RuFe-NC').findings)[0]).toMatch(/NMR finds 18\d % of the NH₃ that the assay finds in run R1/)
  })
  it('asks for the dilution of the tube', () => {
    const asking = project([nmr(spectrum(tube, randomOf(5, 'nmr')))], analyses, { settings })
    expect(asking.of('isotope-labelling', 'RuFe-NC').needs).toMatchObject([{ field: 'dilution', message: { text: 'dilution of the electrolyte in the NMR tube of RuFe-NC_NMR_15N.jdx (1 if undiluted)' } }])
    expect(result(asking, 'nmr_nh4')).toBeUndefined()
  })
  it('asks for the standard, and claims nothing where nothing is', () => {
    const asking = project([nmr(spectrum(tube, randomOf(3, 'nmr')))], analyses)
    expect(texts(asking.of('isotope-labelling', 'RuFe-NC').needs)).toEqual(['concentration of the internal standard in the NMR tube'])
    expect(result(asking, 'nmr_15n_share')!.value).toBeGreaterThan(90)
    const empty = project([nmr(spectrum({ n15: 0, n14: 0, standard: 400, noise: 0.8 }, randomOf(4, 'nmr')))], analyses, { settings })
    expect(empty.of('isotope-labelling', 'RuFe-NC').results).toEqual([])
    expect(texts(empty.of('isotope-labelling', 'RuFe-NC').findings)[0]).toContain('neither multiplet')
  })
})

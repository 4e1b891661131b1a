import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { acquisitionOf } from '../../../src/shared/analyses/spinTrapping/acquisition'
import { fitAdducts } from '../../../src/shared/analyses/spinTrapping/fitAdducts'
import { wholeSpectrum } from '../../../src/shared/analyses/spinTrapping/wholeSpectrum'
import type { BarsFigure, XyFigure } from '../../../src/shared/figure'
import { trapezoid } from '../../../src/shared/numerics/trapezoid'
import { derivativeSpectrum, linesOf, spinAdducts } from '../../../src/shared/spectroscopy/spinAdducts'
import { column, measurement, project, texts } from './project'

const [dmpoH, dmpoOH] = [spinAdducts[0]!, spinAdducts[1]!]
const field = Float64Array.from({ length: 2001 }, (_, i) => 3420 + i * 0.1)
let state = 5
const uniform = (): number => { state = (state * 1664525 + 1013904223) >>> 0; return (state + 0.5) / 2 ** 32 }
const gauss = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
const spectrum = (h: number, oh: number, noise: number): Float64Array => {
  const [a, b] = [derivativeSpectrum(field, 3511.3, 1.4, linesOf(dmpoH)), derivativeSpectrum(field, 3511.3, 1.4, linesOf(dmpoOH))]
  return a.map((value, i) => 0.5 + h * value + oh * b[i]! + noise * gauss())
}

describe('spin adducts', () => {
  it('have the lines that are known of them', () => {
    const h = linesOf(dmpoH)
    expect(h.map(({ offset_G }) => Number(offset_G.toFixed(1)))).toEqual([-39, -22.5, -16.5, -6, 0, 6, 16.5, 22.5, 39])
    expect(h.map(({ weight }) => Math.round(weight * 12))).toEqual([1, 1, 2, 1, 2, 1, 2, 1, 1])
    expect(linesOf(dmpoOH).map(({ weight }) => Math.round(weight * 6))).toEqual([1, 2, 2, 1])
    for (const adduct of spinAdducts) expect(linesOf(adduct).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
  })
  it('integrate twice to their amount', () => {
    const wide = Float64Array.from({ length: 40001 }, (_, i) => -1000 + i * 0.05)
    const derivative = derivativeSpectrum(wide, 0, 1.5, linesOf(dmpoOH))
    let absorption = 0
    const first = Float64Array.from(derivative, (value) => (absorption += value * 0.05))
    expect(trapezoid(wide, first)).toBeCloseTo(1, 2)
  })
  it('come back from a mixture with noise, within their errors', () => {
    const fit = fitAdducts(field, spectrum(40, 25, 0.15), spinAdducts)
    expect(fit.centre_G).toBeCloseTo(3511.3, 1)
    const [h, oh] = fit.amounts
    expect(Math.abs(h!.amount - 40)).toBeLessThan(4 * h!.u! + 0.8)
    expect(Math.abs(oh!.amount - 25)).toBeLessThan(4 * oh!.u! + 0.8)
    expect(fit.r2).toBeGreaterThan(0.7)
  })
  it('are not seen in noise', () => expect(fitAdducts(field, spectrum(0, 0, 0.2), spinAdducts).r2).toBeLessThan(0.1))
  it('refuse a sweep that is too narrow', () => expect(() => fitAdducts(field.subarray(0, 300), spectrum(1, 1, 0).subarray(0, 300), spinAdducts)).toThrow(/narrower than the pattern/))
})

describe('EPR card', () => {
  const settings = [{ name: 'JSD', value: '4' }, { name: 'RRG', value: '2000' }, { name: 'MP', value: '4.0' }]
  const file = (y: Float64Array, named: typeof settings, nitrate_M: number) => ({ path: `epr${nitrate_M}.par`, fields: { catalyst: 'RuFe-NC', nitrate_M }, measured: { ...measurement('EPR', [column('field', 'G', [...field]), column('intensity', '', [...y])]), settings: named } })
  it('compares with and without nitrate per scan, gain and √power', () => {
    const { results } = project([file(spectrum(40, 0, 0.1), settings, 0), file(spectrum(10, 0, 0.1), settings, 0.1)], analyses).of('spin-trapping', 'RuFe-NC')
    const of = (nitrate_M: number) => results.find(({ conditions }) => conditions.nitrate_M === nitrate_M && conditions.adduct === 'DMPO–H')!
    expect(of(0).value / of(0.1).value).toBeCloseTo(4, 0)
    expect(Math.abs(of(0).value - 40 / (4 * 2000 * 2))).toBeLessThan(4 * of(0).u!)
  })
  it('says what is missing for a comparison', () => {
    const out = project([file(spectrum(40, 0, 0.1), settings.slice(0, 1), 0.1)], analyses).of('spin-trapping', 'RuFe-NC')
    expect(texts(out.findings)).toEqual([expect.stringContaining('states no receiver gain, microwave power')])
    expect(acquisitionOf([{ name: 'AVGS', value: 2 }, { name: 'RCAG', value: 60 }, { name: 'MWPW', value: '0.002' }])).toEqual({ scans: 2, gain: 1000, power_mW: 2 })
    const averaged = [{ name: 'AVGS', value: 20 }, { name: 'RCAG', value: 60 }, { name: 'MWPW', value: '0.0006325' }, { name: 'SctNorm', value: 'True' }]
    expect(acquisitionOf(averaged)).toEqual({ missing: [expect.stringContaining('SctNorm True')] })
    expect(acquisitionOf(averaged, 'scans')).toEqual({ scans: 1, gain: 1000, power_mW: expect.closeTo(0.6325, 9) })
    expect(acquisitionOf(averaged, 'scans and gain')).toEqual({ scans: 1, gain: 1, power_mW: expect.closeTo(0.6325, 9) })
  })
  it('gives height and double integral of each whole spectrum beside the shares, and its lines as sticks', () => {
    const { results, figures } = project([file(spectrum(40, 0, 0.1), settings, 0), file(spectrum(10, 25, 0.1), settings, 0.1)], analyses).of('spin-trapping', 'RuFe-NC')
    const of = (measure: string, nitrate_M: number) => results.find(({ conditions }) => conditions.measure === measure && conditions.nitrate_M === nitrate_M)!
    const per = 4 * 2000 * 2
    const inside = Number(/\b(\d+\.\d) % of the fitted lines/.exec(of('double integral', 0).method)?.[1]) / 100
    expect(inside).toBeGreaterThan(0.85)
    expect(Math.abs(of('double integral', 0).value * per - 40 * inside)).toBeLessThan(4 * of('double integral', 0).u! * per)
    expect(of('peak to peak', 0).value / of('peak to peak', 0.1).value).toBeGreaterThan(0.5)
    expect(results.every(({ conditions }) => ('adduct' in conditions) !== ('measure' in conditions))).toBe(true)
    const [figure] = figures as XyFigure[]
    expect(figure!.series.map(({ name }) => name)).toEqual(['with NO₃⁻', 'fit of with NO₃⁻', 'without NO₃⁻', 'fit of without NO₃⁻', 'DMPO–H', 'DMPO–OH'])
    const sticks = figure!.series.at(-1)!
    expect([0, 3, 6, 9].map((i) => Number((sticks.x[i]! - 3511.3).toFixed(1)))).toEqual([-22.4, -7.4, 7.5, 22.4].map((place) => expect.closeTo(place, 0)))
    expect(Math.max(...sticks.y.filter(Number.isFinite))).toBeLessThan(Math.min(...figure!.series[2]!.y))
  })
  it('says nothing of a spectrum of noise, and compares catalysts with one entry of the legend each', () => {
    const { of } = project([
      ...['RuFe-NC', 'Ru-NC'].flatMap((catalyst, i) => [file(spectrum(40, 0, 0.1), settings, 0), file(spectrum(10 + i, 0, 0.1), settings, 0.1)].map((one) => ({ ...one, path: `${catalyst}/${one.path}`, fields: { ...one.fields, catalyst } }))),
      { ...file(spectrum(0, 0, 0.1), settings, 0.1), path: 'NC/epr.par', fields: { catalyst: 'NC', nitrate_M: 0.1 } }
    ], analyses)
    expect(of('spin-trapping', 'NC').results).toEqual([])
    const [spectra, bars] = of('compare-spin-trapping').figures
    const { series } = spectra as XyFigure
    expect([...new Set(series.map(({ family }) => family))]).toEqual(['RuFe-NC', 'Ru-NC', 'NC', 'without NO₃⁻ (dashed)'])
    // Both spectra of a catalyst lie on one line: their heights are compared at a glance.
    const middle = (i: number): number => series[i]!.y.reduce((sum, value) => sum + value, 0) / series[i]!.y.length
    expect(series.map(({ catalyst }) => catalyst)).toEqual(['RuFe-NC', 'Ru-NC', 'NC', 'RuFe-NC', 'Ru-NC'])
    expect(Math.abs(middle(0) - middle(3))).toBeLessThan(0.05)
    expect(Math.abs(middle(0) - middle(1))).toBeGreaterThan(0.5)
    expect(bars).toMatchObject({ kind: 'bars', categories: ['without NO₃⁻', 'with NO₃⁻'], groups: [{ name: 'RuFe-NC' }, { name: 'Ru-NC' }] })
  })
  it('scales each spectrum to itself, and says so, where only some can be normalised', () => {
    const { findings, figures } = project(['RuFe-NC', 'Ru-NC'].map((catalyst, i) => ({ ...file(spectrum(40, 0, 0.1), i === 0 ? settings : [], 0.1), path: `${catalyst}/epr.par`, fields: { catalyst, nitrate_M: 0.1 } })), analyses).of('compare-spin-trapping')
    expect(texts(findings)).toEqual([expect.stringContaining('heights must not be compared')])
    expect(figures).toHaveLength(1)
    expect((figures[0] as XyFigure).y.title).toContain('each to its own span')
  })
  it('draws spectra as recorded apart from those per scan, gain and √power, which they would make flat lines', () => {
    const raw = (name: string) => ({ ...file(spectrum(40, 0, 0.1).map((value) => 1e5 * value), [], 0.1), path: name })
    const { of } = project([file(spectrum(40, 0, 0.1), settings, 0), file(spectrum(10, 0, 0.1), settings, 0.1), raw('esp.par'), { ...file(spectrum(40, 0, 0.1), settings, 0.1), path: 'Ru-NC/epr.par', fields: { catalyst: 'Ru-NC', nitrate_M: 0.1 } }], analyses)
    const [normalised, asRecorded] = of('spin-trapping', 'RuFe-NC').figures as XyFigure[]
    expect([normalised!.id, asRecorded!.id]).toEqual(['epr', 'epr-as-recorded'])
    expect(normalised!.series.filter(({ catalyst }) => catalyst).map(({ name }) => name)).toEqual(['with NO₃⁻', 'without NO₃⁻'])
    expect([normalised!.y.title, asRecorded!.y.title]).toEqual(['dχ″/dB per scan, gain and √mW, moved apart', 'dχ″/dB as recorded'])
    const compared = of('compare-spin-trapping')
    expect(texts(compared.findings)).toEqual([expect.stringMatching(/^Spectra of RuFe-NC as recorded are not drawn here/)])
    expect((compared.figures[1] as BarsFigure).groups[0]!.values[1]).toBeLessThan(1)
    // Two spectra with nitrate: their rows say which file.
    const shares = of('spin-trapping', 'RuFe-NC').results.filter(({ conditions }) => conditions.adduct === 'DMPO–H')
    expect(shares.map(({ conditions }) => conditions.file)).toEqual([undefined, 'epr0.1.par', 'esp.par'])
  })
  it('takes each spectrum of a series for itself, and no power of the header where it is swept', () => {
    const parts = [spectrum(160, 0, 0.1), spectrum(80, 0, 0.1)]
    const series = (name: string) => ({
      path: 'series.par', fields: { catalyst: 'RuFe-NC', nitrate_M: 0.1 }, measured: {
        ...measurement('EPR', [column('field', 'G', [...field, ...field]), column('intensity', '', parts.flatMap((part) => [...part])), { ...column('other', 'dB', parts.flatMap((_part, i) => Array.from(field, () => 10 * i))), name }]), settings,
        segments: parts.map((_part, i) => ({ kind: 'spectrum' as const, start: i * field.length, end: (i + 1) * field.length, label: `${name} ${10 * i}` }))
      }
    })
    const timed = project([series('Time')], analyses).of('spin-trapping', 'RuFe-NC')
    const shares = timed.results.filter(({ conditions }) => conditions.adduct === 'DMPO–H')
    expect(shares.map(({ conditions }) => conditions.spectrum)).toEqual(['Time 0', 'Time 10'])
    expect(shares[0]!.value / shares[1]!.value).toBeCloseTo(2, 0)
    const heights = timed.results.filter(({ conditions }) => conditions.measure === 'peak to peak')
    expect(heights[0]!.value / heights[1]!.value).toBeCloseTo(2, 0)
    const swept = project([series('Attenuation')], analyses).of('spin-trapping', 'RuFe-NC')
    expect(swept.results.every(({ method }) => method.includes('as recorded'))).toBe(true)
    expect(texts(swept.findings)).toEqual([expect.stringContaining('one microwave power (it is swept)')])
  })
})

describe('a whole spectrum', () => {
  const wide = Float64Array.from({ length: 8001 }, (_, i) => 2510 + i * 0.25)
  it('has the height and the double integral of what it was made from, whatever its offset, slope and direction', () => {
    const made = derivativeSpectrum(wide, 3511.3, 1.4, linesOf(dmpoOH)).map((value, i) => 40 * value + 3 + 0.002 * wide[i]!)
    const { doubleIntegral } = wholeSpectrum(wide, made)
    // A Lorentzian of half width w keeps 2w/(πR) beyond ±R, and the line through its ends takes as much again: 0.2 % here.
    expect(doubleIntegral / 40).toBeCloseTo(1, 2)
    expect(wholeSpectrum(wide.toReversed(), made.toReversed()).doubleIntegral).toBeCloseTo(doubleIntegral, 9)
    // One Lorentzian: S = −2wt/(π(t² + w²)²) is extreme at t = ∓w/√3, where it is ±3√3/(8πw²).
    const w = (Math.sqrt(3) / 2) * 1.4
    const one = derivativeSpectrum(Float64Array.from({ length: 40_001 }, (_, i) => -50 + i * 0.0025), 0, 1.4, [{ offset_G: 0, weight: 1 }])
    expect(wholeSpectrum(Float64Array.from({ length: 40_001 }, (_, i) => -50 + i * 0.0025), one).peakToPeak).toBeCloseTo((3 * Math.sqrt(3)) / (4 * Math.PI * w * w), 6)
  })
  it('scatters with its noise as much as its error says', () => {
    const integrals = Array.from({ length: 200 }, () => wholeSpectrum(field, spectrum(20, 0, 0.2)))
    const mean = integrals.reduce((sum, { doubleIntegral }) => sum + doubleIntegral, 0) / 200
    const sd = Math.sqrt(integrals.reduce((sum, { doubleIntegral }) => sum + (doubleIntegral - mean) ** 2, 0) / 199)
    expect(sd / integrals[0]!.uDoubleIntegral).toBeGreaterThan(0.85)
    expect(sd / integrals[0]!.uDoubleIntegral).toBeLessThan(1.15)
    const { doubleIntegral } = wholeSpectrum(field, spectrum(20, 0, 0))
    expect(Math.abs(mean - doubleIntegral)).toBeLessThan((3.5 * integrals[0]!.uDoubleIntegral) / Math.sqrt(200))
  })
  it('refuses what is no spectrum', () => {
    expect(() => wholeSpectrum([1, 2, 3], [1, 2, 3])).toThrow(/fewer than 50/)
    expect(() => wholeSpectrum(new Float64Array(60), new Float64Array(60))).toThrow(/does not change/)
  })
})

import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { acquisitionOf } from '../../../src/shared/analyses/spinTrapping/acquisition'
import { fitAdducts } from '../../../src/shared/analyses/spinTrapping/fitAdducts'
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
  })
})

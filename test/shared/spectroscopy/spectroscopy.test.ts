import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { trapezoid } from '../../../src/shared/numerics/trapezoid'
import { airPls } from '../../../src/shared/spectroscopy/airPls'
import { noiseSd } from '../../../src/shared/spectroscopy/noise'
import { areaOfPeak, fitPeaks, pseudoVoigt, type PseudoVoigt } from '../../../src/shared/spectroscopy/pseudoVoigt'

/** Repeatable normal noise. */
function noise(seed: number): () => number {
  let state = seed >>> 0
  const uniform = (): number => { state = (state * 1664525 + 1013904223) >>> 0; return (state + 0.5) / 2 ** 32 }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}
const range = (from: number, to: number, step: number): number[] => Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)

describe('peaks', () => {
  it('have the area that their formula says', () => {
    for (const eta of [0, 0.4, 1]) {
      const peak: PseudoVoigt = { centre: 0, fwhm: 2, height: 3, eta }
      const x = range(-4000, 4000, 0.05)
      expect(trapezoid(x, x.map((at) => pseudoVoigt(at, peak))) / areaOfPeak(peak)).toBeCloseTo(1, 3)
    }
  })
  it('come back from a spectrum, two of them overlapping on a sloped line', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.double({ min: 1.2, max: 3, noNaN: true }), (eta, distance) => {
      const truth: PseudoVoigt[] = [{ centre: 44, fwhm: 1, height: 100, eta }, { centre: 44 + distance, fwhm: 0.8, height: 60, eta }]
      const x = range(39, 52, 0.02)
      const y = x.map((at) => 5 + 0.3 * at + truth.reduce((sum, peak) => sum + pseudoVoigt(at, peak), 0))
      const { peaks } = fitPeaks(x, y, [{ centre: 43.9, fwhm: 1.3, height: 80, eta: 0.5 }, { centre: 44.1 + distance, fwhm: 1, height: 50, eta: 0.5 }])
      peaks.forEach((peak, i) => {
        expect(peak.centre).toBeCloseTo(truth[i]!.centre, 4)
        expect(peak.fwhm).toBeCloseTo(truth[i]!.fwhm, 3)
        expect(areaOfPeak(peak) / areaOfPeak(truth[i]!)).toBeCloseTo(1, 3)
      })
    }), { numRuns: 15 })
  })
  it('state errors that hold the truth as often as they should', () => {
    const truth: PseudoVoigt = { centre: 44.14, fwhm: 1.8, height: 50, eta: 0.5 }
    const x = range(40, 48, 0.05)
    let inside = 0
    for (let repeat = 0; repeat < 120; repeat += 1) {
      const gauss = noise(repeat + 1)
      const { peaks, u } = fitPeaks(x, x.map((at) => 10 + pseudoVoigt(at, truth) + 2 * gauss()), [{ centre: 44, fwhm: 1.5, height: 40, eta: 0.5 }])
      if (Math.abs(peaks[0]!.centre - truth.centre) <= 1.96 * u[0]!.centre!) inside += 1
    }
    expect(inside / 120).toBeGreaterThan(0.88)
    expect(inside / 120).toBeLessThan(0.995)
  })
  it('state errors that hold where the peak is noisier than what lies beside it, with weights and without', () => {
    const truth: PseudoVoigt = { centre: 10, fwhm: 0.8, height: 4000, eta: 0.5 }
    const x = range(0, 20, 0.1)
    for (const counted of [undefined, new Float64Array(x.length)]) {
      const found = Array.from({ length: 100 }, (_, repeat) => {
        const gauss = noise(repeat + 31)
        return fitPeaks(x, x.map((at) => { const mean = 60 + pseudoVoigt(at, truth); return mean + Math.sqrt(mean) * gauss() }), [{ centre: 10.1, fwhm: 1, height: 3000, eta: 0.4 }], counted ? { counted } : {})
      })
      for (const key of ['centre', 'fwhm', 'height'] as const) {
        const values = found.map(({ peaks }) => peaks[0]![key])
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length
        const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
        const u = found.reduce((sum, one) => sum + one.u[0]![key]!, 0) / found.length
        expect(Math.abs(mean - truth[key])).toBeLessThan(0.5 * u)
        expect(sd / u, key).toBeGreaterThan(0.65)
        expect(sd / u, key).toBeLessThan(1.35)
      }
    }
  })
  it('are the same with their slopes in closed form as with differences', () => {
    const x = Array.from({ length: 240 }, (_, i) => 1250 + i * 1.7)
    const truths = [{ centre: 1345, fwhm: 38, height: 90, eta: 0.8 }, { centre: 1420, fwhm: 26, height: -30, eta: 0.2 }, { centre: 1585, fwhm: 45, height: 140, eta: 0.6 }]
    const y = x.map((at, i) => 20 + 0.01 * at + truths.reduce((sum, peak) => sum + pseudoVoigt(at, peak), 0) + 0.8 * Math.sin(i * i))
    const start = truths.map((peak) => ({ ...peak, centre: peak.centre + 5, fwhm: 30, height: peak.height * 0.7, eta: 0.5 }))
    const closed = fitPeaks(x, y, start)
    // A companion without height changes nothing but the way in which the fit finds its slopes.
    const byDifferences = fitPeaks(x, y, start, { companion: (peak) => ({ ...peak, height: 0 }) })
    closed.peaks.forEach((peak, i) => {
      for (const key of ['centre', 'fwhm', 'height', 'eta'] as const) expect(peak[key] / byDifferences.peaks[i]![key]).toBeCloseTo(1, 4)
      for (const key of ['centre', 'fwhm', 'height', 'area'] as const) expect(closed.u[i]![key]! / byDifferences.u[i]![key]!).toBeCloseTo(1, 3)
    })
    expect(closed.residualSd).toBeCloseTo(byDifferences.residualSd, 8)
  })

  it('are refused for fewer points than parameters', () => expect(() => fitPeaks([1, 2, 3], [1, 2, 1], [{ centre: 2, fwhm: 1, height: 1, eta: 0.5 }])).toThrow(RangeError))
})

describe('baseline', () => {
  it('runs under the peaks', () => {
    const gauss = noise(7)
    const x = range(800, 1800, 1)
    const base = x.map((at) => 500 + 0.2 * at + 80 * Math.sin(at / 300))
    const y = x.map((at, i) => base[i]! + 300 * Math.exp(-0.5 * ((at - 1350) / 30) ** 2) + 200 * Math.exp(-0.5 * ((at - 1590) / 20) ** 2) + 3 * gauss())
    const found = airPls(y, 1e6)
    x.forEach((_, i) => { if (i > 20 && i < x.length - 20) expect(Math.abs(found[i]! - base[i]!)).toBeLessThan(15) })
  })
  it('leaves a straight line as it is', () => {
    const line = range(0, 200, 1).map((at) => 3 + 0.5 * at)
    airPls(line, 1e4).forEach((value, i) => expect(value).toBeCloseTo(line[i]!, 3))
  })
})

it('noise is measured beside peaks', () => {
  const gauss = noise(3)
  const y = range(0, 2000, 1).map((at) => 1000 * Math.exp(-0.5 * ((at - 700) / 40) ** 2) + 5 * gauss())
  expect(noiseSd(y)).toBeGreaterThan(4.5)
  expect(noiseSd(y)).toBeLessThan(5.6)
})

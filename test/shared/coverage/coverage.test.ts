import { describe, expect, it } from 'vitest'
import { circuits } from '../../../src/shared/analyses/impedance/circuits'
import { circuitFormulas } from '../analyses/circuitFormulas'
import { fitCircuit } from '../../../src/shared/analyses/impedance/fitCircuit'
import { rateConstants } from '../../../src/shared/analyses/kinetics/rateConstants'
import { fitCalibration, inverse } from '../../../src/shared/electrochemistry/calibrationFit'
import { replicateMeans } from '../../../src/shared/electrochemistry/replicateMeans'
import { linearFit } from '../../../src/shared/numerics/linearFit'
import { fitPeaks, pseudoVoigt } from '../../../src/shared/spectroscopy/pseudoVoigt'
import { coverageOf, type Estimate } from './coverageOf'

/** Of many simulated repeats the stated 95 % interval holds the truth in 92–98 %: the uncertainties are neither boasting nor timid. */
const repeats = 600
const holds = (label: string, simulate: Parameters<typeof coverageOf>[2], count = repeats): void => {
  for (const [k, share] of coverageOf(label, count, simulate)) {
    expect(share, `${label}, number ${k + 1}: ${share.toFixed(1)} %`).toBeGreaterThanOrEqual(92)
    expect(share, `${label}, number ${k + 1}: ${share.toFixed(1)} %`).toBeLessThanOrEqual(98)
  }
}

describe('the stated uncertainty holds the truth', () => {
  it('of a calibration: slope, intercept, and the concentration of three readings', () => holds('calibration', (random) => {
    const [slope, intercept, truth, noise] = [0.38, 0.012, 1.3, 0.0012]
    const points = [0, 0.5, 1, 1.5, 2, 3].map((concentration) => ({ concentration, absorbance: intercept + slope * concentration + noise * random.normal() }))
    const fit = fitCalibration(points, { analyte: 'NH3', basis: 'NH3', weighting: 'none' })
    const { concentration, u } = inverse(fit, [1, 2, 3].map(() => intercept + slope * truth + noise * random.normal()))
    return [{ value: fit.slope, u: fit.seSlope, truth: slope, degreesOfFreedom: 4 }, { value: fit.intercept, u: fit.seIntercept, truth: intercept, degreesOfFreedom: 4 }, { value: concentration, u, truth, degreesOfFreedom: 4 }]
  }))
  it('of a weighted calibration whose scatter grows with the concentration', () => holds('weighted calibration', (random) => {
    const read = (c: number): number => (0.012 + 0.38 * c) + 0.004 * Math.sqrt(c) * random.normal()
    const fit = fitCalibration([0.25, 0.5, 1, 2, 4, 6].map((concentration) => ({ concentration, absorbance: read(concentration) })), { analyte: 'NO2', basis: 'NO2-', weighting: '1/x' })
    const { concentration, u } = inverse(fit, [read(3), read(3)])
    return [{ value: fit.slope, u: fit.seSlope, truth: 0.38, degreesOfFreedom: 4 }, { value: concentration, u, truth: 3, degreesOfFreedom: 4 }]
  }))
  it('of rate constants: first order with relative scatter, zero order with absolute', () => holds('kinetics', (random) => {
    const time_h = [0, 0.5, 1, 1.5, 2, 3, 4, 5]
    const first = rateConstants(time_h, time_h.map((t) => 5 * Math.exp(-0.42 * t) * (1 + 0.02 * random.normal()))).first!
    const zero = rateConstants(time_h, time_h.map((t) => 5 - 0.6 * t + 0.05 * random.normal())).zero
    return [{ value: first.k, u: first.u, truth: 0.42, degreesOfFreedom: 6 }, { value: zero.k, u: zero.u, truth: 0.6, degreesOfFreedom: 6 }]
  }))
  it('of a double layer from six scan rates, and of the decay per cycle over ten cycles', () => holds('lines', (random) => {
    const rates = [20, 40, 60, 80, 100, 120]
    const layer = linearFit(rates, rates.map((v) => 0.003 + 0.0124 * v + 0.004 * random.normal()))
    const cycles = Array.from({ length: 10 }, (_, i) => i + 1)
    const decay = linearFit(cycles, cycles.map((c) => 98 - 0.15 * c + 0.6 * random.normal()))
    return [{ value: layer.slope, u: layer.seSlope, truth: 0.0124, degreesOfFreedom: 4 }, { value: decay.slope, u: decay.seSlope, truth: -0.15, degreesOfFreedom: 8 }]
  }))
  it('of the mean of three runs', () => holds('replicates', (random) => {
    const [mean] = replicateMeans([1, 2, 3].map((replicate) => ({ catalyst: 'RuFe-NC', metric: 'fe_nh3', value: 96.8 + 0.8 * random.normal(), u: null, unit: '%', conditions: { potential_V_RHE: -0.3, replicate }, method: '', inputs: [] })))
    return [{ value: mean!.value, u: mean!.u, truth: 96.8, degreesOfFreedom: 2 }]
  }, 1500))
  it('of a band: position, width and height', () => holds('band', (random) => {
    const truth = { centre: 1358, fwhm: 22, height: 120, eta: 0.5 }
    const x = Array.from({ length: 160 }, (_, i) => 1280 + i)
    const fit = fitPeaks(x, x.map((at) => 300 + 0.2 * at + pseudoVoigt(at, truth) + 2 * random.normal()), [{ centre: 1355, fwhm: 18, height: 110, eta: 0.3 }])
    const [peak, u] = [fit.peaks[0]!, fit.u[0]!]
    const estimate = (value: number, su: number | null, true_: number): Estimate => ({ value, u: su, truth: true_, degreesOfFreedom: 154 })
    return [estimate(peak.centre, u.centre, truth.centre), estimate(peak.fwhm, u.fwhm, truth.fwhm), estimate(peak.height, u.height, truth.height)]
  }, 400), 240_000)
  it.each([['R(RC)', [8.2, 120, 2e-5]], ['R(RQ)', [8.2, 120, 5e-5, 0.85]], ['R(C[RW])', [5, 40, 1e-5, 20]]] as const)('of the circuit %s at 1 %% noise', (id, truth) => {
    const circuit = circuits.find((candidate) => candidate.id === id)!
    const frequency_Hz = Array.from({ length: 41 }, (_, i) => 10 ** (5 - i * 0.15))
    holds(id, (random) => {
      const z = frequency_Hz.map((f) => circuitFormulas[id]!(truth, 2 * Math.PI * f))
      const noisy = (part: 0 | 1): number[] => z.map(([re, im], i) => z[i]![part] + 0.01 * Math.hypot(re, im) * random.normal())
      const fit = fitCircuit(circuit, { frequency_Hz, re_ohm: noisy(0), im_ohm: noisy(1) })
      return truth.map((value, i) => ({ value: fit.values[i]!, u: fit.u[i]!, truth: value, degreesOfFreedom: 82 - truth.length }))
    }, 300)
  }, 120_000)
})

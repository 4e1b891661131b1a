import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/shared/analyses/analysis'
import { calibrationOf, calibrationResults, fitCalibration, inverse, type Weighting } from '../../../src/shared/electrochemistry/calibrationFit'

const points = [[0, 0.021], [0.2, 0.095], [0.4, 0.168], [0.8, 0.318], [1.2, 0.461], [1.6, 0.612], [2, 0.757]]
  .map(([concentration, absorbance]) => ({ concentration: concentration!, absorbance: absorbance! }))
const kind = (weighting: Weighting = 'none') => ({ analyte: 'NH3', basis: 'NH3', weighting }) as const

describe('calibration', () => {
  const fit = fitCalibration(points, kind())
  it.each([
    ['slope', 0.36819965870307186], ['intercept', 0.02130887372013668], ['r2', 0.9999723004585239], ['residualSd', 0.0015858805329678196],
    ['seSlope', 0.0008666438997986393], ['seIntercept', 0.0009739076941941849], ['lod', 0.014213499755072268], ['loq', 0.04307121137900688]
  ] as const)('indophenol: %s', (key, expected) => {
    expect(Math.abs((fit[key] ?? NaN) / expected - 1)).toBeLessThan(1e-9)
  })
  it('reads concentrations back with their uncertainty', () => {
    const unknown = inverse(fit, [0.402, 0.398, 0.405])
    expect(unknown.concentration).toBeCloseTo(1.0330204929746087, 10)
    expect(unknown.u).toBeCloseTo(0.002992350792510361, 10)
    expect(inverse(fitCalibration(points.slice(0, 2), kind()), [0.05])).toEqual({ concentration: expect.any(Number), u: null, spread: null })
  })
  it('weights by 1/x and refuses a standard of zero for it', () => {
    const weighted = fitCalibration(points.slice(1), kind('1/x²'))
    expect(weighted.slope).toBeCloseTo(0.36787, 3)
    expect(inverse(weighted, [0.1]).u).toBeLessThan(inverse(weighted, [0.7]).u ?? 0)
    expect(() => fitCalibration(points, kind('1/x'))).toThrow(RangeError)
    expect(() => fitCalibration(points.slice(0, 1), kind())).toThrow(RangeError)
  })
  it('comes back whole from the results of an outcome', () => {
    const results = calibrationResults(fit, { method: 'least squares', inputs: ['e1'] })
    const outcome: Outcome = {
      analysis: 'calibration', version: 1, catalyst: null, state: 'result', results, figures: [], needs: [], findings: [],
      trace: { appVersion: '0', settings: {}, key: '', inputs: [] }
    }
    const again = calibrationOf(outcome, 'NH3')
    expect({ ...again, residualSd: null }).toEqual({ ...fit, residualSd: null })
    expect(again?.residualSd).toBeCloseTo(fit.residualSd ?? NaN, 14)
    expect(calibrationOf(outcome, 'NO2')).toBeUndefined()
    expect(calibrationOf(undefined, 'NH3')).toBeUndefined()
  })
})

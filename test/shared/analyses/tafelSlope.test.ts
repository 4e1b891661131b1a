import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { longestLinearWindow } from '../../../src/shared/analyses/tafelSlope/longestLinearWindow'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { column, measurement, project } from './project'

const find = (out: ReturnType<typeof project>, metric: string) => out.outcomes.flatMap((outcome) => outcome.results).find((result) => result.metric === metric)

describe('Tafel', () => {
  it('finds the straight part and its slope', () => {
    const logJ = Array.from({ length: 200 }, (_, i) => -1 + i * 0.0125)
    const E = logJ.map((x) => -0.1 - 0.12 * x - (x > 0.5 ? 0.3 * (x - 0.5) ** 2 : 0))
    const window = longestLinearWindow(logJ, E, 0.9999, 5)!
    expect(-window.slope * 1000).toBeCloseTo(120, -1)
    const sweep = Array.from({ length: 600 }, (_, i) => 0.1 - i * 0.001)
    const measured = measurement('LSV', [column('potential', 'V', sweep), column('current', 'A', sweep.map((value) => -1e-3 * 10 ** ((-0.1 - value) / 0.118)))])
    const out = project([{ fields: { catalyst: 'RuFe-NC', reference: 'RHE', area_cm2: 1 }, measured }], analyses)
    expect(find(out, 'tafel_slope')?.value).toBeCloseTo(118, 3)
  })
  /** 120 mV a decade with noise of the current (A), from many noisy sweeps: mean and sd of the slope, and the mean of its u. */
  function scatter(noise_A: number, settings: Record<string, number> = {}): { mean: number; sd: number; u: number; n: number } {
    const found = Array.from({ length: 24 }, (_, seed) => {
      let state = 7919 * seed + 11
      const uniform = (): number => { state = (state * 1664525 + 1013904223) >>> 0; return (state + 0.5) / 2 ** 32 }
      const gauss = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
      const sweep = Array.from({ length: 431 }, (_, i) => 0.1 - i * 0.001)
      const measured = measurement('LSV', [column('potential', 'V', sweep), column('current', 'A', sweep.map((E) => -1e-3 * 10 ** ((-0.2 - E) / 0.12) + noise_A * gauss()))])
      return find(project([{ fields: { catalyst: 'RuFe-NC', reference: 'RHE', area_cm2: 1 }, measured }], analyses.filter(({ id }) => id === 'tafel-slope'), { settings }), 'tafel_slope')!
    })
    const mean = found.reduce((sum, { value }) => sum + value, 0) / found.length
    return { mean, n: found.length, sd: Math.sqrt(found.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (found.length - 1)), u: found.reduce((sum, { u }) => sum + u!, 0) / found.length }
  }
  it('is not made steeper by noise, and scatters as its u says, with the window found and with one chosen', () => {
    for (const { mean, sd, u, n } of [scatter(1e-5), scatter(3e-5, { from: 0.4, to: 5 })]) {
      expect(Math.abs(mean - 120)).toBeLessThan((3 * u) / Math.sqrt(n))
      expect(sd / u).toBeGreaterThan(0.65)
      expect(sd / u).toBeLessThan(1.4)
    }
  })
  it('knows of a curve that bends: its error is larger than that of so many independent points', () => {
    const sweep = Array.from({ length: 431 }, (_, i) => 0.1 - i * 0.001)
    const measured = measurement('LSV', [column('potential', 'V', sweep), column('current', 'A', sweep.map((E) => { const kinetic = 1e-3 * 10 ** ((-0.2 - E) / 0.12); return -kinetic / (1 + kinetic / 0.08) }))])
    const slope = find(project([{ fields: { catalyst: 'RuFe-NC', reference: 'RHE', area_cm2: 1 }, measured }], analyses), 'tafel_slope')!
    expect(slope.u!).toBeGreaterThan(0.3)
  })
  it('goes through no spike, and ends where an iR correction turns the potential back', () => {
    const sweep = Array.from({ length: 431 }, (_, i) => 0.1 - i * 0.001)
    const current = sweep.map((E, i) => -1e-3 * 10 ** ((-0.2 - E) / 0.12) * (i === 250 ? 4 : 1))
    const of = (fields: FieldValues) => find(project([{ fields: { catalyst: 'RuFe-NC', reference: 'RHE', area_cm2: 1, ...fields }, measured: measurement('LSV', [column('potential', 'V', sweep), column('current', 'A', current)]) }], analyses), 'tafel_slope')
    expect(of({})!.value).toBeCloseTo(120, 6)
    expect(of({})!.method).toContain('(2.7')
    // 20 Ω turn it back from 2.6 mA on, where b/(ln 10 · j) = R.
    expect(Number(/–([\d.]+) mA/.exec(of({ ru_ohm: 20, irFraction: 1 })!.method)![1])).toBeLessThan(2.7)
  })
})

import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { circuits } from '../../../src/shared/analyses/impedance/circuits'
import { arcImpedance, emptyArc } from '../../../src/shared/analyses/impedance/arcImpedance'
import { fitCircuit, impedanceAt } from '../../../src/shared/analyses/impedance/fitCircuit'
import { kramersKronig } from '../../../src/shared/analyses/impedance/kramersKronig'
import { randomOf } from '../../../src/shared/simulate/random'
import type { Impedance } from '../../../src/shared/analyses/impedance/spectrum'
import type { Measurement } from '../../../src/shared/measurement'
import { circuitFormulas } from './circuitFormulas'
import { column, measurement, project } from './project'

const frequency_Hz = Array.from({ length: 61 }, (_, i) => 10 ** (5 - i * 0.1))
/** Repeatable noise of about the given share of |Z|. */
function noisy(id: string, p: readonly number[], share: number): Impedance {
  let state = 12345
  const uniform = (): number => { state = (state * 1664525 + 1013904223) >>> 0; return state / 2 ** 32 }
  const gauss = (): number => Math.sqrt(-2 * Math.log(uniform() + 1e-12)) * Math.cos(2 * Math.PI * uniform())
  const z = frequency_Hz.map((f) => circuitFormulas[id]!(p, 2 * Math.PI * f))
  return { frequency_Hz, re_ohm: z.map(([re, im]) => re + share * Math.hypot(re, im) * gauss()), im_ohm: z.map(([re, im]) => im + share * Math.hypot(re, im) * gauss()) }
}

describe('impedance', () => {
  it.each([
    ['R(RC)', [8.2, 120, 2e-5]], ['R(RQ)', [8.2, 120, 5e-5, 0.85]], ['R(Q[RW])', [8.2, 60, 5e-5, 0.9, 30]], ['R(C[RW])', [5, 40, 1e-5, 20]], ['R(RQ)(RQ)', [8.2, 30, 2e-5, 0.9, 150, 2e-3, 0.85]]
  ])('%s comes back within three standard errors at 1 %% noise', (id, truth) => {
    const circuit = circuits.find((candidate) => candidate.id === id)!
    const fit = fitCircuit(circuit, noisy(id, truth, 0.01))
    expect(fit.residual_percent).toBeLessThan(2)
    truth.forEach((value, i) => {
      expect(fit.u[i]).not.toBeNull()
      expect(Math.abs(fit.values[i]! - value), `${id} ${circuit.parameters[i]!.name}: ${fit.values[i]} ± ${fit.u[i]} against ${value}`).toBeLessThan(3.5 * fit.u[i]!)
    })
  })
  it.each(circuits.map((circuit) => [circuit.id, circuit] as const))('%s has the Z of its formula, and derivatives that are its differences', (id, circuit) => {
    const random = randomOf(1, id)
    for (let round = 0; round < 50; round += 1) {
      const p = circuit.parameters.map(({ name }) => (name.startsWith('n') ? 0.5 + 0.49 * random.uniform() : name.startsWith('Q') || name === 'C' ? 10 ** (-6 + 3 * random.uniform()) : 10 ** (3 * random.uniform())))
      const omega = 10 ** (-1 + 7 * random.uniform())
      const formula = (q: readonly number[]) => circuitFormulas[id]!(q, omega)
      const size = Math.hypot(...formula(p))
      impedanceAt(circuit, p, omega).forEach((part, i) => expect(Math.abs(part - formula(p)[i]!)).toBeLessThan(1e-12 * size))
      for (const one of circuit.arcs) {
        const arc = emptyArc()
        arcImpedance(one, p, omega, Math.log(omega), arc)
        for (const [key, isLogarithm] of [['r', true], ['q', true], ['sigma', true], ['n', false]] as const) {
          const at = one[key]
          if (at === null) continue
          const moved = (h: number) => formula(p.map((value, i) => (i === at ? (isLogarithm ? value * Math.exp(h) : value + h) : value)))
          const [up, down] = [moved(1e-5), moved(-1e-5)]
          arc[key].forEach((part, i) => expect(Math.abs(part - (up[i]! - down[i]!) / 2e-5), `${id} ${key}`).toBeLessThan(1e-6 * size))
        }
      }
    }
  })
  it('passes Kramers–Kronig for a circuit and not for a drifting electrode', () => {
    expect(kramersKronig(noisy('R(RQ)', [8.2, 120, 5e-5, 0.85], 0)).largest_percent).toBeLessThan(0.5)
    const drifting = noisy('R(RQ)', [8.2, 120, 5e-5, 0.85], 0)
    const bent = { ...drifting, re_ohm: drifting.re_ohm.map((re, i) => re * (1 + 0.3 * Math.max(0, (i - 30) / 30))) }
    expect(kramersKronig(bent).largest_percent).toBeGreaterThan(2)
  })
  it('takes −Im(Z) columns and signed ones alike', () => {
    const { re_ohm, im_ohm } = noisy('R(RQ)', [8.2, 120, 5e-5, 0.85], 0.001)
    const entry = (name: string, sign: number) => ({ path: 'eis.mpt', fields: { catalyst: 'RuFe-NC' }, measured: measurement('EIS', [column('frequency', 'Hz', frequency_Hz), column('z_real', 'Ohm', re_ohm), column('z_imag', 'Ohm', im_ohm.map((im) => sign * im), name)]) })
    for (const one of [entry('-Im(Z)/Ohm', -1), entry('Zimag', 1)]) {
      const { results } = project([one], analyses).of('impedance', 'RuFe-NC')
      expect(results.find((result) => result.metric === 'rct')?.value).toBeCloseTo(120, 0)
      expect(results.find((result) => result.metric === 'rs')?.value).toBeCloseTo(8.2, 1)
    }
  })
  describe('several spectra of one file', () => {
    const [first, second] = [noisy('R(RQ)', [8.2, 120, 5e-5, 0.85], 0.001), noisy('R(RQ)', [8.2, 60, 5e-5, 0.85], 0.001)]
    const both = (key: keyof Impedance): number[] => [...first[key], ...second[key]]
    const file = (parts: Partial<Measurement> = {}, rows: (all: number[]) => number[] = (all) => all) => project([{
      path: 'peis.mpr', fields: { catalyst: 'RuFe-NC' },
      measured: { ...measurement('EIS', [column('frequency', 'Hz', rows(both('frequency_Hz'))), column('z_real', 'Ohm', rows(both('re_ohm'))), column('z_imag', 'Ohm', rows(both('im_ohm')))]), ...parts }
    }], analyses).of('impedance', 'RuFe-NC')
    const arcs = ({ results }: ReturnType<typeof file>) => results.filter(({ metric }) => metric === 'rct').map(({ value, conditions }) => [conditions.scan, Math.round(value)])
    const n = frequency_Hz.length
    const segments = [{ kind: 'spectrum', start: 0, end: n }, { kind: 'spectrum', start: n, end: 2 * n }] as const

    it('are fitted one by one, as the file or its frequencies part them, and never as a mixture', () => {
      for (const outcome of [file({ segments }), file()]) {
        expect(arcs(outcome)).toEqual([[1, 120], [2, 60]])
        expect(outcome.figures[0]).toMatchObject({ series: [{ name: 'peis.mpr (1/2)' }, { name: 'fit of peis.mpr (1/2)' }, { name: 'peis.mpr (2/2)' }, { name: 'fit of peis.mpr (2/2)' }] })
      }
    })
    it('one that was cut short is named, the others count', () => {
      const outcome = file({}, (all) => all.slice(0, n + 3))
      expect(arcs(outcome)).toEqual([[1, 120]])
      expect(outcome.findings.map(({ message }) => message.text)).toEqual([expect.stringContaining('peis.mpr (2/2) cannot be fitted: the spectrum has only 3 usable points.')])
    })
    it('the way there and back is one', () => {
      const there = file({}, (all) => [...all.slice(0, n), ...all.slice(0, n).toReversed()])
      expect(arcs(there)).toEqual([[undefined, 120]])
    })
  })
})

import { levenbergMarquardt, type LeastSquaresFit } from '../../numerics/levenbergMarquardt'
import { arcImpedance, emptyArc } from './arcImpedance'
import { circuits, type Circuit } from './circuits'
import type { Impedance } from './spectrum'

const EXPONENT_PULL = 1e-4

export interface CircuitFit {
  readonly values: readonly number[]
  /** Standard errors from the covariance at the minimum; null where the data do not determine a parameter. */
  readonly u: readonly (number | null)[]
  /** Root mean square of |Z_fit − Z|/|Z|, %. */
  readonly residual_percent: number
  readonly fitted: Impedance
}

/**
 * Complex non-linear least squares with modulus weights 1/|Z| from several starts (Boukamp 1986). Resistances, Q, C and σ are fitted
 * as logarithms and exponents within 0.3…1, so that no step leaves what is physical.
 */
export function fitCircuit(circuit: Circuit, spectrum: Impedance): CircuitFit {
  const { frequency_Hz, re_ohm, im_ohm } = spectrum
  const omega = frequency_Hz.map((f) => 2 * Math.PI * f)
  const lnOmega = omega.map(Math.log)
  const modulus = re_ohm.map((re, i) => Math.hypot(re, im_ohm[i]!))
  const isExponent = circuit.parameters.map((parameter) => parameter.name.startsWith('n'))
  const exponents = circuit.parameters.flatMap((_, i) => (isExponent[i] ? [i] : []))
  const physical = (t: readonly number[]): number[] => t.map((value, i) => (isExponent[i] ? 0.3 + 0.7 / (1 + Math.exp(-value)) : Math.exp(value)))
  const rows = 2 * omega.length + exponents.length
  const arc = emptyArc()
  const residuals = (t: readonly number[]): Float64Array => {
    const p = physical(t)
    const r = new Float64Array(rows)
    for (let i = 0; i < omega.length; i += 1) {
      let [re, im] = [p[0]! - re_ohm[i]!, -im_ohm[i]!]
      for (const one of circuit.arcs) {
        arcImpedance(one, p, omega[i]!, lnOmega[i]!, arc)
        re += arc.re
        im += arc.im
      }
      r[2 * i] = re / modulus[i]!
      r[2 * i + 1] = im / modulus[i]!
    }
    // An exponent at its limit would leave every error undetermined: a hardly noticeable pull keeps it finite.
    exponents.forEach((at, k) => { r[2 * omega.length + k] = EXPONENT_PULL * t[at]! })
    return r
  }
  const jacobian = (t: readonly number[]): Float64Array[] => {
    const p = physical(t)
    const columns = p.map(() => new Float64Array(rows))
    for (let i = 0; i < omega.length; i += 1) {
      const weight = 1 / modulus[i]!
      const set = (at: number | null, [re, im]: readonly [number, number], factor: number): void => {
        if (at === null) return
        columns[at]![2 * i] = re * factor * weight
        columns[at]![2 * i + 1] = im * factor * weight
      }
      set(0, [p[0]!, 0], 1)
      for (const one of circuit.arcs) {
        arcImpedance(one, p, omega[i]!, lnOmega[i]!, arc)
        set(one.r, arc.r, 1)
        set(one.q, arc.q, 1)
        set(one.sigma, arc.sigma, 1)
        if (one.n !== null) set(one.n, arc.n, slopeOf(p[one.n]!))
      }
    }
    exponents.forEach((at, k) => { columns[at]![2 * omega.length + k] = EXPONENT_PULL })
    return columns
  }
  let best: LeastSquaresFit | undefined
  const lowestOmega = Math.min(...omega)
  const grown = circuit.grownFrom.flatMap(({ id, starts }) => {
    const smaller = circuits.find((candidate) => candidate.id === id)!
    return starts(fitCircuit(smaller, spectrum).values.map((value, i) => (smaller.parameters[i]!.name.startsWith('n') ? Math.min(value, 0.985) : value)), lowestOmega)
  })
  for (const start of [...grown, ...startsOf(circuit, spectrum)]) {
    const fit = levenbergMarquardt(residuals, start.map((value, i) => (isExponent[i] ? Math.log((value - 0.3) / (1 - value)) : Math.log(value))), 200, 1e-14, jacobian)
    if (!best || fit.sumOfSquares < best.sumOfSquares) best = fit
  }
  const { parameters, covariance, sumOfSquares } = best!
  const values = physical(parameters)
  const slopes = values.map((value, i) => (isExponent[i] ? slopeOf(value) : value))
  const curve = omega.map((w) => impedanceAt(circuit, values, w))
  return {
    values, u: values.map((_, i) => (covariance ? Math.sqrt(covariance[i]![i]!) * slopes[i]! : null)), residual_percent: 100 * Math.sqrt(sumOfSquares / omega.length),
    fitted: { frequency_Hz, re_ohm: curve.map((z) => z[0]), im_ohm: curve.map((z) => z[1]) }
  }
}

/** Of an exponent between 0.3 and 1, against the number without limits that is fitted for it. */
const slopeOf = (exponent: number): number => ((exponent - 0.3) * (1 - exponent)) / 0.7

/** Z of the whole circuit at ω (rad/s), Ω, as [real, imaginary]; parameters in the circuit's order. */
export function impedanceAt(circuit: Circuit, p: readonly number[], omega: number): readonly [number, number] {
  const arc = emptyArc()
  return circuit.arcs.reduce<readonly [number, number]>(([re, im], one) => {
    arcImpedance(one, p, omega, Math.log(omega), arc)
    return [re + arc.re, im + arc.im]
  }, [p[0]!, 0])
}

/** Starting values from the shape: R_s at the left, the span of Re Z, the frequency of the highest arc; several shares and exponents. */
function startsOf(circuit: Circuit, { frequency_Hz, re_ohm, im_ohm }: Impedance): number[][] {
  const rs = Math.max(Math.min(...re_ohm), 1e-3)
  const span = Math.max(Math.max(...re_ohm) - rs, 1e-3 * rs)
  let top = 0
  im_ohm.forEach((im, i) => { if (im < im_ohm[top]!) top = i })
  const tops = [2 * Math.PI * frequency_Hz[top]!, 2 * Math.PI * Math.sqrt(frequency_Hz[0]! * frequency_Hz.at(-1)!), 2 * Math.PI * frequency_Hz[0]! * 0.03]
  const starts: number[][] = []
  for (const w of tops) {
    for (const e of [0.9, 0.75]) {
      for (const share of [0.9, 0.3, 20]) {
        const r1 = span * share
        const q = 1 / (r1 * w ** e)
        starts.push(circuit.parameters.map(({ name }) => {
          if (name === 'R_s') return rs
          if (name === 'R_ct') return r1
          if (name === 'Q') return q
          if (name === 'C') return 1 / (r1 * w)
          if (name === 'n' || name === 'n_2') return e
          if (name === 'R_2') return Math.max(span - r1, 0.05 * span)
          if (name === 'Q_2') return 1 / (Math.max(span - r1, 0.05 * span) * (w / 100) ** e)
          return (span * 0.3) * Math.sqrt(2 * Math.PI * frequency_Hz.at(-1)!)
        }))
      }
    }
  }
  return starts
}

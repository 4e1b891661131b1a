import { levenbergMarquardt, type LeastSquaresFit } from '../../numerics/levenbergMarquardt'
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
  const modulus = re_ohm.map((re, i) => Math.hypot(re, im_ohm[i]!))
  const isExponent = circuit.parameters.map((parameter) => parameter.name.startsWith('n'))
  const exponents = circuit.parameters.flatMap((_, i) => (isExponent[i] ? [i] : []))
  const physical = (t: readonly number[]): number[] => t.map((value, i) => (isExponent[i] ? 0.3 + 0.7 / (1 + Math.exp(-value)) : Math.exp(value)))
  const residuals = (t: readonly number[]): Float64Array => {
    const p = physical(t)
    const r = new Float64Array(2 * omega.length + exponents.length)
    omega.forEach((w, i) => {
      const [re, im] = circuit.impedance(p, w)
      r[2 * i] = (re - re_ohm[i]!) / modulus[i]!
      r[2 * i + 1] = (im - im_ohm[i]!) / modulus[i]!
    })
    // An exponent at its limit would leave every error undetermined: a hardly noticeable pull keeps it finite.
    exponents.forEach((at, k) => { r[2 * omega.length + k] = EXPONENT_PULL * t[at]! })
    return r
  }
  let best: LeastSquaresFit | undefined
  const lowestOmega = Math.min(...omega)
  const grown = circuit.grownFrom.flatMap(({ id, starts }) => {
    const smaller = circuits.find((candidate) => candidate.id === id)!
    return starts(fitCircuit(smaller, spectrum).values.map((value, i) => (smaller.parameters[i]!.name.startsWith('n') ? Math.min(value, 0.985) : value)), lowestOmega)
  })
  for (const start of [...grown, ...startsOf(circuit, spectrum)]) {
    const fit = levenbergMarquardt(residuals, start.map((value, i) => (isExponent[i] ? Math.log((value - 0.3) / (1 - value)) : Math.log(value))))
    if (!best || fit.sumOfSquares < best.sumOfSquares) best = fit
  }
  const { parameters, covariance, sumOfSquares } = best!
  const values = physical(parameters)
  const slopes = values.map((value, i) => (isExponent[i] ? ((value - 0.3) * (1 - value)) / 0.7 : value))
  const curve = omega.map((w) => circuit.impedance(values, w))
  return {
    values, u: values.map((_, i) => (covariance ? Math.sqrt(covariance[i]![i]!) * slopes[i]! : null)), residual_percent: 100 * Math.sqrt(sumOfSquares / omega.length),
    fitted: { frequency_Hz, re_ohm: curve.map((z) => z[0]), im_ohm: curve.map((z) => z[1]) }
  }
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

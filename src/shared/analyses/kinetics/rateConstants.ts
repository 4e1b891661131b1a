import { linearFit } from '../../numerics/linearFit'

/** `start` is C of the fitted curve at time 0, in mM (a share of the first concentration for the normalised one). */
export interface RateConstant { readonly k: number; readonly u: number | null; readonly start: number }
export interface RateConstants {
  /** 1/h, of C/C0 with C0 the first measured concentration. */
  readonly zeroNormalised: RateConstant
  /** mM/h. */
  readonly zero: RateConstant
  /** 1/h, of ln C; null where a concentration is not positive. */
  readonly first: RateConstant | null
  /** Akaike criterion with the correction for few points, of both models on C; null below five points. */
  readonly aicc: { readonly zero: number; readonly first: number } | null
}

/**
 * Pseudo-zero order C = C0 − k t and first order C = C0 exp(−k t) by least squares; k > 0 for consumption. Times in h, C in mM,
 * sorted by time. RangeError for fewer than three points, one time only, or a first concentration that is not positive.
 */
export function rateConstants(time_h: readonly number[], concentration_mM: readonly number[]): RateConstants {
  if (time_h.length < 3) throw new RangeError(`A rate constant needs at least three concentrations, got ${time_h.length}.`)
  const first_mM = concentration_mM[0]!
  if (!(first_mM > 0)) throw new RangeError('The first concentration must be above zero.')
  const line = linearFit(time_h, concentration_mM)
  const constant = (fit: { slope: number; seSlope: number | null }, start: number, scale = 1): RateConstant => ({ k: -fit.slope * scale, u: fit.seSlope === null ? null : fit.seSlope * scale, start })
  const isPositive = concentration_mM.every((c) => c > 0)
  const logLine = isPositive ? linearFit(time_h, concentration_mM.map(Math.log)) : null
  const n = time_h.length
  const aicc = logLine && n >= 5
    ? { zero: aiccOf(n, squares(time_h, concentration_mM, (t) => line.intercept + line.slope * t)), first: aiccOf(n, exponentialSquares(time_h, concentration_mM, logLine.intercept, logLine.slope)) }
    : null
  return {
    zeroNormalised: constant(line, line.intercept / first_mM, 1 / first_mM), zero: constant(line, line.intercept), first: logLine && constant(logLine, Math.exp(logLine.intercept)), aicc
  }
}

const squares = (t: readonly number[], c: readonly number[], model: (t: number) => number): number => c.reduce((sum, value, i) => sum + (value - model(t[i]!)) ** 2, 0)

/** n ln(S/n) + 2p + 2p(p + 1)/(n − p − 1), p = 3 (two parameters and the variance). */
function aiccOf(n: number, sumOfSquares: number): number {
  const p = 3
  return n * Math.log(Math.max(sumOfSquares, Number.MIN_VALUE) / n) + 2 * p + (2 * p * (p + 1)) / (n - p - 1)
}

/** Least squares of C = exp(a + b t) on C itself, from the line through ln C; Gauss–Newton with step halving. */
function exponentialSquares(t: readonly number[], c: readonly number[], a0: number, b0: number): number {
  let a = a0
  let b = b0
  let best = squares(t, c, (x) => Math.exp(a + b * x))
  for (let step = 0; step < 50; step += 1) {
    let [aa, ab, bb, ra, rb] = [0, 0, 0, 0, 0]
    t.forEach((x, i) => {
      const model = Math.exp(a + b * x)
      const residual = c[i]! - model
      aa += model * model
      ab += model * model * x
      bb += model * model * x * x
      ra += residual * model
      rb += residual * model * x
    })
    const det = aa * bb - ab * ab
    if (!(Math.abs(det) > 0)) break
    let [da, db] = [(ra * bb - rb * ab) / det, (rb * aa - ra * ab) / det]
    let next = squares(t, c, (x) => Math.exp(a + da + (b + db) * x))
    for (let half = 0; half < 20 && !(next < best); half += 1) {
      ;[da, db] = [da / 2, db / 2]
      next = squares(t, c, (x) => Math.exp(a + da + (b + db) * x))
    }
    if (!(next < best)) break
    const gain = best - next
    ;[a, b, best] = [a + da, b + db, next]
    if (gain < 1e-12 * best) break
  }
  return best
}

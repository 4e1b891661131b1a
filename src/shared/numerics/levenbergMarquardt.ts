import { invert, solveLinear } from './solveLinear'

export interface LeastSquaresFit {
  readonly parameters: readonly number[]
  /** Covariance of the parameters scaled by the residual variance; null where the data do not determine them. */
  readonly covariance: readonly (readonly number[])[] | null
  readonly sumOfSquares: number
  readonly converged: boolean
  /** (JᵀJ)⁻¹, J and the residuals at the end; the first null where the data do not determine the parameters. */
  readonly inverse: readonly (readonly number[])[] | null
  readonly columns: readonly Float64Array[]
  readonly residuals: ArrayLike<number>
}

export type Residuals = (p: readonly number[]) => ArrayLike<number>
/** A column for each parameter: how it moves each residual. */
export type Jacobian = (p: readonly number[]) => readonly Float64Array[]

/**
 * Minimises Σ r(p)² (Levenberg 1944, Marquardt 1963), with central differences where no Jacobian is given. `residuals` returns as many
 * numbers for any p; a value that is not finite refuses the step. At most `maxSteps` steps; it ends where a step lowers the sum by less than `tolerance` of it.
 */
export function levenbergMarquardt(residuals: Residuals, start: readonly number[], maxSteps = 200, tolerance = 1e-14, jacobian: Jacobian = differences(residuals)): LeastSquaresFit {
  const n = start.length
  let p = [...start]
  let r = residuals(p)
  let best = squares(r)
  let lambda = 1e-3
  let converged = false
  for (let step = 0; step < maxSteps && !converged; step += 1) {
    const { normal, gradient } = normalEquations(jacobian(p), r)
    let isBetter = false
    for (let attempt = 0; attempt < 30 && !isBetter; attempt += 1) {
      const damped = normal.map((row, i) => row.map((value, j) => (i === j ? value * (1 + lambda) + 1e-300 : value)))
      const delta = solveLinear(damped, gradient)
      const next = delta && p.map((value, i) => value - delta[i]!)
      const trial = next && residuals(next)
      const sum = trial ? squares(trial) : NaN
      if (next && trial && sum < best) {
        converged = best - sum < tolerance * best || delta.every((d, i) => Math.abs(d) < 1e-12 * (Math.abs(next[i]!) + 1e-12))
        p = next
        r = trial
        best = sum
        lambda = Math.max(lambda / 9, 1e-15)
        isBetter = true
      } else lambda *= 7
    }
    if (!isBetter) converged = true
  }
  const degrees = r.length - n
  const columns = jacobian(p)
  const { normal } = normalEquations(columns, r)
  const inverse = degrees > 0 ? invert(normal) : undefined
  const covariance = inverse?.map((row) => row.map((value) => (value * best) / degrees)) ?? null
  return { parameters: p, covariance: covariance?.every((row, i) => row[i]! >= 0) ? covariance : null, sumOfSquares: best, converged, inverse: inverse ?? null, columns, residuals: r }
}

function squares(r: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < r.length; i += 1) sum += r[i]! * r[i]!
  return sum
}

/** A Jacobian by central differences. */
export const differences = (residuals: Residuals): Jacobian => (p) => p.map((value, k) => {
  const h = 1e-6 * Math.max(Math.abs(value), 1e-3)
  const at = (shift: number): ArrayLike<number> => residuals(p.map((other, i) => (i === k ? other + shift : other)))
  const [up, down] = [at(h), at(-h)]
  return Float64Array.from({ length: up.length }, (_, i) => (up[i]! - down[i]!) / (2 * h))
})

function normalEquations(jacobian: readonly Float64Array[], r: ArrayLike<number>): { normal: number[][]; gradient: number[] } {
  return { normal: products(jacobian), gradient: jacobian.map((a) => dot(a, r)) }
}

/** AᵀA of these columns. */
export function products(columns: readonly Float64Array[]): number[][] {
  const normal = columns.map(() => new Array<number>(columns.length).fill(0))
  columns.forEach((a, i) => { for (let j = 0; j <= i; j += 1) normal[i]![j] = normal[j]![i] = dot(a, columns[j]!) })
  return normal
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!
  return sum
}

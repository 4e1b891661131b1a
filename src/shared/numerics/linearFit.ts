export interface LinearFit {
  readonly slope: number
  readonly intercept: number
  /** Standard errors and residual sd; null with two points, which leave no residual. */
  readonly seSlope: number | null
  readonly seIntercept: number | null
  readonly residualSd: number | null
  /** null where y does not vary: there is nothing to explain. */
  readonly r2: number | null
  readonly n: number
  /** Weighted means and Σw(x − x̄)², weights scaled to a mean of 1. */
  readonly meanX: number
  readonly meanY: number
  readonly sxx: number
}

/**
 * Weighted least squares y = intercept + slope·x; weights (default all 1) are scaled to a mean of 1 first.
 * RangeError for fewer than two points, unequal lengths, a number that is not finite, weights ≤ 0, or x without spread.
 */
export function linearFit(x: readonly number[], y: readonly number[], weights?: readonly number[]): LinearFit {
  const n = x.length
  if (n < 2 || y.length !== n || (weights && weights.length !== n)) throw new RangeError(`A line needs at least two points with x and y, got ${n} and ${y.length}.`)
  if (![...x, ...y, ...(weights ?? [])].every(Number.isFinite)) throw new RangeError('A line needs finite numbers.')
  if (weights && !weights.every((weight) => weight > 0)) throw new RangeError('Weights of a line must be positive.')
  const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : n
  const w = (i: number): number => (weights ? (weights[i]! * n) / total : 1)
  const sum = (term: (i: number) => number): number => x.reduce((s, _, i) => s + w(i) * term(i), 0)
  const meanX = sum((i) => x[i]!) / n
  const meanY = sum((i) => y[i]!) / n
  const sxx = sum((i) => (x[i]! - meanX) ** 2)
  if (!(sxx > 0)) throw new RangeError('A line needs at least two different x values.')
  const slope = sum((i) => (x[i]! - meanX) * (y[i]! - meanY)) / sxx
  const intercept = meanY - slope * meanX
  const residuals = sum((i) => (y[i]! - intercept - slope * x[i]!) ** 2)
  const syy = sum((i) => (y[i]! - meanY) ** 2)
  const residualSd = n > 2 ? Math.sqrt(residuals / (n - 2)) : null
  return {
    slope, intercept, n, meanX, meanY, sxx, residualSd,
    seSlope: residualSd === null ? null : residualSd / Math.sqrt(sxx),
    seIntercept: residualSd === null ? null : residualSd * Math.sqrt(1 / n + meanX ** 2 / sxx),
    r2: syy > 0 ? 1 - residuals / syy : null
  }
}

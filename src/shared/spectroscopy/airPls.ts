/**
 * Baseline by adaptive iteratively reweighted penalised least squares (Zhang, Chen, Liang, Analyst 135 (2010) 1138): a smooth curve
 * under the peaks. λ sets its stiffness, in points. Points must be (nearly) even. RangeError for fewer than five.
 */
export const airPls = (y: ArrayLike<number>, lambda = 1e5, mostIterations = 30): Float64Array => weightedAirPls(y, lambda, mostIterations).baseline

/** The same with the weights that each point had in it. */
export function weightedAirPls(y: ArrayLike<number>, lambda: number, mostIterations = 30): { readonly baseline: Float64Array; readonly weights: Float64Array } {
  const n = y.length
  if (n < 5) throw new RangeError(`A baseline needs at least five points, got ${n}.`)
  let weights = new Float64Array(n).fill(1)
  let [baseline, ofBaseline] = [new Float64Array(n), weights]
  let total = 0
  for (let i = 0; i < n; i += 1) total += Math.abs(y[i]!)
  for (let iteration = 1; iteration <= mostIterations; iteration += 1) {
    ofBaseline = weights
    baseline = whittaker(weights, lambda)(weights.map((weight, i) => weight * y[i]!))
    let [below, worst] = [0, 0]
    for (let i = 0; i < n; i += 1) {
      const difference = y[i]! - baseline[i]!
      if (difference >= 0) continue
      below -= difference
      worst = Math.max(worst, -difference)
    }
    if (below < 1e-3 * total || below === 0) break
    weights = Float64Array.from({ length: n }, (_, i) => {
      const difference = y[i]! - baseline[i]!
      return difference >= 0 ? 0 : Math.exp((iteration * -difference) / below)
    })
    // The ends hold the baseline down where no point lies below it.
    weights[0] = weights[n - 1] = Math.exp((iteration * worst) / below)
  }
  return { baseline, weights: ofBaseline }
}

/** Solves (W + λ DᵀD) z = right with second differences D, for one right side after the other: five diagonals, by LDLᵀ. */
export function whittaker(weights: Float64Array, lambda: number): (right: Float64Array) => Float64Array<ArrayBuffer> {
  const n = weights.length
  const [d, c, e] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  const diagonal = (i: number): number => {
    const inner = i >= 2 && i < n - 2 ? 6 : i === 0 || i === n - 1 ? 1 : 5
    return weights[i]! + lambda * inner
  }
  const off1 = (i: number): number => lambda * (i === 0 || i === n - 2 ? -2 : -4)
  for (let i = 0; i < n; i += 1) {
    const [d1, d2] = [i > 0 ? d[i - 1]! : 0, i > 1 ? d[i - 2]! : 0]
    const [c1, e2] = [i > 0 ? c[i - 1]! : 0, i > 1 ? e[i - 2]! : 0]
    d[i] = diagonal(i) - c1 * c1 * d1 - e2 * e2 * d2
    c[i] = i < n - 1 ? (off1(i) - (i > 0 ? c[i - 1]! * e[i - 1]! * d1 : 0)) / d[i]! : 0
    e[i] = i < n - 2 ? lambda / d[i]! : 0
  }
  return (right) => {
    const z = new Float64Array(n)
    for (let i = 0; i < n; i += 1) z[i] = right[i]! - (i > 0 ? c[i - 1]! * z[i - 1]! : 0) - (i > 1 ? e[i - 2]! * z[i - 2]! : 0)
    for (let i = n - 1; i >= 0; i -= 1) z[i] = z[i]! / d[i]! - (i < n - 1 ? c[i]! * z[i + 1]! : 0) - (i < n - 2 ? e[i]! * z[i + 2]! : 0)
    return z
  }
}

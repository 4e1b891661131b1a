import { spearman } from '../../numerics/rankCorrelation'

/** Two-sided p of a correlation under no relation. */
export const correlationP = { pearson: pearsonP, spearman: spearmanP }

const EXACT_UP_TO = 8

/** t = r√((n − 2)/(1 − r²)) with n − 2 degrees of freedom. */
function pearsonP(r: number, n: number): number | null {
  if (n < 3) return null
  if (Math.abs(r) >= 1) return 0
  return 1 - withinT(Math.abs(r) * Math.sqrt((n - 2) / (1 - r * r)), n - 2)
}

/** The share of all orders of y whose |ρ| is at least as large; for more than eight pairs by t. */
function spearmanP(x: readonly number[], y: readonly number[]): number | null {
  const rho = spearman(x, y)
  if (rho === null) return null
  if (x.length > EXACT_UP_TO) return pearsonP(rho, x.length)
  let [all, extreme] = [0, 0]
  for (const order of permutations(y)) {
    all += 1
    if (Math.abs(spearman(x, order)!) >= Math.abs(rho) - 1e-12) extreme += 1
  }
  return extreme / all
}

function* permutations(values: readonly number[]): Generator<readonly number[]> {
  if (values.length <= 1) {
    yield values
    return
  }
  for (let i = 0; i < values.length; i += 1) for (const rest of permutations([...values.slice(0, i), ...values.slice(i + 1)])) yield [values[i]!, ...rest]
}

/** P(|T| < t) for whole degrees of freedom (Abramowitz & Stegun 26.7.3, 26.7.4). */
function withinT(t: number, nu: number): number {
  const angle = Math.atan(t / Math.sqrt(nu))
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  if (nu === 1) return (2 * angle) / Math.PI
  let term = nu % 2 === 0 ? 1 : cosine
  let sum = term
  for (let k = nu % 2 === 0 ? 1 : 2; k <= nu - 3; k += 2) {
    term *= (k / (k + 1)) * cosine * cosine
    sum += term
  }
  return nu % 2 === 0 ? sine * sum : (2 / Math.PI) * (angle + sine * sum)
}

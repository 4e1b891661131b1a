/** Ranks from 1; equal values share the mean of their ranks. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Array<number>(values.length)
  for (let start = 0; start < order.length;) {
    let end = start
    while (end + 1 < order.length && values[order[end + 1]!] === values[order[start]!]) end += 1
    for (let i = start; i <= end; i += 1) ranks[order[i]!] = (start + end) / 2 + 1
    start = end + 1
  }
  return ranks
}

/** Pearson's r; null where one of the two does not vary. RangeError for fewer than three pairs. */
export function pearson(x: readonly number[], y: readonly number[]): number | null {
  if (x.length < 3 || x.length !== y.length) throw new RangeError(`A correlation needs at least three pairs, got ${Math.min(x.length, y.length)}.`)
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  let [sxy, sxx, syy] = [0, 0, 0]
  for (let i = 0; i < x.length; i += 1) {
    sxy += (x[i]! - mx) * (y[i]! - my)
    sxx += (x[i]! - mx) ** 2
    syy += (y[i]! - my) ** 2
  }
  return sxx > 0 && syy > 0 ? sxy / Math.sqrt(sxx * syy) : null
}

/** Spearman's ρ: Pearson's r of the ranks. */
export const spearman = (x: readonly number[], y: readonly number[]): number | null => pearson(ranksOf(x), ranksOf(y))

/**
 * y at `at` on straight lines between points; x may rise or fall but must not turn. undefined outside x: nothing is extrapolated.
 * RangeError for unequal lengths or no points.
 */
export function interpolate(x: ArrayLike<number>, y: ArrayLike<number>, at: number): number | undefined {
  const n = x.length
  if (n === 0 || y.length !== n) throw new RangeError(`Interpolation needs points with x and y, got ${n} and ${y.length}.`)
  const rising = x[n - 1]! >= x[0]!
  const before = (i: number): boolean => (rising ? x[i]! <= at : x[i]! >= at)
  if (!before(0)) return undefined
  let low = 0
  let high = n
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (before(middle)) low = middle
    else high = middle
  }
  if (x[low] === at) return y[low]
  if (high >= n) return undefined
  const share = (at - x[low]!) / (x[high]! - x[low]!)
  return y[low]! + share * (y[high]! - y[low]!)
}

/**
 * ∫ y dx by Simpson's rule on an even grid; with an odd number of intervals the last is a trapezoid. null where the steps differ by
 * more than 1 % (interpolated ends of a window are left to the trapezoid) or fewer than three points are given.
 */
export function simpson(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const n = x.length
  if (n < 3 || y.length !== n) return null
  const step = (x[n - 1]! - x[0]!) / (n - 1)
  for (let i = 1; i < n; i += 1) if (Math.abs(x[i]! - x[i - 1]! - step) > 0.01 * Math.abs(step)) return null
  const last = n % 2 === 1 ? n - 1 : n - 2
  let sum = y[0]! + y[last]!
  for (let i = 1; i < last; i += 1) sum += (i % 2 === 1 ? 4 : 2) * y[i]!
  return (sum * step) / 3 + (last === n - 1 ? 0 : ((y[n - 2]! + y[n - 1]!) * step) / 2)
}

/** ∫ y dx by the trapezoidal rule on the points as they are; RangeError for fewer than two points or unequal lengths. NaN stays NaN. */
export function trapezoid(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length < 2 || y.length !== x.length) throw new RangeError(`An integral needs at least two points with x and y, got ${x.length} and ${y.length}.`)
  let area = 0
  for (let i = 1; i < x.length; i++) area += ((x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!)) / 2
  return area
}

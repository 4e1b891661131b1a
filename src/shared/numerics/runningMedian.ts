/** The middle one of some numbers (of two middle ones the upper); NaN of none. */
export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

/** Each value replaced by the median of those up to `reach` places before and behind it, equally many on both sides: a curve that only rises stays as it is. */
export function runningMedian(values: ArrayLike<number>, reach: number): Float64Array {
  const all = Array.from(values)
  return Float64Array.from(all, (_, i) => {
    const near = Math.min(reach, i, all.length - 1 - i)
    return middle(all.slice(i - near, i + near + 1))
  })
}

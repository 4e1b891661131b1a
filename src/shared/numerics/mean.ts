/** Arithmetic mean; RangeError without values. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('The mean of no values does not exist.')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

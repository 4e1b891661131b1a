import { mean } from './mean'

/** Sample standard deviation (n − 1); RangeError for fewer than two values. */
export function sampleSd(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError(`A standard deviation needs at least two values, got ${values.length}.`)
  const centre = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1))
}

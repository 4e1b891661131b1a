import type { Result } from '@shared/analyses/analysis'
import { isExtreme } from './formatNumber'

const figures = 4

/**
 * Decimals of all numbers of a column without uncertainty, so that they stand under each other: four figures of the largest, volts to
 * 1 mV. Null where each is better off on its own: a number with an uncertainty, whole ones, or more than three orders between them.
 */
export function columnPlaces(results: readonly Pick<Result, 'value' | 'u' | 'unit'>[]): number | null {
  const sizes = results.map(({ value }) => Math.abs(value)).filter((size) => size > 0)
  if (results.some(({ value, u }) => u !== null || !Number.isFinite(value)) || sizes.length === 0) return null
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  if (isExtreme(least) || isExtreme(most) || most / least > 1000 || results.every(({ value }) => Number.isInteger(Number(value.toPrecision(figures))))) return null
  return results.every(({ unit }) => unit === 'V') && least >= 0.01 ? 3 : Math.max(0, figures - 1 - Math.floor(Math.log10(most)))
}

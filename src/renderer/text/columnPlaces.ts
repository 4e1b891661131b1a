import type { Result } from '@shared/analyses/analysis'
import { isExtreme } from './formatNumber'
import { formatQuantity } from './formatQuantity'
import { withMinus } from './minusSign'
import { fixedDecimal } from './roundDecimal'

const figures = 4
/** Limits of an assay are known to two figures at best. */
const limits: ReadonlySet<string> = new Set(['cal_lod', 'cal_loq'])

/**
 * Decimals of all numbers of a column without uncertainty, so that they stand under each other: four figures of the largest, volts to
 * 1 mV. Null where each is better off on its own: a number with an uncertainty, whole ones, or more than three orders between them.
 */
export function columnPlaces(results: readonly Pick<Result, 'value' | 'u' | 'unit'>[], metric = ''): number | null {
  // What is nearly 1 (R²) is told down to where it is not, and never rounded up to it (see printedPlaces).
  if (results.length > 0 && results.every(({ value, u }) => u === null && value > 0.99 && value < 1)) return Math.min(5, Math.max(...results.map(({ value }) => Math.ceil(-Math.log10(1 - value)))))
  const sizes = results.map(({ value }) => Math.abs(value)).filter((size) => size > 0)
  if (results.some(({ value, u }) => u !== null || !Number.isFinite(value)) || sizes.length === 0) return null
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  if (isExtreme(least) || isExtreme(most) || most / least > 1000 || results.every(({ value }) => Number.isInteger(Number(value.toPrecision(figures))))) return null
  return results.every(({ unit }) => unit === 'V') && least >= 0.01 ? 3 : Math.max(0, (limits.has(metric) ? 2 : figures) - 1 - Math.floor(Math.log10(most)))
}

/** Widths in digits; of the usual fonts, within a tenth. */
const widths = new Map([[' ', 0.5], ['.', 0.5], ['±', 1.3], ['(', 0.6], [')', 0.6], ['×', 1.3], ['\u2212', 1.3]])

/** How wide the widest uncertainty of a column is from ' ±' on, in digits; 0 where all are alike and stand under each other anyway. */
export function uncertaintyWidth(results: readonly Pick<Result, 'value' | 'u'>[]): number {
  const parts = results.filter(({ u }) => u !== null).map(({ value, u }) => formatQuantity(value, u).replace(/^.*?(?= ±|$)/, '')).filter((part) => part !== '')
  if (parts.length < results.length || new Set(parts.map((part) => part.length)).size > 1) return Math.max(0, ...parts.map((part) => [...part].reduce((sum, sign) => sum + (widths.get(sign) ?? 1), 0)))
  return 0
}

/** A number with so many decimals; what is less than 1 never becomes 1. */
export function printedPlaces(value: number, places: number): string {
  const text = fixedDecimal(value, places)
  return withMinus(value < 1 && value > 0.99 && Number(text) === 1 ? (1 - 10 ** -places).toFixed(places) : text)
}

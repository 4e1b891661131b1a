import { withMinus } from './minusSign'
import { superscript } from './superscript'

const largestPlain = 1e5
const smallestPlain = 1e-3

/** Below and above these a number is written × 10ⁿ. */
export function isExtreme(magnitude: number): boolean {
  return magnitude !== 0 && (magnitude >= largestPlain || magnitude < smallestPlain)
}

/** Up to so many significant figures, no zeros added: 0.03, −12.35, 4.2 × 10⁻⁶. */
export function formatNumber(value: number, figures = 4): string {
  if (Number.isNaN(value)) return '–'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '\u2212∞'
  const rounded = Number(value.toPrecision(figures))
  if (!isExtreme(Math.abs(rounded))) return withMinus(String(rounded === 0 ? 0 : rounded))
  const [mantissa, exponent] = rounded.toExponential().split('e') as [string, string]
  return `${withMinus(mantissa)} × 10${superscript(Number(exponent))}`
}

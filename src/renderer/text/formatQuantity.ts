import { formatNumber, isExtreme } from './formatNumber'
import { withMinus } from './minusSign'
import { fixedDecimal, roundDecimal } from './roundDecimal'
import { superscript } from './superscript'
import { unitText } from './unitText'

/** '92.4 ± 1.3 %': u to two figures if it starts with 1 or 2, else one, the value to the same digit; without u at most four significant figures, volts to 1 mV. */
export function formatQuantity(value: number, u: number | null, unit = ''): string {
  const typeset = unitText(unit)
  const number = formatValue(value, u, unit)
  return typeset === '' ? number : `${number} ${typeset}`
}

/** The number of a quantity, for where its unit stands apart. */
export function formatValue(value: number, u: number | null, unit: string): string {
  // Below 10⁻⁹ of the value u is what rounding left over, as of a calibration without any scatter.
  if (u !== null && Number.isFinite(u) && u > 1e-9 * Math.abs(value) && Number.isFinite(value)) return withUncertainty(value, u)
  return unit === 'V' && Math.abs(value) >= 0.01 ? withMinus(fixedDecimal(value, 3)) : formatNumber(value)
}

function withUncertainty(value: number, u: number): string {
  const places = placesOf(u)
  const size = Math.max(Math.abs(roundDecimal(value, places)), roundDecimal(u, places))
  if (!isExtreme(size)) return `${withMinus(fixedDecimal(value, places))} ± ${fixedDecimal(u, places)}`
  const exponent = Number(size.toExponential().split('e')[1])
  const scaled = (part: number): string => withMinus(fixedDecimal(roundDecimal(part, places) / 10 ** exponent, places + exponent))
  return `(${scaled(value)} ± ${scaled(u)}) × 10${superscript(exponent)}`
}

/** Decimal places of the last digit of u that is given. */
function placesOf(u: number): number {
  const [mantissa, exponent] = u.toExponential().split('e') as [string, string]
  const figures = mantissa.startsWith('1') || mantissa.startsWith('2') ? 2 : 1
  return figures - 1 - Number(exponent)
}

import { formatNumber } from '../text/formatNumber'
import { withMinus } from '../text/minusSign'
import { fixedDecimal } from '../text/roundDecimal'
import { superscript } from '../text/superscript'

/** Label of a tick on a linear axis: as many decimals as its steps need, with a true minus sign. */
export function linearTickLabel(value: number, ticks: readonly { readonly value: number }[]): string {
  const [first, second] = ticks
  const step = first && second ? Math.abs(second.value - first.value) : Math.abs(value)
  const largest = ticks.reduce((most, tick) => Math.max(most, Math.abs(tick.value)), 0)
  if (step === 0 || largest >= 1e6 || largest < 1e-4) return formatNumber(value, 6)
  return withMinus(fixedDecimal(value, decimalsOf(step)))
}

function decimalsOf(step: number): number {
  for (let places = 0; places < 8; places++) {
    const scaled = step * 10 ** places
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return places
  }
  return 8
}

/** Powers of ten as such, what stands between them in figures. */
export function logTickLabel(value: number): string {
  const exponent = Math.log10(value)
  if (Math.abs(exponent - Math.round(exponent)) > 1e-9) return formatNumber(value, 6)
  const power = Math.round(exponent)
  return power >= -2 && power <= 3 ? String(Number(`1e${power}`)) : `10${superscript(power)}`
}

/** Rounds the decimal digits as printed, half away from zero (1.005 to two places is 1.01). Negative places round to tens, hundreds, … */
export function roundDecimal(value: number, places: number): number {
  const [mantissa, exponent] = Math.abs(value).toExponential().split('e') as [string, string]
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + places}`))
  const rounded = Number(`${shifted}e${-places}`)
  return value < 0 ? -rounded : rounded
}

/** With exactly that many decimal places; a rounded-away negative has no sign. */
export function fixedDecimal(value: number, places: number): string {
  const rounded = roundDecimal(value, places)
  return (rounded === 0 ? 0 : rounded).toFixed(Math.min(100, Math.max(0, places)))
}

/** '5.199 ± 0.003': u to two figures if it begins with 1 or 2, else to one, the value to the same digit; without u four figures. */
export function roundedTogether(value: number, u: number | null | undefined): string {
  if (u === null || u === undefined || !(u > 0) || !Number.isFinite(u)) return String(Number(value.toPrecision(4)))
  const [mantissa, exponent] = u.toExponential().split('e') as [string, string]
  const places = Math.min(20, Math.max(0, (/^[12]/.test(mantissa) ? 1 : 0) - Number(exponent)))
  return `${value.toFixed(places)} ± ${u.toFixed(places)}`
}

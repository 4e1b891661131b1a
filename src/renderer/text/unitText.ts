import { superscript } from './superscript'

const typeset = new Map([
  ['umol', 'µmol'], ['ug', 'µg'], ['uA', 'µA'], ['um', 'µm'], ['uL', 'µL'], ['ohm', 'Ω'], ['mgcat', 'mg_cat'], ['gcat', 'g_cat'], ['degC',
    '°C'], ['Ohm', 'Ω']
])
const factor = /^([A-Za-zµΩ°%_]+)(-?\d)?$/

/**
 * 'mg/h/mgcat' → 'mg h⁻¹ mg_cat⁻¹' (an underscore marks the subscript, see textRuns), '1' → ''. A unit that already is typeset,
 * or is no product of powers, stays as it is.
 */
export function unitText(unit: string): string {
  if (unit === '' || unit === '1') return ''
  if (unit === '%/cycle') return '% per cycle'
  const [above, ...below] = unit.split('/')
  const parts = [power(above!, 1), ...below.map((part) => power(part, -1))]
  return parts.includes(null) ? unit : parts.filter((part) => part !== '').join(' ')
}

function power(text: string, sign: 1 | -1): string | null {
  if (text === '1' && sign === 1) return ''
  const match = factor.exec(text)
  if (!match) return null
  const exponent = sign * Number(match[2] ?? 1)
  return `${typeset.get(match[1]!) ?? match[1]!}${exponent === 1 ? '' : superscript(exponent)}`
}

import type { QuantityKind } from '../../quantity'
import type { NamedColumn } from '../instrumentTable/namedColumns'

/** Spelled-out units get their symbol, a square in any encoding is 2; in ZPlot '(a)' and '(b)' stand for the parts of an impedance in ohm. */
const symbols = new Map([['volts', 'V'], ['amps', 'A'], ['amps/cm2', 'A/cm2'], ['sec', 's'], ['seconds', 's'], ['s', 's'], ['ohm', 'ohm'], ['ohms', 'ohm']])

/** One spelling of the three columns that every flavour has. */
const spellings = new Map([['Freq', 'freq'], ["Z''", 'Z"']])

const quantities = new Map<string, QuantityKind>([
  ['freq', 'frequency'], ["z'", 'z_real'], ['z"', 'z_imag'], ['zprime', 'z_real'], ['zbis', 'z_imag'], ['e', 'potential'], ['i', 'current'], ['t', 'time'], ['time', 'time']
])

/** "Freq(Hz)  Ampl  Bias  Time(Sec)  Z'(a)  Z''(b) …" or 'E(V)  i(A/cm²)  T(s)'; null for any other line. */
export function zplotColumns(line: string): NamedColumn[] | null {
  if (line.length > 2000) return null
  const text = line.trim().replace(/^"|"$/g, '').replace(/ {1,8}\(/g, '(').trim()
  const tokens = text.split(text.includes('\t') ? /\t+/ : /[, ]+/).map((token) => token.trim()).filter((token) => token !== '')
  const columns = tokens.map((token): NamedColumn => {
    const match = /^([^()]{1,40})\(([^()]{1,20})\)$/.exec(token)
    const written = (match?.[1] ?? token).trim()
    const name = spellings.get(written) ?? written
    const unit = (match?.[2]?.trim() ?? '').replace(/cm(?:\^2|[^\x20-\x7e]{1,2})$/, 'cm2')
    return { name, unit: /^z/i.test(name) && /^[ab]$/.test(unit) ? 'ohm' : symbols.get(unit.toLowerCase()) ?? unit, quantity: quantities.get(name.toLowerCase()) ?? 'other' }
  })
  const has = (quantity: QuantityKind): boolean => columns.some((column) => column.quantity === quantity && column.unit !== '')
  return (has('frequency') && has('z_real') && has('z_imag')) || (has('potential') && (has('current') || has('time'))) ? columns : null
}

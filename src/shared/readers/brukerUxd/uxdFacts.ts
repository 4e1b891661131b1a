import type { NamedValue } from '../../measurement'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** '04-Mar-2010 20:59:14'; null for other orders, which do not tell day and month apart. */
export function uxdStart(text: string): string | null {
  const match = /^(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d{2}:\d{2}:\d{2})$/.exec(text)
  const month = match ? months.indexOf(match[2]!.toLowerCase()) : -1
  return match && month >= 0 ? `${match[3]}-${String(month + 1).padStart(2, '0')}-${match[1]!.padStart(2, '0')}T${match[4]}` : null
}

/** Wavelengths as the file states them; _WL_UNIT 'A' is Ångström and nothing else is taken for it. */
export function rangeFacts(entries: ReadonlyMap<string, string>): NamedValue[] {
  const number = (key: string): number | undefined => {
    const value = Number(entries.get(key) || NaN)
    return value > 0 ? value : undefined
  }
  const isAngstrom = entries.get('WL_UNIT') === 'A'
  const facts: readonly (readonly [string, string | number | undefined])[] = [
    ['anode', entries.get('ANODE') || undefined], ...(isAngstrom ? wavelengths.map(([key, name]) => [name, number(key)] as const) : []),
    ['kAlphaRatio', number('WLRATIO')], ['timePerStep_s', number('STEPTIME')], ['stepSize_deg', number('STEPSIZE')]
  ]
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
}

const wavelengths = [['RANGE_WL', 'wavelength_A'], ['WL1', 'wavelengthAlpha1_A'], ['WL2', 'wavelengthAlpha2_A'], ['WL3', 'betaWavelength_A']] as const

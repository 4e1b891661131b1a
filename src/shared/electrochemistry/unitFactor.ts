import { currentDensityFactor } from './currentDensityUnit'

export type SiUnit = 'A' | 'V' | 's' | 'C' | 'ohm' | 'm' | 'eV' | 'A/cm2' | 'Hz' | '1'
export interface UnitFactor { readonly factor: number; readonly si: SiUnit }

const prefixes = new Map([['', 1], ['k', 1e3], ['m', 1e-3], ['µ', 1e-6], ['u', 1e-6], ['n', 1e-9], ['p', 1e-12], ['M', 1e6]])
const bare = new Map<string, SiUnit>([['A', 'A'], ['V', 'V'], ['s', 's'], ['C', 'C'], ['Hz', 'Hz'], ['ohms', 'ohm'], ['ohm', 'ohm'], ['Ohms', 'ohm'], ['Ohm', 'ohm'], ['Ω', 'ohm'], ['m', 'm'], ['eV', 'eV']])
const whole = new Map<string, UnitFactor>([
  ['sec', { factor: 1, si: 's' }], ['second', { factor: 1, si: 's' }], ['seconds', { factor: 1, si: 's' }], ['min', { factor: 60, si: 's' }],
  ['h', { factor: 3600, si: 's' }], ['hr', { factor: 3600, si: 's' }], ['hour', { factor: 3600, si: 's' }], ['d', { factor: 86400, si: 's' }],
  ['mA.h', { factor: 3.6, si: 'C' }], ['mAh', { factor: 3.6, si: 'C' }], ['A.h', { factor: 3600, si: 'C' }], ['Ah', { factor: 3600, si: 'C' }],
  ['Å', { factor: 1e-10, si: 'm' }], ['NANOMETERS', { factor: 1e-9, si: 'm' }], ['nanometers', { factor: 1e-9, si: 'm' }], ['a.u.', { factor: 1, si: '1' }], ['1', { factor: 1, si: '1' }], ['Abs', { factor: 1, si: '1' }], ['Abs.', { factor: 1, si: '1' }]
])

/** Words for times, however they begin: 'Seconds', 'min.', 'HOURS'. */
const times: readonly (readonly [RegExp, number])[] = [
  [/^(sec(ond)?s?|sek(unden?)?)\.?$|^秒$/i, 1], [/^min(ute[sn]?|s)?\.?$|^分钟$/i, 60], [/^(hours?|hrs?|stunden?)\.?$|^小时$/i, 3600], [/^h\.$/, 3600], [/^days?$/i, 86_400]
]
/** 'ma', 'mAmps', 'mv': no other unit is written with these letters. */
const slovenly = /^([munµ]?)(a(?:mp(?:ere)?s?)?|v(?:olts?)?)$/i

/**
 * The factor from a column's unit to its base unit: toSi('mA') = { factor: 0.001, si: 'A' }. undefined for a unit that is not
 * known: the caller asks, and never takes it as the base unit.
 */
export function toSi(unit: string): UnitFactor | undefined {
  const written = unit.trim().replace(/μ/g, 'µ').replace(/²|\^2/g, '2')
  const named = whole.get(written)
  if (named) return named
  const time = times.find(([word]) => word.test(written))
  if (time) return { factor: time[1], si: 's' }
  const density = currentDensityFactor(written)
  if (density !== undefined) return { factor: density, si: 'A/cm2' }
  const plain = written.replace(/\s?(?:vs\.?\s.{1,40})$/, '')
  return prefixed(plain) ?? inOtherLetters(plain)
}

function inOtherLetters(text: string): UnitFactor | undefined {
  const [, prefix = '', word = ''] = slovenly.exec(text) ?? []
  // A big M is mega, which the exact spelling has.
  return word === '' || prefix === 'M' ? undefined : { factor: prefixes.get(prefix.toLowerCase())!, si: /^a/i.test(word) ? 'A' : 'V' }
}

/** Longest base first, so that 'm' alone is the metre and 'mV' the millivolt. */
function prefixed(text: string): UnitFactor | undefined {
  for (const [base, si] of bare) {
    if (!text.endsWith(base)) continue
    const factor = prefixes.get(text.slice(0, text.length - base.length))
    if (factor !== undefined) return { factor, si }
  }
  return undefined
}

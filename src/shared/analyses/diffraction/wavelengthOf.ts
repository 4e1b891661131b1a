import type { MeasurementSummary } from '../../measurement'
import type { Wavelengths } from './reflection'

const angstrom = (value: unknown): number | null => {
  const number = Number(value)
  // 0.15406 is nm, 1.5406 Å: X-ray wavelengths of laboratories lie between 0.4 and 2.3 Å.
  if (!Number.isFinite(number) || number <= 0) return null
  return number < 0.3 ? number * 10 : number
}

/** Wavelengths that the file itself states, Å; null where it states none: they are never assumed. */
export function wavelengthOf({ facts, settings }: Pick<MeasurementSummary, 'facts' | 'settings'>): Wavelengths | null {
  const all = [...facts, ...settings]
  const find = (pattern: RegExp): number | null => angstrom(all.find(({ name, value }) => pattern.test(name) && angstrom(value) !== null)?.value)
  const alpha1 = find(/(k_?-?alpha_?1|kα1|alpha1|wavelength1)/i) ?? find(/^(used_?)?(wave ?length|lambda)/i)
  if (alpha1 === null) return null
  const alpha2 = find(/(k_?-?alpha_?2|kα2|alpha2|wavelength2)/i)
  return { alpha1_A: alpha1, alpha2_A: alpha2 !== null && alpha2 > alpha1 && alpha2 < 1.05 * alpha1 ? alpha2 : null }
}

import type { FieldValues } from './fields'
import { numberInName } from './numberText'
import { replicateName, replicateWord } from './replicateName'

type Rule = (token: string) => FieldValues | undefined
const num = String.raw`([\d.,p]{1,12})`
const rule = (pattern: string, make: (value: number, unit: string) => FieldValues | undefined): Rule => {
  const whole = new RegExp(`^${pattern}$`, 'i')
  return (token) => {
    const match = whole.exec(token)
    const value = match?.[1] === undefined ? undefined : numberInName(match[1])
    return match && value !== undefined ? make(value, match[2] ?? '') : undefined
  }
}
const hours = (value: number, unit: string): number => (/^h/i.test(unit) ? value : /^m/i.test(unit) ? value / 60 : value / 3600)
const molar = (value: number, unit: string): number => (unit === 'M' ? value : value / 1000)
const microgramsPerMl = (value: number, unit: string): number => (/^ppb|^ng/i.test(unit) ? value / 1000 : value)
const nitrate = String.raw`-?(?:K|Na|Li|H)?NO3-?|-?nitrate`

/** '50mVs', '50mV/s', '50mVs-1', '0.05Vs-1' */
export const scanRateToken = rule(`(?:scanrate|sr|v)?${num}(mv|v)(?:s|ps|pers|/s|-s|\\.s|[-.]?s\\^?[-\u2212]1|[-.]?s⁻¹)`, (value, unit) => ({ scanRate_mV_s: unit.toLowerCase() === 'v' ? value * 1000 : value }))
const hoursAndMinutes: Rule = (token) => {
  const match = /^(\d{1,4})h(\d{1,2})min$/i.exec(token)
  return match ? { time_h: Number(match[1]) + Number(match[2]) / 60 } : undefined
}

/** One token, one fact with a number. Names are case-insensitive, except M (mol/L) and m in front of it. */
const rules: readonly Rule[] = [
  scanRateToken,
  hoursAndMinutes,
  rule(`t?${num}(h|hr|hrs|hours?|min|mins|s|sec)`, (value, unit) => ({ time_h: hours(value, unit) })),
  rule(`(?:cyc|cycle|zyklus|循环)[-.]?(\\d{1,6})`, (cycle) => ({ cycle })),
  rule(`ph=?${num}`, (pH) => ({ pH })),
  rule(`(?:std|standard)s?[-=]?${num}(ppm|ppb|ug|µg|μg|ug/?ml|µg/?ml|μg/?ml|ug-ml|mg/?l|mg-l|ng/?ml)`, (value, unit) => ({
    role: 'standard', concentration_ug_mL: microgramsPerMl(value, unit)
  }))
]

export function quantityToken(token: string): FieldValues | undefined {
  for (const read of rules) {
    const facts = read(token)
    if (facts) return facts
  }
  return replicateToken.test(token) ? { replicate: replicateName(token) } : undefined
}
const replicateToken = new RegExp(`^${replicateWord}[-.]?\\d{1,4}$`, 'i')

const spacedLabel = new RegExp(`^(?:${replicateWord}|cyc|cycle|zyklus|循环)$`, 'i')
const spacedUnit = /^(?:h|hr|hrs|hours?|min|mins|sec)$/i

/** A number beside its word or unit: 'rep 1', 'run 2', 'cycle 3', '4 h', '1 h 30 min', 'pH 14', 'std 1.2 ppm'. */
export function quantityPhrase(words: readonly string[]): FieldValues | undefined {
  const [first, second] = [words[0]!, words[1]!]
  const joined = words.join('')
  if (words.length === 2 && spacedLabel.test(first) && /^\d{1,3}$/.test(second)) return quantityToken(joined)
  if (words.length === 2 && /^ph$/i.test(first)) return quantityToken(joined)
  if (/^t?[\d.,p]{1,8}$/i.test(first) && words.length === 2 && (spacedUnit.test(second) || second === 's')) return quantityToken(joined)
  if (words.length > 1 && /^\d{1,4}h?$/i.test(first) && /min$/i.test(words.at(-1)!)) return hoursAndMinutes(joined)
  return /^(?:std|standard)s?$/i.test(first) ? quantityToken(joined) : undefined
}

/** '0.1MNO3', '100mMKNO3', '0.1M-nitrate': a nitrate concentration only where the name says nitrate. */
export const nitrateToken = (text: string): FieldValues | undefined => {
  const match = new RegExp(`^${num}(M|mM)(?:${nitrate})$`).exec(text) ?? new RegExp(`^${num}(M|mM)(?:${nitrate})$`, 'i').exec(text)
  const value = match?.[1] === undefined ? undefined : numberInName(match[1])
  return match && value !== undefined ? { nitrate_M: molar(value, match[2]!.toLowerCase() === 'mm' ? 'mM' : 'M') } : undefined
}

/** A bare '1.2ppm': µg/mL, a standard's concentration when the same name says standard. */
export const concentrationToken = rule(`${num}(ppm|ppb|ug/?ml|µg/?ml|μg/?ml|mg/?l)`, (value, unit) => ({ concentration_ug_mL: microgramsPerMl(value, unit) }))

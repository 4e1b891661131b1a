import type { FieldValues } from './fields'
import { numberInName } from './numberText'

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

/** One token, one fact with a number. Names are case-insensitive, except M (mol/L) and m in front of it. */
const rules: readonly Rule[] = [
  rule(`(?:scanrate|sr|v)?${num}(mv|v)(?:s|ps|/s|-s|\\.s|s-1|\\.s-1|-s-1)`, (value, unit) => ({ scanRate_mV_s: unit.toLowerCase() === 'v' ? value * 1000 : value })),
  rule(`t?${num}(h|hr|hrs|hours?|min|mins|s|sec)`, (value, unit) => ({ time_h: hours(value, unit) })),
  rule(`cyc(?:le)?[-.]?(\\d{1,6})`, (cycle) => ({ cycle })),
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
  const replicate = /^(?:r|rep|replicate)[-.]?(\d{1,4})$/i.exec(token)?.[1]
  return replicate === undefined ? undefined : { replicate: String(Number(replicate)) }
}

/** '0.1MNO3', '100mMKNO3', '0.1M-nitrate': a nitrate concentration only where the name says nitrate. */
export const nitrateToken = (text: string): FieldValues | undefined => {
  const match = new RegExp(`^${num}(M|mM)(?:${nitrate})$`).exec(text) ?? new RegExp(`^${num}(M|mM)(?:${nitrate})$`, 'i').exec(text)
  const value = match?.[1] === undefined ? undefined : numberInName(match[1])
  return match && value !== undefined ? { nitrate_M: molar(value, match[2]!.toLowerCase() === 'mm' ? 'mM' : 'M') } : undefined
}

/** A bare '1.2ppm': µg/mL, a standard's concentration when the same name says standard. */
export const concentrationToken = rule(`${num}(ppm|ppb|ug/?ml|µg/?ml|μg/?ml|mg/?l)`, (value, unit) => ({ concentration_ug_mL: microgramsPerMl(value, unit) }))

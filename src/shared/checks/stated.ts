import type { FieldKey } from '../metadata/fields'
import type { Entry } from '../project'
import { nameOf } from '../electrochemistry/entryName'

/** 'none', 'no membrane', 'undivided', 'single compartment', '无隔膜': it is stated that there is none. */
export const statesNone = (text: string): boolean =>
  /^(?:no|none|not|without|n|nein|ohne|keine?r?|0|[-–—/]|无|没有|否|不)(?![a-z])|undivided|unseparated|single[- ]?(?:cell|compartment|chamber)|one[- ]?compartment|ungeteilt|单室/i.test(text.normalize('NFKC').trim())

/** 'RuFe-NC_CA.txt'; of a typed reading the row that states the field. */
export const placeOf = (entry: Entry, key: FieldKey): string => (entry.measurement === null ? entry.fields[key]?.where ?? nameOf(entry) : nameOf(entry))

/** Some of the names, for a sentence. */
export function some(names: readonly string[], most = 3): string {
  const all = [...new Set(names)]
  return `${all.slice(0, most).join(', ')}${all.length > most ? ' …' : ''}`
}
export const number = (value: number, digits = 3): string => String(Number(value.toPrecision(digits))).replace('-', '\u2212')

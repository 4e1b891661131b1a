import type { FieldKey } from '../metadata/fields'
import type { Entry } from '../project'
import { nameOf } from '../electrochemistry/entryName'

const none = /^(?:no|none|without|n|nein|ohne|keine?r?|not used)(?![a-z.])|^0$|^(?:无|没有|否|不用|不使用|未用|未使用)|undivided|unseparated|single[- ]?(?:cell|compartment|chamber)|one[- ]?compartment|ungeteilt|单室/i
const noAnswer = /^(?:[-–—/?]+|n\/?a\.?|not (?:known|stated|recorded)|unknown|unbekannt|未知)$/i

/** Whether there is a membrane or a trap: 'none', 'undivided', '无隔膜' say that there is not, any other text what it is; a dash or 'n/a' says nothing. */
export function presence(text: string | undefined): 'none' | 'some' | undefined {
  const plain = text?.normalize('NFKC').trim() ?? ''
  return plain === '' || noAnswer.test(plain) ? undefined : none.test(plain) ? 'none' : 'some'
}

/** 'RuFe-NC_CA.txt'; of a typed reading the row that states the field. */
export const placeOf = (entry: Entry, key: FieldKey): string => (entry.measurement === null ? entry.fields[key]?.where ?? nameOf(entry) : nameOf(entry))

/** Some of the names, for a sentence. */
export function some(names: readonly string[], most = 3): string {
  const all = [...new Set(names)]
  return `${all.slice(0, most).join(', ')}${all.length > most ? ' …' : ''}`
}
export const number = (value: number, digits = 3): string => String(Number(value.toPrecision(digits))).replace('-', '\u2212')

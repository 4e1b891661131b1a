import { analyteOf, basisOf } from '../../electrochemistry/species'
import { unitOfField } from '../../readers/runSheet/headerField'
import { cleanCatalystName } from '../catalystName'
import type { FieldKey, FieldValues } from '../fields'
import { numberInName } from '../numberText'
import { isBatteryText } from '../parseName'
import { impossible } from '../possibleRange'
import { potentialWord } from '../potentialToken'
import { nitrateToken, quantityToken } from '../quantityTokens'
import { isAnyReference, referenceInName } from '../referenceName'
import { replicateName } from '../replicateName'
import { roleToken } from '../roleToken'
import { techniqueNamed } from '../techniqueName'
import type { TemplateField } from './templateField'

type Find = (text: string) => string | undefined

/** What a part of a name states as the field that its place in the template gives it; undefined where it cannot be that. */
export function fieldValue(field: TemplateField, text: string, find: Find): FieldValues | undefined {
  const { key } = field
  if (key === null) return {}
  const facts = key === 'potential_V' ? potential(field, text) : (texts[key]?.(text, find) ?? (key in texts ? undefined : number(key, field, text)))
  return facts && Object.entries(facts).every(([of, value]) => impossible(of as FieldKey, value) === null) ? facts : undefined
}

/** A word alone; 'rep 1' and '#2', too. */
const isReplicate = (text: string): boolean => /^#?[\p{L}\p{N}.]{1,20}$/u.test(text) || /^\d+$/.test(replicateName(text))

const texts: Partial<Record<FieldKey, (text: string, find: Find) => FieldValues | undefined>> = {
  catalyst: (text, find) => ({ catalyst: find(text) ?? cleanCatalystName(text) }),
  technique: (text) => stated('technique', techniqueNamed(text)),
  run: (text) => ({ run: text }),
  role: (text) => roleToken(text) ?? (/^(?:battery|batterie|电池)$/i.test(text) || isBatteryText(text) ? { role: 'battery' } : standard(text)),
  analyte: (text) => stated('analyte', analyteOf(text)),
  reference: (text) => (isAnyReference(text) ? undefined : { reference: referenceInName(text, true) ?? text }),
  electrolyte: (text) => ({ electrolyte: text }),
  basis: (text) => (basisOf(text) === undefined ? undefined : { basis: text }),
  calibration: (text) => ({ calibration: text }),
  replicate: (text) => (isReplicate(text) ? { replicate: replicateName(text) } : undefined),
  note: (text) => ({ note: text })
}

const stated = (key: FieldKey, value: string | undefined): FieldValues | undefined => (value === undefined ? undefined : { [key]: value })

/** 'std1.2ppm' says the concentration, too. */
function standard(text: string): FieldValues | undefined {
  const facts = quantityToken(text)
  return facts?.role === undefined ? undefined : facts
}

const isSigned = (text: string): boolean => !/^[\d.,]/.test(text)

/** '-0.3V', '-0.9V-AgAgCl', or a bare number in the field's unit and with the sign that is written. */
function potential(field: TemplateField, text: string): FieldValues | undefined {
  const word = potentialWord(text)
  if (word) {
    const reference = word.tail === '' ? undefined : referenceInName(word.tail, true)
    if (word.tail !== '' && reference === undefined) return undefined
    return { potential_V: signed(word.potential_V, field, word.isSigned), ...(reference === undefined ? {} : { reference }) }
  }
  const value = numberInName(text)
  return value === undefined ? undefined : { potential_V: signed(scaled(value, field), field, isSigned(text)) }
}

const signed = (value: number, { isNegative }: TemplateField, hasSign: boolean): number => (isNegative && !hasSign && value !== 0 ? -value : value)

/** Without the last digit that a factor such as 1/60 leaves. */
const scaled = (value: number, { factor, offset }: Pick<TemplateField, 'factor' | 'offset'>): number => Number((value * factor + offset).toPrecision(15))

const numberThenUnit = /^([+-]?(?:\d{1,9}(?:[.,p]\d{1,9})?|[.,]\d{1,9}))\s?(\D.{0,30})$/i

/** A number with its unit or word ('50mVs', 't4h', 'cycle3', '0.1MNO3', '1cm2'), or a bare one in the field's unit. */
function number(key: FieldKey, field: TemplateField, text: string): FieldValues | undefined {
  // 'm3' and 'n2' are negative potentials, and nothing else.
  const bare = /^[a-z]/i.test(text) ? undefined : numberInName(text)
  if (bare !== undefined) return key === 'cycle' && !Number.isInteger(bare) ? undefined : { [key]: scaled(bare, field) }
  const token = quantityToken(text) ?? nitrateToken(text)
  if (token?.[key] !== undefined) return token
  const [, digits, unit] = numberThenUnit.exec(text) ?? []
  const value = digits === undefined ? undefined : numberInName(digits)
  const scale = value === undefined ? undefined : unitOfField(key, unit!)
  return !scale || scale.concentration ? undefined : { [key]: scaled(value!, scale.scale) }
}

import { fieldDefinitions, type FieldDefinition, type FieldKey } from '../../metadata/fields'
import { fieldByName, fieldsByLetter, nameKey } from './fieldNames'
import { unitFactor } from './unitFactor'

export interface HeaderField {
  readonly key: FieldKey
  readonly kind: 'text' | 'number'
  /** Number × factor is in the field's unit. */
  readonly factor: number
  /** As the header writes it; '' when it writes none. */
  readonly unit: string
  /** 'potential (V vs RHE)' states the reference of its column. */
  readonly reference?: string
}
/** A field whose header names a unit that cannot be used: the sentence says what to write. */
export interface UnusableHeader {
  readonly key: FieldKey
  readonly problem: string
}

const definitions = new Map<FieldKey, FieldDefinition>(fieldDefinitions.map((definition) => [definition.key, definition]))

/** Words after a bare number's name that say nothing about its scale. */
const isPlainUnit = (key: FieldKey, unit: string): boolean =>
  /^(|1|-|–|x|×|fold|factor|times|dimensionless|a\.? ?u\.?|0\s*[-–]\s*1)$/i.test(unit) ||
  (key === 'absorbance' && /^(at |@ ?)?\d{3,4} ?nm$/i.test(unit)) ||
  (key === 'pH' && !/\d/.test(unit))

function factorFor(definition: FieldDefinition, unit: string): number | null {
  if (definition.unit !== undefined) return unitFactor(unit, definition.unit)
  if (definition.key === 'irFraction' && unit === '%') return 0.01
  return isPlainUnit(definition.key as FieldKey, unit) ? 1 : null
}

interface Split {
  readonly name: string
  readonly unit: string
  readonly isExplicit: boolean
}

/** Where the name may end and the unit begin; the surest first. */
function splits(header: string): Split[] {
  const bracket = /^([^([]*)[([]([^()[\]]*)[)\]]\s*$/.exec(header)
  if (bracket) return [{ name: bracket[1]!, unit: bracket[2]!.trim(), isExplicit: true }]
  const found: Split[] = [{ name: header, unit: '', isExplicit: false }]
  const slash = header.indexOf('/')
  if (slash > 0) found.push({ name: header.slice(0, slash), unit: header.slice(slash + 1).trim(), isExplicit: true })
  const words = [...header.matchAll(/[\s_,]+/g)].reverse()
  for (const { index, 0: gap } of words) {
    const unit = header.slice(index + gap.length)
    found.push({ name: header.slice(0, index), unit: unit.replace(/^(in|\/)\s*/i, ''), isExplicit: /^(in\s|\/)/i.test(unit) })
  }
  return found
}

/** 'V vs. Ag/AgCl' → ['V', 'Ag/AgCl']; 'V RHE' → ['V', 'RHE']. */
function withoutReference(header: string): { rest: string; reference?: string } {
  const stated = /[\s_/,(]*\bvs\b\.?\s*([^()[\]]+)/i.exec(header) ?? /[\s_,]+(RHE|SHE|NHE|SCE)\b/i.exec(header)
  if (!stated) return { rest: header }
  const opens = /[([]/.test(stated[0]) && !/[([].*[)\]]/.test(header.slice(0, stated.index))
  const tail = header.slice(stated.index + stated[0].length)
  const rest =
    header.slice(0, stated.index) +
    (opens && !/[([]/.test(header.slice(0, stated.index)) ? tail.replace(/^[)\]]/, '') : tail.startsWith('(') ? ` ${tail}` : tail)
  return { rest, reference: stated[1]!.trim() }
}

const sentence = (definition: FieldDefinition, unit: string): string =>
  definition.unit === undefined
    ? `the unit "${unit}" is not known for ${definition.header}; write "${definition.header}" and plain numbers. The column is not used.`
    : `the unit "${unit}" cannot be converted to ${definition.unit}; write the column as "${definition.header}". The column is not used.`

function fieldOf(split: Split): HeaderField | UnusableHeader | null {
  const name = nameKey(split.name)
  for (const key of fieldsByLetter(name)) {
    const factor = split.unit === '' ? null : factorFor(definitions.get(key)!, split.unit)
    if (factor !== null) return { key, kind: 'number', factor, unit: split.unit }
  }
  const key = fieldByName.get(name)
  const definition = key && definitions.get(key)
  if (!definition) return null
  if (definition.kind === 'text') return split.unit === '' || split.isExplicit ? { key, kind: 'text', factor: 1, unit: '' } : null
  const factor = split.unit === '' ? 1 : factorFor(definition, split.unit)
  if (factor !== null) return { key, kind: 'number', factor, unit: split.unit }
  return split.isExplicit ? { key, problem: sentence(definition, split.unit) } : null
}

/** A cell of text is no name; every way to split it would be tried. */
const longestHeader = 80

/** The field that a header of any spelling means; null: none, the column becomes a tag. */
export function headerField(header: string): HeaderField | UnusableHeader | null {
  if (header.length > longestHeader) return null
  const clean = header.normalize('NFKC').trim()
  const direct = firstField(clean)
  if (direct && !('problem' in direct)) return direct
  const { rest, reference } = withoutReference(clean)
  const found = reference === undefined ? null : firstField(rest.trim())
  return found?.key === 'potential_V' && !('problem' in found) ? { ...found, reference } : direct
}

function firstField(header: string): HeaderField | UnusableHeader | null {
  let unusable: UnusableHeader | null = null
  for (const split of splits(header)) {
    const field = fieldOf(split)
    if (field && !('problem' in field)) return field
    unusable ??= field
  }
  return unusable
}

/** What a number in `unit` is multiplied with for this field; null: the unit is none of it. */
export const usableFactor = (key: FieldKey, unit: string): number | null => factorFor(definitions.get(key)!, unit)
/** 'V vs RHE' → its unit and its reference apart. */
export const unitAndReference = (unit: string): { unit: string; reference?: string } => {
  const { rest, reference } = withoutReference(unit)
  return reference === undefined ? { unit } : { unit: rest.trim(), reference }
}
/** The headers of an empty run sheet, in order. */
export const runSheetTemplateHeaders: readonly string[] = fieldDefinitions.map(({ header }) => header)

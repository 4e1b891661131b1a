import { fieldDefinitions, type FieldDefinition, type FieldKey } from '../../metadata/fields'
import { fieldByName, fieldsByLetter, nameKey } from './fieldNames'
import { potentialReference } from '../table/potentialReference'
import { concentrationUnit, type ConcentrationUnit } from './concentrationUnit'
import { unitScale, type UnitScale } from './unitFactor'

export interface HeaderField {
  readonly key: FieldKey
  readonly kind: 'text' | 'number'
  /** Number × factor + offset is in the field's unit. */
  readonly scale: UnitScale
  /** Of a concentration that states an amount per volume or its species: the rest of its row is needed. */
  readonly concentration?: ConcentrationUnit
  /** As the header writes it; '' when it writes none. */
  readonly unit: string
  /** 'potential (V vs RHE)' states the reference of its column. */
  readonly reference?: string
  /** 'absorbance (655 nm)' states where its column was read. */
  readonly wavelength_nm?: number
}
/** A field whose header names a unit that cannot be used: the sentence says what to write. */
export interface UnusableHeader {
  readonly key: FieldKey
  readonly problem: string
}

const definitions = new Map<FieldKey, FieldDefinition>(fieldDefinitions.map((definition) => [definition.key, definition]))

/** The pH of something else, or at another time, than its name says. */
const otherPh = /after|end|final|post|neutrali|sample|trap|nach|ende|probe|后|样/i

/** Words after a bare number's name that say nothing about its scale. */
const isPlainUnit = (key: FieldKey, unit: string): boolean =>
  /^(|1|-|–|x|×|fold|factor|fraction|times|dimensionless|a\.? ?u\.?|0\s*[-–]\s*1)$/i.test(unit) ||
  (key === 'absorbance' && /^((at |@ ?)?\d{3,4} ?nm|AU|abs\.?|O\.?D\.?)$/i.test(unit)) ||
  (key === 'pH' && !/\d/.test(unit) && !otherPh.test(unit)) ||
  ((key === 'pHAfter' || key === 'samplePH') && /^(the )?(electrolysis|run|reaction|experiment|bulk|meter|measured)$/i.test(unit))

const times = (factor: number): UnitScale => ({ factor, offset: 0 })

function scaleFor(definition: FieldDefinition, unit: string): UnitScale | null {
  if (definition.unit !== undefined) return unitScale(unit, definition.unit)
  if (definition.key === 'irFraction' && /^(%|percent|per cent|prozent)$/i.test(unit)) return times(0.01)
  if (definition.key === 'absorbance' && /^mAU$/i.test(unit)) return times(1e-3)
  return isPlainUnit(definition.key as FieldKey, unit) ? times(1) : null
}

interface Split {
  readonly name: string
  readonly unit: string
  readonly isExplicit: boolean
}

/** Where the name may end and the unit begin; the surest first. */
function splits(header: string): Split[] {
  const bracket = /^([^([]*)[([]([^()[\]]*)[)\]]\s*$/.exec(header)
  // 'pH (after)': the words in the brackets belong to the name.
  if (bracket) return [{ name: bracket[1]!, unit: bracket[2]!.trim(), isExplicit: true }, { name: header, unit: '', isExplicit: false }]
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

const sentence = (definition: FieldDefinition, unit: string): string =>
  definition.unit === undefined
    ? `the unit "${unit}" is not known for ${definition.header}; write "${definition.header}" and plain numbers. The column is not used.`
    : `the unit "${unit}" cannot be converted to ${definition.unit}; write the column as "${definition.header}". The column is not used.`

function fieldOf(split: Split): HeaderField | UnusableHeader | null {
  const name = nameKey(split.name)
  for (const key of fieldsByLetter(name)) {
    const found = split.unit === '' ? null : numberField(definitions.get(key)!, split.unit)
    if (found) return found
  }
  const key = fieldByName.get(name)
  const definition = key && definitions.get(key)
  if (!definition) return null
  if (definition.kind === 'text') return split.unit === '' || split.isExplicit ? { key, kind: 'text', scale: times(1), unit: key === 'leached' && unitScale(split.unit, 'ug/mL') ? split.unit : '' } : null
  const found = numberField(definition, split.unit)
  if (found) return found
  return split.isExplicit ? { key, problem: sentence(definition, split.unit) } : null
}

function numberField(definition: FieldDefinition, unit: string): HeaderField | null {
  const key = definition.key as FieldKey
  const scale = unit === '' ? times(1) : scaleFor(definition, unit)
  const wavelength = key === 'absorbance' ? /^(?:at |@ ?)?(\d{3,4}) ?nm$/i.exec(unit)?.[1] : undefined
  if (scale) return { key, kind: 'number', scale, unit, ...(wavelength === undefined ? {} : { wavelength_nm: Number(wavelength) }) }
  const concentration = key === 'concentration_ug_mL' ? concentrationUnit(unit) : null
  return concentration && { key, kind: 'number', scale: times(1), unit, concentration }
}

/** A cell of text is no name; every way to split it would be tried. */
const longestHeader = 80

/** The field that a header of any spelling means; null: none, the column becomes a tag. */
export function headerField(header: string): HeaderField | UnusableHeader | null {
  if (header.length > longestHeader) return null
  const clean = header.normalize('NFKC').trim()
  const direct = firstField(clean)
  if (direct && !('problem' in direct)) return direct
  const potential = potentialReference(clean)
  const found = potential && firstField(potential.rest)
  if (found?.key !== 'potential_V' || 'problem' in found) return direct
  return potential?.reference === undefined ? found : { ...found, reference: potential.reference }
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

/** How a number in `unit` becomes one of this field; null: the unit is none of it. */
export function unitOfField(key: FieldKey, unit: string): Pick<HeaderField, 'scale' | 'concentration'> | null {
  return numberField(definitions.get(key)!, unit)
}
/** 'V vs RHE' → its unit and its reference apart. */
export function unitAndReference(unit: string): { unit: string; reference?: string } {
  const found = potentialReference(unit)
  return found?.reference === undefined ? { unit } : { unit: found.rest, reference: found.reference }
}
/** The headers of an empty run sheet, in order. */
export const runSheetTemplateHeaders: readonly string[] = fieldDefinitions.map(({ header }) => header)

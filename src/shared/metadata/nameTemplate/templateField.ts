import { fieldByName, nameKey } from '../../readers/runSheet/fieldNames'
import { unitOfField } from '../../readers/runSheet/headerField'
import { fieldDefinitions, type FieldDefinition, type FieldKey } from '../fields'

/** What stands between two braces of a template. `key` null: a part of the name that says nothing. */
export interface TemplateField {
  readonly key: FieldKey | null
  /** As it was written, with its braces. */
  readonly text: string
  /** What a bare number is in: as written behind the colon, else the field's own unit. undefined for texts and plain numbers. */
  readonly unit?: string
  /** Number × factor + offset is in the field's own unit. */
  readonly factor: number
  readonly offset: number
  /** A number without a sign is meant as negative ('{potential:-V}'). */
  readonly isNegative: boolean
}

const definitions = new Map<FieldKey, FieldDefinition>(fieldDefinitions.map((definition) => [definition.key as FieldKey, definition]))
/** As templates write them: 'potential', 'scan rate'. The name of a file cannot state which file it is. */
export const templateFieldNames: readonly { readonly key: FieldKey; readonly name: string }[] =
  fieldDefinitions.flatMap(({ key, header }) => (key === 'file' ? [] : [{ key, name: header.replace(/\s*\([^)]*\)$/, '') }]))
const byKey = new Map<string, FieldKey>(templateFieldNames.map(({ key }) => [nameKey(key), key]))

const ignored: ReadonlySet<string> = new Set(['*', 'ignore'])

export type FieldProblem = 'unknown' | 'unit'

/** The field that the words between two braces mean: 'catalyst', 'scan rate', 'potential (V)', 'potential:mV', '*'. */
export function templateField(inside: string): TemplateField | FieldProblem {
  const text = `{${inside}}`
  const words = inside.normalize('NFKC').trim()
  if (ignored.has(words.toLowerCase())) return { key: null, text, factor: 1, offset: 0, isNegative: false }
  const colon = words.indexOf(':')
  const name = (colon < 0 ? words : words.slice(0, colon)).replace(/\s*\([^)]*\)\s*$/, '')
  const key = fieldByName.get(nameKey(name)) ?? byKey.get(nameKey(name))
  const definition = key && definitions.get(key)
  if (!key || !definition || key === 'file') return 'unknown'
  const own = { key, text, factor: 1, offset: 0, isNegative: false, ...(definition.unit === undefined ? {} : { unit: definition.unit }) }
  if (colon < 0) return own
  const written = words.slice(colon + 1).trim().replace(/^[\u2212\u2010-\u2015]/, '-')
  const isNegative = key === 'potential_V' && written.startsWith('-')
  const unit = isNegative ? written.slice(1).trim() : written
  if (unit === '' && isNegative) return { ...own, isNegative }
  const scale = definition.kind === 'number' && unit !== '' ? unitOfField(key, unit)?.scale : undefined
  return scale ? { ...own, unit, ...scale, isNegative } : 'unit'
}

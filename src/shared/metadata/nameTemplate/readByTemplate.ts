import { message, type Message } from '../../message'
import { catalystFinder, squeezedName } from '../catalystName'
import { fieldDefinitions, type FieldKey, type FieldValue, type FieldValues } from '../fields'
import { withoutExtension, type NameFacts } from '../parseName'
import { halfWidth } from '../plainText'
import { isSpecialTechnique } from '../techniqueName'
import { fieldValue } from './fieldValue'
import { plainDashes, type NameTemplate, type TemplatePart } from './parseTemplate'
import type { TemplateField } from './templateField'

/** What a name states by a template, or why it does not fit. */
export type ByTemplate = { readonly facts: NameFacts } | { readonly misfit: Message }

interface Reading { readonly facts: Record<string, FieldValue>; readonly texts: readonly string[]; /** How surely its catalyst is one that is known. */ readonly surety: number }
/** How far the names got that did not fit: the part of the template, and what stood there. */
interface Reach { part: number; text: string }

const longestName = 1000
/** A name of many separators can be taken apart in very many ways. */
const mostTries = 20_000

type Find = (text: string) => string | undefined

/** What Windows and browsers write behind the name of a second file. */
const ofSecondFile = /(?: - (?:copy|kopie|副本))?(?:\s?\((\d{1,2})\))?$/i

/**
 * Reads a file's name by the template of its folder: every field takes what can be that field, whatever stands in it. Where a name can be taken
 * apart in several ways with different facts, the one that names a known catalyst counts, by its whole name before its short one; of several such none is chosen.
 */
export function readByTemplate(name: string, template: NameTemplate, catalysts: readonly string[]): ByTemplate {
  const plain = plainDashes(halfWidth(name)).trim()
  const whole = template.namesExtension ? plain : withoutExtension(plain)
  const second = template.namesExtension ? null : ofSecondFile.exec(whole)
  const own = second === null ? whole : whole.slice(0, second.index)
  const reach: Reach = { part: -1, text: '' }
  const readings = readingsOf(own, template.parts, catalystFinder(catalysts), reach)
  const surest = Math.max(...readings.map(({ surety }) => surety))
  const [first, other] = distinct(readings.filter(({ surety }) => surety === surest))
  if (!first) return { misfit: misfit(template, reach) }
  if (other) {
    const at = first.texts.findIndex((text, i) => text !== other.texts[i])
    return { misfit: message('nameTemplate.ambiguous', 'Its name fits the template {template} in more than one way (“{first}” or “{second}”); it was read by its words.', { template: template.text, first: first.texts[at] ?? '', second: other.texts[at] ?? '' }) }
  }
  const { facts } = first
  if (facts['potential_V'] !== undefined && facts['reference'] === undefined) facts['reference'] = 'RHE'
  const tags = [...first.texts.filter((text, i) => isTechnique(template, i) && isSpecialTechnique(text)), ...(own === whole ? [] : [whole.slice(own.length).replace(/^[\s-]+|[()]/g, '').trim()])]
  return { facts: { fields: facts as FieldValues, tags } }
}

/** 'RuFe_NC' names RuFe-NC by its whole name, 'RuFe' by its short one; of two the longer says more ('RuFe_NC' is not the run RuFe of NC). */
function suretyOf(text: string, find: Find): number {
  const known = find(text)
  return known === undefined ? 0 : (squeezedName(known) === squeezedName(text) ? 1000 : 0) + text.length
}

const fieldsOf = ({ parts }: NameTemplate) => parts.flatMap((part) => ('field' in part ? [part.field] : []))
const isTechnique = (template: NameTemplate, i: number): boolean => fieldsOf(template)[i]?.key === 'technique'

function misfit({ text: template, parts }: NameTemplate, { part, text }: Reach): Message {
  const at = parts[part] ?? parts[0]!
  return 'field' in at
    ? message('nameTemplate.noValue', 'Its name does not fit the template {template} (“{text}” is no {field}); it was read by its words.', { template, text, field: at.field.text })
    : message('nameTemplate.noSeparator', 'Its name does not fit the template {template} (“{literal}” is missing); it was read by its words.', { template, literal: at.literal })
}

/** A separator at the end of a word belongs to what stands beside it: the second hyphen of 'r1--0.3V' is the minus of a number. */
function hasLooseEnd(text: string, { field }: { readonly field: TemplateField }, before: TemplatePart | undefined, behind: TemplatePart | undefined): boolean {
  if (before && 'literal' in before && !isNumber.has(field.key) && text.startsWith(before.literal.at(-1)!)) return true
  return behind !== undefined && 'literal' in behind && text.endsWith(behind.literal[0]!)
}
const isNumber: ReadonlySet<FieldKey | null> = new Set(fieldDefinitions.flatMap(({ key, kind }) => (kind === 'number' ? [key] : [])))

function readingsOf(name: string, parts: readonly TemplatePart[], find: Find, reach: Reach): Reading[] {
  if (name.length > longestName) return []
  const folded = name.toLowerCase().length === name.length ? name.toLowerCase() : name
  const found: Reading[] = []
  let tries = 0
  const fail = (part: number, text: string): void => {
    if (part > reach.part) [reach.part, reach.text] = [part, text]
  }
  /** The same stretch of the name is met again and again with other stretches before it. */
  const values = new Map<number, FieldValues | undefined>()
  const valueAt = (i: number, part: { readonly field: TemplateField }, from: number, end: number): FieldValues | undefined => {
    const key = (i * 1024 + from) * 1024 + end
    if (!values.has(key)) {
      const text = name.slice(from, end)
      values.set(key, text.trim() === '' || hasLooseEnd(text, part, parts[i - 1], parts[i + 1]) ? undefined : fieldValue(part.field, text.trim(), find))
    }
    return values.get(key)
  }
  const at = (i: number, from: number, before: Reading): void => {
    const part = parts[i]
    if (!part) return from === name.length ? void found.push(before) : undefined
    if ('literal' in part) {
      if (folded.startsWith(part.literal.toLowerCase(), from)) at(i + 1, from + part.literal.length, before)
      else fail(i, name.slice(from))
      return
    }
    for (const end of endsOf(folded, from, parts[i + 1])) {
      if ((tries += 1) > mostTries) return
      const text = name.slice(from, end)
      const facts = valueAt(i, part, from, end)
      const joined = facts && together(before.facts, facts)
      if (!joined) fail(i, text)
      else at(i + 1, end, { facts: joined, texts: [...before.texts, text], surety: part.field.key === 'catalyst' ? suretyOf(text, find) : before.surety })
    }
    // The rest may be what is wanted here, and the name ends too early.
    if (parts[i + 1] && endsOf(folded, from, parts[i + 1]).next().done) fail(valueAt(i, part, from, name.length) ? i + 1 : i, name.slice(from))
  }
  at(0, 0, { facts: {}, texts: [], surety: 0 })
  return tries > mostTries ? [] : found
}

/** Where a value can end: before each place of what stands behind it, or with the name. */
function* endsOf(folded: string, from: number, next: TemplatePart | undefined): Generator<number> {
  if (!next || !('literal' in next)) return yield folded.length
  const literal = next.literal.toLowerCase()
  for (let end = folded.indexOf(literal, from + 1); end >= 0; end = folded.indexOf(literal, end + 1)) yield end
}

/** Undefined where two parts of the name contradict each other ('noNO3' and '0.1M'). */
function together(before: Record<string, FieldValue>, facts: FieldValues): Record<string, FieldValue> | undefined {
  const entries = Object.entries(facts) as [FieldKey, FieldValue][]
  return entries.some(([key, value]) => before[key] !== undefined && before[key] !== value) ? undefined : { ...before, ...facts }
}

function distinct(readings: readonly Reading[]): Reading[] {
  const said = new Map<string, Reading>()
  for (const reading of readings) {
    const text = JSON.stringify(Object.entries(reading.facts).sort(([a], [b]) => (a < b ? -1 : 1)))
    if (!said.has(text)) said.set(text, reading)
  }
  return [...said.values()]
}

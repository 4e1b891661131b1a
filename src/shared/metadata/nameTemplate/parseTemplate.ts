import { message, type Message } from '../../message'
import { templateField, templateFieldNames, type TemplateField } from './templateField'

/** Fields and what stands between them, in turn. */
export type TemplatePart = { readonly literal: string } | { readonly field: TemplateField }

export interface NameTemplate {
  /** As it was written. */
  readonly text: string
  readonly parts: readonly TemplatePart[]
  /** Its last part is an extension of its own ('.txt'): names are compared with theirs. */
  readonly namesExtension: boolean
}

export const longestTemplate = 300

/** Dashes of all kinds are one, as in catalysts' names. */
export const plainDashes = (text: string): string => text.replace(/[\u2010-\u2015\u2212]/g, '-')

/** A template of file names, or one sentence why it is none. */
export function parseTemplate(text: string): NameTemplate | { readonly problem: Message } {
  const written = text.trim()
  if (written.length > longestTemplate) return { problem: message('nameTemplate.long', 'The template has {n} characters; more than {most} are none of a file name.', { n: written.length, most: longestTemplate }) }
  const parts: TemplatePart[] = []
  const seen = new Set<string>()
  for (let at = 0; at < written.length;) {
    const open = written.indexOf('{', at)
    const literal = written.slice(at, open < 0 ? undefined : open)
    const wrong = literalProblem(literal, at)
    if (wrong) return { problem: wrong }
    if (literal !== '') parts.push({ literal: plainDashes(literal.normalize('NFC')) })
    if (open < 0) break
    const close = written.indexOf('}', open)
    const again = written.indexOf('{', open + 1)
    if (close < 0 || (again >= 0 && again < close)) return { problem: message('nameTemplate.unclosed', 'The brace at character {at} of the template is not closed; close it behind the name of its field.', { at: open + 1 }) }
    const field = fieldAt(written.slice(open + 1, close), open)
    if ('problem' in field) return field
    const before = parts.at(-1)
    if (before && 'field' in before) {
      return { problem: message('nameTemplate.nothingBetween', 'Nothing stands between {first} and {second} (character {at} of the template); write between them what parts them in the names, such as _.', { first: before.field.text, second: field.text, at: open + 1 }) }
    }
    if (field.key !== null && seen.has(field.key)) return { problem: message('nameTemplate.twice', '{field} at character {at} of the template states what an earlier field states; keep one of them.', { field: field.text, at: open + 1 }) }
    if (field.key !== null) seen.add(field.key)
    parts.push({ field })
    at = close + 1
  }
  if (seen.size === 0) return { problem: message('nameTemplate.noField', 'The template names no field; write at least one in braces, such as the catalyst.') }
  const last = parts.at(-1)!
  return { text: written, parts, namesExtension: 'literal' in last && /\.[A-Za-z0-9]{1,9}$/.test(last.literal) }
}

function literalProblem(literal: string, at: number): Message | null {
  const close = literal.indexOf('}')
  if (close >= 0) return message('nameTemplate.unopened', 'The brace at character {at} of the template was never opened; delete it, or open it before the name of a field.', { at: at + close + 1 })
  const slash = literal.search(/[\\/]/)
  return slash < 0 ? null : message('nameTemplate.slash', 'The slash at character {at} of the template parts folders; a template reads the name of a file, and folders are read by themselves.', { at: at + slash + 1 })
}

function fieldAt(inside: string, at: number): TemplateField | { readonly problem: Message } {
  const field = templateField(inside)
  if (field === 'unknown') {
    return { problem: message('nameTemplate.unknown', '“{name}” at character {at} of the template is no field; the fields are {fields} and * for what says nothing.', { name: inside.trim(), at: at + 2, fields: templateFieldNames.map(({ name }) => name).join(', ') }) }
  }
  return field !== 'unit' ? field : { problem: message('nameTemplate.unit', '“{name}” at character {at} of the template does not end with a unit of its field; write one such as potential:mV, potential:-V or time:min.', { name: inside.trim(), at: at + 2 }) }
}

const compiled = new Map<string, NameTemplate | null>()
const mostCompiled = 200

/** The same object for the same text; null where it is none (written by a newer program). */
export function nameTemplate(text: string): NameTemplate | null {
  const known = compiled.get(text)
  if (known !== undefined) return known
  const parsed = parseTemplate(text)
  const template = 'problem' in parsed ? null : parsed
  if (compiled.size >= mostCompiled) compiled.clear()
  compiled.set(text, template)
  return template
}

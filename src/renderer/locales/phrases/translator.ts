import type { Message } from '@shared/message'
import type { Catalogue } from './catalogue'
import { clauses, parted, sentences } from './clauses'
import { isSymbolic } from './isSymbolic'
import { filled, patternOf, templateOf, type Place, type Template } from './template'

/** What the program says, as the window shows it. */
export interface Translator {
  readonly message: (message: Message) => string
  /** A sentence or a title: whole in the language, or whole in English. */
  readonly text: (text: string) => string
  /** Names and words parted by commas: each word in the language, each name as it is. */
  readonly label: (text: string) => string
  /** The text in the language; undefined where the catalogue does not have it. */
  readonly known: (text: string) => string | undefined
}

export const english: Translator = { message: ({ text }) => text, text: (text) => text, label: (text) => text, known: (text) => text }

interface Phrase { readonly pattern: RegExp; readonly source: Template; readonly target: Template; readonly longest: string }

const separators = new Map([[', ', '，'], [' and ', '、'], ['; ', '；']])

/** Texts remembered; a project has fewer different ones in view. */
const mostRemembered = 20_000

export function translator({ messages, phrases, asTheyAre }: Required<Catalogue>): Translator {
  const exact = new Map<string, string>(asTheyAre.map((text) => [text, text]))
  const withPlaces: Phrase[] = []
  for (const [source, target] of Object.entries(phrases)) {
    const template = templateOf(source)
    if (template.places.length === 0) exact.set(source, target)
    else withPlaces.push({ pattern: patternOf(template), source: template, target: templateOf(target), longest: longestOf(template.literals) })
  }
  // The most telling template first.
  withPlaces.sort((a, b) => lettersOf(b.source) - lettersOf(a.source))
  const messageTemplates = new Map(Object.entries(messages).map(([id, text]) => [id, templateOf(text)]))

  const known = remembered((text: string): string | undefined => exact.get(text) ?? (isSymbolic(text) ? text : byTemplate(text) ?? inParts(text)))
  const label = remembered((text: string): string => known(text) ?? ofParts(text))

  function byTemplate(text: string): string | undefined {
    for (const { pattern, source, target, longest } of withPlaces) {
      const match = text.includes(longest) ? pattern.exec(text) : null
      if (!match) continue
      const values = new Map(source.places.map(({ name }, i) => [name, match[i + 1]!]))
      const kinds = new Map(source.places.map(({ name, kind }) => [name, kind]))
      const found = filled(target, ({ name }) => inPlace({ name, kind: kinds.get(name) ?? 'any' }, values.get(name)))
      if (found !== null) return found
    }
    return undefined
  }
  /** Clauses, the two sides of a colon, sentences: all of them known, or none. */
  function inParts(text: string): string | undefined {
    return every(clauses(text), '；') ?? every(parted(text, /: /g).filter((_, i) => i % 2 === 0), '：') ?? inSentences(sentences(text)) ?? withoutStop(text)
  }
  function every(parts: readonly string[], between: string): string | undefined {
    if (parts.length < 2) return undefined
    const found = parts.map(known)
    return found.every((part) => part !== undefined) ? found.join(between) : undefined
  }
  /** A phrase may be more than one sentence: the longest first. */
  function inSentences(parts: readonly string[]): string | undefined {
    for (let n = parts.length - 1; n > 0; n -= 1) {
      const first = known(parts.slice(0, n).join(' '))
      const rest = first === undefined ? undefined : known(parts.slice(n).join(' '))
      if (first !== undefined && rest !== undefined) return first + rest
    }
    return undefined
  }
  /** A sentence whose phrase has no full stop, or one that was quoted without its own. */
  function withoutStop(text: string): string | undefined {
    if (text.endsWith('.')) {
      const inside = known(text.slice(0, -1))
      return inside === undefined ? undefined : `${inside.replace(/。$/, '')}。`
    }
    return (exact.get(`${text}.`) ?? byTemplate(`${text}.`))?.replace(/。$/, '')
  }
  /** A name without a known word in it stays as it was written. */
  function ofParts(text: string): string {
    const parts = parted(text, /, | and |; /g)
    const found = parts.map((part, i) => (i % 2 === 0 ? known(part) : separators.get(part)))
    const isChanged = parts.some((part, i) => (i % 2 === 0 ? found[i] !== undefined && found[i] !== part : part === ' and ' && found[i - 1] !== undefined && found[i + 1] !== undefined))
    return isChanged ? found.map((part, i) => part ?? parts[i]).join('') : text
  }
  function inPlace({ kind }: Place, value: string | undefined): string | null {
    if (value === undefined) return null
    if (kind === 'phrase') return known(value) ?? null
    return kind === 'label' ? label(value) : value
  }
  function message({ id, text, params }: Message): string {
    const template = messageTemplates.get(id)
    const own = template && filled(template, (place) => inPlace(place, params?.[place.name] === undefined ? undefined : String(params[place.name])))
    return own ?? known(text) ?? text
  }
  return { message, known, label, text: (text) => known(text) ?? text }
}

const longestOf = (literals: readonly string[]): string => literals.reduce((a, b) => (b.length > a.length ? b : a), '')
const lettersOf = ({ literals }: Template): number => literals.reduce((sum, { length }) => sum + length, 0)

/** The same text is asked for at every drawing: it is found once. */
function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const found = new Map<string, { readonly value: T }>()
  return (text) => {
    const before = found.get(text)
    if (before) return before.value
    const value = compute(text)
    if (found.size >= mostRemembered) found.clear()
    found.set(text, { value })
    return value
  }
}

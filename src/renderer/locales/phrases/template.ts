export type Kind = 'any' | 'number' | 'cell' | 'phrase' | 'label'
export interface Place { readonly name: string; readonly kind: Kind }
/** Literal text between places: always one longer than `places`. */
export interface Template { readonly literals: readonly string[]; readonly places: readonly Place[] }

const placePattern = /\{(\w+)(?::(number|cell|phrase|label))?\}/g

/** 'set potential of {file}' → literals ['set potential of ', ''], places [{ name: 'file', kind: 'any' }]. */
export function templateOf(text: string): Template {
  const literals: string[] = []
  const places: Place[] = []
  let from = 0
  for (const match of text.matchAll(placePattern)) {
    literals.push(text.slice(from, match.index))
    places.push({ name: match[1]!, kind: (match[2] ?? 'any') as Kind })
    from = match.index + match[0].length
  }
  return { literals: [...literals, text.slice(from)], places }
}

const patterns: Record<Kind, string> = { any: '([^]+?)', phrase: '([^]+)', label: '([^]+?)', cell: '([A-Z]{1,3}\\d+)', number: '([-+\\u2212]?\\d[\\d.,]*(?:e[-+]?\\d+)?|\\u2013|-?Infinity)' }
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Finds a text that was made from the template, its places as groups in their order. */
export function patternOf({ literals, places }: Template): RegExp {
  return new RegExp(`^${literals.map((literal, i) => escaped(literal) + (places[i] ? patterns[places[i].kind] : '')).join('')}$`)
}

/** The template with its places filled; null where a value is missing. */
export function filled({ literals, places }: Template, value: (place: Place) => string | null): string | null {
  let text = literals[0]!
  for (const [i, place] of places.entries()) {
    const given = value(place)
    if (given === null) return null
    text = joined(joined(text, given), literals[i + 1]!)
  }
  return text
}

const ideograph = '\\p{Script=Han}'
const looseEnd = new RegExp(`(?<=[${ideograph}）”]) $`, 'u')
const looseStart = new RegExp(`^ (?=[${ideograph}（“])`, 'u')
const endsInWord = new RegExp(`${ideograph}$`, 'u')
const startsWithWord = new RegExp(`^${ideograph}`, 'u')

/** Two parts as they are set in Chinese: a space between its words and those of another script, none between its own; one full stop. */
function joined(before: string, after: string): string {
  if (looseEnd.test(before) && startsWithWord.test(after)) return before.slice(0, -1) + after
  if (looseStart.test(after) && endsInWord.test(before)) return before + after.slice(1)
  if (/。$/.test(before) && /^。/.test(after)) return before + after.slice(1)
  if ((endsInWord.test(before) && /^[A-Za-z0-9*]/.test(after)) || (/[A-Za-z0-9₀-₉]$/.test(before) && startsWithWord.test(after))) return `${before} ${after}`
  return before + after
}

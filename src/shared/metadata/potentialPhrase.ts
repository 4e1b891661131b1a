import type { FieldValues } from './fields'
import { potentialWord } from './potentialToken'
import { scanRateToken } from './quantityTokens'
import { behindVs, isAnyReference, isElectrodeWord, referenceInName } from './referenceName'
import { isSpecialTechnique, techniqueNamed } from './techniqueName'

/** `isOpen`: it is against a reference that the name leaves open or that cannot be read, so not against RHE. */
export interface PotentialPhrase { readonly facts: FieldValues; readonly words: number; readonly isOpen?: boolean; readonly tag?: string }

/** Whether a word states something of its own. */
type IsFact = (word: string) => boolean

/** 'vs', 'sat.', 'Ag', 'AgCl', '3M', 'KCl' are the longest. */
const MOST_REFERENCE_WORDS = 6
const dash = /^[-\u2010-\u2015\u2212]$/
/** Of these a voltage is what was measured: 'OCV-1.4V' is no −1.4 V. */
const measuresPotential: ReadonlySet<string | undefined> = new Set(['OCV', 'CP', 'GCPL'])

/**
 * The potential (or scan rate) that begins with a word of a name, with its unit and its reference electrode where these are words of their
 * own: '-0.9 V vs Ag AgCl', 'CA-0.3V', '50 mV s-1'. Without `reference` none was stated. null: the word is a potential of unclear sign.
 */
export function potentialAt(tokens: readonly string[], i: number, isFact: IsFact): PotentialPhrase | null | undefined {
  const token = tokens[i]!
  const named = /^(?:[A-Za-z]{1,8}|[iI]-[tT])(?=[-\u2212\u2010-\u2015][\d.,])/.exec(token)?.[0]
  const technique = named === undefined ? undefined : techniqueNamed(named)
  const start = technique === undefined ? token : token.slice(named!.length)
  const rate = scanRateAt([technique === undefined ? token : start.slice(1), ...tokens.slice(i + 1, i + 5)])
  if (rate) return { ...rate, facts: { ...(technique ? { technique } : {}), ...rate.facts } }
  if (technique !== undefined && measuresPotential.has(technique)) return undefined
  const found = valueAt(start, tokens[i + 1])
  if (!found) return undefined
  const { word, words } = found
  const reference = referenceAt(tokens, i + words, word.tail, isFact)
  if (reference === undefined && word.tail !== '') return undefined
  // 'CA - 0.3 V': a minus, or a dash between words?
  if (!word.isSigned && word.potential_V !== 0 && i > 0 && dash.test(tokens[i - 1]!)) return null
  return {
    facts: { ...(technique ? { technique } : {}), potential_V: word.potential_V, ...(reference?.name === undefined ? {} : { reference: reference.name }) },
    words: words + (reference?.words ?? 0), ...(reference && reference.name === undefined ? { isOpen: true } : {}), ...(technique && isSpecialTechnique(named!) ? { tag: named! } : {})
  }
}

/** '-0.3V', or '-0.3' and 'V' behind it; 'N2 V' is a gas and a letter. */
function valueAt(start: string, next: string | undefined): { readonly word: NonNullable<ReturnType<typeof potentialWord>>; readonly words: number } | undefined {
  const word = potentialWord(start)
  if (word) return { word, words: 1 }
  if (next === undefined || !/^m?v(?![a-rt-z\d])/i.test(next) || /^n\d+$/i.test(start)) return undefined
  const joined = potentialWord(start + next)
  return joined && { word: joined, words: 2 }
}

/** A rate has no sign. Beside a capital S its volts may be those of a sample: '0.3V_S-1'. */
function scanRateAt(tokens: readonly string[]): PotentialPhrase | undefined {
  for (const words of [5, 4, 3, 2]) {
    const some = tokens.slice(0, words)
    const joined = some.join('')
    if (some.length < words || (/^[\d.,p]+v/i.test(joined) && some.slice(1).some((word) => /^S/.test(word)))) continue
    const facts = scanRateToken(joined)
    if (facts) return { facts, words }
  }
  return undefined
}

/** The reference that stands in `tail` and the words from `i` on; `name` undefined: one that is open. undefined: none is stated. */
export function referenceAt(tokens: readonly string[], i: number, tail: string, isFact: IsFact): { readonly name?: string; readonly words: number } | undefined {
  for (let words = Math.min(MOST_REFERENCE_WORDS, tokens.length - i); words >= 0; words -= 1) {
    const text = [tail, ...tokens.slice(i, i + words)].join(' ').trim()
    const name = text === '' || isElectrolyte(text) ? undefined : referenceInName(text, true)
    if (name !== undefined) return { name, words }
  }
  return tail !== '' ? unread(tail, tokens[i], 0, isFact) : unread(tokens[i] ?? '', tokens[i + 1], 1, isFact)
}

/** A molarity in words of its own is that of the electrolyte, unless it is one that only reference electrodes are filled with. */
function isElectrolyte(text: string): boolean {
  const solution = /\s(\d[\d.,p]*)\s?m\s?([a-z]\w*)?$/i.exec(text)
  return solution !== null && !(solution[2]?.toLowerCase() === 'kcl' && Number(solution[1]!.replace(/[,p]/i, '.')) >= 3)
}

/**
 * 'vs Pt', 'vs Ref', 'AgCl…': not against RHE. What was written is kept as the name of the reference, so that its need can say it;
 * a word that states something else ('vs noNO3') is no reference.
 */
function unread(word: string, next: string | undefined, own: number, isFact: IsFact): { readonly name?: string; readonly words: number } | undefined {
  const rest = behindVs(word)
  if (rest === undefined) return own === 1 && isElectrodeWord(word) ? { words: 0 } : undefined
  const [name, words] = rest !== '' ? [rest, own] : [next, own + 1]
  if (name === undefined || (rest === '' && isFact(name))) return { words: own }
  if (isAnyReference(name)) return { words }
  return /^[-+\u2212\d.,]*\d/.test(name) ? { words: own } : { name, words }
}

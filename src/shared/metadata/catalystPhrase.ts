import { squeezedName } from './catalystName'
import { techniqueNamed } from './techniqueName'

export interface CatalystPhrase { /** undefined: the words name a catalyst that is not known. */ readonly catalyst?: string; readonly words: number }
export interface NameWords { readonly tokens: readonly string[]; /** The word before is none that says anything known. */ readonly isAfterUnread: boolean; readonly find: (text: string) => string | undefined; /** A word that states something of its own. */ readonly isFact: (word: string) => boolean }

const MOST_WORDS = 4
/** Metals of catalysts; inert gases and cations of electrolytes are none. */
const metal = '(?:Sc|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|Zr|Nb|Mo|Tc|Ru|Rh|Pd|Ag|Cd|In|Sn|Sb|La|Ce|Pr|Nd|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|Lu|Hf|Ta|Re|Os|Ir|Pt|Au|Hg|Tl|Pb|Bi|Al|W)'
const support = '(?:-?(?:N-?C|C|CN|CNT|NCNT|rGO|GO|NCS?))'
const elements = new RegExp(`^(?:${metal}[\\d.]{0,4}-?)+${support}?$`)
const withSupport = new RegExp(`^(?:(?:${metal}|V|Y)[\\d.]{0,4}-?)+${support}$`, 'i')
const inAnyCase = new RegExp(elements, 'i')
/** In small letters 'in', 're', 'os' are words. */
const small = /^(?:fe|co|ni|cu|mn|mo|pd|pt|rh|ru)\d{0,2}$/

/**
 * The catalyst that begins with a word: 'Ru Fe NC', 'Ru_Fe-NC' and 'RuFe NC' are RuFe-NC. 'Ru' beside an element that makes no known
 * catalyst with it ('Ru_Mo-NC') names a catalyst that is not known, never Ru-NC.
 */
export function catalystAt(words: NameWords, i: number): CatalystPhrase | undefined {
  const { tokens, find, isFact } = words
  for (let count = Math.min(MOST_WORDS, tokens.length - i); count > 0; count -= 1) {
    const some = tokens.slice(i, i + count)
    const joined = some.join('')
    const catalyst = count > 1 && some.some((word) => techniqueNamed(word)) ? undefined : find(joined)
    if (catalyst === undefined) continue
    const isWhole = isNameOf(joined, catalyst)
    // 'RuFe-NC_1' is RuFe-NC and a number, also where there is a RuFe-NC-1; 'RuFe' alone beside a fact is its short form.
    const isNamedBefore = count > 1 && isNameOf(some[0]!, find(some[0]!)) && some.slice(1).every((word) => /^\d+$/.test(word) || isFact(word))
    if (isNamedBefore || (count > 1 && !isWhole && !some.every((word) => inAnyCase.test(word)))) continue
    const isPart = (words.isAfterUnread && isMetalWord(tokens, i - 1)) || (!isWhole && isMetalWord(tokens, i + count))
    return isPart ? { words: count } : { catalyst, words: count }
  }
  return undefined
}

const isNameOf = (text: string, catalyst: string | undefined): boolean => catalyst !== undefined && squeezedName(catalyst) === squeezedName(text)
const isElement = (word: string): boolean => elements.test(word) || small.test(word) || withSupport.test(word)

/** Fe, Mo-NC, FeCo; not the zinc of a battery, nor the element of a line or an edge ('Fe 2p', 'Fe K-edge'), nor what is a technique (IR). */
function isMetalWord(tokens: readonly string[], i: number): boolean {
  const word = tokens[i]
  if (word === undefined || !isElement(word) || techniqueNamed(word)) return false
  if (/^zn$/i.test(word) && tokens.some((other) => /batter|no3|nitrate|^ocv$|^gcpl$/i.test(other))) return false
  return !/^(?:[1-6][spdf]\w*|[klm]\d?(?:-?edge)?|edge|foil|foam|xas|xanes|exafs)$/i.test(tokens[i + 1] ?? '')
}

import { analyteOf } from '../electrochemistry/species'
import { catalystFinder } from './catalystName'
import { catalystAt } from './catalystPhrase'
import type { FieldKey, FieldValues } from './fields'
import { halfWidth } from './plainText'
import { potentialAt, referenceAt } from './potentialPhrase'
import { potentialWord } from './potentialToken'
import { concentrationToken, nitrateToken, quantityPhrase, quantityToken } from './quantityTokens'
import { behindVs, isElectrodeWord, referenceInName } from './referenceName'
import { roleToken } from './roleToken'
import { isSpecialTechnique, techniqueNamed } from './techniqueName'

/** What a name states, and the words of it that state nothing we know. */
export interface NameFacts { readonly fields: FieldValues; readonly tags: readonly string[] }

type Find = (text: string) => string | undefined
/** Without facts the words belong together and say nothing known. */
interface Read { readonly facts?: FieldValues; readonly words: number; readonly tag?: string; /** Against a reference that is left open. */ readonly isOpen?: boolean }

/**
 * Facts from the name of a file (with or without its extension), a dataset or a folder. Tokens stand in any order and case,
 * split at _ and blanks; a hyphen splits only where every part is known. The first statement of a field counts, a second
 * one and everything unknown stay as tags; two different catalysts in one name name none. A potential is against RHE
 * unless a reference stands in the name; behind one that cannot be read it is against none.
 */
export function parseName(name: string, catalysts: readonly string[]): NameFacts {
  const find = catalystFinder(catalysts)
  const tokens = wordsOf(withoutExtension(halfWidth(name)), find)
  const stated = new Map<FieldKey, FieldValues[FieldKey]>()
  const tags: string[] = []
  const named = new Set<string>()
  const unread: string[] = []
  let isOpen = false
  let isAfterUnread = false
  for (let i = 0; i < tokens.length;) {
    const isBehindPotential = stated.has('potential_V') && !stated.has('reference')
    const read = readAt(tokens, i, find, isAfterUnread, isBehindPotential)
    const text = tokens.slice(i, i + (read?.words ?? 1)).join(' ')
    isAfterUnread = !read?.facts
    if (!read?.facts) {
      unread.push(text)
      if (isBehindPotential && isElectrodeWord(text)) isOpen = true
    } else if (read.facts.catalyst !== undefined && Object.keys(read.facts).length === 1) {
      named.add(read.facts.catalyst)
      tags.push(`\n${text}`)
    } else if (!take(stated, read.facts, tags)) tags.push(text)
    else if (read.tag !== undefined) tags.push(read.tag)
    if (read?.isOpen) isOpen = true
    i += read?.words ?? 1
  }
  if (stated.has('potential_V') && !stated.has('reference') && !isOpen) stated.set('reference', 'RHE')
  return finish(stated, named, [...tags, ...unread])
}

/** '.txt', '.DTA': letters first, so that '.3V' of '-0.3V' is none; nor is the electrode of 'sat.AgAgCl'. */
export function withoutExtension(name: string): string {
  const plain = name.trim()
  const extension = /\.(?:[A-Za-z]|7z)[A-Za-z0-9]{0,8}$/.exec(plain)?.[0]
  return extension === undefined || referenceInName(extension) !== undefined ? plain : plain.slice(0, -extension.length)
}

/** 'r2(1)', as browsers and Windows name a second file, is 'r2' and a number. */
function wordsOf(name: string, find: Find): string[] {
  const words = name.split(/[_\s;]+/)
  const second = /^(.+)\((\d{1,2})\)$/.exec(words.at(-1) ?? '')
  const apart = second && find(words.at(-1)!) === undefined ? [...words.slice(0, -1), second[1]!, second[2]!] : words
  return apart.map((word) => word.replace(/^[([{,]+|[)\]},.]+$/g, '')).filter((word) => word !== '')
}

function readAt(tokens: readonly string[], i: number, find: Find, isAfterUnread: boolean, isBehindPotential: boolean): Read | undefined {
  const isFact = (word: string): boolean => readWord(word, find) !== undefined
  const potential = potentialAt(tokens, i, isFact)
  if (potential !== undefined) return potential ?? { words: 1 }
  if (isBehindPotential && behindVs(tokens[i]!) !== undefined) {
    const reference = referenceAt(tokens, i, '', isFact)
    if (reference) return { facts: reference.name === undefined ? {} : { reference: reference.name }, words: reference.words, isOpen: reference.name === undefined }
  }
  const catalyst = catalystAt({ tokens, find, isAfterUnread, isFact }, i)
  if (catalyst) return catalyst.catalyst === undefined ? { words: catalyst.words } : { facts: { catalyst: catalyst.catalyst }, words: catalyst.words }
  for (const words of [4, 3, 2, 1]) {
    if (i + words > tokens.length) continue
    const facts = words === 1 ? readToken(tokens[i]!, find) : readPhrase(tokens.slice(i, i + words))
    if (facts) return { facts, words, ...(words === 1 && isSpecialTechnique(tokens[i]!) ? { tag: tokens[i]! } : {}) }
  }
  // A concentration is that of a standard or nobody's.
  return concentrationToken(tokens.slice(i, i + 2).join('')) ? { words: Math.min(2, tokens.length - i) } : undefined
}

/** Tokens that mean something only together: 'UV Vis', 'Ag AgCl', '0.1M NO3', 'rep 1', '30 min', 'std 1.2 ppm', 'no NO3', 'Zn NO3'. */
function readPhrase(words: readonly string[]): FieldValues | undefined {
  const joined = words.join('')
  const quantity = nitrateToken(joined) ?? quantityPhrase(words)
  if (quantity) return quantity
  if (words.length !== 2) return undefined
  if (/^(uv|i|atr)$/i.test(words[0]!) && techniqueNamed(joined)) return { technique: techniqueNamed(joined)! }
  if (/^(no|without|wo|nitrate|reagent|ohne|keine?|无|不含)$/i.test(words[0]!)) return roleToken(joined)
  if (/^(ag|hg)$/i.test(words[0]!) && referenceInName(joined) !== undefined) return { reference: referenceInName(joined)! }
  return /^zn$/i.test(words[0]!) && isBatteryText(joined) ? { role: 'battery' } : undefined
}

export const isBatteryText = (text: string): boolean => /^zn(air)?[-/]?(no3-?|nitrate)?[-/]?(battery|batteries)?$/i.test(text) && text.length > 2

function readToken(token: string, find: Find): FieldValues | undefined {
  return readWord(token, find) ?? (token.includes('-') ? readParts(token.split('-'), find) : undefined)
}

function readWord(token: string, find: Find): FieldValues | undefined {
  const catalyst = find(token)
  if (catalyst !== undefined) return { catalyst }
  const technique = techniqueNamed(token)
  if (technique) return { technique }
  const facts = nitrateToken(token) ?? quantityToken(token) ?? roleToken(token)
  if (facts) return facts
  if (isBatteryText(token) || /^battery$/i.test(token)) return { role: 'battery' }
  const analyte = analyteOf(token)
  if (analyte) return { analyte }
  const reference = referenceInName(token)
  return reference === undefined ? undefined : { reference }
}

/** A part of a hyphenated token; a potential needs its own minus there ('--0.3V', 'm0.3V'). */
function readPart(text: string, isFirst: boolean, find: Find): FieldValues | undefined {
  const word = isFirst || !/^[\d.,]/.test(text) ? potentialWord(text) : undefined
  const reference = word && word.tail !== '' ? referenceInName(word.tail, true) : undefined
  if (word && (word.tail === '' || reference !== undefined)) return { potential_V: word.potential_V, ...(reference === undefined ? {} : { reference }) }
  return potentialWord(text)?.tail === '' ? undefined : readWord(text, find)
}

/** 'RuFe-NC-CA-r2', 'RuFe-NC-CA--0.3V-r2': accepted only when every part is known. */
function readParts(parts: readonly string[], find: Find): FieldValues | undefined {
  if (parts.length > 12) return undefined
  const stated: Record<string, FieldValues[FieldKey]> = {}
  for (let i = 0; i < parts.length;) {
    let end = parts.length
    let facts: FieldValues | undefined
    for (; end > i && !facts; end -= 1) {
      const text = parts.slice(i, end).join('-')
      // A hyphen at the end of a part is the minus of the next one.
      const read = text === '' || (text.endsWith('-') && end < parts.length) ? undefined : readPart(text, i === 0, find)
      if (read && Object.keys(read).every((key) => !(key in stated))) facts = read
    }
    if (!facts) return undefined
    Object.assign(stated, facts)
    i = end + 1
  }
  return stated
}

function take(stated: Map<FieldKey, FieldValues[FieldKey]>, facts: FieldValues, tags: string[]): boolean {
  if (facts.potential_V !== undefined) {
    // The reference of a second potential says nothing of the first; that of the potential itself counts before another word.
    if (stated.has('potential_V') && stated.get('potential_V') !== facts.potential_V) return false
    const before = stated.get('reference')
    if (facts.reference !== undefined && before !== undefined && before !== facts.reference) {
      stated.delete('reference')
      tags.push(String(before))
    }
  }
  const entries = Object.entries(facts) as [FieldKey, FieldValues[FieldKey]][]
  const isRole = entries.some(([key]) => key === 'role')
  const known = entries.filter(([key, value]) => stated.has(key) && stated.get(key) !== value)
  // Standards and blanks are what a file is, whatever electrolyte they are in.
  if (isRole && known.length > 0 && /^(noNO3|control)$/.test(String(stated.get('role'))) && /^(standard|blank)$/.test(String(facts.role))) stated.delete('role')
  let used = false
  for (const [key, value] of entries) {
    if (stated.has(key) && stated.get(key) !== value) continue
    used = true
    stated.set(key, value)
  }
  return used
}

function finish(stated: Map<FieldKey, FieldValues[FieldKey]>, named: ReadonlySet<string>, tags: string[]): NameFacts {
  // 'RuFe' beside 'NC' is the support said apart.
  const chosen = [...named].filter((name) => !(name.toLowerCase() === 'nc' && named.size > 1))
  if (chosen.length === 1) stated.set('catalyst', stated.get('catalyst') ?? chosen[0]!)
  const left = tags.flatMap((tag) => (!tag.startsWith('\n') ? [tag] : chosen.length === 1 ? [] : [tag.slice(1)]))
  const words = left.flatMap((tag) => tag.toLowerCase().split(/[-/\s]/))
  const saysZn = words.includes('zn') || words.some((word) => word === 'zn//no3' || word === 'znno3')
  if (saysZn && (words.includes('battery') || words.includes('no3') || stated.get('role') === 'battery' || stated.get('analyte') === 'NO3')) {
    if (!words.includes('battery') && stated.get('analyte') === 'NO3') stated.delete('analyte')
    stated.set('role', 'battery')
  }
  const rest = left.filter((tag) => {
    const concentration = stated.get('role') === 'standard' && !stated.has('concentration_ug_mL') ? concentrationToken(tag.replace(/\s/g, ''))?.concentration_ug_mL : undefined
    if (concentration === undefined) return true
    stated.set('concentration_ug_mL', concentration)
    return false
  })
  return { fields: Object.fromEntries(stated) as FieldValues, tags: rest }
}

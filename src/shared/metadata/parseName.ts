import { analyteOf } from '../electrochemistry/species'
import { catalystFinder } from './catalystName'
import type { FieldKey, FieldValues } from './fields'
import { potentialToken, referenceInName } from './potentialToken'
import { concentrationToken, nitrateToken, quantityToken } from './quantityTokens'
import { roleToken } from './roleToken'
import { isSpecialTechnique, techniqueNamed } from './techniqueName'

/** What a name states, and the words of it that state nothing we know. */
export interface NameFacts { readonly fields: FieldValues; readonly tags: readonly string[] }

type Find = (text: string) => string | undefined
interface Read { readonly facts: FieldValues; readonly words: number; readonly tag?: string }

/**
 * Facts from the name of a file (with or without its extension), a dataset or a folder. Tokens stand in any order and case,
 * split at _ and blanks; a hyphen splits only where every part is known. The first statement of a field counts, a second
 * one and everything unknown stay as tags; two different catalysts in one name name none.
 */
export function parseName(name: string, catalysts: readonly string[]): NameFacts {
  const tokens = withoutExtension(name).split(/[_\s;]+/).map((token) => token.replace(/^[([{,]+|[)\]},.]+$/g, '')).filter((token) => token !== '')
  const find = catalystFinder(catalysts)
  const stated = new Map<FieldKey, FieldValues[FieldKey]>()
  const tags: string[] = []
  const named = new Set<string>()
  const unread: string[] = []
  for (let i = 0; i < tokens.length;) {
    const read = readAt(tokens, i, find)
    const text = tokens.slice(i, i + (read?.words ?? 1)).join(' ')
    if (!read) unread.push(text)
    else if (read.facts.catalyst !== undefined && Object.keys(read.facts).length === 1) {
      named.add(read.facts.catalyst)
      tags.push(`\n${text}`)
    } else if (!take(stated, read.facts)) tags.push(text)
    else if (read.tag !== undefined) tags.push(read.tag)
    i += read?.words ?? 1
  }
  return finish(stated, named, [...tags, ...unread])
}

/** '.txt', '.DTA': letters first, so that '.3V' of '-0.3V' is none. */
const withoutExtension = (name: string): string => name.trim().replace(/\.(?:[A-Za-z]|7z)[A-Za-z0-9]{0,8}$/, '')

function readAt(tokens: readonly string[], i: number, find: Find): Read | undefined {
  for (const words of [3, 2, 1]) {
    if (i + words > tokens.length) continue
    const facts = words === 1 ? readToken(tokens[i]!, find) : readPhrase(tokens.slice(i, i + words), find)
    if (facts) return { facts, words, ...(words === 1 && isSpecialTechnique(tokens[i]!) ? { tag: tokens[i]! } : {}) }
  }
  return undefined
}

/** Tokens that mean something only together: 'RuFe NC', 'UV Vis', '-0.9 V vs Ag/AgCl', '0.1M NO3', 'std 1.2ppm', 'no NO3', 'Zn NO3'. */
function readPhrase(words: readonly string[], find: Find): FieldValues | undefined {
  const joined = words.join('')
  const last = words[words.length - 1]!
  if (/\dm?v$/i.test(words[0]!) || /^m?v$/i.test(words[1]!)) {
    const potential = potentialToken(joined)
    if (potential && (referenceInName(last) !== undefined || /^m?v$/i.test(last))) return { ...potential }
  }
  if (words.length === 2) {
    const catalyst = words.every((word) => !techniqueNamed(word)) && !find(words[0]!.concat('\n')) ? wholeName(joined, words, find) : undefined
    if (catalyst !== undefined) return { catalyst }
    if (/^(uv|i|atr)$/i.test(words[0]!) && techniqueNamed(joined)) return { technique: techniqueNamed(joined) }
    if (/^(no|without|wo|nitrate|reagent)$/i.test(words[0]!)) return roleToken(joined)
    if (/^(zn)$/i.test(words[0]!) && isBatteryText(joined)) return { role: 'battery' }
    return nitrateToken(joined) ?? (/^(std|standard)s?$/i.test(words[0]!) ? quantityToken(joined) : undefined)
  }
  return undefined
}

/** 'RuFe','NC' is RuFe-NC; but 'Ru-NC','CA' is not looked for as one name when the first word alone already names it in full. */
function wholeName(joined: string, words: readonly string[], find: Find): string | undefined {
  const catalyst = find(joined)
  return catalyst !== undefined && catalyst.toLowerCase().replace(/[-_\s]/g, '') === joined.toLowerCase().replace(/[-_]/g, '') && words[1] !== '' ? catalyst : undefined
}

const isBatteryText = (text: string): boolean => /^zn(air)?[-/]?(no3-?|nitrate)?[-/]?(battery|batteries)?$/i.test(text) && text.length > 2

function readToken(token: string, find: Find): FieldValues | undefined {
  return readWord(token, find) ?? (token.includes('-') ? readParts(token.split('-'), find) : undefined)
}

function readWord(token: string, find: Find): FieldValues | undefined {
  const catalyst = find(token)
  if (catalyst !== undefined) return { catalyst }
  const technique = techniqueNamed(token)
  if (technique) return { technique }
  const potential = potentialToken(token)
  if (potential) return { ...potential }
  const facts = nitrateToken(token) ?? quantityToken(token) ?? roleToken(token)
  if (facts) return facts
  if (isBatteryText(token) || /^battery$/i.test(token)) return { role: 'battery' }
  const analyte = analyteOf(token)
  if (analyte) return { analyte }
  const reference = referenceInName(token)
  return reference === undefined ? undefined : { reference }
}

/** 'RuFe-NC-CA-r2': accepted only when every part is known; a potential then needs its own minus ('--0.3V', 'm0.3V'). */
function readParts(parts: readonly string[], find: Find): FieldValues | undefined {
  if (parts.length > 12) return undefined
  const stated: Record<string, FieldValues[FieldKey]> = {}
  for (let i = 0; i < parts.length;) {
    let end = parts.length
    let facts: FieldValues | undefined
    for (; end > i && !facts; end -= 1) {
      const text = parts.slice(i, end).join('-')
      const read = text === '' || (i > 0 && /^[\d.,]/.test(text) && potentialToken(text)) ? undefined : readWord(text, find)
      if (read && Object.keys(read).every((key) => !(key in stated))) facts = read
    }
    if (!facts) return undefined
    Object.assign(stated, facts)
    i = end + 1
  }
  return stated
}

function take(stated: Map<FieldKey, FieldValues[FieldKey]>, facts: FieldValues): boolean {
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
    const concentration = stated.get('role') === 'standard' && !stated.has('concentration_ug_mL') ? concentrationToken(tag)?.concentration_ug_mL : undefined
    if (concentration === undefined) return true
    stated.set('concentration_ug_mL', concentration)
    return false
  })
  return { fields: Object.fromEntries(stated) as FieldValues, tags: rest }
}

import { message, type Message } from './message'
import { composed } from './metadata/plainText'

/** Which files of a folder are left out: 'old/**', '*_test*', '*.bak'. */
export interface NamePattern {
  /** As it was written. */
  readonly text: string
  /** Names of folders and of the file, folded; '**' for any number of folders. */
  readonly parts: readonly string[]
}

const folded = (text: string): string => composed(text).toLowerCase()

/**
 * A pattern, or one sentence why it is none. `*` is any text within a name, `?` one character, `**` any folders. Without a slash it means the
 * name of a file in any folder, with one the way from the watched folder on; both slashes part names, and capitals do not matter.
 */
export function parsePattern(text: string): NamePattern | { readonly problem: Message } {
  const written = text.trim()
  const way = folded(written).replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  if (written === '') return { problem: message('namePattern.empty', 'A pattern is empty; write what the names look like, such as *.bak.') }
  if (way.startsWith('!')) return { problem: message('namePattern.exception', 'The pattern {pattern} begins with an exclamation mark, and there are no exceptions from patterns; write what is to be left out.', { pattern: written }) }
  const steps = way.split('/').filter((step) => step !== '')
  if (/^[a-z]:/.test(way) || way.startsWith('//') || steps.includes('..')) return { problem: message('namePattern.outside', 'The pattern {pattern} leads out of the watched folder; write the way from that folder on, such as old/**.', { pattern: written }) }
  if (steps.length === 0) return { problem: message('namePattern.empty', 'A pattern is empty; write what the names look like, such as *.bak.') }
  const isFolder = way.endsWith('/')
  const isAnchored = way.replace(/\/$/, '').includes('/')
  return { text: written, parts: [...(isAnchored ? [] : ['**']), ...steps.map((step) => (step === '**' ? step : step.replace(/\*+/g, '*'))), ...(isFolder ? ['**'] : [])] }
}

/** The first pattern that a file fits, by its names from the watched folder down (`partsBelow`); null where none does. */
export function patternOf(patterns: readonly NamePattern[], below: readonly string[]): NamePattern | null {
  if (patterns.length === 0) return null
  const names = below.map(folded)
  return patterns.find(({ parts }) => fits(parts, names)) ?? null
}

/** `**` at the end wants at least the file itself below its folder. */
function fits(parts: readonly string[], names: readonly string[]): boolean {
  /** Which beginnings of the names the parts so far can be. */
  let reached = new Set([0])
  for (const [i, part] of parts.entries()) {
    const next = new Set<number>()
    for (const at of reached) {
      if (part === '**') for (let end = i === parts.length - 1 ? names.length : at; end <= names.length; end += 1) { if (i < parts.length - 1 || end > at) next.add(end) }
      else if (at < names.length && fitsName(part, names[at]!)) next.add(at + 1)
    }
    reached = next
  }
  return reached.has(names.length)
}

/** The star that was met last takes one character more whenever what follows it does not fit: no pattern takes longer than names × length. */
function fitsName(pattern: string, name: string): boolean {
  const [wanted, given] = [Array.from(pattern), Array.from(name)]
  let [w, g, star, taken] = [0, 0, -1, 0]
  while (g < given.length) {
    if (wanted[w] === '*') [star, taken, w] = [w, g, w + 1]
    else if (w < wanted.length && (wanted[w] === '?' || wanted[w] === given[g])) [w, g] = [w + 1, g + 1]
    else if (star >= 0) [taken, w, g] = [taken + 1, star + 1, taken + 1]
    else return false
  }
  while (wanted[w] === '*') w += 1
  return w === wanted.length
}

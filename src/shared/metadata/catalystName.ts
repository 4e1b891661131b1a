import { composed, halfWidth } from './plainText'

/** Blanks at the ends, double blanks and an ü in two characters do not make another catalyst; typographic dashes are hyphens. */
export function cleanCatalystName(text: string): string {
  return composed(text).replace(/[\u2010-\u2015\u2212]/g, '-').trim().replace(/\s+/g, ' ')
}

/** The project's spelling of a catalyst's name, or the cleaned name as a new one; undefined for an empty text. */
export function catalystNamed(text: string, known: readonly string[]): string | undefined {
  const name = cleanCatalystName(text)
  if (name === '') return undefined
  let spellings = spellingsOf.get(known)
  if (!spellings) spellingsOf.set(known, spellings = new Map([...known].reverse().map((other) => [cleanCatalystName(other).toLowerCase(), other])))
  return spellings.get(name.toLowerCase()) ?? name
}

const spellingsOf = new WeakMap<readonly string[], ReadonlyMap<string, string>>()

/** 'RuFe-NC', 'rufenc' and 'RuFe_NC' are alike. */
export const squeezedName = (text: string): string => spelled(text).replace(/[-_\s]/g, '')

/** As a name is compared: nor do small and full-width letters make another. */
const spelled = (text: string): string => halfWidth(cleanCatalystName(text)).toLowerCase()

/**
 * Finds a project's catalyst by what names write of it: 'RuFe-NC', 'rufenc', 'RuFe_NC', and 'RuFe' without its support.
 * The short form of an -NC catalyst always counts; that of another support only while no two catalysts share it.
 */
export function catalystFinder(known: readonly string[]): (text: string) => string | undefined {
  let finder = finders.get(known)
  if (!finder) finders.set(known, finder = newFinder(known))
  return finder
}

/** One list of names serves thousands of file names. */
const finders = new WeakMap<readonly string[], (text: string) => string | undefined>()

function newFinder(known: readonly string[]): (text: string) => string | undefined {
  /** Of two catalysts whose names are alike a file name means the one that it spells, else the first. */
  const exact = new Map<string, string>()
  const names = new Map<string, string>()
  const stems = new Map<string, string | null>()
  for (const name of known) {
    if (!names.has(squeezedName(name))) names.set(squeezedName(name), name)
    exact.set(spelled(name), name)
    const dash = cleanCatalystName(name).lastIndexOf('-')
    if (dash < 1) continue
    const stem = squeezedName(name.slice(0, dash))
    const support = squeezedName(name.slice(dash + 1))
    if (stem.length < 2 || !/^[a-z]{1,4}$/.test(support) || !/^[a-z]/.test(stem)) continue
    if (support === 'nc') stems.set(stem, name)
    else if (!stems.get(stem)?.toLowerCase().endsWith('-nc')) stems.set(stem, stems.has(stem) ? null : name)
  }
  return (text) => {
    const key = squeezedName(text)
    return exact.get(spelled(text)) ?? names.get(key) ?? stems.get(key) ?? undefined
  }
}

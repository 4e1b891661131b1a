/** As names write them without separators, the longer before what it begins with. */
const sure: readonly (readonly [string, string])[] = [
  ['hghg2so4', 'Hg/Hg2SO4'], ['hghg2cl2', 'SCE'], ['hghgo', 'Hg/HgO'], ['agagcl', 'Ag/AgCl'], ['mse', 'Hg/Hg2SO4'], ['sce', 'SCE'], ['rhe', 'RHE'], ['she', 'SHE'], ['nhe', 'SHE']
]
/** Electrodes only right behind a potential or 'vs': elsewhere AgCl may be a salt and MMO an anode. */
const behindPotential: readonly (readonly [string, string])[] = [
  ['hg2so4', 'Hg/Hg2SO4'], ['hg2cl2', 'SCE'], ['calomel', 'SCE'], ['agcl', 'Ag/AgCl'], ['hgo', 'Hg/HgO'], ['mmo', 'Hg/HgO']
]
const vs = /^(?:vs|versus|gegen)/
const saturated = '(?:saturated|satd|sat|ges)'
const salt = '(?:kcl|nacl|naoh|koh|k2so4)'
const patternOf = (kinds: readonly (readonly [string, string])[]): RegExp =>
  new RegExp(`^(${saturated})?(${kinds.map(([word]) => word).join('|')})(?:(${saturated})?(${salt})?|(\\d{1,2}(?:\\.\\d{1,2})?)m(${salt})?)(?:electrode)?$`)
const names = new Map([...sure, ...behindPotential])
const [anywhere, behind] = [patternOf(sure), patternOf([...sure, ...behindPotential])]

/** 'vs. Ag/AgCl (3,5 M KCl)' → 'vsagagcl3.5mkcl'. */
const squeezed = (text: string): string =>
  text.toLowerCase().replace(/(\d)[,p](?=\d)/g, '$1.').replace(/[-\u2010-\u2015_/\s()[\]@,]/g, '').replace(/\.(?!\d)|(?<!\d)\./g, '')

/**
 * A reference electrode as names write it, with its filling where that is written: 'AgAgCl', 'Ag-AgCl', 'vsSCE', 'sat. Ag/AgCl', 'AgAgCl3M'.
 * `isBehindPotential`: the text stands right behind a potential.
 */
export function referenceInName(text: string, isBehindPotential = false): string | undefined {
  const plain = squeezed(text)
  const match = (isBehindPotential || vs.test(plain) ? behind : anywhere).exec(plain.replace(vs, ''))
  if (!match) return undefined
  const name = names.get(match[2]!)!
  const [isSaturated, solution, molarity] = [match[1] !== undefined || match[3] !== undefined, match[4] ?? match[6], match[5]]
  if (!isSaturated && solution === undefined && molarity === undefined) return name
  // 'sat RHE' and 'SCE 3 M' are none; a filling without its strength says less than the name.
  if (name === 'RHE' || name === 'SHE' || (name === 'SCE' && molarity !== undefined)) return undefined
  if (name === 'SCE') return name
  const filling = isSaturated ? 'sat.' : molarity === undefined ? undefined : `${Number(molarity)} M`
  return filling === undefined ? name : [name, filling, ...(solution === undefined ? [] : [formulas.get(solution)!])].join(' ')
}

const formulas = new Map([['kcl', 'KCl'], ['nacl', 'NaCl'], ['naoh', 'NaOH'], ['koh', 'KOH'], ['k2so4', 'K2SO4']])

/** What begins a statement of the reference: 'vs', 'vs.SCE', 'V.S.', 'versus'. Its rest, or undefined. */
export function behindVs(text: string): string | undefined {
  const match = /^[-\s(@]{0,3}(?:v\.?s\.?|versus|gegen)(?![a-z])[-\s.]{0,2}(.*)$|^[-\s(@]{0,3}vs(.*)$/i.exec(text)
  return match ? (match[1] ?? match[2] ?? '').replace(/[)\]]+$/, '') : undefined
}

/** Part of the name of an electrode: behind a potential it leaves open against what that is. */
export const isElectrodeWord = (text: string): boolean =>
  /^(?:sat\.?|saturated|calomel|hg|hgo|hg2so4|hg2cl2|agcl)$/i.test(text) || (/agcl|hgo$|hg2so4|calomel/i.test(text) && referenceInName(text, true) === undefined)

/** 'vs Ref' says that there is one, not which. */
export const isAnyReference = (text: string): boolean => /^(?:ref|reference|re|r\.e|ref\.?el|ref\.?electrode|referenz(?:elektrode)?)\.?$/i.test(text)

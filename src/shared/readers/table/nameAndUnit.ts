import { currentDensityFactor } from '../../electrochemistry/currentDensityUnit'

export interface NameAndUnit {
  /** The header without its unit: 'Wavelength'. */
  readonly word: string
  readonly unit: string
}

const isVersus = (text: string): boolean => /^m?V,?[\s_]+\(?(vs\b\.?|v\.|versus\b)[\s_]*\S/i.test(text)
const looksLikeUnit = (text: string): boolean => (text.length <= 16 && /^[\p{L}%°µμΩ]/u.test(text) && !/\s{2}/.test(text)) || isVersus(text) || currentDensityFactor(text) !== undefined
/** What may stand behind a comma without brackets; anything else there belongs to the name ('Current, forward'). */
const plainUnits: ReadonlySet<string> = new Set(
  [
    's sec ms min h hr v mv a ma ua µa μa na c mc hz khz ohm Ω kohm mah ah ma/cm2 ma/cm^2 ma·cm-2',
    'nm um µm cm-1 cm^-1 1/cm ev g mt t k °c degc deg ° a.u. a.u au abs counts cps % %t ppm m mm mg/l arb.u.'
  ].flatMap((line) => line.toLowerCase().split(' '))
)
const isPlainUnit = (text: string): boolean =>
  plainUnits.has(text.toLowerCase()) || plainUnits.has(text.toLowerCase().replace(/\.$/, '')) || currentDensityFactor(text) !== undefined || isVersus(text)

/** 'name (unit)', 'name [unit]', 'name / unit', 'name/unit' or 'name, unit'. */
export function nameAndUnit(header: string): NameAndUnit {
  // Full-width brackets, as Chinese programs write them.
  const text = header.trim().replaceAll('（', '(').replaceAll('）', ')')
  const bracket = /^(.+?)[([]([^()[\]]+(?:\([^()]*\))?)[)\]]\.?$/.exec(text)
  if (bracket && looksLikeUnit(bracket[2]!.trim())) return { word: bracket[1]!.trim(), unit: bracket[2]!.trim() }
  const slash = text.indexOf('/')
  const afterSlash = text.slice(slash + 1).trim()
  if (slash > 0 && (/\s\/\s/.test(text) ? looksLikeUnit(afterSlash) : isPlainUnit(afterSlash)))
    return { word: text.slice(0, slash).trim(), unit: afterSlash }
  const comma = text.lastIndexOf(',')
  const afterComma = text.slice(comma + 1).trim()
  if (comma > 0 && isPlainUnit(afterComma)) return { word: text.slice(0, comma).trim(), unit: afterComma }
  return { word: text, unit: '' }
}

/** Origin's marks for Greek letters, exponents and indices in a text that it exports: '\g(m)A cm\+(-2)'. */
function withoutOriginMarks(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\g(m)', 'µ').replaceAll('\\g(W)', 'Ω').replaceAll('\\g(l)', 'λ').replace(/\\[+-]\(([^()]{0,20})\)/g, '$1') : text
}

/** A cell of a row of units: 'V', '(mA)', '[s]', '\g(m)A cm\+(-2)'. */
export function unitCell(text: string): string | null {
  const plain = withoutOriginMarks(text.trim())
  const inside = /^[([](.*)[)\]]$/.exec(plain)?.[1]?.trim() ?? plain
  return isPlainUnit(inside) || /^(V|mV) vs\.? \S.*$/i.test(inside) ? inside : null
}

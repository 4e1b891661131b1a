export interface NameAndUnit {
  /** The header without its unit: 'Wavelength'. */
  readonly word: string
  readonly unit: string
}

const looksLikeUnit = (text: string): boolean => text.length <= 16 && /^[\p{L}%°µμΩ]/u.test(text) && !/\s{2}/.test(text)
/** What may stand behind a comma without brackets; anything else there belongs to the name ('Current, forward'). */
const plainUnit = /^(s|sec|ms|min|h|hr|V|mV|A|mA|uA|µA|μA|nA|C|mC|Hz|kHz|nm|um|cm-1|cm\^-1|1\/cm|ohm|Ω|kohm|K|°C|degC|eV|G|mT|T|mA\/cm2|mA\/cm\^2|mA cm-2|a\.?u\.?|arb\.? ?units?|counts|cps|%|%T|deg|ppm|M|mM|mg\/L|mAh|Ah|AU|abs)\.?$/i

/** 'name (unit)', 'name [unit]', 'name / unit', 'name/unit' or 'name, unit'. */
export function nameAndUnit(header: string): NameAndUnit {
  const text = header.trim()
  const bracket = /^([^([]+)[([]([^()[\]]+)[)\]]\.?$/.exec(text)
  if (bracket && looksLikeUnit(bracket[2]!.trim())) return { word: bracket[1]!.trim(), unit: bracket[2]!.trim() }
  const slash = text.indexOf('/')
  const afterSlash = text.slice(slash + 1).trim()
  if (slash > 0 && (/\s\/\s/.test(text) ? looksLikeUnit(afterSlash) : plainUnit.test(afterSlash))) return { word: text.slice(0, slash).trim(), unit: afterSlash }
  const comma = text.lastIndexOf(',')
  const afterComma = text.slice(comma + 1).trim()
  if (comma > 0 && plainUnit.test(afterComma)) return { word: text.slice(0, comma).trim(), unit: afterComma }
  return { word: text, unit: '' }
}

/** A cell of a row of units: 'V', '(mA)', '[s]'. */
export function unitCell(text: string): string | null {
  const inside = /^[([](.*)[)\]]$/.exec(text.trim())?.[1]?.trim() ?? text.trim()
  return plainUnit.test(inside) || /^(V|mV) vs\.? \S.*$/i.test(inside) ? inside : null
}

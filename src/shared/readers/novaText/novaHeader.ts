import type { QuantityKind } from '../../quantity'
import type { NamedColumn } from '../instrumentTable/namedColumns'
import { nameAndUnit } from '../table/nameAndUnit'

export interface NovaHeader { readonly separator: ';' | ',' | '\t'; readonly columns: readonly NamedColumn[]; readonly kind: 'nova' | 'fra' }

const rules: readonly (readonly [RegExp, QuantityKind])[] = [
  [/^(corrected )?time$/i, 'time'], [/^WE\(1\)\.Current$/i, 'current'], [/^(WE\(1\)\.)?Charge$/i, 'charge'], [/^frequency$|^f$/i, 'frequency'],
  [/^Z'$/, 'z_real'], [/^-Z''$|^-Z"$/, 'z_imag'], [/^temperature$/i, 'temperature']
]

/** The measured potential counts as the potential; the applied one only where nothing was measured. */
function quantityOf(name: string, hasMeasured: boolean): QuantityKind {
  if (/^WE\(1\)\.Potential$/i.test(name)) return 'potential'
  if (/^Potential applied$/i.test(name)) return hasMeasured ? 'other' : 'potential'
  return rules.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
}

function named(cells: readonly string[]): NamedColumn[] {
  const names = cells.map((cell) => nameAndUnit(cell.trim().replace(/^"(.*)"$/, '$1').replace(/[′’]/g, "'").replace(/″/g, "''")))
  const hasMeasured = names.some(({ word }) => /^WE\(1\)\.Potential$/i.test(word))
  return names.map(({ word, unit }) => ({ name: word, unit, quantity: quantityOf(word, hasMeasured) }))
}

/** Words that only NOVA writes: 'WE(1).Current (A)', 'Potential applied (V)'; of a spectrum '-Z'' (Ω)' beside 'Frequency (Hz)'. */
function isNova(columns: readonly NamedColumn[]): boolean {
  const has = (pattern: RegExp): boolean => columns.some(({ name }) => pattern.test(name))
  const isTrace = has(/^WE\(\d\)\.(Current|Potential|Charge|Power)$/) || (has(/^(Potential|Current) applied$/) && has(/^(Corrected )?[Tt]ime$/))
  return isTrace || (has(/^Frequency$/) && has(/^Z'$/) && has(/^-Z''$/))
}

/** The column line of a NOVA or an old FRA export; null for any other line. */
export function novaHeader(line: string): NovaHeader | null {
  if (line.length > 4000) return null
  for (const separator of [';', '\t', ','] as const) {
    const cells = line.replace(new RegExp(`${separator}+\\s*$`), '').split(separator)
    if (cells.length < 2) continue
    const columns = named(cells)
    if (isNova(columns)) return { separator, columns, kind: 'nova' }
  }
  return fraHeader(line)
}

/** 'f/Hz  Z'/Ohm  -Z''/Ohm  time/s …', blanks or tabs between the names. */
function fraHeader(line: string): NovaHeader | null {
  const tokens = line.trim().replace(/^"|"$/g, '').split(/[\t ;]+/)
  if (!/^f(req)?\/Hz$/i.test(tokens[0] ?? '') || !tokens.some((token) => /^Z'\/Ohm$/i.test(token))
    || !tokens.some((token) => /^-Z(''|")\/Ohm$/i.test(token))) return null
  const columns = tokens.map((token): NamedColumn => {
    const slash = token.lastIndexOf('/')
    const [name, unit] = slash > 0 ? [token.slice(0, slash), token.slice(slash + 1)] : [token, '']
    return { name, unit,
      quantity: rules.find(([pattern]) => pattern.test(name))?.[1] ?? (/^Edc$/i.test(name) ? 'potential' : /^Idc$/i.test(name) ? 'current'
      : 'other') }
  })
  return { separator: '\t', columns, kind: 'fra' }
}

import { isElementSymbol } from '../formulaText'
import { unitScale } from '../readers/runSheet/unitFactor'

/** Metal that left the catalyst, in the electrolyte afterwards. */
export interface LeachedMetal {
  /** null where the text names none. */
  readonly metal: string | null
  readonly concentration_ug_mL: number
}

const piece = /^(?:([A-Z][a-z]?)\s*[:=]?\s+|([A-Z][a-z]?)[:=]?)?\s*([<≤~≈]?)\s*(\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)\s*([^\d\s<≤~≈].*)?$/i
const below = /^(?:([A-Z][a-z]?)[\s:=]+)?(?:(?:<|≤|below|under|低于)\s*(?:the\s+)?(?:lod|loq|dl|detection limit|limit of detection|检出限|检测限|nachweisgrenze)|n\.?\s?d\.?|bdl|not (?:detected|found)|none|no|undetectable|0|未检出|无|nicht nachweisbar)$/i

/**
 * 'Ru 12 ug/L; Fe <1 ug/L', 'Ru 0.4, Fe 1.2 mg/L', 'not detected': the metals that were found. What lies below a limit is none of them; a unit holds for
 * the numbers before it that have none. null: not written so, and nothing is made of it.
 */
export function leachedMetals(text: string): readonly LeachedMetal[] | null {
  // A comma between digits belongs to the number.
  const pieces = text.normalize('NFKC').split(/[;\n、；]|,(?!\d)| and | und |和/).map((part) => part.trim()).filter((part) => part !== '')
  if (pieces.length === 0) return null
  const found: LeachedMetal[] = []
  let unit = ''
  for (const part of pieces.toReversed()) {
    const none = below.exec(part)
    if (none) {
      if (none[1] !== undefined && !isElementSymbol(none[1])) return null
      continue
    }
    const [, spaced, close, limit, digits, ownUnit = ''] = piece.exec(part) ?? []
    const metal = spaced ?? close
    if (digits === undefined || (metal !== undefined && !isElementSymbol(metal))) return null
    if (ownUnit.trim() !== '') unit = ownUnit.trim()
    const scale = unitScale(unit, 'ug/mL')
    if (!scale) return null
    const concentration_ug_mL = Number((Number(digits.replace(',', '.')) * scale.factor).toPrecision(12))
    if (limit !== '<' && limit !== '≤' && concentration_ug_mL > 0) found.unshift({ metal: metal ?? null, concentration_ug_mL })
  }
  return found
}

import type { FieldValues } from './fields'

/** What a token says about a file's role: 'blank', 'std', 'noNO3', 'ohne Nitrat', '无硝酸盐', 'control'. A role of nitrate-free electrolyte states 0 M as well. */
export function roleToken(token: string): FieldValues | undefined {
  const text = token.toLowerCase()
  if (/^(reagent)?-?(blank|blk)-?\d{0,3}$/.test(text)) return { role: 'blank' }
  if (/^(std|stds|standard|standards|calibration)-?\d{0,3}$/.test(text)) return { role: 'standard' }
  if (/^(no|wo|w-o|w\/o|without|free)-?(no3-?|nitrate|kno3|nano3)$|^(no3|nitrate)-?free$/.test(text)) return { role: 'noNO3', nitrate_M: 0 }
  if (/^(ohne|kein|keine)-?(no3-?|nitrat|kno3|nano3)$|^nitrat-?frei$|^(无|不含|不加|未加)(no3-?|硝酸[盐根钾钠]?)$/.test(text)) return { role: 'noNO3', nitrate_M: 0 }
  if (/^(control|ctrl)-?\d{0,3}$/.test(text)) return { role: 'control' }
  return undefined
}

import { numberInName } from './numberText'

/** A potential and what stands behind its unit in the same word. */
export interface PotentialWord { readonly potential_V: number; readonly isSigned: boolean; readonly tail: string }

const pattern = /^[@e=]{0,2}((?:minus|neg|[mn])?[+\-\u2212\u2010-\u2015]?[\d.,p]{1,12})\s?(mv|v)(.{0,40})$/i

/** '-0.3V', 'm0.3V', 'n0p3V', '-300mV', '−0,3 V', '-0.9V-AgAgCl', '-0.3VvsRHE': undefined for what begins with no potential. */
export function potentialWord(text: string): PotentialWord | undefined {
  const match = pattern.exec(text.trim())
  const value = match ? numberInName(match[1]!) : undefined
  if (!match || value === undefined) return undefined
  return { potential_V: match[2]!.toLowerCase() === 'mv' ? value / 1000 : value, isSigned: !/^[\d.,]/.test(match[1]!), tail: match[3]! }
}

import { numberInName } from './numberText'

export interface NamedPotential { readonly potential_V: number; readonly reference: string }

const references = new Map([
  ['rhe', 'RHE'], ['she', 'SHE'], ['nhe', 'SHE'], ['agagcl', 'Ag/AgCl'], ['sce', 'SCE'], ['hghgo', 'Hg/HgO'], ['hghg2so4', 'Hg/Hg2SO4'], ['mse', 'Hg/Hg2SO4']
])

/** A reference electrode as names write it: 'AgAgCl', 'Ag-AgCl', 'vsSCE'. */
export function referenceInName(text: string): string | undefined {
  return references.get(text.toLowerCase().replace(/^[-\s]*vs\.?/, '').replace(/[-_/\s.]/g, ''))
}

const pattern = /^[@e=]{0,2}((?:minus|neg|m)?[+\-\u2212\u2010-\u2015]?[\d.,p]{1,12})\s?(mv|v)(.{0,20})$/i

/**
 * '-0.3V', 'm0.3V', '-300mV', '−0,3 V', '-0.9V-AgAgCl', '-0.3VvsRHE': a potential, against RHE unless a reference follows.
 * undefined for anything else ('50mVs' is a scan rate).
 */
export function potentialToken(text: string): NamedPotential | undefined {
  const match = pattern.exec(text.trim())
  if (!match) return undefined
  const value = numberInName(match[1]!)
  if (value === undefined) return undefined
  const tail = match[3]!
  const reference = tail === '' ? 'RHE' : referenceInName(tail)
  if (reference === undefined) return undefined
  return { potential_V: match[2]!.toLowerCase() === 'mv' ? value / 1000 : value, reference }
}

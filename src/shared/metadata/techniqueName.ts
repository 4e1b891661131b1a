import type { Technique } from '../measurement'

const words = new Map<string, Technique>([
  ['lsv', 'LSV'], ['cv', 'CV'], ['cva', 'CV'], ['ca', 'CA'], ['it', 'CA'], ['cp', 'CP'], ['eis', 'EIS'], ['peis', 'EIS'], ['geis', 'EIS'],
  ['ocv', 'OCV'], ['ocp', 'OCV'], ['gcpl', 'GCPL'], ['swv', 'SWV'], ['dpv', 'DPV'], ['tafel', 'TAFEL'], ['uvvis', 'UVVIS'], ['uv', 'UVVIS'], ['ic', 'IC'], ['gc', 'GC'],
  ['nmr', 'NMR'], ['raman', 'RAMAN'], ['ir', 'IR'], ['ftir', 'IR'], ['seiras', 'IR'], ['atrseiras', 'IR'], ['epr', 'EPR'], ['xps', 'XPS'], ['vb', 'XPS'],
  ['xrd', 'XRD'], ['dos', 'DOS'], ['pdos', 'DOS']
])

/** The technique that a written name means ('i-t', 'UV-Vis', 'IT', 'SEIRAS'), undefined when unknown. */
export function techniqueNamed(text: string): Technique | undefined {
  return words.get(text.toLowerCase().replace(/[-/\s_.]/g, ''))
}

/** Names that say more than their technique; they also stay as a tag: a valence band is an XPS file of its own kind. */
export const isSpecialTechnique = (text: string): boolean => /^(vb|seiras|atr-?seiras|pdos)$/i.test(text)

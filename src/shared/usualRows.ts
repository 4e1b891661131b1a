import { referenceReaction } from './thermochemistry/referenceReaction'

/** Nitrate to ammonia as in the seed paper, and hydrogen beside it; with the electrons (and protons) taken up before each state. */
const nitrate = ['NO3', 'NO2', 'HNO2', 'NO', 'NOH', 'N', 'NH', 'NH2', 'NH3']
export const usualStates: readonly (readonly [pathway: string, species: string, electrons: number])[] = [
  ['NO3RR', 'NO3-', 0], ...nitrate.map((species) => ['NO3RR', `*${species}`, 2 * referenceReaction(species).hydrogen] as const), ['NO3RR', 'NH3', 8],
  ['HER', 'H2O', 0], ['HER', '*H', 1], ['HER', '1/2 H2', 1]
]

export type RecordRow = readonly [part: string, name: string, unit: string, method: string]
/** What a record of samples asks for once for all catalysts: the synthesis, in the steps of the seed paper's Sec. 2.1. */
export const usualSynthesis: readonly RecordRow[] = [
  ['precursor', '', 'g', ''], ['precursor', '', 'g', ''], ['furnace', 'gas', '', ''], ['furnace', 'heating rate', '°C/min', ''], ['furnace', 'temperature', '°C', ''], ['furnace', 'time', 'h', ''],
  ['etching', 'acid', 'M', ''], ['etching', 'temperature', '°C', ''], ['etching', 'time', 'h', ''], ['washing', '', 'times', ''], ['drying', 'temperature', '°C', '']
]
/** … and once for each of them. */
export const usualComposition: readonly RecordRow[] = [
  ['precursor', '', 'g', ''], ['composition', 'Ru', 'wt%', 'ICP-OES'], ['composition', 'M', 'wt%', 'ICP-OES'], ['composition', 'N', 'at%', 'XPS'], ['composition', 'Ru', 'at%', 'EDS'], ['fringe', '(101)', 'nm', 'HR-TEM'], ['image', 'TEM', 'nm/px', '']
]

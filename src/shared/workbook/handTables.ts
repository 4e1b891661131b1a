import type { TableTemplate } from '../api'
import { referenceReaction } from '../thermochemistry/referenceReaction'
import type { Cell, SheetColumn, Workbook } from '../workbook'

/** Nitrate to ammonia as in the seed paper, and hydrogen beside it; with the electrons (and protons) taken up before each state. */
const nitrate = ['NO3', 'NO2', 'HNO2', 'NO', 'NOH', 'N', 'NH', 'NH2', 'NH3']
const states: readonly (readonly [pathway: string, species: string, electrons: number])[] = [
  ['NO3RR', 'NO3-', 0], ...nitrate.map((species) => ['NO3RR', `*${species}`, 2 * referenceReaction(species).hydrogen] as const), ['NO3RR', 'NH3', 8],
  ['HER', 'H2O', 0], ['HER', '*H', 1], ['HER', '1/2 H2', 1]
]

/** What a record of samples asks for: once for all catalysts (catalyst left empty), and once for each. */
const forAll: readonly (readonly [part: string, name: string, unit: string, method: string])[] = [
  ['precursor', '', 'g', ''], ['precursor', '', 'g', ''], ['furnace', 'gas', '', ''], ['furnace', 'heating rate', '°C/min', ''], ['furnace', 'temperature', '°C', ''], ['furnace', 'time', 'h', ''],
  ['etching', 'acid', 'M', ''], ['washing', '', 'times', ''], ['drying', 'temperature', '°C', '']
]
const forEach: readonly (readonly [part: string, name: string, unit: string, method: string])[] = [
  ['precursor', '', 'g', ''], ['composition', 'Ru', 'wt%', 'ICP-OES'], ['composition', 'M', 'wt%', 'ICP-OES'], ['composition', 'N', 'at%', 'XPS'], ['fringe', '(101)', 'nm', 'HR-TEM'], ['image', 'TEM', 'nm/px', '']
]

const column = (header: string, width = 14): SheetColumn => ({ header, unit: '', width })
const sheet = (name: string, headers: readonly SheetColumn[], rows: readonly (readonly Cell[])[]): Workbook => ({ sheets: [{ name, preamble: [], columns: headers, rows }] })

/** An empty table with the headers that its reader knows, a row for each thing that is asked for. */
export function buildHandTable(kind: TableTemplate, catalysts: readonly string[]): Workbook {
  if (kind === 'energies') {
    return sheet('energies', [column('catalyst'), column('pathway'), column('species'), column('E (eV)'), column('ZPE (eV)'), column('TS (eV)'), column('correction (eV)', 16), column('correction source', 28), column('electrons')],
      catalysts.flatMap((catalyst) => states.map(([pathway, species, electrons]): Cell[] => [catalyst, pathway, species, null, null, null, null, null, electrons])))
  }
  if (kind === 'literature') {
    return sheet('literature', [column('catalyst', 24), column('DOI', 32), column('FE (%)'), column('yield (mg/h/mgcat)', 20), column('potential (V vs RHE)', 20), column('nitrate (M)'), column('pH'), column('electrolyte', 24)], [])
  }
  const row = (catalyst: string) => ([part, name, unit, method]: readonly [string, string, string, string]): Cell[] => [catalyst || null, part, name || null, null, unit || null, method || null, null, null]
  return sheet('sample record', [column('catalyst'), column('part'), column('name', 20), column('value'), column('unit'), column('method'), column('batch'), column('note', 40)],
    [...forAll.map(row('')), ...catalysts.flatMap((catalyst) => forEach.map(row(catalyst)))])
}

/** How the files are called, so that they are known when they are filled in. */
export const handTableNames: Readonly<Record<TableTemplate, string>> = { energies: 'energies.xlsx', sampleRecord: 'sample record.xlsx', literature: 'literature.xlsx' }

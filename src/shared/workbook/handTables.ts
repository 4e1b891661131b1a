import type { TableTemplate } from '../api'
import { usualComposition, usualStates, usualSynthesis, type RecordRow } from '../usualRows'
import type { Cell, SheetColumn, Workbook } from '../workbook'

const column = (header: string, width = 14): SheetColumn => ({ header, unit: '', width })
const sheet = (name: string, headers: readonly SheetColumn[], rows: readonly (readonly Cell[])[]): Workbook => ({ sheets: [{ name, preamble: [], columns: headers, rows }] })

/** An empty table with the headers that its reader knows, a row for each thing that is asked for. */
export function buildHandTable(kind: TableTemplate, catalysts: readonly string[]): Workbook {
  if (kind === 'energies') {
    return sheet('energies', [column('catalyst'), column('pathway'), column('species'), column('E (eV)'), column('ZPE (eV)'), column('TS (eV)'), column('correction (eV)', 16), column('correction source', 28), column('electrons')],
      catalysts.flatMap((catalyst) => usualStates.map(([pathway, species, electrons]): Cell[] => [catalyst, pathway, species, null, null, null, null, null, electrons])))
  }
  if (kind === 'literature') {
    return sheet('literature', [column('catalyst', 24), column('DOI', 32), column('FE (%)'), column('yield (mg/h/mgcat)', 20), column('potential (V vs RHE)', 20), column('nitrate (M)'), column('pH'), column('electrolyte', 24), column('cell', 20), column('normalisation', 20)], [])
  }
  const row = (catalyst: string) => ([part, name, unit, method]: RecordRow): Cell[] => [catalyst || null, part, name || null, null, unit || null, method || null, null, null]
  return sheet('sample record', [column('catalyst'), column('part'), column('name', 20), column('value'), column('unit'), column('method'), column('batch'), column('note', 40)],
    [...usualSynthesis.map(row('')), ...catalysts.flatMap((catalyst) => usualComposition.map(row(catalyst)))])
}

/** How the files are called, so that they are known when they are filled in. */
export const handTableNames: Readonly<Record<TableTemplate, string>> = { energies: 'energies.xlsx', sampleRecord: 'sample record.xlsx', literature: 'literature.xlsx' }

import * as XLSX from 'xlsx'
import { writeWorkbook } from '../../src/main/export/writeWorkbook'

/** A number as it stands on a card: its value, u, and what half a unit of the last digit of each is. */
export interface Shown { readonly value: number; readonly u: number; readonly half: number; readonly uHalf: number }

const numberOf = (text: string): { value: number; half: number } => {
  const plain = text.replace(/\u2212/g, '-')
  return { value: Number(plain), half: 0.5 * 10 ** -(plain.split('.')[1]?.length ?? 0) }
}

/** The means of a card's table by potential: "−0.1 ⇥ 100.00 ± 0.12 ⇥ … ⇥ 3 ▸". */
export function meansOnCard(text: string): Map<number, Shown[]> {
  const rows = text.split('\n').filter((line) => /\t\d+ ▸\s*$/.test(line)).map((line) => line.split('\t'))
  return new Map(rows.map(([potential, ...cells]) => [numberOf(potential!).value, cells.flatMap((cell): Shown[] => {
    const [value, u] = cell.split(' ± ')
    return u === undefined ? [] : [{ value: numberOf(value!).value, half: numberOf(value!).half, u: numberOf(u).value, uHalf: numberOf(u).half }]
  })]))
}

/** The means on a catalyst's sheet by potential: what stands below each of these headers, with its u. */
export function meansOnSheet(sheet: XLSX.WorkSheet, headers: readonly (readonly [header: string, unit: string])[]): Map<number, { readonly value: number; readonly u: number }[]> {
  const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
  const top = rows.findIndex((row) => row[0] === 'E vs RHE')
  const columns = headers.map(([header, unit]) => rows[top]!.findIndex((cell, i) => cell === header && rows[top + 1]![i] === unit))
  const n = rows[top]!.indexOf('n')
  return new Map(rows.slice(top + 2).filter((row) => typeof row[n] === 'number').map((row) => [row[0] as number, columns.map((column) => ({ value: row[column] as number, u: row[column + 1] as number }))]))
}

/** A workbook as a group has it: a cell for a number and its u, a formula on them, a table of which they want four columns, and a name that nothing has. */
export const groupTemplate = (): Promise<Uint8Array> => {
  const column = (header: string) => ({ header, unit: '', width: 14 })
  return writeWorkbook({
    sheets: [
      { name: 'Weekly report', preamble: ['Group of nitrate'], columns: [column('what'), { ...column('number'), format: '0.0' }, column('u')], rows: [['FE of RuFe-NC', 1, 1], ['twice', { formula: 'B4*2', value: 2 }, null]] },
      { name: 'All numbers', preamble: [], columns: [column('catalyst'), column('number'), column('value'), column('unit')], rows: [['old', 'old', 0, 'old']] }
    ],
    names: [
      { name: 'RUM_fe_nh3_RuFe_NC_m0.1', formula: '\'Weekly report\'!$B$4' }, { name: 'RUM_fe_nh3_RuFe_NC_m0.1_u', formula: '\'Weekly report\'!$C$4' },
      { name: 'RUM_table_Results', formula: '\'All numbers\'!$A$1:$D$1' }, { name: 'RUM_fe_nh3_Unobtainium', formula: '\'Weekly report\'!$C$5' }
    ]
  })
}

import type { FieldKey, FieldValue, FieldValues } from '../../metadata/fields'
import type { CellProblem, RunSheetRow } from '../reader'
import { columnLetter, type SheetCell, type SheetRow, type SheetTable } from '../table/sheetTable'
import { cellNumber, usesDecimalCommas } from './cellNumber'
import type { HeaderField } from './headerField'
import { headerRowOf, type HeaderRow } from './headerRow'

export interface SheetRuns { readonly rows: readonly RunSheetRow[]; readonly problems: readonly CellProblem[] }

const isEmpty = (cell: SheetCell | undefined): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** One sheet's rows; null when it is no run sheet. Every other cell stays usable when one is not. */
export function sheetRuns(table: SheetTable, isText: boolean): SheetRuns | null {
  const header = headerRowOf(table)
  if (!header) return null
  const body = table.rows.filter(({ row, cells }) => row > header.row && cells.some((cell) => !isEmpty(cell)))
  const usesComma = isText && usesDecimalCommas(body.flatMap(({ cells }) => header.fields.filter(({ field }) => field.kind === 'number').map(({ index }) => cells[index] ?? null)))
  const problems: CellProblem[] = [...header.problems]
  const rows = body.map((row) => rowOf(row, header, usesComma, problems))
  if (table.cutAt) problems.push({ row: header.row, column: '', text: `the sheet goes on beyond ${table.cutAt}; what lies there was not read, split the sheet.` })
  return { rows, problems }
}

function rowOf({ row, cells }: SheetRow, header: HeaderRow, usesComma: boolean, problems: CellProblem[]): RunSheetRow {
  const values = new Map<FieldKey, FieldValue>()
  let reference: string | undefined
  for (const { index, field } of header.fields) {
    const cell = cells[index]
    if (isEmpty(cell)) continue
    const value = valueOf(cell as SheetCell, field, usesComma)
    if (typeof value === 'object') problems.push({ row, column: columnLetter(index), text: value.problem })
    else {
      values.set(field.key, value)
      reference = field.reference ?? reference
    }
  }
  if (reference !== undefined && !values.has('reference')) values.set('reference', reference)
  const tags = header.tags.flatMap(({ index, name }) => (isEmpty(cells[index]) ? [] : [{ name, value: String(cells[index]).trim() }]))
  return { row, fields: Object.fromEntries(values) as FieldValues, tags }
}

function valueOf(cell: SheetCell, field: HeaderField, usesComma: boolean): FieldValue | { problem: string } {
  if (field.kind === 'text') {
    const text = String(cell).trim()
    if (text.startsWith('=') && field.key !== 'note') return { problem: `the formula "${text}" has no saved result; open the sheet in a spreadsheet program and save it.` }
    return field.key === 'file' || field.key === 'note' ? text : text.replace(/\s+/g, ' ')
  }
  const number = cellNumber(cell, usesComma)
  return 'problem' in number ? number : field.factor === 1 ? number.value : scaled(number.value, field.factor)
}

/** Rounds to 15 digits, so that −300 mV is −0.3 V and not −0.30000000000000004. */
const scaled = (value: number, factor: number): number => Number((value * factor).toPrecision(15))

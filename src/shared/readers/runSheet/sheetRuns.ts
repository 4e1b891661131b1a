import { hoursOf, isDuration } from '../../metadata/duration'
import type { FieldKey, FieldValue, FieldValues } from '../../metadata/fields'
import { impossible } from '../../metadata/possibleRange'
import type { CellProblem, RunSheetRow } from '../reader'
import type { SheetCell, SheetRow, SheetTable } from '../table/sheetTable'
import { cellNumber, usesDecimalCommas } from './cellNumber'
import { unitAndReference, usableFactor, type HeaderField } from './headerField'
import { contradictions } from './contradictions'
import { headerRowOf, type HeaderRow } from './headerRow'
import { withMergedFields } from './mergedFields'
import { isPlainNote, type UnknownColumn } from './unknownColumns'

export interface SheetRuns {
  readonly rows: readonly RunSheetRow[]
  readonly problems: readonly CellProblem[]
  /** Columns that hold something and are no field. */
  readonly unknown: readonly UnknownColumn[]
}

type CellFact = { readonly value: FieldValue; readonly reference?: string } | { readonly problem: string }

const isEmpty = (cell: SheetCell | undefined): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** One sheet's rows; null when no row names `atLeast` known columns. Every other cell stays usable when one is not. */
export function sheetRuns(table: SheetTable, isText: boolean, atLeast: number): SheetRuns | null {
  const header = headerRowOf(table, atLeast)
  if (!header) return null
  const problems: CellProblem[] = [...header.problems]
  const filled = withMergedFields(table.rows.filter(({ row, cells }) => row > header.row && cells.some((cell) => !isEmpty(cell))), table.merged ?? [], header)
  const body = isText ? filled.filter((row) => fitsHeader(row, header, problems)) : filled
  const usesComma =
    isText &&
    usesDecimalCommas(
      body.flatMap(({ cells }) => header.fields.filter(({ field }) => field.kind === 'number').map(({ index }) => cells[index] ?? null))
    )
  const rows = body.map((row) => rowOf(row, header, usesComma, problems))
  problems.push(...contradictions(rows, header.fields))
  if (table.cutAt)
    problems.push({ row: header.row, column: '', text: `the sheet goes on beyond ${table.cutAt}; what lies there was not read, split the sheet.` })
  const unknown = header.tags.flatMap(({ index, name, cell }) => (cell === null || isPlainNote(name) || body.every(({ cells }) => isEmpty(cells[index])) ? [] : [{ header: name, cell }]))
  return { rows, problems, unknown }
}

/** A decimal comma in a comma-separated file shifts every cell behind it: such a row says nothing reliable. */
function fitsHeader({ row, cells }: SheetRow, header: HeaderRow, problems: CellProblem[]): boolean {
  const extra = cells.slice(header.width).filter((cell) => !isEmpty(cell)).length
  if (extra === 0) return true
  problems.push({
    row,
    column: '',
    text: `the row has ${cells.length} cells, the header ${header.width}; put cells with a comma into quotation marks. The row is not used.`
  })
  return false
}

function rowOf({ row, cells }: SheetRow, header: HeaderRow, usesComma: boolean, problems: CellProblem[]): RunSheetRow {
  const values = new Map<FieldKey, FieldValue>()
  let reference: string | undefined
  for (const { index, place, field } of header.fields) {
    const cell = cells[index]
    if (cell === undefined || isEmpty(cell)) continue
    const fact = factOf(cell, field, usesComma)
    if ('problem' in fact) problems.push({ row, column: place, text: fact.problem })
    else {
      values.set(field.key, fact.value)
      reference = fact.reference ?? field.reference ?? reference
    }
  }
  if (reference !== undefined && !values.has('reference')) values.set('reference', reference)
  const tags = header.tags.flatMap(({ index, name }) => (isEmpty(cells[index]) ? [] : [{ name, value: String(cells[index]).trim() }]))
  return { row, fields: Object.fromEntries(values) as FieldValues, tags }
}

function factOf(cell: SheetCell, field: HeaderField, usesComma: boolean): CellFact {
  if (field.kind === 'text') {
    const text = String(cell).trim()
    return { value: field.key === 'file' || field.key === 'note' ? text : text.replace(/\s+/g, ' ') }
  }
  // Of one volume in ten, or one and ten volumes: a tenth of every product hangs on it.
  if (field.key === 'dilution' && typeof cell === 'string' && /^\s*\d+\s*[:\uff1a/]\s*\d+\s*$/.test(cell))
    return { problem: `"${cell.trim()}" can mean two factors (1:10 is 10 or, as 1 + 10, 11); write the factor alone: total volume over volume of sample.` }
  const hours = typeof cell === 'string' && isDuration(field.key) ? hoursOf(cell) : null
  if (hours === 'ambiguous') return { problem: `"${String(cell).trim()}" could be hours and minutes or minutes and seconds; write h:mm:ss, or a number.` }
  if (hours !== null) return { value: hours }
  const number = cellNumber(cell, usesComma)
  if ('problem' in number) return number
  // A unit in the cell ('-0.3 V', '-900 mV vs Ag/AgCl') is nearer than that of the header.
  const { unit, reference } = field.key === 'potential_V' ? unitAndReference(number.unit) : { unit: number.unit, reference: undefined }
  const factor = unit === '' ? field.factor : usableFactor(field.key, unit)
  if (factor === null) return { problem: `"${String(cell).trim()}" is not a number; write the number alone, without words or a unit.` }
  const value = scaled(number.value, factor)
  const problem = impossible(field.key, value)
  if (problem !== null) return { problem }
  return reference === undefined ? { value } : { value, reference }
}

/** Rounds to 15 digits, so that −300 mV is −0.3 V and not −0.30000000000000004. */
const scaled = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)))

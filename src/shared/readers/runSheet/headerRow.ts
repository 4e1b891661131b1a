import type { CellProblem } from '../reader'
import { columnLetter, type SheetCell, type SheetTable } from '../table/sheetTable'
import { headerField, unitOfField, type HeaderField } from './headerField'

export interface FieldColumn { readonly index: number; readonly field: HeaderField }
export interface TagColumn { readonly index: number; readonly name: string }

export interface HeaderRow {
  readonly row: number
  readonly fields: readonly FieldColumn[]
  readonly tags: readonly TagColumn[]
  readonly problems: readonly CellProblem[]
}

const keys = new Set(['file', 'run', 'catalyst'])
const firstRows = 50

const textOf = (cell: SheetCell): string => (cell === null ? '' : String(cell).trim())

/** How well a row serves as the header: the number of fields it names, 0 when it cannot (fewer than two, or no key). */
export function headerScore(cells: readonly SheetCell[]): number {
  const named = new Set<string>()
  for (const cell of cells) {
    if (typeof cell !== 'string') continue
    const field = headerField(cell)
    if (field) named.add(field.key)
  }
  return named.size >= 2 && [...named].some((key) => keys.has(key)) ? named.size : 0
}

/** The first row of a sheet that names a run sheet's columns, or null. */
export function headerRowOf(table: SheetTable): HeaderRow | null {
  const found = table.rows.slice(0, firstRows).find(({ cells }) => headerScore(cells) > 0)
  return found ? readHeader(found.row, found.cells) : null
}

function readHeader(row: number, cells: readonly SheetCell[]): HeaderRow {
  const fields: FieldColumn[] = []
  const tags: TagColumn[] = []
  const problems: CellProblem[] = []
  cells.forEach((cell, index) => {
    const header = textOf(cell)
    const problem = (text: string): number => problems.push({ row, column: `${columnLetter(index)} (${header})`, text })
    const field = header === '' ? null : headerField(header)
    if (!field) return void tags.push({ index, name: header || `column ${columnLetter(index)}` })
    if ('problem' in field) return void problem(field.problem)
    const earlier = fields.find((other) => other.field.key === field.key)
    if (earlier) return void problem(`a second column for the same field as ${columnLetter(earlier.index)}; it is not used, delete one of them.`)
    const unit = unitOfField(field.key)
    if (field.factor !== 1) problem(`converted from ${field.unit} to ${unit ?? 'a fraction'}.`)
    else if (unit !== undefined && field.unit === '') problem(`the header has no unit; read as ${unit}.`)
    fields.push({ index, field })
  })
  return { row, fields, tags, problems }
}

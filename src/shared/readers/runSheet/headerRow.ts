import type { FieldKey } from '../../metadata/fields'
import type { CellProblem } from '../reader'
import { columnLetter, type SheetCell, type SheetTable } from '../table/sheetTable'
import { headerField, type HeaderField } from './headerField'
import { unitRow } from './unitRow'

/** `place` is what the user looks for: 'E (potential (V))'. */
export interface FieldColumn {
  readonly index: number
  readonly place: string
  readonly name: string
  readonly field: HeaderField
}
/** What a row states there cannot be read, but it is stated. */
export interface UnreadColumn { readonly index: number; readonly name: string; readonly key: FieldKey }
export interface TagColumn {
  readonly index: number
  readonly name: string
  /** 'C1', where a header stands there. */
  readonly cell: string | null
}

export interface HeaderRow {
  /** The last row that belongs to the header: its own, or that of the units below it. */
  readonly row: number
  readonly width: number
  readonly fields: readonly FieldColumn[]
  readonly tags: readonly TagColumn[]
  readonly unread: readonly UnreadColumn[]
  readonly problems: readonly CellProblem[]
}

/** Title lines and notes may stand above the header, not a whole table. */
const firstRows = 50

const textOf = (cell: SheetCell): string => (cell === null ? '' : String(cell).trim())

/** How well a row serves as the header: the number of fields that it names. */
export function headerScore(cells: readonly SheetCell[]): number {
  const named = new Set<string>()
  for (const cell of cells) {
    if (typeof cell !== 'string') continue
    const field = headerField(cell)
    if (field) named.add(field.key)
  }
  return named.size
}

/** The row that names most of a run sheet's columns, the first of equals; null when none names `atLeast`. */
export function headerRowOf(table: SheetTable, atLeast: number): HeaderRow | null {
  let best: { at: number; score: number } | null = null
  table.rows.slice(0, firstRows).forEach(({ cells }, at) => {
    const score = headerScore(cells)
    if (score >= atLeast && score > (best?.score ?? 0)) best = { at, score }
  })
  const at = (best as { at: number } | null)?.at
  const header = at === undefined ? undefined : table.rows[at]
  if (at === undefined || !header) return null
  const below = table.rows[at + 1]
  const units = unitRow(header.cells, below?.cells)
  return units && below ? readHeader(below.row, header.row, units.cells, units.conflicts) : readHeader(header.row, header.row, header.cells, new Map())
}

function readHeader(row: number, rowOfNames: number, cells: readonly SheetCell[], conflicts: ReadonlyMap<number, string>): HeaderRow {
  const fields: FieldColumn[] = []
  const tags: TagColumn[] = []
  const unread: UnreadColumn[] = []
  const problems: CellProblem[] = []
  cells.forEach((cell, index) => {
    const header = textOf(cell)
    const place = `${columnLetter(index)} (${header})`
    const problem = (text: string): number => problems.push({ row, column: place, text })
    const field = header === '' ? null : headerField(header)
    const conflict = conflicts.get(index)
    if (field && (conflict !== undefined || 'problem' in field)) unread.push({ index, name: header, key: field.key })
    if (conflict !== undefined) return void problem(conflict)
    if (!field) return void tags.push({ index, name: header || `column ${columnLetter(index)}`, cell: header === '' ? null : `${columnLetter(index)}${rowOfNames}` })
    if ('problem' in field) return void problem(field.problem)
    const earlier = fields.find((other) => other.field.key === field.key)
    if (earlier) return void problem(`a second column for the same field as ${columnLetter(earlier.index)}; it is not used, delete one of them.`)
    fields.push({ index, place, name: header, field })
  })
  return { row, width: cells.length, fields, tags, unread, problems }
}

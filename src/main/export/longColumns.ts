import { columnLetter } from '../../shared/workbook/sheetName'
import type { Sheet } from '../../shared/workbook'

/** Numbers below each other; rows as Excel counts them, the column from 0. */
export interface LongRun { readonly column: number; readonly firstRow: number; readonly values: readonly number[] }

const shortest = 8

/** The stretches of numbers that look alike in columns that hold no text: nearly all cells of a sheet of curves. */
export function longRuns({ rows, columns, boldRows }: Sheet, firstRow: number): LongRun[] {
  const found: LongRun[] = []
  for (let column = 0; column < columns.length; column += 1) {
    if (rows.some((cells) => typeof cells[column] === 'string')) continue
    let values: number[] = []
    for (let i = 0; i <= rows.length; i += 1) {
      const cell = rows[i]?.[column]
      if (typeof cell === 'number' && Number.isFinite(cell) && !boldRows?.has(i)) values.push(cell)
      else {
        if (values.length >= shortest) found.push({ column, firstRow: firstRow + i - values.length, values })
        values = []
      }
    }
  }
  return found
}

/** The first and the last number are the library's, which give the look and the used range; those between, marked here by column and row, are put in by `withLongRuns`. */
export function betweenOf(runs: readonly LongRun[], top: number, rows: number): ReadonlyMap<number, Uint8Array> {
  const marks = new Map<number, Uint8Array>()
  for (const { column, firstRow, values } of runs) {
    const own = marks.get(column) ?? new Uint8Array(rows)
    marks.set(column, own.fill(1, firstRow - top + 1, firstRow - top + values.length - 1))
  }
  return marks
}

/** The sheet with the numbers between: a call of the library for each would be most of the time of writing a large workbook. */
export function withLongRuns(xml: string, runs: readonly LongRun[]): string {
  if (runs.length === 0) return xml
  const [from, to] = [xml.indexOf('<sheetData>') + '<sheetData>'.length, xml.indexOf('</sheetData>')]
  if (to < from) throw new RangeError('the library wrote a sheet without cells.')
  const rows = new Map<number, { open: string; cells: string }>()
  for (const [, number = '', open = '', cells = ''] of xml.slice(from, to).matchAll(/<row r="(\d+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) rows.set(Number(number), { open, cells })
  const columns = byColumn(runs, (row) => rows.get(row)?.cells ?? '')
  const last = runs.reduce((most, { firstRow, values }) => Math.max(most, firstRow + values.length), Math.max(...rows.keys()))
  let text = ''
  for (let row = 1; row <= last; row += 1) {
    const { open, cells } = rows.get(row) ?? { open: '', cells: '' }
    const all = cells === '' ? rowOf(columns, row) : merged(cells, columns, row)
    // The columns that a row spans may be left out; what the library counted is no longer true.
    if (all !== '' || rows.has(row)) text += `<row r="${row}"${open.replace(/ spans="[^"]*"/, '')}>${all}</row>`
  }
  return `${xml.slice(0, from)}${text}${xml.slice(to)}`
}

interface Column { readonly column: number; readonly letters: string; readonly runs: readonly (LongRun & { readonly looks: string })[]; at: number }

/** From left to right, each with its stretches from above. */
function byColumn(runs: readonly LongRun[], cellsOf: (row: number) => string): Column[] {
  const columns = new Map<number, (LongRun & { looks: string })[]>()
  for (const run of runs) {
    const [, looks] = new RegExp(`<c r="${columnLetter(run.column)}${run.firstRow}"( s="\\d+")?[ >]`).exec(cellsOf(run.firstRow)) ?? [null, null]
    if (looks === null) throw new RangeError(`the library did not write cell ${columnLetter(run.column)}${run.firstRow}.`)
    const known = columns.get(run.column)
    if (known) known.push({ ...run, looks: looks ?? '' })
    else columns.set(run.column, [{ ...run, looks: looks ?? '' }])
  }
  return [...columns].sort(([a], [b]) => a - b).map(([column, own]) => ({ column, letters: columnLetter(column), runs: own, at: 0 }))
}

/** Rows are asked for from above to below. */
function cellAt(column: Column, row: number): string {
  let run = column.runs[column.at]
  while (run && row >= run.firstRow + run.values.length - 1) run = column.runs[(column.at += 1)]
  return run && row > run.firstRow ? `<c r="${column.letters}${row}"${run.looks}><v>${run.values[row - run.firstRow]}</v></c>` : ''
}

function rowOf(columns: readonly Column[], row: number): string {
  let text = ''
  for (const column of columns) text += cellAt(column, row)
  return text
}

/** With the library's own cells of that row, in the order of the columns. */
function merged(cells: string, columns: readonly Column[], row: number): string {
  const between = columns.flatMap((column) => { const text = cellAt(column, row); return text === '' ? [] : [{ column: column.column, text }] })
  if (between.length === 0) return cells
  const own = [...cells.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>[\s\S]*?<\/c>)/g)].map(([text, letters = '']) => ({ column: columnNumber(letters), text }))
  return [...own, ...between].sort((a, b) => a.column - b.column).map(({ text }) => text).join('')
}

const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

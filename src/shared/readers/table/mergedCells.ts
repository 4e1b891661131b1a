import { ReadError } from '../reader'
import type { MergedCells, SheetCell, SheetRow } from './sheetTable'

const mostFilled = 1_000_000

/**
 * Rows in which a merged cell counts for all rows that it covers, as whoever merged it sees it. Only downwards: what is merged across columns is a
 * title. Only into rows that hold something else: a cell that is merged to the end of a sheet makes no rows. `from`: the header, whose own
 * cells are merged with the row of units below it. `isMeant` says whether a row may take a cell of this column.
 */
export function withMergedCells(rows: readonly SheetRow[], merged: readonly MergedCells[], from: number, isMeant: (column: number, cells: readonly SheetCell[]) => boolean): readonly SheetRow[] {
  const below = merged.filter((cells) => cells.row > from && cells.lastRow > cells.row)
  if (below.length === 0) return rows
  const filled = rows.map(({ row, cells }) => ({ row, cells: [...cells] }))
  let left = mostFilled
  for (const { row, lastRow, column } of below) {
    const first = placeOf(filled, row)
    const cell = filled[first]?.row === row ? filled[first].cells[column] ?? null : null
    if (cell === null) continue
    for (let i = first + 1; i < filled.length && filled[i]!.row <= lastRow; i += 1) {
      if ((left -= 1) < 0) throw new ReadError('The sheet merges more than a million cells; unmerge them and write each value into its row.')
      const { cells } = filled[i]!
      if ((cells[column] ?? null) !== null || !isMeant(column, cells)) continue
      while (cells.length < column) cells.push(null)
      cells[column] = cell
    }
  }
  return filled
}

/** Where a row of this number stands, or would stand. */
function placeOf(rows: readonly SheetRow[], row: number): number {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (rows[middle]!.row < row) from = middle + 1
    else to = middle
  }
  return from
}

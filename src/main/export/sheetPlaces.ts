import type { Sheet } from '../../shared/workbook'

/** Cells of the default size under a chart and its gap. */
export const [chartColumns, chartRows, chartsInARow] = [9, 18, 3]

/** Header and units, below the preamble. */
export const headRowsOf = ({ isWithoutUnits }: Sheet): number => (isWithoutUnits ? 1 : 2)

/** Of the rows, as Excel counts. */
export const firstRowOf = (sheet: Sheet): number => sheet.preamble.length + headRowsOf(sheet) + 1

const [defaultWidth, belowTables] = [8.43, 2]

/** Cell of the i-th chart: three beside each other on a sheet of their own; two below a table, whose columns are wider than the usual ones. */
export function chartPlace(sheet: Sheet, i: number): { readonly row: number; readonly column: number } {
  if (sheet.columns.length === 0) return { row: sheet.preamble.length + 1 + Math.floor(i / chartsInARow) * chartRows, column: (i % chartsInARow) * chartColumns }
  // Not below the columns that stay in sight: those are repeated on every page.
  let left = (i % belowTables) * chartColumns * defaultWidth
  let column = sheet.frozen ?? 1
  for (; left > 0; column += 1) left -= sheet.columns[column]?.width ?? defaultWidth
  return { row: firstRowOf(sheet) + sheet.rows.length + Math.floor(i / belowTables) * chartRows, column }
}

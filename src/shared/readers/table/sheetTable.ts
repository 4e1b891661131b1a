/** A cell as its file has it; a date is ISO text, a formula without a saved value its own text ('=A1*2'). */
export type SheetCell = string | number | null

export interface SheetRow {
  /** 1-based as the spreadsheet program shows it. */
  readonly row: number
  readonly cells: readonly SheetCell[]
}

export interface SheetTable {
  /** '' for a text file. */
  readonly name: string
  /** Rows that hold at least one cell. */
  readonly rows: readonly SheetRow[]
  /** 'row 100000': what lies beyond was not read. */
  readonly cutAt?: string
  /** Only their first cell holds something; what that means for the others is the reader's to say. */
  readonly merged?: readonly MergedCells[]
}

/** Cells that are one: 1-based rows, 0-based first column. */
export interface MergedCells { readonly row: number; readonly lastRow: number; readonly column: number }

export const maxSheetRows = 100_000
export const maxSheetColumns = 1024

/** 0 → 'A', 27 → 'AB'. */
export function columnLetter(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

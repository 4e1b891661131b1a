/** A workbook as data; src/main/export writes it. A cell is a text, a number, a formula with its value, or empty. */
export interface FormulaCell { readonly formula: string; readonly value: number | string }
export type Cell = string | number | FormulaCell | null
export interface SheetColumn { readonly header: string; readonly unit: string; readonly width: number; /** e.g. '0.00' */ readonly format?: string }
export interface Sheet {
  readonly name: string
  /** Lines above the table (title, 'simulated'), each one cell in column A. */
  readonly preamble: readonly string[]
  readonly columns: readonly SheetColumn[]
  /** Rows below the header row and the units row. */
  readonly rows: readonly (readonly Cell[])[]
}
export interface Workbook { readonly sheets: readonly Sheet[] }

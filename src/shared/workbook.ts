/** A workbook as data; src/main/export writes it. A cell is a text, a number, a formula with its value, or empty. */
export interface FormulaCell { readonly formula: string; readonly value: number | string }
/** A text that leads to another cell of the workbook: 'Files'!A12. */
export interface LinkCell { readonly text: string; readonly to: string }
export type Cell = string | number | FormulaCell | LinkCell | null
export interface SheetColumn { readonly header: string; readonly unit: string; readonly width: number; /** e.g. '0.00' */ readonly format?: string; /** Long texts, in lines. */ readonly wraps?: true }
/** Rows as Excel counts them, from 1; the column from 0. */
export interface CellRange { readonly sheet: string; readonly column: number; readonly firstRow: number; readonly lastRow: number }
export interface ChartAxis { readonly title: string; readonly isLog?: boolean; readonly isReversed?: boolean; readonly fromZero?: boolean; /** Places on it mean nothing by themselves: no numbers. */ readonly isWithoutNumbers?: boolean }
export interface ChartSeries {
  readonly name: string
  readonly x: CellRange
  readonly y: CellRange
  /** Half the length of the error bar of each point. */
  readonly error?: CellRange
  /** #RRGGBB */
  readonly colour: string
  readonly style: 'line' | 'dashed' | 'points' | 'linePoints'
}
/** A chart that stays editable in Excel: everything that it shows stands in cells. */
export interface SheetChart {
  readonly kind: 'scatter' | 'columns' | 'stackedColumns'
  /** Of the figure that it shows. */
  readonly id: string
  readonly title: string
  readonly x: ChartAxis
  readonly y: ChartAxis
  readonly series: readonly ChartSeries[]
}
/** A name for a cell or a number, to be used in formulas: F_C_PER_MOL. */
export interface DefinedName { readonly name: string; readonly formula: string }

export interface Sheet {
  readonly name: string
  /** Lines above the table (title, 'simulated'), each one cell in column A. */
  readonly preamble: readonly string[]
  readonly columns: readonly SheetColumn[]
  /** Rows below the header row and, unless it has none, the units row. */
  readonly rows: readonly (readonly Cell[])[]
  /** Side by side, below the rows. */
  readonly charts?: readonly SheetChart[]
  readonly isWithoutUnits?: true
  /** A table with filters and bands that can be sorted: only where no other cell refers to one of its rows. */
  readonly isSortable?: true
  /** Columns that stay in sight at the left; one unless said. */
  readonly frozen?: number
  /** Rows that stand out, as means among their runs; from 0. */
  readonly boldRows?: ReadonlySet<number>
}
export interface Workbook { readonly sheets: readonly Sheet[]; readonly names?: readonly DefinedName[] }

import type { FieldValues } from './metadata/fields'
import type { QuantityKind } from './quantity'

export const techniques = [
  'LSV', 'CV', 'CA', 'CP', 'OCV', 'EIS', 'GCPL', 'SWV', 'DPV', 'TAFEL', 'UVVIS', 'IC', 'GC', 'NMR', 'RAMAN', 'IR', 'EPR', 'XPS', 'XRD', 'DOS',
  'RUNSHEET', 'TABLE', 'OTHER'
] as const
export type Technique = (typeof techniques)[number]

/** One column as the file has it: name and unit unchanged, numbers unconverted. A text column holds indices into `labels`. NaN = empty cell. */
export interface Column {
  readonly name: string
  readonly quantity: QuantityKind
  readonly unit: string
  readonly values: Float64Array
  readonly labels?: readonly string[]
  /** Its column in the file, where an empty one before it was left out. */
  readonly at?: number
  /** Only between a reader and the store, which gives out every row: a map of 200 MB repeats its axis 50 000 times. */
  readonly repeats?: Repeats
}

/** 'column': a b c a b c …, 'value': a a … b b … */
interface RepeatedValues { readonly each: 'column' | 'value'; readonly times: number }
/** An even step, so many rows: a clock, a counter. `values` are the first row and the step, in whole parts of 1/`over`: row i is (values[0] + i · values[1]) / over. */
export interface EvenSteps { readonly each: 'step'; readonly times: number; readonly over: number }
export type Repeats = RepeatedValues | EvenSteps

/** Rows start … end − 1: a potential sweep, a cycle, a step of a sequence, a spectrum of a series. */
export interface Segment {
  readonly kind: 'sweep' | 'cycle' | 'step' | 'spectrum'
  readonly start: number
  readonly end: number
  readonly label?: string
}

/** What the file itself says, in its own words and order (instrument settings), and facts the reader derived. */
export interface NamedValue { readonly name: string; readonly value: string | number | boolean }

/** What every reader makes of a file: one dataset with its units and everything the file says about it. */
export interface Measurement {
  readonly technique: Technique
  /** Name of this dataset inside its file (table, sample, curve); '' when the file holds only one without a name. */
  readonly title: string
  readonly columns: readonly Column[]
  readonly segments: readonly Segment[]
  readonly settings: readonly NamedValue[]
  /** Derived by the reader, e.g. fermiEnergy_eV, ispin, sweeps. */
  readonly facts: readonly NamedValue[]
  /** Conditions stated by the file's header, in our field names; the lowest origin but the project's defaults. */
  readonly header: FieldValues
  /** ISO 8601 local time without zone unless the file states one; null when the file has none or it is ambiguous. */
  readonly startedAt: string | null
  /** e.g. 'cathodic current negative (IUPAC)', 'as recorded; the file does not say'. */
  readonly signConvention: string | null
  readonly warnings: readonly string[]
  /** False for an aborted, truncated or still growing file: what is there is kept. */
  readonly complete: boolean
}

export interface ColumnSummary {
  readonly name: string
  readonly quantity: QuantityKind
  readonly unit: string
  readonly rows: number
  /** null: no finite number. Text columns give their first and last text and null for min and max. */
  readonly first: number | string | null
  readonly last: number | string | null
  readonly min: number | null
  readonly max: number | null
  readonly at?: number
  readonly repeats?: Repeats
}

/** A measurement without its numbers: what lists, metadata and `collect` look at. */
export interface MeasurementSummary extends Omit<Measurement, 'columns'> {
  readonly columns: readonly ColumnSummary[]
}

export function summariseColumn(column: Column): ColumnSummary {
  const { name, quantity, unit, values, labels, repeats } = column
  const rest = { ...(column.at === undefined ? {} : { at: column.at }), ...(repeats ? { repeats } : {}) }
  const rows = rowsOf(column)
  // Of a column that repeats these hold every value, of even steps the first and the last, which are the lowest and the highest.
  const some = repeats?.each === 'step' ? Float64Array.of(evenStep(values, repeats.over, 0), evenStep(values, repeats.over, rows - 1)) : values
  const last = some.length - 1
  if (labels) {
    const text = (i: number): string | null => labels[some[i] ?? -1] ?? null
    return { name, quantity, unit, rows, first: text(0), last: text(last), min: null, max: null, ...rest }
  }
  let min = Infinity
  let max = -Infinity
  for (const value of some) {
    if (value < min) min = value
    if (value > max) max = value
  }
  const finite = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null)
  return { name, quantity, unit, rows, first: finite(some[0]), last: finite(some[last]), min: finite(min), max: finite(max), ...rest }
}

export function rowsOf({ values, repeats }: Pick<Column, 'values' | 'repeats'>): number {
  return repeats?.each === 'step' ? repeats.times : values.length * (repeats?.times ?? 1)
}

export const repeated = (each: RepeatedValues['each'], times: number): Pick<Column, 'repeats'> => (times > 1 ? { repeats: { each, times } } : {})

/** Row `row` of a column that goes in even steps, as its reader found it in the file: the same operations, so the same bits. */
export const evenStep = (values: Float64Array, over: number, row: number): number => (values[0]! + row * values[1]!) / over

/** One number a row. */
export function everyRow({ values, repeats }: Pick<Column, 'values' | 'repeats'>): Float64Array {
  if (!repeats) return values
  const rows = new Float64Array(rowsOf({ values, repeats }))
  if (repeats.each === 'step') for (let row = 0; row < rows.length; row += 1) rows[row] = evenStep(values, repeats.over, row)
  else if (repeats.each === 'column') for (let start = 0; start < rows.length; start += values.length) rows.set(values, start)
  else values.forEach((value, i) => rows.fill(value, i * repeats.times, (i + 1) * repeats.times))
  return rows
}

export function summariseMeasurement(measurement: Measurement): MeasurementSummary {
  return { ...measurement, columns: measurement.columns.map(summariseColumn) }
}

/** The first column of a quantity, or undefined: the caller decides what is missing. */
export function columnOf<C extends { quantity: QuantityKind }>(measurement: { columns: readonly C[] }, quantity: QuantityKind): C | undefined {
  return measurement.columns.find((column) => column.quantity === quantity)
}

import type { Column } from '../../measurement'

const mostDecimals = 15
const firstInexact = 2 ** 53

/** A column that goes in even steps of whole parts of 1/over: a clock (0.1, 0.2 …), a counter, a constant. */
export interface EvenColumn { readonly start: number; readonly step: number; readonly over: number }

/** The even steps that two rows begin; null where one of them is no decimal number of some fifteen digits. */
export function evenColumn(first: number, second: number): EvenColumn | null {
  let over = 1
  for (let decimals = 0; decimals <= mostDecimals; decimals += 1, over *= 10) {
    const start = Math.round(first * over)
    const next = Math.round(second * over)
    if (!(Math.abs(start) < firstInexact && Math.abs(next) < firstInexact)) return null
    if (start / over === first && next / over === second) return { start, step: next - start, over }
  }
  return null
}

/** Whether the rows `firstRow` … are, bit by bit, what the steps say. */
export function isEven({ start, step, over }: EvenColumn, values: Float64Array, firstRow: number, rows: number): boolean {
  for (let i = 0; i < rows; i += 1) {
    const value = values[i]!
    if (value !== (start + (firstRow + i) * step) / over || (value === 0 && 1 / value < 0)) return false
  }
  return true
}

/** The first `rows` rows, into new values. */
export function fillEven({ start, step, over }: EvenColumn, values: Float64Array, rows: number): Float64Array {
  // What is never written to takes no memory.
  if (start !== 0 || step !== 0) for (let row = 0; row < rows; row += 1) values[row] = (start + row * step) / over
  return values
}

/** As a reader hands it on (`everyRow` gives the rows). */
export function keptEven({ start, step, over }: EvenColumn, rows: number): Pick<Column, 'values' | 'repeats'> {
  return step === 0 ? { values: Float64Array.of(start / over), repeats: { each: 'value', times: rows } } : { values: Float64Array.of(start, step), repeats: { each: 'step', times: rows, over } }
}

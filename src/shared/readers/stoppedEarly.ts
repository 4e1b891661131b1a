import { evenStep, everyRow, rowsOf, type Column } from '../measurement'

/** Rows may stand so much apart at the end that the last of them comes before it. */
const spacings = 1.5

/**
 * What to say of a trace at one setting that ends before its programmed time; null where it does not. It was stopped by hand, or is cut off
 * at the end of a line: the file is the same. `time` is in seconds, from 0 or, where the clock runs on from what was before, from its first row.
 */
export function stoppedEarly(time: Pick<Column, 'values' | 'repeats'> | undefined, programmed_s: number | undefined, clock: 'from 0' | 'runs on' = 'from 0'): string | null {
  if (time === undefined || programmed_s === undefined || !(programmed_s > 0) || rowsOf(time) === 0) return null
  const { first, last, widest } = spanOf(time)
  const elapsed_s = last - (clock === 'from 0' ? 0 : first)
  if (!(elapsed_s >= 0) || elapsed_s + spacings * widest >= programmed_s * (1 - 1e-6)) return null
  return `The file ends at ${shown(elapsed_s)} s of the ${shown(programmed_s)} s that were programmed; what was measured is kept.`
}

/** First row, last number and widest step of a clock; of even steps without writing them out, which may take hundreds of megabytes. */
function spanOf(time: Pick<Column, 'values' | 'repeats'>): { readonly first: number; readonly last: number; readonly widest: number } {
  const { values, repeats } = time
  if (repeats?.each === 'step') {
    const last = evenStep(values, repeats.over, repeats.times - 1)
    return { first: evenStep(values, repeats.over, 0), last, widest: Math.max(0, last - evenStep(values, repeats.over, Math.max(0, repeats.times - 2))) }
  }
  const rows = everyRow(time)
  let [last, widest] = [NaN, 0]
  for (const row of rows) {
    if (!Number.isFinite(row)) continue
    if (row - last > widest) widest = row - last
    last = row
  }
  return { first: rows[0]!, last, widest }
}

const shown = (seconds: number): string => String(Number(seconds.toPrecision(6)))

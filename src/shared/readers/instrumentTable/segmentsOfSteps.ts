import type { Segment } from '../../measurement'

/** Rows of equal value, one after another: the scans of a CV, the steps of a sequence. `label` names each. */
export function segmentsOfSteps(values: Float64Array, kind: Segment['kind'], label: (value: number) => string): Segment[] {
  const segments: Segment[] = []
  for (let start = 0, row = 1; row <= values.length; row += 1) {
    if (row < values.length && (values[row] === values[start] || Number.isNaN(values[row]))) continue
    segments.push({ kind, start, end: row, label: label(values[start]!) })
    start = row
  }
  return segments
}

/**
 * Spectra one behind another: a frequency that turns back begins the next one. One spectrum gives no segments. Rows of a direct current between
 * (frequency 0) belong to the spectrum before them, those at the beginning to the first.
 */
export function segmentsOfSpectra(frequency: Float64Array): Segment[] {
  const starts = [0]
  let direction = 0
  let before = NaN
  for (let row = 0; row < frequency.length; row += 1) {
    const here = frequency[row]!
    if (!(here > 0)) continue
    const [step, jump] = [Math.sign(here - before), here / before]
    before = here
    if (step === 0 || Number.isNaN(step)) continue
    // A repeated or rounded frequency turns back a little; a new spectrum starts at the other end.
    if (direction !== 0 && step !== direction && (jump > 3 || jump < 1 / 3) && row - starts.at(-1)! > 1) {
      starts.push(row)
      direction = 0
    } else if (direction === 0) direction = step
  }
  return starts.length < 2 ? []
    : starts.map((start, i) => ({ kind: 'spectrum', start, end: starts[i + 1] ?? frequency.length, label: `spectrum ${i + 1}` }))
}

import type { Segment } from '../../measurement'

/**
 * Spectra of a series in one table: a new one begins where the frequency jumps back by more than a factor of two against its
 * direction. A table with a single spectrum gives none.
 */
export function findSpectra(frequency_Hz: Float64Array): Segment[] {
  const n = frequency_Hz.length
  let falling = 0
  for (let row = 1; row < n; row += 1) falling += Math.sign(frequency_Hz[row - 1]! - frequency_Hz[row]!) || 0
  const starts = [0]
  for (let row = 1; row < n; row += 1) {
    const ratio = frequency_Hz[row]! / frequency_Hz[row - 1]!
    if (falling >= 0 ? ratio > 2 : ratio < 0.5) starts.push(row)
  }
  return starts.length === 1 ? [] : starts.map((start, i) => ({ kind: 'spectrum', start, end: starts[i + 1] ?? n, label: String(i + 1) }))
}

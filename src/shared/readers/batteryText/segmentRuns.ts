import type { Segment } from '../../measurement'

/** One segment for every run of the same number. */
export function segmentRuns(kind: 'cycle' | 'step', numbers: Float64Array, label: (row: number) => string): Segment[] {
  const segments: Segment[] = []
  for (let start = 0; start < numbers.length;) {
    let end = start + 1
    while (end < numbers.length && Object.is(numbers[end], numbers[start])) end += 1
    segments.push({ kind, start, end, label: label(start) })
    start = end
  }
  return segments
}

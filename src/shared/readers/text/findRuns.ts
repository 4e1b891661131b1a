import type { Segment } from '../../measurement'

/** Rows of equal number in a column that counts cycles or steps; the label is that number. */
export function findRuns(values: Float64Array, kind: Segment['kind']): Segment[] {
  const segments: Segment[] = []
  let start = 0
  for (let row = 1; row <= values.length; row += 1) {
    if (row < values.length && Object.is(values[row], values[start])) continue
    segments.push({ kind, start, end: row, label: String(values[start]) })
    start = row
  }
  return segments.length > 0 && values.length > 0 ? segments : []
}

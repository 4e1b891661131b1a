import type { Column, Measurement } from '../../shared/measurement'

/**
 * Columns of a measurement for a plot of about maxPoints rows: in each bucket of rows the ones where any number column
 * is smallest or largest are kept, so that a spike never vanishes.
 */
export function decimateMeasurement(measurement: Measurement, maxPoints: number, fromRow = 0, toRow = Infinity): { columns: Column[]; totalRows: number } {
  const totalRows = Math.max(0, ...measurement.columns.map((column) => column.values.length))
  const start = Math.max(0, Math.floor(fromRow))
  const end = Math.min(totalRows, Math.ceil(toRow))
  const rows = keptRows(measurement.columns, start, end, Math.max(2, maxPoints))
  return { totalRows, columns: measurement.columns.map((column) => ({ ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? NaN) })) }
}

function keptRows(columns: readonly Column[], start: number, end: number, maxPoints: number): number[] {
  const count = end - start
  if (count <= maxPoints) return Array.from({ length: Math.max(0, count) }, (_, i) => start + i)
  const numeric = columns.filter((column) => !column.labels).slice(0, 4)
  const buckets = Math.max(1, Math.floor(maxPoints / (2 * Math.max(1, numeric.length))))
  const kept = new Set<number>([start, end - 1])
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = start + Math.floor((count * bucket) / buckets)
    const to = start + Math.floor((count * (bucket + 1)) / buckets)
    for (const { values } of numeric) {
      let low = from
      let high = from
      for (let row = from; row < to; row += 1) {
        if (values[row]! < values[low]!) low = row
        if (values[row]! > values[high]!) high = row
      }
      kept.add(low).add(high)
    }
  }
  return [...kept].sort((a, b) => a - b)
}

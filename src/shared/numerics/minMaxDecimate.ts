export interface Curve { readonly x: number[]; readonly y: number[] }

/**
 * At most `maxPoints` points for a picture: of each stretch of rows its lowest and highest y stay, and the first and last row,
 * so no peak is lost. Rows that are not finite are left out. Never for a number that is reported. RangeError below 4 points.
 */
export function minMaxDecimate(x: ArrayLike<number>, y: ArrayLike<number>, maxPoints: number): Curve {
  if (!(maxPoints >= 4)) throw new RangeError(`Decimation needs room for at least 4 points, got ${maxPoints}.`)
  if (x.length !== y.length) throw new RangeError(`Decimation needs as many x as y, got ${x.length} and ${y.length}.`)
  const rows: number[] = []
  for (let i = 0; i < x.length; i++) if (Number.isFinite(x[i]) && Number.isFinite(y[i])) rows.push(i)
  const kept = rows.length <= maxPoints ? rows : extremes(rows, y, Math.floor((maxPoints - 2) / 2))
  return { x: kept.map((row) => x[row]!), y: kept.map((row) => y[row]!) }
}

function extremes(rows: readonly number[], y: ArrayLike<number>, buckets: number): readonly number[] {
  const kept = new Set<number>([rows[0]!])
  for (let bucket = 0; bucket < buckets; bucket++) {
    const start = Math.floor((bucket * rows.length) / buckets)
    const end = Math.floor(((bucket + 1) * rows.length) / buckets)
    let low = rows[start]!
    let high = low
    for (let i = start; i < end; i++) {
      if (y[rows[i]!]! < y[low]!) low = rows[i]!
      if (y[rows[i]!]! > y[high]!) high = rows[i]!
    }
    kept.add(Math.min(low, high))
    kept.add(Math.max(low, high))
  }
  return [...kept.add(rows[rows.length - 1]!)]
}

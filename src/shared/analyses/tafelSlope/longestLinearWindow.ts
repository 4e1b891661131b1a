export interface LinearWindow {
  readonly start: number
  /** One behind the last point. */
  readonly end: number
  readonly slope: number
  readonly intercept: number
  readonly seSlope: number
  readonly r2: number
}

/**
 * The window of neighbouring points whose line has r² ≥ minR2 and reaches farthest in y (slope times width of x), with at least minPoints points; x
 * must rise. undefined where none is that straight. n² steps on prefix sums; windows are passed over that hold too little y for more.
 */
export function longestLinearWindow(x: readonly number[], y: readonly number[], minR2: number, minPoints: number): LinearWindow | undefined {
  const n = x.length
  const sums = Array.from({ length: 5 }, () => new Float64Array(n + 1))
  const [x0, y0] = [x[0] ?? 0, y[0] ?? 0]
  for (let i = 0; i < n; i += 1) {
    const [dx, dy] = [x[i]! - x0, y[i]! - y0]
    ;[dx, dy, dx * dx, dx * dy, dy * dy].forEach((value, k) => { sums[k]![i + 1] = sums[k]![i]! + value })
  }
  const [above, below] = [running(y, Math.max), running(y, Math.min)]
  const [aboveBehind, belowBehind] = [Math.max, Math.min].map((pick) => running(y.toReversed(), pick).reverse()) as [Float64Array, Float64Array]
  let best: LinearWindow | undefined
  let reach = 0
  for (let start = 0; start + minPoints <= n; start += 1) {
    for (let end = n; end - start >= minPoints; end -= 1) {
      if (Math.max(above[end - 1]! - belowBehind[start]!, aboveBehind[start]! - below[end - 1]!) < LEAST_RANGE * reach) break
      const line = lineOf(sums, start, end, x0, y0)
      if (!line || !(line.r2 >= minR2)) continue
      const own = Math.abs(line.slope) * (x[end - 1]! - x[start]!)
      if (own <= reach) continue
      reach = own
      best = { start, end, ...line }
    }
  }
  return best
}

/** The highest (lowest) value up to each place. */
function running(values: readonly number[], pick: (a: number, b: number) => number): Float64Array {
  let so = values[0] ?? 0
  return Float64Array.from(values, (value) => (so = pick(so, value)))
}

/** A line that is straight enough reaches hardly farther than its points. */
const LEAST_RANGE = 0.9

function lineOf(sums: readonly Float64Array[], start: number, end: number, x0: number, y0: number): Omit<LinearWindow, 'start' | 'end'> | undefined {
  const n = end - start
  const [sx, sy, sxx0, sxy0, syy0] = sums.map((sum) => sum[end]! - sum[start]!) as [number, number, number, number, number]
  const sxx = sxx0 - (sx * sx) / n
  const sxy = sxy0 - (sx * sy) / n
  const syy = syy0 - (sy * sy) / n
  if (!(sxx > 0) || !(syy > 0)) return undefined
  const slope = sxy / sxx
  const residuals = Math.max(0, syy - slope * sxy)
  const intercept = y0 + sy / n - slope * (x0 + sx / n)
  return { slope, intercept, r2: 1 - residuals / syy, seSlope: Math.sqrt(residuals / (n - 2) / sxx) }
}

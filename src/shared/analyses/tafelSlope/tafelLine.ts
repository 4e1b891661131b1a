import type { TafelPoints } from './tafelPoints'
import { longestLinearWindow } from './longestLinearWindow'

/** E = intercept + slope·log₁₀|j| over some neighbouring points. */
export interface TafelLine {
  readonly slope: number
  readonly intercept: number
  readonly uSlope: number
  readonly r2: number
  /** log₁₀|j| of the line at both ends of the window. */
  readonly from: number
  readonly to: number
}

/** Ends of a window as log₁₀|j|; null: found automatically. */
export interface TafelWindow { readonly from: number | null; readonly to: number | null; readonly minR2: number }

/** More are not searched through; the line itself goes through all. */
const MOST_SEARCHED = 400
const FEWEST = { chosen: 3, found: 5 }
const LEAST_DECADES = 1 / 3
const MOST_BLOCKS = 8

/** The line through all points of the chosen window, or of the widest that is straight enough; undefined without one that falls. */
export function tafelLine(points: TafelPoints, { from, to, minR2 }: TafelWindow): TafelLine | undefined {
  const { level } = points
  let [start, end] = [0, level.length]
  if (from !== null) { start = end; while (start > 0 && level[start - 1]! >= from) start -= 1 }
  if (to !== null) { end = start; while (end < level.length && level[end]! <= to) end += 1 }
  if (from !== null && to !== null) return end - start < FEWEST.chosen ? undefined : falling(lineThrough(points, start, end))
  const every = Math.max(1, Math.ceil((end - start) / MOST_SEARCHED))
  const rows = Array.from({ length: Math.ceil((end - start) / every) }, (_, i) => start + i * every)
  const found = longestLinearWindow(rows.map((row) => -points.potential_V[row]!), rows.map((row) => points.logJ[row]!), minR2, FEWEST.found)
  const line = found && falling(lineThrough(points, rows[found.start]!, rows[found.end - 1]! + 1))
  return line && line.to - line.from >= LEAST_DECADES ? line : undefined
}

const falling = (line: TafelLine | undefined): TafelLine | undefined => (line && line.slope < 0 ? line : undefined)

/**
 * The potential is set and the current is measured: log₁₀|j| is fitted against E, and the slope of E is one over that. Its error is that of
 * the points, whatever their scatter (White 1980), or that of blocks of neighbours where these go astray together (Liang & Zeger 1986): on a curve that bends the larger.
 */
function lineThrough({ potential_V, logJ }: TafelPoints, start: number, end: number): TafelLine | undefined {
  const n = end - start
  const mean = (values: readonly number[]): number => values.slice(start, end).reduce((sum, value) => sum + value, 0) / n
  const [meanE, meanJ] = [mean(potential_V), mean(logJ)]
  let [see, sej, sjj] = [0, 0, 0]
  for (let i = start; i < end; i += 1) {
    const [e, j] = [potential_V[i]! - meanE, logJ[i]! - meanJ]
    see += e * e
    sej += e * j
    sjj += j * j
  }
  const perVolt = sej / see
  if (!(see > 0) || !(sjj > 0) || !(Math.abs(perVolt) > 0)) return undefined
  const pull = (i: number): number => (potential_V[i]! - meanE) * (logJ[i]! - meanJ - perVolt * (potential_V[i]! - meanE))
  const errorOf = (blocks: number): number => {
    const sums = new Float64Array(blocks)
    for (let i = 0; i < n; i += 1) sums[Math.floor((i * blocks) / n)]! += pull(start + i)
    return Math.sqrt((sums.reduce((total, sum) => total + sum * sum, 0) * blocks) / (blocks - 2)) / see
  }
  const blocks = Math.max(3, Math.min(MOST_BLOCKS, Math.floor(n / 2)))
  const slope = 1 / perVolt
  const at = (E: number): number => meanJ + perVolt * (E - meanE)
  return { slope, intercept: meanE - slope * meanJ, uSlope: slope ** 2 * Math.max(errorOf(n), errorOf(blocks)), r2: sej ** 2 / see / sjj, from: at(potential_V[start]!), to: at(potential_V[end - 1]!) }
}

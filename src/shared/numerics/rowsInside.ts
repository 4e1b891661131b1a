import type { Range, Rows } from './range'
import { fanOut, type ExtremeRows } from './extremeRows'

/**
 * Stretches of rows whose x is inside a window, each with one neighbour beyond the edge, so that lines reach out of it; also the two
 * rows of a step that jumps over all of it. Blocks that lie wholly inside or outside are not looked into.
 */
export function rowsInside(x: Float64Array, xs: ExtremeRows, { min, max }: Range): readonly Rows[] {
  const found: { start: number; end: number }[] = []
  const add = (from: number, to: number): void => {
    const [start, end] = [Math.max(0, from - 1), Math.min(x.length, to + 1)]
    const last = found[found.length - 1]
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else found.push({ start, end })
  }
  const isInside = (value: number): boolean => value >= min && value <= max
  const jumps = (from: number, to: number): boolean => (from < min && to > max) || (from > max && to < min)

  const visit = (level: number, block: number): void => {
    if (level < 0) {
      if (isInside(x[block]!)) add(block, block + 1)
      return
    }
    const rows = fanOut ** (level + 1)
    const [start, end] = [block * rows, Math.min(x.length, (block + 1) * rows)]
    const blocks = xs.levels[level]!
    const [lowest, highest] = [blocks.lowest[block]!, blocks.highest[block]!]
    if (lowest >= min && highest <= max) return add(start, end)
    if (highest < min || lowest > max) return
    visitAll(level - 1, start, end)
  }
  const visitAll = (level: number, start: number, end: number): void => {
    const rows = fanOut ** (level + 1)
    for (let block = start / rows; block * rows < end; block += 1) {
      const first = block * rows
      if (first > 0 && jumps(x[first - 1]!, x[first]!)) add(first, first)
      visit(level, block)
    }
  }
  visitAll(xs.levels.length - 1, 0, x.length)
  return found
}

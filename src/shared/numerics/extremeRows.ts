/** Rows of the lowest and the highest value; −1 where there is none. */
export interface LowHigh { readonly low: number; readonly high: number }

/** Blocks of one size: the row and the value of the lowest and the highest of each; −1 and ±Infinity where there is none. */
export interface Blocks { readonly low: Int32Array; readonly high: Int32Array; readonly lowest: Float64Array; readonly highest: Float64Array }

export interface ExtremeRows {
  /** Of the rows start … end − 1, in the time of the logarithm of their number. NaN is passed over. */
  readonly between: (start: number, end: number) => LowHigh
  /** The finest first: a block of a level holds `fanOut` of the level below, and those of the first that many rows. */
  readonly levels: readonly Blocks[]
}

export const fanOut = 32

interface Best { low: number; high: number; lowest: number; highest: number }
const nothing = (): Best => ({ low: -1, high: -1, lowest: Infinity, highest: -Infinity })

/** A pyramid of the lowest and highest rows of blocks: some tenth of the memory of the values, built by looking at each once. */
export function extremeRows(values: Float64Array): ExtremeRows {
  const levels: Blocks[] = []
  for (let size = values.length; size > fanOut; size = Math.ceil(size / fanOut)) {
    const below = levels[levels.length - 1]
    const count = Math.ceil(size / fanOut)
    const level: Blocks = { low: new Int32Array(count), high: new Int32Array(count), lowest: new Float64Array(count), highest: new Float64Array(count) }
    for (let block = 0; block < count; block += 1) {
      const best = nothing()
      pick(values, below, block * fanOut, Math.min(size, (block + 1) * fanOut), best)
      level.low[block] = best.low
      level.high[block] = best.high
      level.lowest[block] = best.lowest
      level.highest[block] = best.highest
    }
    levels.push(level)
  }
  return {
    levels,
    between(start, end) {
      const best = nothing()
      let [from, to] = [start, end]
      for (let level = -1; from < to; level += 1) {
        const blocks = levels[level]
        const head = level === levels.length - 1 ? to : Math.min(to, Math.ceil(from / fanOut) * fanOut)
        const tail = Math.max(head, Math.floor(to / fanOut) * fanOut)
        pick(values, blocks, from, head, best)
        pick(values, blocks, tail, to, best)
        from = head / fanOut
        to = tail / fanOut
        if (head === tail) break
      }
      return best
    }
  }
}

/** Of rows, or of blocks of them. */
function pick(values: Float64Array, blocks: Blocks | undefined, from: number, to: number, best: Best): void {
  if (!blocks) {
    for (let row = from; row < to; row += 1) {
      const value = values[row]!
      if (value < best.lowest || (best.low < 0 && value === Infinity)) { best.lowest = value; best.low = row }
      if (value > best.highest || (best.high < 0 && value === -Infinity)) { best.highest = value; best.high = row }
    }
    return
  }
  for (let i = from; i < to; i += 1) {
    if (blocks.low[i]! < 0) continue
    if (best.low < 0 || blocks.lowest[i]! < best.lowest) { best.lowest = blocks.lowest[i]!; best.low = blocks.low[i]! }
    if (best.high < 0 || blocks.highest[i]! > best.highest) { best.highest = blocks.highest[i]!; best.high = blocks.high[i]! }
  }
}

import type { Pass } from './curvePasses'
import type { Range } from './range'

/** Rows of an outline for the picture, in the order they are drawn. `inside` are the parts of the curve that the window shows. */
export type CurveEnvelope = (inside: readonly Pass[], window: Range, columns: number) => readonly number[]

/**
 * Of a curve that passes so often that its passes cannot be told apart: the lowest and the highest row of each column of pixels, of
 * all rising passes there and of all falling ones back. Beside the window the outline of the whole curve, which is drawn up once.
 */
export function curveEnvelope(x: Float64Array, y: Float64Array, passes: readonly Pass[], all: Range, columnsBeside: number): CurveEnvelope {
  const whole = outlines(x, y, passes, all, columnsBeside)
  return (inside, window, columns) => {
    const fine = outlines(x, y, inside, window, columns)
    return (['rising', 'falling'] as const).flatMap((direction) => {
      const beside = whole[direction].filter((row) => x[row]! < window.min || x[row]! > window.max)
      const rows = [...beside, ...fine[direction]].sort((a, b) => x[a]! - x[b]! || a - b)
      return direction === 'rising' ? rows : rows.reverse()
    })
  }
}

interface Outline { readonly rising: readonly number[]; readonly falling: readonly number[] }

function outlines(x: Float64Array, y: Float64Array, parts: readonly Pass[], { min, max }: Range, columns: number): Outline {
  const make = (): { low: Int32Array; high: Int32Array } => ({ low: new Int32Array(columns).fill(-1), high: new Int32Array(columns).fill(-1) })
  const [rising, falling] = [make(), make()]
  const perX = max > min ? columns / (max - min) : 0
  for (const { start, end, isRising } of parts) {
    const { low, high } = isRising ? rising : falling
    for (let row = start; row < end; row += 1) {
      const [at, value] = [x[row]!, y[row]!]
      if (!(at >= min && at <= max) || Number.isNaN(value)) continue
      const column = Math.min(columns - 1, Math.floor((at - min) * perX))
      if (low[column]! < 0 || value < y[low[column]!]!) low[column] = row
      if (high[column]! < 0 || value > y[high[column]!]!) high[column] = row
    }
  }
  const rowsOf = ({ low, high }: { low: Int32Array; high: Int32Array }): number[] => Array.from(low, (row, i) => [row, high[i]!]).flat().filter((row) => row >= 0)
  return { rising: rowsOf(rising), falling: rowsOf(falling) }
}

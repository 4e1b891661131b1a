import type { Axis } from '@shared/figure'

export interface Range { readonly min: number; readonly max: number }

/** From the lowest to the highest finite value (positive ones only on a log axis); null when there is none. */
export function extentOf(values: ArrayLike<number>, axis: Pick<Axis, 'log'>): Range | null {
  let min = Infinity
  let max = -Infinity
  // By their places: whatever walks along a long array makes an object of each number.
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!
    if (!Number.isFinite(value) || (axis.log && value <= 0)) continue
    if (value < min) min = value
    if (value > max) max = value
  }
  return min > max ? null : { min, max }
}

/** The extent with room on both sides, as a share of its length (of its decades on a log axis). */
export function axisRange(extent: Range | null, axis: Pick<Axis, 'log'>, room: number): Range {
  if (!extent) return axis.log ? { min: 0.1, max: 10 } : { min: 0, max: 1 }
  const { min, max } = extent
  if (axis.log) {
    const by = min === max ? 10 ** 0.5 : (max / min) ** room
    return { min: min / by, max: max * by }
  }
  const by = min === max ? Math.abs(min) * 0.1 || 1 : (max - min) * room
  return { min: min - by, max: max + by }
}

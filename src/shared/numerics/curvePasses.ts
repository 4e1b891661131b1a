import type { Range, Rows } from './range'

/** A stretch in which x only rises or only falls, but for its noise. */
export interface Pass extends Rows { readonly isRising: boolean }

/** x has turned when it went back by this share of all of its range. */
const turnShare = 0.01

/** Where x turns: a trace against time is one pass, a cyclic voltammogram two for each cycle. x must be finite. */
export function passesOf(x: ArrayLike<number>, { min, max }: Range): readonly Pass[] {
  const enough = turnShare * (max - min)
  const passes: Pass[] = []
  let [start, direction, lowest, highest] = [0, 0, 0, 0]
  for (let row = 1; row < x.length; row += 1) {
    if (x[row]! <= x[lowest]!) lowest = row
    if (x[row]! >= x[highest]!) highest = row
    if (direction === 0) {
      if (x[highest]! - x[lowest]! > enough) direction = highest > lowest ? 1 : -1
    } else if (direction > 0 ? x[highest]! - x[row]! > enough : x[row]! - x[lowest]! > enough) {
      const end = (direction > 0 ? highest : lowest) + 1
      passes.push({ start, end, isRising: direction > 0 })
      start = end
      direction = -direction
      lowest = highest = row
    }
  }
  return x.length === 0 ? [] : [...passes, { start, end: x.length, isRising: direction >= 0 }]
}

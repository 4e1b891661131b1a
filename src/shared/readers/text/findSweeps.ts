import type { Segment } from '../../measurement'

/**
 * Sweeps between the turning points of a potential: a turn counts when the potential comes back by more than 2 % of its range and
 * more than three usual steps, so that noise makes none. The turning point ends a sweep. Fewer than three rows give none.
 */
export function findSweeps(potential: Float64Array): Segment[] {
  const n = potential.length
  if (n < 3) return []
  let low = Infinity
  let high = -Infinity
  let steps = 0
  let last = NaN
  for (const E of potential) {
    if (Number.isNaN(E)) continue
    if (E < low) low = E
    if (E > high) high = E
    if (!Number.isNaN(last)) steps += Math.abs(E - last)
    last = E
  }
  if (!(high > low)) return []
  const turn = Math.max(0.02 * (high - low), (3 * steps) / n)
  const bounds: number[] = [0]
  let direction = 0
  let [lowAt, highAt] = [0, 0]
  for (let row = 1; row < n; row += 1) {
    const E = potential[row]!
    if (Number.isNaN(E)) continue
    if (Number.isNaN(potential[lowAt]!) || E < potential[lowAt]!) lowAt = row
    if (Number.isNaN(potential[highAt]!) || E > potential[highAt]!) highAt = row
    if (direction >= 0 && potential[highAt]! - E > turn) {
      if (direction > 0 || highAt - bounds.at(-1)! > 1) bounds.push(highAt + 1)
      direction = -1
      lowAt = row
      highAt = row
    } else if (direction <= 0 && E - potential[lowAt]! > turn) {
      if (direction < 0 || lowAt - bounds.at(-1)! > 1) bounds.push(lowAt + 1)
      direction = 1
      lowAt = row
      highAt = row
    }
  }
  bounds.push(n)
  return bounds.slice(1).map((end, i) => ({ kind: 'sweep', start: bounds[i]!, end }))
}

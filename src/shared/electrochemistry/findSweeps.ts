import type { Segment } from '../measurement'

const fewestRows = 3

/**
 * Sweeps between the turning points of a potential: a turn counts when the potential comes back by more than 2 % of its range and
 * more than three usual steps, so that noise makes none. The turning point ends a sweep. Fewer than three rows are no sweep: such a
 * jump at switching on belongs to the sweep behind it.
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
  const starts = withoutShort(bounds, n)
  return starts.map((start, i) => ({ kind: 'sweep', start, end: starts[i + 1] ?? n }))
}

/** Sweeps alternate in direction: a short one between two others was a spike, so the three are one sweep. */
function withoutShort(bounds: readonly number[], n: number): number[] {
  const starts = [0]
  for (let i = 1; i < bounds.length; i += 1) {
    if (i === 1 && bounds[1]! < fewestRows) continue
    if ((bounds[i + 1] ?? n) - bounds[i]! < fewestRows) i += 1
    else starts.push(bounds[i]!)
  }
  return starts
}

import { runningMedian } from '../numerics/runningMedian'
import type { RheSweep } from './sweepOnRheScale'

/** Noise of the current and the resistance move a potential as well: so much and this many times its noise is no turn. */
const LEAST_V = 0.01
const NOISES = 6
const REACH = 2

/**
 * Where a sweep towards negative potentials comes back once i·R_u is subtracted from it: its lowest potential, and the highest behind that.
 * null where it does not, or nothing was subtracted. No electrode does that: the resistance or the fraction is too large.
 */
export function foldOf({ potential_V, scale }: Pick<RheSweep, 'potential_V' | 'scale'>): { readonly from_V: number; readonly to_V: number } | null {
  if (scale.iR === null || !(scale.iR.ru_ohm * scale.iR.fraction > 0)) return null
  const steady = runningMedian(potential_V, REACH)
  const noise = Math.sqrt(potential_V.reduce((sum, E, i) => sum + (E - steady[i]!) ** 2, 0) / potential_V.length)
  let [lowest, fold] = [Infinity, null as { from_V: number; to_V: number } | null]
  for (const E of steady) {
    lowest = Math.min(lowest, E)
    if (E - lowest > Math.max(LEAST_V, NOISES * noise, fold ? fold.to_V - fold.from_V : 0)) fold = { from_V: lowest, to_V: E }
  }
  return fold
}

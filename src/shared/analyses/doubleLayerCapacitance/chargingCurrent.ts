import { interpolate } from '../../numerics/interpolate'

export interface ChargingCurrent {
  /** (j_anodic − j_cathodic)/2 at mid-window, in the unit of the current. */
  readonly halfDifference: number
  readonly midPotential: number
}

/**
 * Half the difference of anodic and cathodic current at mid-window of the last full cycle (contracts 6). `sweeps` are row ranges
 * in order; a full cycle is two neighbouring sweeps in opposite directions over (nearly) the whole window. RangeError without one.
 */
export function chargingCurrent(potential: ArrayLike<number>, current: ArrayLike<number>, sweeps: readonly { readonly start: number; readonly end: number }[]): ChargingCurrent {
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < potential.length; i += 1) {
    const E = potential[i]!
    if (E < low) low = E
    if (E > high) high = E
  }
  const span = ({ start, end }: { start: number; end: number }): number => potential[end - 1]! - potential[start]!
  const whole = sweeps.filter((sweep) => Math.abs(span(sweep)) > 0.9 * (high - low))
  const last = whole.at(-1)
  const before = last && whole.filter((sweep) => Math.sign(span(sweep)) === -Math.sign(span(last))).at(-1)
  if (!last || !before || !(high > low)) throw new RangeError('The CV holds no full cycle (one sweep each way over the whole window).')
  const midPotential = (low + high) / 2
  const at = ({ start, end }: { start: number; end: number }): number => {
    const E: number[] = []
    const i: number[] = []
    for (let row = start; row < end; row += 1) {
      if (!Number.isFinite(potential[row]) || !Number.isFinite(current[row])) continue
      E.push(potential[row]!)
      i.push(current[row]!)
    }
    const value = interpolate(E, i, midPotential)
    if (value === undefined) throw new RangeError('A sweep of the CV does not reach the middle of its window.')
    return value
  }
  const [anodic, cathodic] = span(last) > 0 ? [at(last), at(before)] : [at(before), at(last)]
  return { halfDifference: (anodic - cathodic) / 2, midPotential }
}

import { interpolate } from '../../numerics/interpolate'

export interface ChargingCurrent {
  /** (j_anodic − j_cathodic)/2 at this potential, in the unit of the current. */
  readonly halfDifference: number
  readonly atPotential: number
}
interface Rows { readonly start: number; readonly end: number }
export interface FullCycle { readonly anodic: Rows; readonly cathodic: Rows; readonly low: number; readonly high: number }

/**
 * The last full cycle (contracts 6): two neighbouring sweeps in opposite directions over (nearly) the whole window. `sweeps` are row
 * ranges in order. RangeError without one.
 */
export function lastFullCycle(potential: ArrayLike<number>, sweeps: readonly Rows[]): FullCycle {
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < potential.length; i += 1) {
    const E = potential[i]!
    if (E < low) low = E
    if (E > high) high = E
  }
  const span = ({ start, end }: Rows): number => potential[end - 1]! - potential[start]!
  const whole = sweeps.filter((sweep) => Math.abs(span(sweep)) > 0.9 * (high - low))
  const last = whole.at(-1)
  const before = last && whole.filter((sweep) => Math.sign(span(sweep)) === -Math.sign(span(last))).at(-1)
  if (!last || !before || !(high > low)) throw new RangeError('The CV holds no full cycle (one sweep each way over the whole window).')
  return span(last) > 0 ? { anodic: last, cathodic: before, low, high } : { anodic: before, cathodic: last, low, high }
}

/** Half the difference of anodic and cathodic current of the last full cycle, at mid-window unless a potential is given. RangeError where it does not reach. */
export function chargingCurrent(potential: ArrayLike<number>, current: ArrayLike<number>, sweeps: readonly Rows[], atPotential?: number): ChargingCurrent {
  const { anodic, cathodic, low, high } = lastFullCycle(potential, sweeps)
  const place = atPotential ?? (low + high) / 2
  const at = ({ start, end }: Rows): number => {
    const E: number[] = []
    const i: number[] = []
    for (let row = start; row < end; row += 1) {
      if (!Number.isFinite(potential[row]) || !Number.isFinite(current[row])) continue
      E.push(potential[row]!)
      i.push(current[row]!)
    }
    const value = interpolate(E, i, place)
    if (value !== undefined) return value
    throw new RangeError(atPotential === undefined
      ? 'A sweep of the CV does not reach the middle of its window.'
      : `A sweep of the CV does not reach ${Number(place.toPrecision(4))}; its window is ${Number(low.toPrecision(4))} … ${Number(high.toPrecision(4))}.`)
  }
  return { halfDifference: (at(anodic) - at(cathodic)) / 2, atPotential: place }
}

import type { RheSweep } from '../../electrochemistry/sweepOnRheScale'
import { middle, runningMedian } from '../../numerics/runningMedian'

/** All points of a sweep that a Tafel line may go through, in its order: E falls, |j| rises. */
export interface TafelPoints {
  readonly potential_V: readonly number[]
  readonly logJ: readonly number[]
  /** log₁₀ of |j| without its noise (running median): where a window begins and ends hangs on no single point. */
  readonly level: readonly number[]
}

const LOWEST_MA_CM2 = 0.02
/** Where the noise is more than this share of |j|, its logarithm is no longer what the current is. */
const MOST_NOISE = 0.1
const REACH = 5
/** A point is a spike where it lies this many times the noise, and this share of the current, off its neighbours. */
const SPIKE = { noises: 8, share: 0.1 }

const known = new WeakMap<RheSweep, TafelPoints>()

/** Found once for each sweep: a window that is dragged asks for them sixty times a second. */
export function tafelPoints(sweep: RheSweep): TafelPoints {
  const points = known.get(sweep) ?? pointsOf(sweep)
  known.set(sweep, points)
  return points
}

/**
 * From where the reduction current stands out of its noise to where it is highest, or where an iR correction turns the potential back.
 * Every point counts: to keep those alone that exceed all before them is to keep the upper side of the noise.
 */
function pointsOf({ potential_V, j_mA_cm2 }: RheSweep): TafelPoints {
  const current = j_mA_cm2.map((j) => -j)
  const [level, potential] = [runningMedian(current, REACH), runningMedian(potential_V, REACH)]
  const noise = localNoise(current)
  const last = Math.min(placeOf(level, (value, best) => value > best), placeOf(potential, (value, best) => value < best))
  let first = last + 1
  while (first > 0 && level[first - 1]! > LOWEST_MA_CM2 && noise[first - 1]! <= MOST_NOISE * level[first - 1]!) first -= 1
  const isSpike = (row: number): boolean => Math.abs(current[row]! - level[row]!) > Math.max(SPIKE.noises * noise[row]!, SPIKE.share * level[row]!)
  const rows = Array.from({ length: Math.max(0, last + 1 - first) }, (_, i) => first + i).filter((row) => current[row]! > 0 && !isSpike(row))
  return { potential_V: rows.map((row) => potential_V[row]!), logJ: rows.map((row) => Math.log10(current[row]!)), level: rows.map((row) => Math.log10(level[row]!)) }
}

/** Standard deviation about each row, from the second differences there (see noiseSd). */
function localNoise(values: Float64Array): Float64Array {
  const bends = values.map((value, i) => (i === 0 || i === values.length - 1 ? NaN : Math.abs(values[i - 1]! - 2 * value + values[i + 1]!)))
  return values.map((_, i) => middle([...bends.subarray(Math.max(0, i - REACH), i + REACH + 1)].filter(Number.isFinite)) / 0.6745 / Math.sqrt(6))
}

const placeOf = (values: Float64Array, isBetter: (value: number, best: number) => boolean): number => values.reduce((best, value, i) => (isBetter(value, values[best]!) ? i : best), 0)

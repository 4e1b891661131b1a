import { interpolate } from '../numerics/interpolate'
import { linearFit } from '../numerics/linearFit'
import { middle, runningMedian } from '../numerics/runningMedian'
import { IN_A_ROW, potentialAtCurrent, type CathodicSweep } from './cathodicSweep'

export const onsetMethods = ['threshold', 'tangent', 'departure'] as const
export type OnsetMethod = (typeof onsetMethods)[number]

/** Width of the quiet beginning of a sweep that stands for its baseline, V. */
const BASELINE_V = 0.1
/** Half width of the piece of curve whose straight line is the tangent, V. */
const TANGENT_V = 0.01
const FEWEST = 5

export interface Onset { readonly potential_V: number; readonly method: string }
export type NoOnset = 'before' | 'never' | 'flat' | 'noBlank'

/** First potential from which on |j| is at or above a level (five points in a row), linear between points. Murthy et al., J. Phys. Chem. C 122 (2018) 23943, call it the arbitrary-current onset. */
export function thresholdOnset(sweep: CathodicSweep, level_mA_cm2: number): Onset | NoOnset {
  const potential = potentialAtCurrent(sweep, level_mA_cm2)
  return typeof potential === 'number' ? { potential_V: potential, method: `first potential with |j| ≥ ${level_mA_cm2} mA cm⁻² (threshold)` } : potential
}

/** Where the line of the first 100 mV meets the tangent at |j| = level (line through the points within 10 mV). */
export function tangentOnset(sweep: CathodicSweep, level_mA_cm2: number): Onset | NoOnset {
  const at = potentialAtCurrent(sweep, level_mA_cm2)
  if (typeof at !== 'number') return at
  const { potential_V } = sweep
  // A spike would bend a line: each point is the median of its neighbours, which leaves a curve that only falls as it is.
  const j_mA_cm2 = runningMedian(sweep.j_mA_cm2, 2)
  const start = potential_V[0]!
  const baseline = lineOf(potential_V, j_mA_cm2, (E) => E >= start - BASELINE_V)
  const tangent = lineOf(potential_V, j_mA_cm2, (E) => Math.abs(E - at) <= TANGENT_V)
  if (!baseline || !tangent || at > start - BASELINE_V || Math.abs(tangent.slope) < 3 * Math.abs(baseline.slope)) return 'flat'
  return {
    potential_V: (tangent.intercept - baseline.intercept) / (baseline.slope - tangent.slope),
    method: `tangent at |j| = ${level_mA_cm2} mA cm⁻² meets the line of the first ${BASELINE_V * 1000} mV`
  }
}

/** Where the sweep leaves the nitrate-free one: the first of five points whose difference is beyond 3 sd of that of the first 100 mV. */
export function departureOnset(sweep: CathodicSweep, blank: CathodicSweep | null): Onset | NoOnset {
  if (!blank) return 'noBlank'
  const rows: { readonly E: number; readonly difference: number }[] = []
  sweep.potential_V.forEach((E, row) => {
    const without = interpolate(blank.potential_V, blank.j_mA_cm2, E)
    if (without !== undefined) rows.push({ E, difference: sweep.j_mA_cm2[row]! - without })
  })
  if (rows.length === 0) return 'flat'
  const beginning = rows.filter(({ E }) => E >= rows[0]!.E - BASELINE_V).map(({ difference }) => difference)
  if (beginning.length < FEWEST) return 'flat'
  const quiet = withoutSpikes(beginning)
  const mean = quiet.reduce((sum, value) => sum + value, 0) / quiet.length
  const sd = Math.sqrt(quiet.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (quiet.length - 1))
  for (let i = beginning.length, inARow = 0; i < rows.length; i += 1) {
    inARow = rows[i]!.difference - mean < -3 * sd ? inARow + 1 : 0
    if (inARow === IN_A_ROW) return { potential_V: rows[i - IN_A_ROW + 1]!.E, method: `leaves the nitrate-free curve by more than 3 sd (${sd.toPrecision(2)} mA cm⁻²) of the first ${BASELINE_V * 1000} mV` }
  }
  return 'never'
}

function lineOf(potential_V: Float64Array, j_mA_cm2: Float64Array, isIn: (E: number) => boolean): { slope: number; intercept: number } | null {
  const rows = [...potential_V.keys()].filter((row) => isIn(potential_V[row]!))
  return rows.length < FEWEST ? null : linearFit(rows.map((row) => potential_V[row]!), rows.map((row) => j_mA_cm2[row]!))
}

/** Without those that lie ten times as far off their median as the half of them does. */
function withoutSpikes(values: readonly number[]): readonly number[] {
  const centre = middle(values)
  const spread = middle(values.map((value) => Math.abs(value - centre)))
  return spread > 0 ? values.filter((value) => Math.abs(value - centre) <= 10 * spread) : values
}

import { nernstSlope_V } from '../electrochemistry/potentialVsRhe'
import type { Random } from './random'
import type { Recording } from './recording'

export interface SweepShape {
  /** Where |j| is 0.5 mA cm⁻². */
  readonly onset_V_RHE: number
  readonly limit_mA_cm2: number
  /** Potential over which the current grows e-fold at its foot. */
  readonly rise_V: number
  readonly from_V_RHE: number
  readonly to_V_RHE: number
}

/** Ag/AgCl in saturated KCl, pH 7, 25 °C. */
export const referenceShift_V = 0.197 + nernstSlope_V(298.15) * 7
const ONSET_MA_CM2 = 0.5
const STEP_V = 0.001

type Sweep = Pick<Recording, 'time_s' | 'potential_V' | 'current_A'>

/** A cathodic sweep in steps of 1 mV against Ag/AgCl: a sigmoid that is −0.5 mA cm⁻² at the onset and levels off at its limit. */
export function linearSweepTrace(shape: SweepShape, area_cm2: number, scanRate_mV_s: number, random: Random): Sweep {
  const first = Math.round((shape.from_V_RHE - referenceShift_V) / STEP_V)
  const last = Math.round((shape.to_V_RHE - referenceShift_V) / STEP_V)
  const potential_V = Array.from({ length: first - last + 1 }, (_, row) => Number(((first - row) * STEP_V).toFixed(3)))
  const current_A = potential_V.map((potential) => {
    const foot = (shape.limit_mA_cm2 / ONSET_MA_CM2 - 1) * Math.exp((potential + referenceShift_V - shape.onset_V_RHE) / shape.rise_V)
    const j_mA_cm2 = -shape.limit_mA_cm2 / (1 + foot)
    return ((j_mA_cm2 * (1 + 3e-4 * random.normal()) + 5e-4 * random.normal()) * area_cm2) / 1000
  })
  return { time_s: potential_V.map((_, row) => (row * STEP_V * 1000) / scanRate_mV_s), potential_V, current_A }
}

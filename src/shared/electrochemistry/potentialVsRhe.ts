import { FARADAY_C_PER_MOL, GAS_CONSTANT_J_PER_MOL_K } from '../constants'

export interface AppliedPotential {
  readonly applied_V: number
  /** V vs SHE. */
  readonly referencePotential_V: number
  readonly pH: number
  readonly temperature_K: number
  /** Negative for reduction. */
  readonly current_A?: number
  readonly ru_ohm?: number
  /** Share of i·Ru to subtract, 0…1. */
  readonly irFraction?: number
}

/** E_RHE = E_applied + E_ref + (RT ln10/F) pH − f i Ru, in V (IUPAC sign: i < 0 for reduction). */
export function potentialVsRhe(input: AppliedPotential): number {
  const { applied_V, referencePotential_V, pH, temperature_K, current_A = 0, ru_ohm = 0, irFraction = 0 } = input
  return applied_V + referencePotential_V + nernstSlope_V(temperature_K) * pH - irFraction * current_A * ru_ohm
}

/** RT ln10 / F, V per pH unit (0.05916 at 25 °C). */
export function nernstSlope_V(temperature_K: number): number {
  if (!(temperature_K > 0)) throw new RangeError(`Temperature must be above 0 K, got ${temperature_K} K.`)
  return (GAS_CONSTANT_J_PER_MOL_K * temperature_K * Math.LN10) / FARADAY_C_PER_MOL
}

import { MOLAR_MASS_G_PER_MOL } from '../../constants'

const MG_PER_MOL = MOLAR_MASS_G_PER_MOL.NH3 * 1000

/** NH₃ made per hour and mass of catalyst, mg h⁻¹ mg⁻¹: r = n M/(t m). RangeError unless t and m are positive. */
export function yieldPerMass({ amountMol, time_h, mass_mg }: { amountMol: number; time_h: number; mass_mg: number }): number {
  if (!(time_h > 0) || !(mass_mg > 0)) throw new RangeError(`Time and mass must be positive, got ${time_h} h and ${mass_mg} mg.`)
  return (amountMol * MG_PER_MOL) / (time_h * mass_mg)
}

/** NH₃ made per hour and area, mg h⁻¹ cm⁻²: r = n M/(t A). RangeError unless t and A are positive. */
export function yieldPerArea({ amountMol, time_h, area_cm2 }: { amountMol: number; time_h: number; area_cm2: number }): number {
  if (!(time_h > 0) || !(area_cm2 > 0)) throw new RangeError(`Time and area must be positive, got ${time_h} h and ${area_cm2} cm².`)
  return (amountMol * MG_PER_MOL) / (time_h * area_cm2)
}

/** µmol h⁻¹ cm⁻². RangeError unless t and A are positive. */
export function molarYieldPerArea(input: { amountMol: number; time_h: number; area_cm2: number }): number {
  return (yieldPerArea(input) * 1e6) / MG_PER_MOL
}

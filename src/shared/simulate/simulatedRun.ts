import { FARADAY_C_PER_MOL, MOLAR_MASS_G_PER_MOL } from '../constants'
import type { CatalystPlan, RunTargets } from './labPlan'
import type { AssayProduct, Assays } from './simulatedAssay'

export interface Reading { readonly product: AssayProduct; readonly absorbance: number; readonly dilution: number }

/** What one electrolysis will leave behind. */
export interface SimulatedRun { readonly readings: readonly Reading[]; /** Without sign. */ readonly charge_C: number }

const ug = (amountMol: number, molarMass: number): number => amountMol * molarMass * 1e6

/**
 * Readings and charge that give the wanted yield and efficiencies back. The charge follows from the NH3 reading as it is printed, so
 * that the rounding of the absorbance shifts the yield (by less than 0.1 %) but not the efficiency.
 */
export function simulatedRun(wanted: RunTargets, plan: CatalystPlan, assays: Assays): SimulatedRun {
  const { mass_mg, time_h, volume_mL } = plan
  const nh3 = assays.NH3.reading((wanted.yield_nh3_mass * time_h * mass_mg * 1000) / volume_mL + assays.NH3.blank_ug_mL)
  const nh3Mol = (assays.NH3.concentrationOf(nh3.absorbance, nh3.dilution) * volume_mL * 1e-6) / MOLAR_MASS_G_PER_MOL.NH3
  const charge_C = (100 * 8 * FARADAY_C_PER_MOL * nh3Mol) / wanted.fe_nh3
  const no2Mol = (wanted.fe_no2 * charge_C) / (100 * 2 * FARADAY_C_PER_MOL)
  const no2 = assays.NO2.reading(ug(no2Mol, MOLAR_MASS_G_PER_MOL['NO2-']) / volume_mL + assays.NO2.blank_ug_mL)
  return { charge_C, readings: [{ product: 'NH3', ...nh3 }, { product: 'NO2', ...no2 }] }
}

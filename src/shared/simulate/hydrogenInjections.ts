import { FARADAY_C_PER_MOL, GAS_CONSTANT_J_PER_MOL_K } from '../constants'
import type { Random } from './random'
import { replicatesAround } from './replicatesAround'

const FLOW_ML_MIN = 20
const PRESSURE_PA = 101_325
const TEMPERATURE_K = 298.15

export interface Injection { readonly h2_ppm: number; readonly flow_mL_min: number }

/** Three injections of an online GC (ppm of H2 in the purge gas) whose mean stands for this share of the charge. */
export function hydrogenInjections(fe_h2: number, charge_C: number, time_h: number, random: Random): Injection[] {
  const h2Mol = (fe_h2 * charge_C) / (100 * 2 * FARADAY_C_PER_MOL)
  const gasMol = (PRESSURE_PA * FLOW_ML_MIN * 1e-6 * time_h * 60) / (GAS_CONSTANT_J_PER_MOL_K * TEMPERATURE_K)
  return replicatesAround((1e6 * h2Mol) / gasMol, 0.015, random).map((ppm) => ({ h2_ppm: Number(ppm.toFixed(2)), flow_mL_min: FLOW_ML_MIN }))
}

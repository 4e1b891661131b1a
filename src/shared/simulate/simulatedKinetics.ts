import { FARADAY_C_PER_MOL, MOLAR_MASS_G_PER_MOL } from '../constants'
import type { FieldValues } from '../metadata/fields'
import { electrolysisTrace } from './electrolysisTrace'
import { labTime } from './labClock'
import { AREA_CM2, ELECTROLYTE, potentials_V_RHE, targetsAt, type CatalystPlan } from './labPlan'
import { referenceShift_V } from './linearSweepTrace'
import { paperNitrate_M, printedValue } from './paperValues'
import { randomOf } from './random'
import { SIMULATED } from './recording'
import { recordedFile, type Simulated } from './simulatedFile'

/** Made up: a dilute solution that is used up by first order. */
export const simulatedRate_per_h = 0.42
const POTENTIAL_V = -0.3

/** One long electrolysis of dilute nitrate whose concentration is read by IC again and again. */
export function simulatedKinetics(plan: CatalystPlan, seed: number, startHour: number): Simulated {
  return withReadings(plan, {
    name: 'kinetics', nitrate_M: 0.005, charge_C: 95, hours: [0, 0.5, 1, 1.5, 2, 3, 4, 5], scatter: 0.004, share: (time_h) => Math.exp(-simulatedRate_per_h * time_h)
  }, seed, startHour)
}

/** k of C/C₀ over the twelve hours of the paper, 1/h: as printed, else what the products of the electrolyses at this potential used up. */
export function simulatedZeroOrder_per_h(plan: CatalystPlan): number {
  return printedValue(plan.catalyst, 'k_zero') ?? ratesAt(plan).amount_mol_h / ((paperNitrate_M * plan.volume_mL) / 1000)
}

/**
 * Twelve hours in the electrolyte of the paper, in which little of the nitrate is used up: by zero order. The constant that the paper
 * prints of Ru-NC is a quarter of a per cent in these twelve hours, so that readings must scatter less than those of an ion
 * chromatograph do to show it.
 */
export function simulatedDepletion(plan: CatalystPlan, seed: number, startHour: number): Simulated {
  const hours = [0, 1, 2, 4, 6, 8, 10, 12]
  const k = simulatedZeroOrder_per_h(plan)
  return withReadings(plan, { name: 'kinetics_12h', nitrate_M: paperNitrate_M, charge_C: ratesAt(plan).charge_C_h * hours.at(-1)!, hours, scatter: 2e-4, share: (time_h) => 1 - k * time_h }, seed, startHour)
}

/** What an electrolysis at this potential makes and draws in an hour. */
function ratesAt(plan: CatalystPlan): { amount_mol_h: number; charge_C_h: number } {
  const { fe_nh3, fe_no2, yield_nh3_mass } = targetsAt(plan, potentials_V_RHE.indexOf(POTENTIAL_V))
  const nh3_mol_h = (yield_nh3_mass * plan.mass_mg) / 1000 / MOLAR_MASS_G_PER_MOL.NH3
  const charge_C_h = (100 * 8 * FARADAY_C_PER_MOL * nh3_mol_h) / fe_nh3
  return { amount_mol_h: nh3_mol_h + (fe_no2 * charge_C_h) / (100 * 2 * FARADAY_C_PER_MOL), charge_C_h }
}

interface Series { readonly name: string; readonly nitrate_M: number; readonly charge_C: number; readonly hours: readonly number[]; readonly scatter: number; /** C/C₀. */ readonly share: (time_h: number) => number }

function withReadings({ catalyst, format, volume_mL }: CatalystPlan, { name, nitrate_M, charge_C, hours, scatter, share }: Series, seed: number, startHour: number): Simulated {
  const fileName = `${catalyst}_CA_${POTENTIAL_V}V_${name}`
  const random = randomOf(seed, fileName)
  const last_h = hours.at(-1)!
  const trace = electrolysisTrace(charge_C, last_h * 3600, 1500, format.printed, random)
  const common: FieldValues = { catalyst, run: `${catalyst}-${name}`, potential_V: POTENTIAL_V, reference: 'RHE', pH: 7, electrolyte: ELECTROLYTE, nitrate_M, note: SIMULATED }
  const applied_V = Number((POTENTIAL_V - referenceShift_V).toFixed(3))
  const file = recordedFile(format, { technique: 'CA', fileName, sample: catalyst, startedAt: labTime(startHour), area_cm2: AREA_CM2, potential_V: trace.time_s.map(() => applied_V), ...trace })
  const readings = hours.map((time_h): FieldValues => {
    const mM = 1000 * nitrate_M * share(time_h) * (1 + scatter * random.normal())
    return { ...common, technique: 'IC', analyte: 'NO3', basis: 'NO3-', dilution: 1, volume_mL, time_h, concentration_ug_mL: Number((mM * MOLAR_MASS_G_PER_MOL['NO3-']).toPrecision(6)) }
  })
  return { files: [file], rows: [{ ...common, file: `${fileName}.${format.extension}`, technique: 'CA', area_cm2: AREA_CM2, volume_mL, time_h: last_h }, ...readings] }
}

import { MOLAR_MASS_G_PER_MOL } from '../constants'
import type { FieldValues } from '../metadata/fields'
import { electrolysisTrace } from './electrolysisTrace'
import { labTime } from './labClock'
import { AREA_CM2, ELECTROLYTE, type CatalystPlan } from './labPlan'
import { referenceShift_V } from './linearSweepTrace'
import { randomOf } from './random'
import { SIMULATED } from './recording'
import { recordedFile, type Simulated } from './simulatedFile'

/** Made up: a dilute solution that is used up by first order. */
export const simulatedRate_per_h = 0.42
const C0_MM = 5
const HOURS = [0, 0.5, 1, 1.5, 2, 3, 4, 5] as const
const POTENTIAL_V = -0.3

/** One long electrolysis of dilute nitrate whose concentration is read by IC again and again. */
export function simulatedKinetics(plan: CatalystPlan, seed: number, startHour: number): Simulated {
  const { catalyst, format, volume_mL } = plan
  const fileName = `${catalyst}_CA_${POTENTIAL_V}V_kinetics`
  const random = randomOf(seed, fileName)
  const trace = electrolysisTrace(95, HOURS.at(-1)! * 3600, 1500, format.printed, random)
  const run = `${catalyst}-kinetics`
  const nitrate_M = C0_MM / 1000
  const common: FieldValues = { catalyst, run, potential_V: POTENTIAL_V, reference: 'RHE', pH: 7, electrolyte: ELECTROLYTE, nitrate_M, note: SIMULATED }
  const applied_V = Number((POTENTIAL_V - referenceShift_V).toFixed(3))
  const file = recordedFile(format, { technique: 'CA', fileName, sample: catalyst, startedAt: labTime(startHour), area_cm2: AREA_CM2, potential_V: trace.time_s.map(() => applied_V), ...trace })
  const readings = HOURS.map((time_h): FieldValues => {
    const mM = C0_MM * Math.exp(-simulatedRate_per_h * time_h) * (1 + 0.004 * random.normal())
    return { ...common, technique: 'IC', analyte: 'NO3', basis: 'NO3-', dilution: 1, volume_mL, time_h, concentration_ug_mL: Number((mM * MOLAR_MASS_G_PER_MOL['NO3-']).toPrecision(5)) }
  })
  return { files: [file], rows: [{ ...common, file: `${fileName}.${format.extension}`, technique: 'CA', area_cm2: AREA_CM2, volume_mL, time_h: HOURS.at(-1)! }, ...readings] }
}

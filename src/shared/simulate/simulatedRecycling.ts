import type { FieldValues } from '../metadata/fields'
import { electrolysisTrace } from './electrolysisTrace'
import { labTime } from './labClock'
import { AREA_CM2, ELECTROLYTE, potentials_V_RHE, targetsAt, type CatalystPlan } from './labPlan'
import { referenceShift_V } from './linearSweepTrace'
import { paperNitrate_M } from './paperValues'
import { randomOf } from './random'
import { SIMULATED } from './recording'
import type { Assays } from './simulatedAssay'
import { joined, recordedFile, type Simulated } from './simulatedFile'
import { simulatedRun } from './simulatedRun'

const CYCLES = 10

/** Ten electrolyses with the same electrode and fresh electrolyte: scatter without decay. */
export function simulatedRecycling(plan: CatalystPlan, potential_V: (typeof potentials_V_RHE)[number], assays: Assays, seed: number, startHour: number): Simulated {
  const { catalyst, format, time_h, mass_mg, volume_mL } = plan
  const random = randomOf(seed, `${catalyst} recycling`)
  const target = targetsAt(plan, potentials_V_RHE.indexOf(potential_V))
  return joined(Array.from({ length: CYCLES }, (_, i): Simulated => {
    const cycle = i + 1
    const fileName = `${catalyst}_CA_${potential_V}V_cycle${cycle}`
    const run = `${catalyst}-cycle${cycle}`
    const { charge_C, readings } = simulatedRun({ ...target, fe_nh3: target.fe_nh3 * (1 + 0.006 * random.normal()), yield_nh3_mass: target.yield_nh3_mass * (1 + 0.012 * random.normal()) }, plan, assays)
    const trace = electrolysisTrace(charge_C, time_h * 3600, 360, format.printed, random)
    const applied_V = Number((potential_V - referenceShift_V).toFixed(3))
    const file = recordedFile(format, { technique: 'CA', fileName, sample: catalyst, startedAt: labTime(startHour + i * (time_h + 0.25)), area_cm2: AREA_CM2, potential_V: trace.time_s.map(() => applied_V), ...trace })
    const row: FieldValues = {
      file: `${fileName}.${format.extension}`, catalyst, technique: 'CA', run, cycle, potential_V, reference: 'RHE', pH: 7, electrolyte: ELECTROLYTE, nitrate_M: paperNitrate_M,
      area_cm2: AREA_CM2, loading_mg_cm2: mass_mg / AREA_CM2, volume_mL, time_h, freshElectrolyte: 'yes', note: SIMULATED
    }
    const samples = readings.map(({ product, absorbance, dilution }): FieldValues => ({ catalyst, technique: 'UVVIS', run, cycle, analyte: product, absorbance, dilution, note: SIMULATED }))
    return { files: [file], rows: [row, ...samples] }
  }))
}

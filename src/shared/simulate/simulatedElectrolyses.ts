import type { FieldValues } from '../metadata/fields'
import { absorbanceBand, assayBands } from './absorbanceBand'
import { caryCsv } from './caryCsv'
import { electrolysisTrace } from './electrolysisTrace'
import { hydrogenInjections } from './hydrogenInjections'
import { labTime } from './labClock'
import { AREA_CM2, ELECTROLYTE, potentials_V_RHE, targetsAt, type CatalystPlan, type RunTargets } from './labPlan'
import { referenceShift_V } from './linearSweepTrace'
import { paperNitrate_M } from './paperValues'
import { randomOf, type Random } from './random'
import { SIMULATED } from './recording'
import { replicatesAround } from './replicatesAround'
import type { Assays } from './simulatedAssay'
import { joined, recordedFile, type Simulated } from './simulatedFile'
import { simulatedRun, type Reading } from './simulatedRun'

const ROWS_PER_TRACE = 720
/** A trace, a quarter of an hour to change the electrolyte, the next trace; the spectra are taken at the end. */
const PAUSE_H = 0.25
const SPECTRA_AFTER_H = 75

/** Near 100 % the replicates lie closer together, so that none claims clearly more charge than there was. */
function scatterOf(efficiency: number, random: Random): number {
  const share = 0.6 + 0.7 * random.uniform()
  return efficiency > 99 ? 0.002 : (efficiency > 97 ? 0.008 : 0.012) * share
}

/** Three electrolyses at the set potential number `index`, with their readings. */
export function simulatedElectrolyses(plan: CatalystPlan, index: number, assays: Assays, seed: number, startHour: number): Simulated {
  const potential_V = potentials_V_RHE[index]!
  const target = targetsAt(plan, index)
  const random = randomOf(seed, `${plan.catalyst} ${potential_V}`)
  const around = (value: number, sd: number): readonly number[] => replicatesAround(value, sd, random)
  const fe_nh3 = around(target.fe_nh3, scatterOf(target.fe_nh3, random))
  const fe_no2 = around(target.fe_no2, 0.02 + 0.02 * random.uniform())
  const yields = around(target.yield_nh3_mass, 0.01 + 0.01 * random.uniform())
  const fe_h2 = target.fe_h2 === null ? null : around(target.fe_h2, 0.015)
  return joined([0, 1, 2].map((i) => {
    const hour = startHour + 1 + (index * 3 + i) * (plan.time_h + PAUSE_H)
    const wanted = { fe_nh3: fe_nh3[i]!, fe_no2: fe_no2[i]!, fe_h2: fe_h2?.[i] ?? null, yield_nh3_mass: yields[i]! }
    return electrolysis(plan, { wanted, potential_V, replicate: i + 1, hour, spectraHour: startHour + SPECTRA_AFTER_H }, assays, seed)
  }))
}

interface Wanted {
  readonly wanted: RunTargets
  readonly potential_V: number
  readonly replicate: number
  readonly hour: number
  readonly spectraHour: number
}

function electrolysis(plan: CatalystPlan, { wanted, potential_V, replicate, hour, spectraHour }: Wanted, assays: Assays, seed: number): Simulated {
  const { catalyst, format, time_h, mass_mg, volume_mL } = plan
  const place = `${potential_V}V_r${replicate}`
  const fileName = `${catalyst}_CA_${place}`
  const run = `${catalyst}-${Math.round(-potential_V * 1000)}mV-r${replicate}`
  const { charge_C, readings } = simulatedRun(wanted, plan, assays)
  const trace = electrolysisTrace(charge_C, time_h * 3600, ROWS_PER_TRACE, format.printed, randomOf(seed, fileName))
  const applied_V = Number((potential_V - referenceShift_V).toFixed(3))
  const file = recordedFile(format, {
    technique: 'CA', fileName, sample: catalyst, startedAt: labTime(hour), area_cm2: AREA_CM2,
    potential_V: trace.time_s.map(() => applied_V), ...trace
  })
  const row: FieldValues = {
    file: `${fileName}.${format.extension}`, catalyst, technique: 'CA', run, potential_V, reference: 'RHE', pH: 7, temperature_C: 25,
    electrolyte: ELECTROLYTE, nitrate_M: paperNitrate_M, area_cm2: AREA_CM2, ...(plan.statesMass ? { mass_mg } : { loading_mg_cm2: mass_mg / AREA_CM2 }), volume_mL, time_h,
    replicate: String(replicate), note: SIMULATED
  }
  const samples = readings.map((reading) => sampleOf(plan, reading, place, run, seed, spectraHour))
  const gas = wanted.fe_h2 === null ? [] : hydrogenInjections(wanted.fe_h2, charge_C, time_h, randomOf(seed, `${run} H2`))
  const gasRows = gas.map((injection): FieldValues => ({ catalyst, technique: 'GC', run, analyte: 'H2', ...injection, note: SIMULATED }))
  return joined([{ files: [file], rows: [row] }, ...samples, { files: [], rows: gasRows }])
}

/** A reading as a spectrum beside the run sheet, or as a typed row. */
function sampleOf(plan: CatalystPlan, { product, absorbance, dilution }: Reading, place: string, run: string, seed: number, hour: number): Simulated {
  const { catalyst, hasSpectra } = plan
  const row: FieldValues = { catalyst, technique: 'UVVIS', run, analyte: product, dilution, note: SIMULATED }
  if (!hasSpectra) return { files: [], rows: [{ ...row, absorbance }] }
  const name = `${catalyst}_UVVIS_${product}_${place}`
  const text = caryCsv(name, absorbanceBand(absorbance, assayBands[product], randomOf(seed, name)), labTime(hour))
  return { files: [{ path: `${catalyst}/UV-Vis/${name}.csv`, text, encoding: 'utf8' }], rows: [{ ...row, file: `${name}.csv` }] }
}

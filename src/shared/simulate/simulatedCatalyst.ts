import type { FieldValues } from '../metadata/fields'
import { absorbanceBand, assayBands } from './absorbanceBand'
import { caryCsv } from './caryCsv'
import { doscarText } from './doscarText'
import { electrolysisTrace } from './electrolysisTrace'
import { labTime } from './labClock'
import { AREA_CM2, onsetOf, potentials_V_RHE, SCAN_RATE_MV_S, targetsAt, type CatalystPlan } from './labPlan'
import { linearSweepTrace, referenceShift_V } from './linearSweepTrace'
import { paperNitrate_M, paperValue } from './paperValues'
import { projectedDos } from './projectedDos'
import { randomOf } from './random'
import { SIMULATED, type Recording } from './recording'
import { replicatesAround } from './replicatesAround'
import type { AssayProduct, SimulatedAssay } from './simulatedAssay'
import { simulatedRun, type Reading } from './simulatedRun'

export interface SimulatedFile { readonly path: string; readonly text: string; readonly encoding: 'utf8' | 'latin1' }
export interface Simulated { readonly files: readonly SimulatedFile[]; readonly rows: readonly FieldValues[] }

const ROWS_PER_TRACE = 1200
const electrolyte = '0.5 M K2SO4'
const note = SIMULATED

/** All files of one catalyst and their rows of the run sheet; `startHour` places them on the lab's calendar. */
export function simulatedCatalyst(plan: CatalystPlan, assays: Readonly<Record<AssayProduct, SimulatedAssay>>, seed: number, startHour: number): Simulated {
  const parts = [sweeps(plan, seed, startHour), ...potentials_V_RHE.map((_, index) => electrolyses(plan, index, assays, seed, startHour)), densityOfStates(plan)]
  return { files: parts.flatMap((part) => part.files), rows: parts.flatMap((part) => part.rows) }
}

function recorded({ format }: CatalystPlan, recording: Recording): SimulatedFile {
  return { path: `${recording.sample}/${recording.fileName}.${format.extension}`, text: format.write(recording), encoding: format.encoding }
}

/** The curve with nitrate and the control without. */
function sweeps(plan: CatalystPlan, seed: number, startHour: number): Simulated {
  const { catalyst, format } = plan
  const onset = onsetOf(plan)
  const made = [{ label: `${paperNitrate_M}M-NO3`, nitrate_M: paperNitrate_M, onset_V_RHE: onset, share: 1 }, { label: 'noNO3', nitrate_M: 0, onset_V_RHE: onset - 0.24, share: 0.7 }].map(({ label, nitrate_M, onset_V_RHE, share }, i) => {
    const fileName = `${catalyst}_LSV_${label}_${SCAN_RATE_MV_S}mVs`
    const shape = { onset_V_RHE, limit_mA_cm2: plan.limit_mA_cm2 * share, rise_V: plan.rise_V, from_V_RHE: 0.35, to_V_RHE: Math.min(-0.8, onset - 0.4) }
    const trace = linearSweepTrace(shape, AREA_CM2, SCAN_RATE_MV_S, randomOf(seed, fileName))
    const file = recorded(plan, { technique: 'LSV', fileName, sample: catalyst, startedAt: labTime(startHour + i / 4), area_cm2: AREA_CM2, scanRate_mV_s: SCAN_RATE_MV_S, ...trace })
    const row: FieldValues = {
      file: `${fileName}.${format.extension}`, catalyst, technique: 'LSV', ...(nitrate_M === 0 ? { role: 'noNO3' } : {}), reference: 'Ag/AgCl sat. KCl', pH: 7, temperature_C: 25, electrolyte, nitrate_M,
      area_cm2: AREA_CM2, ru_ohm: 5.2, irFraction: 0, scanRate_mV_s: SCAN_RATE_MV_S, note
    }
    return { file, row }
  })
  return { files: made.map(({ file }) => file), rows: made.map(({ row }) => row) }
}

/** Three electrolyses at one set potential with their readings. */
function electrolyses(plan: CatalystPlan, index: number, assays: Readonly<Record<AssayProduct, SimulatedAssay>>, seed: number, startHour: number): Simulated {
  const { catalyst, format, time_h, mass_mg, volume_mL } = plan
  const potential_V = potentials_V_RHE[index]!
  const random = randomOf(seed, `${catalyst} ${potential_V}`)
  const target = targetsAt(plan, index)
  // Near 100 % the replicates lie closer together, so that none claims clearly more charge than there was.
  const efficiencies = replicatesAround(target.fe_nh3, target.fe_nh3 > 99 ? 0.002 : target.fe_nh3 > 97 ? 0.008 : 0.013, random)
  const nitrite = replicatesAround(target.fe_no2, 0.03, random)
  const yields = replicatesAround(target.yield_nh3_mass, 0.016, random)
  const made = [0, 1, 2].map((i): Simulated => {
    const fileName = `${catalyst}_CA_${potential_V}V_r${i + 1}`
    const run = `${catalyst}-${Math.round(-potential_V * 1000)}mV-r${i + 1}`
    const { charge_C, readings } = simulatedRun({ fe_nh3: efficiencies[i]!, fe_no2: nitrite[i]!, yield_nh3_mass: yields[i]! }, plan, assays)
    const trace = electrolysisTrace(charge_C, time_h * 3600, ROWS_PER_TRACE, format.printed, randomOf(seed, fileName))
    const applied_V = Number((potential_V - referenceShift_V).toFixed(3))
    const startedAt = labTime(startHour + 1 + (index * 3 + i) * (time_h + 0.25))
    const file = recorded(plan, { technique: 'CA', fileName, sample: catalyst, startedAt, area_cm2: AREA_CM2, potential_V: trace.time_s.map(() => applied_V), ...trace })
    const row: FieldValues = {
      file: `${fileName}.${format.extension}`, catalyst, technique: 'CA', run, potential_V, reference: 'RHE', pH: 7, temperature_C: 25, electrolyte, nitrate_M: paperNitrate_M, area_cm2: AREA_CM2,
      ...(plan.statesMass ? { mass_mg } : { loading_mg_cm2: mass_mg / AREA_CM2 }), volume_mL, time_h, replicate: String(i + 1), note
    }
    const samples = readings.map((reading) => sampleOf(plan, reading, `${potential_V}V_r${i + 1}`, run, seed, startHour + 30))
    return { files: [file, ...samples.flatMap((sample) => sample.files)], rows: [row, ...samples.flatMap((sample) => sample.rows)] }
  })
  return { files: made.flatMap(({ files }) => files), rows: made.flatMap(({ rows }) => rows) }
}

/** A reading as a spectrum beside the run sheet, or as a typed row. */
function sampleOf({ catalyst, hasSpectra }: CatalystPlan, { product, absorbance, dilution }: Reading, place: string, run: string, seed: number, hour: number): Simulated {
  const row: FieldValues = { catalyst, technique: 'UVVIS', run, analyte: product, dilution, note }
  if (!hasSpectra) return { files: [], rows: [{ ...row, absorbance }] }
  const name = `${catalyst}_UVVIS_${product}_${place}`
  const text = caryCsv(name, absorbanceBand(absorbance, assayBands[product], randomOf(seed, name)), labTime(hour))
  return { files: [{ path: `${catalyst}/UV-Vis/${name}.csv`, text, encoding: 'utf8' }], rows: [{ ...row, file: `${name}.csv` }] }
}

function densityOfStates({ catalyst, dos }: CatalystPlan): Simulated {
  const centre_eV = paperValue(catalyst, 'd_band_centre_dft')
  if (!dos || centre_eV === undefined) return { files: [], rows: [] }
  return { files: [{ path: `${catalyst}/DOS/DOSCAR`, text: doscarText(`${catalyst} ${SIMULATED}`, projectedDos(dos, centre_eV)), encoding: 'utf8' }], rows: [] }
}

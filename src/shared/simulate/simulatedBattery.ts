import type { FieldValues } from '../metadata/fields'
import { chiTable } from './chiTable'
import { gamryDta } from './gamryDta'
import { labTime } from './labClock'
import { AREA_CM2, type CatalystPlan } from './labPlan'
import { paperBattery } from './paperValues'
import { randomOf } from './random'
import { SIMULATED } from './recording'
import type { Assays } from './simulatedAssay'
import { joined, recordedFile, type Simulated } from './simulatedFile'
import { simulatedRun } from './simulatedRun'

const ZN_MASS_MG = 40

/** Made up: current densities of a discharge in steps, the last one that of the first; and how long each is held. */
export const simulatedSteps_mA_cm2 = [2, 4, 6, 8, 10, 2] as const
const STEP_H = 0.5
export const simulatedCycles = 20

/**
 * A Zn–NO₃⁻ cell with this cathode: rest voltage, polarisation, discharge at three currents and an analysed discharge, as the paper
 * prints them; a discharge in steps and cycles, of which it prints no number.
 */
export function simulatedBattery(plan: CatalystPlan, assays: Assays, seed: number, startHour: number): Simulated {
  const { catalyst } = plan
  return joined([
    openCircuit(catalyst, seed, startHour), polarisation(catalyst, seed, startHour + 1), ...paperBattery.discharges.map((step, i) => discharge(catalyst, step, seed, startHour + 2 + i * 24)),
    steps(catalyst, seed, startHour + 80), cycles(catalyst, seed, startHour + 90), analysedDischarge(plan, assays, seed, startHour + 110)
  ])
}

const rowOf = (catalyst: string, file: string, technique: string, more: FieldValues = {}): FieldValues => ({ file, catalyst, technique, role: 'battery', area_cm2: AREA_CM2, note: SIMULATED, ...more })
const folder = (catalyst: string): string => `${catalyst}/Zn-NO3 battery`

function openCircuit(catalyst: string, seed: number, startHour: number): Simulated {
  const fileName = `${catalyst}_battery_OCV`
  const random = randomOf(seed, fileName)
  const rows = Array.from({ length: 601 }, (_, s) => `${s.toFixed(3)}, ${(paperBattery.ocv_V - 0.02 * Math.exp(-s / 60) + 2e-4 * random.normal()).toFixed(5)}`)
  const text = chiTable({ technique: 'Open Circuit Potential - Time', fileName, sample: catalyst, startedAt: labTime(startHour), parameters: ['Run Time (sec) = 600', 'Sample Interval (s) = 1'], columns: 'Time/sec, Potential/V', rows })
  return { files: [{ path: `${folder(catalyst)}/${fileName}.txt`, text, encoding: 'utf8' }], rows: [rowOf(catalyst, `${fileName}.txt`, 'OCV')] }
}

/** A straight line V = V₀ − R·j has its largest power V₀²/4R at j = V₀/2R: both numbers of the paper fix it. */
function polarisation(catalyst: string, seed: number, startHour: number): Simulated {
  const fileName = `${catalyst}_battery_LSV_polarisation`
  const random = randomOf(seed, fileName)
  const { power_mW_cm2, j_mA_cm2 } = paperBattery.peak
  const atRest = (2 * power_mW_cm2) / j_mA_cm2
  const slope = atRest / (2 * j_mA_cm2)
  const rows = Array.from({ length: Math.round(atRest * 1000) - 100 }, (_, i) => {
    const volt = atRest - i / 1000
    return `${volt.toFixed(3)}, ${(-(((atRest - volt) / slope) * (1 + 3e-4 * random.normal()) * AREA_CM2) / 1000).toExponential(4)}`
  })
  const text = chiTable({
    technique: 'Linear Sweep Voltammetry', fileName, sample: catalyst, startedAt: labTime(startHour), columns: 'Potential/V, Current/A', rows,
    parameters: [`Init E (V) = ${atRest.toFixed(3)}`, 'Final E (V) = 0.1', 'Scan Rate (V/s) = 0.01', 'Sample Interval (V) = 0.001']
  })
  return { files: [{ path: `${folder(catalyst)}/${fileName}.txt`, text, encoding: 'utf8' }], rows: [rowOf(catalyst, `${fileName}.txt`, 'LSV')] }
}

function discharge(catalyst: string, { j_mA_cm2, capacity_mAh_g }: { j_mA_cm2: number; capacity_mAh_g: number }, seed: number, startHour: number): Simulated {
  const fileName = `${catalyst}_battery_CP_${j_mA_cm2}mAcm2`
  const random = randomOf(seed, fileName)
  const current_A = (j_mA_cm2 * AREA_CM2) / 1000
  const duration_s = ((capacity_mAh_g * ZN_MASS_MG) / 1000 / (current_A * 1000)) * 3600
  const rows = 1200
  const time_s = Array.from({ length: rows + 1 }, (_, row) => (row * duration_s) / rows)
  const potential_V = time_s.map((t) => 1.27 - 0.0397 * j_mA_cm2 - 0.04 * (t / duration_s) - 0.5 * Math.exp((t - duration_s) / (duration_s / 60)) + 3e-4 * random.normal())
  const file = recordedFile(gamryDta, { technique: 'CP', fileName, sample: catalyst, startedAt: labTime(startHour), area_cm2: AREA_CM2, time_s, potential_V, current_A: time_s.map(() => -current_A) })
  return { files: [{ ...file, path: `${folder(catalyst)}/${fileName}.DTA` }], rows: [rowOf(catalyst, `${fileName}.DTA`, 'CP', { znMass_mg: ZN_MASS_MG, run: `discharge ${j_mA_cm2} mA cm-2` })] }
}

/** Cell voltage while this current density is drawn; below zero it charges the cell. */
const voltageAt = (j_mA_cm2: number): number => (j_mA_cm2 > 0 ? 1.27 : 2.02) - 0.0397 * j_mA_cm2

interface Hold { readonly j_mA_cm2: number; readonly hours: number; /** How much the voltage has worn by then, V. */ readonly worn_V?: number }

/** A test with constant currents, 60 rows each. */
function held(catalyst: string, name: string, holds: readonly Hold[], seed: number, startHour: number): { readonly file: Simulated['files'][number]; readonly fileName: string } {
  const fileName = `${catalyst}_battery_CP_${name}`
  const random = randomOf(seed, fileName)
  const rows = 60
  let before_s = 0
  const points = holds.flatMap(({ j_mA_cm2, hours, worn_V = 0 }) => {
    const start_s = before_s
    before_s += hours * 3600
    return Array.from({ length: rows }, (_, row) => ({
      time_s: start_s + ((row + 1) * hours * 3600) / rows, current_A: (-j_mA_cm2 * AREA_CM2) / 1000,
      potential_V: voltageAt(j_mA_cm2) + (j_mA_cm2 > 0 ? 1 : -1) * (0.03 * Math.exp(-row / 8) - worn_V) + 3e-4 * random.normal()
    }))
  })
  const file = recordedFile(gamryDta, { technique: 'CP', fileName, sample: catalyst, startedAt: labTime(startHour), area_cm2: AREA_CM2, time_s: points.map(({ time_s }) => time_s), potential_V: points.map(({ potential_V }) => potential_V), current_A: points.map(({ current_A }) => current_A) })
  return { file: { ...file, path: `${folder(catalyst)}/${fileName}.DTA` }, fileName }
}

function steps(catalyst: string, seed: number, startHour: number): Simulated {
  const { file, fileName } = held(catalyst, 'steps', simulatedSteps_mA_cm2.map((j_mA_cm2) => ({ j_mA_cm2, hours: STEP_H })), seed, startHour)
  return { files: [file], rows: [rowOf(catalyst, `${fileName}.DTA`, 'CP', { run: 'discharge in steps' })] }
}

function cycles(catalyst: string, seed: number, startHour: number): Simulated {
  const holds = Array.from({ length: simulatedCycles }, (_, i) => [2, -2].map((j_mA_cm2): Hold => ({ j_mA_cm2, hours: 1 / 3, worn_V: 5e-4 * i }))).flat()
  const { file, fileName } = held(catalyst, 'cycling', holds, seed, startHour)
  return { files: [file], rows: [rowOf(catalyst, `${fileName}.DTA`, 'CP', { run: 'discharge and charge' })] }
}

/** One hour of discharge whose electrolyte is analysed; its current follows from what the paper prints of NH3. */
function analysedDischarge(plan: CatalystPlan, assays: Assays, seed: number, startHour: number): Simulated {
  const { catalyst, mass_mg, volume_mL, time_h } = plan
  const { charge_C, readings } = simulatedRun({ fe_nh3: paperBattery.fe_nh3, fe_no2: 2.1, fe_h2: null, yield_nh3_mass: paperBattery.yield_nh3_mass }, plan, assays)
  const { file, fileName } = held(catalyst, 'analysed', [{ j_mA_cm2: charge_C / (time_h * 3.6 * AREA_CM2), hours: time_h * (60 / 59) }], seed, startHour)
  const run = 'Zn battery, analysed'
  const samples = readings.map(({ product, absorbance, dilution }): FieldValues => ({ catalyst, technique: 'UVVIS', run, analyte: product, absorbance, dilution, note: SIMULATED }))
  return { files: [file], rows: [rowOf(catalyst, `${fileName}.DTA`, 'CP', { run, mass_mg, volume_mL, time_h }), ...samples] }
}

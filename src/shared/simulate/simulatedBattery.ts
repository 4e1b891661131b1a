import type { FieldValues } from '../metadata/fields'
import { chiTable } from './chiTable'
import { gamryDta } from './gamryDta'
import { labTime } from './labClock'
import { AREA_CM2 } from './labPlan'
import { paperBattery } from './paperValues'
import { randomOf } from './random'
import { SIMULATED } from './recording'
import { joined, recordedFile, type Simulated } from './simulatedFile'

const ZN_MASS_MG = 40

/** A Zn–NO₃⁻ cell with this cathode: rest voltage, polarisation and discharge at three currents, as the paper prints them. */
export function simulatedBattery(catalyst: string, seed: number, startHour: number): Simulated {
  return joined([openCircuit(catalyst, seed, startHour), polarisation(catalyst, seed, startHour + 1), ...paperBattery.discharges.map((step, i) => discharge(catalyst, step, seed, startHour + 2 + i * 24))])
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

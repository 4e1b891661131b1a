import type { FieldValues } from '../metadata/fields'
import { chiTable } from './chiTable'
import { labTime } from './labClock'
import { AREA_CM2, ELECTROLYTE } from './labPlan'
import { randomOf } from './random'
import { SIMULATED } from './recording'
import { joined, type Simulated } from './simulatedFile'

/** Made up: the paper prints neither. */
export const simulatedDoubleLayer_mF_cm2 = 18.4
const scanRates_mV_s = [20, 40, 60, 80, 100, 120] as const
const [LOW_V, HIGH_V, STEP_V] = [-0.05, 0.05, 0.001]

/** Cyclic voltammograms around the rest potential at six scan rates, two cycles each. */
export function simulatedCharging(catalyst: string, seed: number, startHour: number): Simulated {
  return joined(scanRates_mV_s.map((rate, i): Simulated => {
    const fileName = `${catalyst}_CV_${rate}mVs`
    const random = randomOf(seed, fileName)
    const points = Math.round((HIGH_V - LOW_V) / STEP_V)
    const up = Array.from({ length: points }, (_, row) => LOW_V + row * STEP_V)
    const cycle = [...up, ...up.map((E) => -E)]
    const rows = [...cycle, ...cycle].map((E, row) => {
      const direction = row % (2 * points) < points ? 1 : -1
      const j_mA_cm2 = direction * simulatedDoubleLayer_mF_cm2 * (rate / 1000) + 0.4 * E + 0.003 * random.normal()
      return `${E.toFixed(3)}, ${((j_mA_cm2 * AREA_CM2) / 1000).toExponential(3)}`
    })
    const text = chiTable({
      technique: 'Cyclic Voltammetry', fileName, sample: catalyst, startedAt: labTime(startHour + i * 0.05), columns: 'Potential/V, Current/A', rows,
      parameters: [`Init E (V) = ${LOW_V}`, `High E (V) = ${HIGH_V}`, `Low E (V) = ${LOW_V}`, 'Init P/N = P', `Scan Rate (V/s) = ${rate / 1000}`, 'Segment = 4', `Sample Interval (V) = ${STEP_V}`, 'Quiet Time (sec) = 2']
    })
    const row: FieldValues = { file: `${fileName}.txt`, catalyst, technique: 'CV', reference: 'Ag/AgCl sat. KCl', pH: 7, electrolyte: ELECTROLYTE, area_cm2: AREA_CM2, scanRate_mV_s: rate, note: SIMULATED }
    return { files: [{ path: `${catalyst}/ECSA/${fileName}.txt`, text, encoding: 'utf8' }], rows: [row] }
  }))
}

import type { FieldValues } from '../metadata/fields'
import { labTime } from './labClock'
import { AREA_CM2, ELECTROLYTE, onsetOf, SCAN_RATE_MV_S, type CatalystPlan } from './labPlan'
import { linearSweepTrace, type SweepShape } from './linearSweepTrace'
import { paperNitrate_M } from './paperValues'
import { randomOf } from './random'
import { SIMULATED } from './recording'
import { joined, recordedFile, type Simulated } from './simulatedFile'

/** Without nitrate the current begins this much later, and stays below this share. */
const CONTROL_LATER_V = 0.24
const CONTROL_SHARE = 0.7

/** The linear sweep with nitrate and its control without. */
export function simulatedSweeps(plan: CatalystPlan, seed: number, startHour: number): Simulated {
  const onset = onsetOf(plan)
  const withNitrate = { label: `${paperNitrate_M}M-NO3`, nitrate_M: paperNitrate_M, onset_V_RHE: onset, share: 1, startHour }
  const control = { label: 'noNO3', nitrate_M: 0, onset_V_RHE: onset - CONTROL_LATER_V, share: CONTROL_SHARE, startHour: startHour + 0.25 }
  return joined([withNitrate, control].map((curve) => sweep(plan, curve, Math.min(-0.8, onset - 0.4), seed)))
}

interface Curve extends Pick<SweepShape, 'onset_V_RHE'> { readonly label: string; readonly nitrate_M: number; readonly share: number; readonly startHour: number }

function sweep(plan: CatalystPlan, { label, nitrate_M, onset_V_RHE, share, startHour }: Curve, to_V_RHE: number, seed: number): Simulated {
  const { catalyst, format, limit_mA_cm2, rise_V } = plan
  const fileName = `${catalyst}_LSV_${label}_${SCAN_RATE_MV_S}mVs`
  const shape = { onset_V_RHE, limit_mA_cm2: limit_mA_cm2 * share, rise_V, from_V_RHE: 0.35, to_V_RHE }
  const trace = linearSweepTrace(shape, AREA_CM2, SCAN_RATE_MV_S, randomOf(seed, fileName))
  const file = recordedFile(format, {
    technique: 'LSV', fileName, sample: catalyst, startedAt: labTime(startHour), area_cm2: AREA_CM2, scanRate_mV_s: SCAN_RATE_MV_S, ...trace
  })
  const row: FieldValues = {
    file: `${fileName}.${format.extension}`, catalyst, technique: 'LSV', ...(nitrate_M === 0 ? { role: 'noNO3' } : {}), nitrate_M,
    reference: 'Ag/AgCl sat. KCl', pH: 7, temperature_C: 25, electrolyte: ELECTROLYTE, area_cm2: AREA_CM2, ru_ohm: 5.2, irFraction: 0,
    scanRate_mV_s: SCAN_RATE_MV_S, note: SIMULATED
  }
  return { files: [file], rows: [row] }
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One electrolysis as a chemist would leave it: an i–t trace and a run sheet with standards and one reading. */
export interface Electrolysis { readonly traceName: string; readonly loading_mg_cm2: number; readonly fe_percent: number; readonly yield_mg_h_mg: number }

const duration_s = 3600
const dilution = 10
const slope = 0.5
const intercept = 0.05
const sampleAbsorbance = 0.765
const faraday_C_mol = 96485.33212
const ammonia_g_mol = 17.031

/**
 * Writes both files into the watched folder, as the instrument's program and Excel would, and says what must come out, by hand calculation.
 * Each round has another current and volume, so that both numbers change with both files.
 */
export function writeElectrolysis(folder: string, loading_mg_cm2: number, round = 0): Electrolysis {
  const current_A = -0.01 - 0.001 * round
  const volume_mL = 50 - 10 * round
  const traceName = 'RuFe-NC_CA_-0.3V_r1.txt'
  writeFileSync(join(folder, traceName), trace(current_A))
  writeFileSync(join(folder, 'runsheet.csv'), runSheet(traceName, loading_mg_cm2, volume_mL))
  const ammonia_g = (sampleAbsorbance - intercept) / slope * dilution * volume_mL * 1e-6
  const charge_C = Math.abs(current_A) * duration_s
  return {
    traceName, loading_mg_cm2,
    fe_percent: 100 * 8 * faraday_C_mol * (ammonia_g / ammonia_g_mol) / charge_C,
    yield_mg_h_mg: ammonia_g * 1000 / (duration_s / 3600) / loading_mg_cm2
  }
}

/** CHI "Save as text" of an amperometric i–t curve. */
function trace(current_A: number): string {
  const head = [
    'Mar. 14, 2026   10:15:00', 'Amperometric i-t Curve', 'File: RuFe-NC_CA_-0.3V_r1.bin', 'Data Source: Experiment', 'Instrument Model:  CHI660E', 'Header: ', 'Note: ', '',
    'Init E (V) = -0.3', 'Sample Interval (s) = 1', `Run Time (sec) = ${duration_s}`, 'Quiet Time (sec) = 0', 'Scales or Runs = 1', 'Sensitivity (A/V) = 1e-2', '', 'Time/sec, Current/A', ''
  ]
  const rows = Array.from({ length: duration_s + 1 }, (_, second) => `${second.toFixed(1)}, ${current_A.toExponential(3)}`)
  return [...head, ...rows, ''].join('\r\n')
}

function runSheet(traceName: string, loading_mg_cm2: number, volume_mL: number): string {
  const columns = ['file', 'catalyst', 'run', 'role', 'analyte', 'potential (V)', 'reference', 'pH', 'area (cm2)', 'loading (mg/cm2)', 'volume (mL)', 'dilution', 'time (h)', 'absorbance', 'concentration (ug/mL)', 'basis']
  const row = (facts: Readonly<Record<string, string | number>>): string => columns.map((column) => facts[column] ?? '').join(',')
  const standards = [0, 0.5, 1, 2, 4].map((concentration) => row({
    role: 'standard', analyte: 'NH3', 'concentration (ug/mL)': concentration, absorbance: (intercept + slope * concentration).toFixed(3), basis: 'NH3'
  }))
  const conditions = { catalyst: 'RuFe-NC', run: 'e1', 'potential (V)': -0.3, reference: 'RHE', pH: 14, 'area (cm2)': 1, 'volume (mL)': volume_mL, 'time (h)': duration_s / 3600 }
  return [
    columns.join(','), ...standards,
    row({ ...conditions, file: traceName, 'loading (mg/cm2)': loading_mg_cm2 }),
    row({ ...conditions, role: 'sample', analyte: 'NH3', absorbance: sampleAbsorbance, dilution, basis: 'NH3' }), ''
  ].join('\n')
}

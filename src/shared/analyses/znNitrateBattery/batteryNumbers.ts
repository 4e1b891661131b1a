import { toSi } from '../../electrochemistry/unitFactor'
import { columnOf, type Column, type Measurement } from '../../measurement'
import { mean } from '../../numerics/mean'
import { sampleSd } from '../../numerics/sampleSd'

/** Columns of a battery test in s, V and A; those that the file does not have are undefined. */
export interface BatteryColumns { readonly time_s?: Float64Array; readonly voltage_V?: Float64Array; readonly current_A?: Float64Array }

export const statesDensity = (measurement: Measurement): boolean => toSi(columnOf(measurement, 'current')?.unit ?? '')?.si === 'A/cm2'

/** RangeError for a unit that is not known. The current of a file that states a current density is known with the area only. */
export function batteryColumns(measurement: Measurement, area_cm2: number | undefined): BatteryColumns {
  const inSi = (column: Column | undefined, si: 's' | 'V' | 'A'): Float64Array | undefined => {
    if (!column) return undefined
    const unit = toSi(column.unit)
    if (unit?.si !== si) throw new RangeError(`the unit "${column.unit}" of ${column.name} is not known.`)
    return column.values.map((value) => value * unit.factor)
  }
  const time_s = inSi(columnOf(measurement, 'time'), 's')
  const voltage_V = inSi(columnOf(measurement, 'potential'), 'V')
  const current_A = statesDensity(measurement) ? currentOf(measurement, area_cm2) : inSi(columnOf(measurement, 'current'), 'A')
  return { ...(time_s ? { time_s } : {}), ...(voltage_V ? { voltage_V } : {}), ...(current_A ? { current_A } : {}) }
}

function currentOf(measurement: Measurement, area_cm2: number | undefined): Float64Array | undefined {
  const { values, unit } = columnOf(measurement, 'current')!
  const scale = toSi(unit)!.factor * (area_cm2 ?? NaN)
  return area_cm2 === undefined ? undefined : values.map((value) => value * scale)
}

/** Mean and sd of the voltage over the last fifth of the time. RangeError for fewer than five points. */
export function openCircuitVoltage({ time_s, voltage_V }: BatteryColumns): { value: number; sd: number; points: number } {
  if (!voltage_V || voltage_V.length < 5) throw new RangeError('an open-circuit trace needs a voltage column with five points or more.')
  const from = time_s ? time_s[time_s.length - 1]! - 0.2 * (time_s[time_s.length - 1]! - time_s[0]!) : -Infinity
  const last = [...voltage_V].filter((value, row) => Number.isFinite(value) && (time_s ? time_s[row]! >= from : row >= 0.8 * voltage_V.length))
  if (last.length < 2) throw new RangeError('the last fifth of the open-circuit trace holds fewer than two points.')
  return { value: mean(last), sd: sampleSd(last), points: last.length }
}

export interface PeakPower {
  readonly power_mW_cm2: number
  readonly j_mA_cm2: number
  readonly voltage_V: number
  readonly j: Float64Array
  readonly voltage: Float64Array
  readonly power: Float64Array
}

/** What noise may lift a loaded voltage above that at the smallest current. */
const NOISE = 0.01

/**
 * P = |V·j|, mW cm⁻², and its largest value where the cell delivers: with the sign of the voltage at the smallest current and not above
 * it. Beyond, an instrument drives the cell (charges it, or takes it past short circuit) and the product is no power of it. RangeError
 * without voltage and current, and without such a point.
 */
export function peakPower({ voltage_V, current_A }: BatteryColumns, area_cm2: number): PeakPower {
  if (!voltage_V || !current_A || voltage_V.length === 0) throw new RangeError('a polarisation curve needs a voltage and a current column.')
  const j = current_A.map((i) => Math.abs((i * 1000) / area_cm2))
  const power = j.map((value, row) => Math.abs(value * voltage_V[row]!))
  const lowest = j.reduce((best, value, row) => (Number.isFinite(power[row]) && (best < 0 || value < j[best]!) ? row : best), -1)
  const open = voltage_V[lowest] ?? NaN
  const delivers = (row: number): boolean => power[row]! > 0 && voltage_V[row]! * Math.sign(open) > 0 && Math.abs(voltage_V[row]!) <= (1 + NOISE) * Math.abs(open)
  const best = power.reduce((top, value, row) => (delivers(row) && (top < 0 || value > power[top]!) ? row : top), -1)
  if (best < 0) throw new RangeError('the polarisation curve holds no point at which the cell delivers power.')
  return { power_mW_cm2: power[best]!, j_mA_cm2: j[best]!, voltage_V: voltage_V[best]!, j, voltage: voltage_V, power }
}

/**
 * ∫|I|dt in mAh, as it grows with every row and at the end, and ∫|I|·V dt in Wh (null without a voltage), straight across rows without
 * a number, which are counted. RangeError without time and current.
 */
export function discharge({ time_s, voltage_V, current_A }: BatteryColumns): { capacity_mAh: number; passed_mAh: Float64Array; energy_Wh: number | null; skippedRows: number } {
  if (!time_s || !current_A || time_s.length < 2) throw new RangeError('a discharge needs a time and a current column.')
  const passed_mAh = new Float64Array(time_s.length)
  let [charge_C, energy_J, skippedRows, before] = [0, 0, 0, -1]
  for (let row = 0; row < time_s.length; row += 1) {
    if (!Number.isFinite(time_s[row]! * current_A[row]! * (voltage_V?.[row] ?? 1))) skippedRows += 1
    else {
      if (before >= 0) {
        const dt = time_s[row]! - time_s[before]!
        const [i0, i1] = [Math.abs(current_A[before]!), Math.abs(current_A[row]!)]
        charge_C += (dt * (i0 + i1)) / 2
        if (voltage_V) energy_J += (dt * (i0 * voltage_V[before]! + i1 * voltage_V[row]!)) / 2
      }
      before = row
    }
    passed_mAh[row] = charge_C / 3.6
  }
  return { capacity_mAh: charge_C / 3.6, passed_mAh, energy_Wh: voltage_V ? energy_J / 3600 : null, skippedRows }
}

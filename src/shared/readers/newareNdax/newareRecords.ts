/** The fields of Neware's records, one typed array each; a row that the file has no value for is NaN. */
export interface NewareRecords {
  readonly rows: number
  readonly index: Float64Array
  /** Loop of the program, from 1; NaN where the version does not store it. */
  readonly programCycle: Float64Array
  /** Counts from 1 in the order of time; a step that a loop repeats gets a new number. */
  readonly step: Float64Array
  /** Number of the step in the program. */
  readonly stepIndex: Float64Array
  readonly status: Float64Array
  /** Within the step. */
  readonly time_s: Float64Array
  readonly voltage_V: Float64Array
  readonly current_mA: Float64Array
  readonly chargeCapacity_mAh: Float64Array
  readonly dischargeCapacity_mAh: Float64Array
  readonly chargeEnergy_mWh: Float64Array
  readonly dischargeEnergy_mWh: Float64Array
  /** Seconds since 1970-01-01, of the clock that `isUtc` names. */
  readonly timestamp_s: Float64Array
}

export const recordKeys = [
  'index',
  'programCycle',
  'step',
  'stepIndex',
  'status',
  'time_s',
  'voltage_V',
  'current_mA',
  'chargeCapacity_mAh',
  'dischargeCapacity_mAh',
  'chargeEnergy_mWh',
  'dischargeEnergy_mWh',
  'timestamp_s'
] as const
export type RecordKey = (typeof recordKeys)[number]
export type MutableRecords = { rows: number } & Record<RecordKey, Float64Array>

export function emptyRecords(capacity: number): MutableRecords {
  const array = (): Float64Array => new Float64Array(capacity).fill(NaN)
  return {
    rows: 0,
    index: array(),
    programCycle: array(),
    step: array(),
    stepIndex: array(),
    status: array(),
    time_s: array(),
    voltage_V: array(),
    current_mA: array(),
    chargeCapacity_mAh: array(),
    dischargeCapacity_mAh: array(),
    chargeEnergy_mWh: array(),
    dischargeEnergy_mWh: array(),
    timestamp_s: array()
  }
}

/** In the order of their index, each index once (the first of them); `repeated` counts those that were left out. */
export function orderedRecords(records: MutableRecords): { records: NewareRecords; repeated: number } {
  const { rows, index } = records
  let isOrdered = true
  for (let row = 1; row < rows && isOrdered; row += 1) isOrdered = index[row]! > index[row - 1]!
  const cut = (): NewareRecords => {
    const result = emptyRecords(0)
    for (const key of recordKeys) result[key] = records[key].slice(0, rows)
    return { ...result, rows }
  }
  if (isOrdered) return { records: cut(), repeated: 0 }
  const order = Array.from({ length: rows }, (_, row) => row).sort((a, b) => index[a]! - index[b]! || a - b)
  const kept = order.filter((row, i) => i === 0 || index[row] !== index[order[i - 1]!])
  const result = emptyRecords(0)
  for (const key of recordKeys) result[key] = Float64Array.from(kept, (row) => records[key][row]!)
  return { records: { ...result, rows: kept.length }, repeated: rows - kept.length }
}

/** 1, 1, 1, 2, 2 …: one more wherever the value changes. */
export function countedChanges(values: Float64Array): Float64Array {
  const counted = new Float64Array(values.length)
  let count = 0
  values.forEach((value, row) => {
    if (row === 0 || value !== values[row - 1]) count += 1
    counted[row] = count
  })
  return counted
}

import { ndcRecordOffsets, ndcRecordsAtMost, viewOf } from './ndcPages'
import { emptyRecords, recordKeys, type MutableRecords, type NewareRecords } from './newareRecords'

/** What differs between the versions that spread a record over three files. */
interface Layout {
  readonly voltageFactor: number
  readonly currentFactor: number
  /** mAh and mWh for one unit of the sums. */ readonly sumFactor: number
  readonly runRecordBytes: number
  readonly stepRecordBytes: number
}
/** Versions 14 and 17 store V, A, Ah and Wh; 11 and 16 store 0.1 mV, mA, mAs and mWs. */
const layouts = new Map<number, Layout>([
  [11, { voltageFactor: 1e-4, currentFactor: 1, sumFactor: 1 / 3600, runRecordBytes: 47, stepRecordBytes: 37 }],
  [14, { voltageFactor: 1, currentFactor: 1000, sumFactor: 1000, runRecordBytes: 55, stepRecordBytes: 37 }],
  [16, { voltageFactor: 1e-4, currentFactor: 1, sumFactor: 1 / 3600, runRecordBytes: 100, stepRecordBytes: 100 }],
  [17, { voltageFactor: 1, currentFactor: 1000, sumFactor: 1000, runRecordBytes: 100, stepRecordBytes: 100 }]
])
const pageHead = 132
const pointBytes = 8

export const splitVersions: readonly number[] = [...layouts.keys()]

interface StepRecord { readonly cycle: number; readonly stepIndex: number; readonly status: number }

function stepRecords(bytes: Uint8Array, { stepRecordBytes }: Layout): StepRecord[] {
  const view = viewOf(bytes)
  const isLong = stepRecordBytes === 100
  const steps: StepRecord[] = []
  for (const at of ndcRecordOffsets(bytes, pageHead, stepRecordBytes)) {
    const stepIndex = view.getInt32(at + 4, true)
    if ((isLong ? view.getInt32(at + 33, true) : stepIndex) === 0) continue
    steps.push({ cycle: view.getInt32(at, true) + 1, stepIndex, status: view.getUint8(at + 24) })
  }
  return steps
}

export interface SplitRecords {
  readonly records: NewareRecords
  /** Rows whose time, capacities and energies are not in the file but counted from the row before. */ readonly counted: number
  /** Entries of data_runInfo that name a row which is not there. */ readonly astray: number
}

/** data.ndc holds voltage and current of every row, data_runInfo the rest of some rows, data_step what the steps are. */
export function ndcSplitRecords(version: number, parts: { data: Uint8Array; runInfo: Uint8Array; step: Uint8Array }): SplitRecords | null {
  const layout = layouts.get(version)
  if (!layout) return null
  const data = viewOf(parts.data)
  const records = emptyRecords(ndcRecordsAtMost(parts.data, pointBytes))
  let row = 0
  let filled = 0
  for (const at of ndcRecordOffsets(parts.data, pageHead, pointBytes)) {
    const [voltage, current] = [data.getFloat32(at, true), data.getFloat32(at + 4, true)]
    records.index[row] = row + 1
    records.voltage_V[row] = voltage * layout.voltageFactor
    records.current_mA[row] = current * layout.currentFactor
    row += 1
    if (voltage !== 0 || current !== 0) filled = row
  }
  const view = viewOf(parts.runInfo)
  const runs = [...ndcRecordOffsets(parts.runInfo, pageHead, layout.runRecordBytes)].filter((at) => view.getInt32(at + 41, true) !== 0)
  // The last page is filled up with zeros; a row of 0 V and 0 A that data_runInfo names is a row.
  for (const at of runs) {
    const index = view.getInt32(at + 41, true)
    if (index > filled && index <= row) filled = index
  }
  records.rows = filled
  const interval_s = new Float64Array(filled)
  const known = new Uint8Array(filled)
  let astray = 0
  let step = 0
  let lastStored = NaN
  for (const at of runs) {
    const stored = view.getInt32(at + 37, true)
    if (stored !== lastStored) step += 1
    lastStored = stored
    const to = view.getInt32(at + 41, true) - 1
    if (to < 0 || to >= filled) astray += 1
    else if (known[to] === 0) {
      known[to] = 1
      records.time_s[to] = view.getInt32(at, true) / 1000
      records.chargeCapacity_mAh[to] = view.getFloat32(at + 5, true) * layout.sumFactor
      records.dischargeCapacity_mAh[to] = view.getFloat32(at + 9, true) * layout.sumFactor
      records.chargeEnergy_mWh[to] = view.getFloat32(at + 13, true) * layout.sumFactor
      records.dischargeEnergy_mWh[to] = view.getFloat32(at + 17, true) * layout.sumFactor
      interval_s[to] = view.getInt32(at + 29, true) / 1000
      records.timestamp_s[to] = view.getInt32(at + 33, true) + view.getInt16(at + 45, true) / 1000
      records.step[to] = step
    }
  }
  const steps = stepRecords(parts.step, layout)
  const counted = countOn(records, known, interval_s)
  for (let i = 0; i < filled; i += 1) {
    const found = steps[records.step[i]! - 1]
    if (!found) continue
    records.programCycle[i] = found.cycle
    records.stepIndex[i] = found.stepIndex
    records.status[i] = found.status
  }
  const result = emptyRecords(0)
  for (const key of recordKeys) result[key] = records[key].slice(0, filled)
  return { records: { ...result, rows: filled }, counted, astray }
}

/** Rows between two entries of data_runInfo: the time goes on by the interval of recording, the sums by current and voltage. */
function countOn(records: MutableRecords, known: Uint8Array, interval_s: Float64Array): number {
  let counted = 0
  let from = -1
  let [time_s, capacity_mAh, energy_mWh] = [0, 0, 0]
  for (let row = 0; row < records.rows; row += 1) {
    if (known[row] === 1) {
      from = row
      time_s = capacity_mAh = energy_mWh = 0
      continue
    }
    if (from < 0) continue
    const dt = interval_s[from]!
    const dQ = (dt * records.current_mA[row]!) / 3600
    time_s += dt
    capacity_mAh += dQ
    energy_mWh += dQ * records.voltage_V[row]!
    counted += 1
    records.step[row] = records.step[from]!
    records.time_s[row] = records.time_s[from]! + time_s
    records.timestamp_s[row] = records.timestamp_s[from]! + time_s
    records.chargeCapacity_mAh[row] = Math.abs(records.chargeCapacity_mAh[from]!) + Math.max(0, capacity_mAh)
    records.dischargeCapacity_mAh[row] = Math.abs(records.dischargeCapacity_mAh[from]!) + Math.max(0, -capacity_mAh)
    records.chargeEnergy_mWh[row] = Math.abs(records.chargeEnergy_mWh[from]!) + Math.max(0, energy_mWh)
    records.dischargeEnergy_mWh[row] = Math.abs(records.dischargeEnergy_mWh[from]!) + Math.max(0, -energy_mWh)
  }
  return counted
}

import { ReadError } from '../reader'
import { viewOf } from '../newareNdax/ndcPages'
import { countedChanges, emptyRecords, orderedRecords } from '../newareNdax/newareRecords'
import { AuxiliaryValues } from './auxiliaryValues'
import type { NdaData } from './ndaData'

const start = 1024
const dataMark = 0x55
const auxiliaryMark = 0x65
const endMark = 0x81
const oldRecordBytes = 88
/** Shorter ones could not hold the fields; the next mark farther away is none of the next record. */
const shortestRecord = 52
const longestRecord = 1024
const recordWithTemperature = 56

/** BTS 9.1: the record begins with its mark, and the distance to the next mark is its length. */
function newRecordBytes(bytes: Uint8Array): number {
  for (let at = start + shortestRecord; at < Math.min(start + longestRecord, bytes.length - 1); at += 1) {
    if (bytes[at] === bytes[start] && bytes[at + 1] === bytes[start + 1]) return at - start
  }
  throw new ReadError(
    'The length of the records in this .nda file (BTS 9.1) cannot be found: ' +
      'it holds fewer than two records or is damaged; export the test from BTSDA as CSV.'
  )
}

/** Version 130 (BTSDA 9.0 and 9.1): records from byte 1024 on; times are UTC, numbers are floats in mA, mAs and mWs. */
export function nda130(bytes: Uint8Array): NdaData {
  if (bytes.length <= start + shortestRecord)
    return { records: emptyRecords(0), auxiliary: [], repeated: 0, isUtc: true, isShort: true, settings: [] }
  return bytes[start] === dataMark ? bts91(bytes) : bts90(bytes)
}

function bts91(bytes: Uint8Array): NdaData {
  const view = viewOf(bytes)
  const length = newRecordBytes(bytes)
  const records = emptyRecords(Math.floor((bytes.length - start) / length))
  const auxiliary = new AuxiliaryValues()
  let at = start
  for (; at + length <= bytes.length && bytes[at] !== endMark; at += length) {
    if (bytes[at] !== dataMark) continue
    const row = records.rows
    const [capacity, energy] = [view.getFloat32(at + 28, true) / 3600, view.getFloat32(at + 32, true) / 3600]
    const index = view.getUint32(at + 8, true)
    records.index[row] = index
    records.stepIndex[row] = records.step[row] = view.getUint8(at + 2)
    records.status[row] = view.getUint8(at + 3)
    records.time_s[row] = view.getUint32(at + 12, true) + 1e-9 * view.getUint32(at + 16, true)
    records.current_mA[row] = view.getFloat32(at + 20, true)
    records.voltage_V[row] = view.getFloat32(at + 24, true)
    // One signed sum: negative while discharging.
    records.chargeCapacity_mAh[row] = capacity < 0 ? 0 : capacity
    records.dischargeCapacity_mAh[row] = capacity > 0 ? 0 : Math.abs(capacity)
    records.chargeEnergy_mWh[row] = energy < 0 ? 0 : energy
    records.dischargeEnergy_mWh[row] = energy > 0 ? 0 : Math.abs(energy)
    records.programCycle[row] = view.getUint32(at + 36, true) + 1
    records.timestamp_s[row] = view.getUint32(at + 44, true) + 1e-9 * view.getUint32(at + 48, true)
    if (length === recordWithTemperature) auxiliary.put('T', 1, index, view.getFloat32(at + 52, true))
    records.rows += 1
  }
  const ordered = orderedRecords(records)
  const step = countedChanges(ordered.records.step)
  const found = { ...ordered.records, step, time_s: timeInStep(ordered.records.time_s, step) }
  return {
    records: found,
    auxiliary: auxiliary.columns(found.index),
    repeated: ordered.repeated,
    isUtc: true,
    isShort: at < bytes.length && bytes[at] !== endMark,
    settings: footer(bytes, at)
  }
}

/** BTS 9.1 stores the time since the test began: a step begins where the one before ended. A clock that goes back is that of the step already. */
function timeInStep(time_s: Float64Array, step: Float64Array): Float64Array {
  if (time_s.some((time, row) => row > 0 && time < time_s[row - 1]!)) return time_s
  let before = 0
  return time_s.map((time, row) => {
    if (row > 0 && step[row] !== step[row - 1]) before = time_s[row - 1]!
    return time - before
  })
}

function bts90(bytes: Uint8Array): NdaData {
  const view = viewOf(bytes)
  const records = emptyRecords(Math.floor((bytes.length - start) / oldRecordBytes))
  const auxiliary = new AuxiliaryValues()
  const isData = (from: number): boolean => {
    for (let i = 0; i < 6; i += 1) if (bytes[from + i] !== bytes[start + i]) return false
    return true
  }
  let at = start
  for (; at + oldRecordBytes <= bytes.length && bytes[at] !== endMark; at += oldRecordBytes) {
    const from = at + 4
    if (isData(at)) {
      const row = records.rows
      records.index[row] = view.getUint32(from + 12, true)
      records.stepIndex[row] = records.step[row] = view.getUint8(from + 5)
      records.status[row] = view.getUint8(from + 6)
      records.time_s[row] = Number(view.getBigUint64(from + 24, true)) / 1e6
      records.voltage_V[row] = view.getFloat32(from + 32, true)
      records.current_mA[row] = view.getFloat32(from + 36, true)
      records.chargeCapacity_mAh[row] = view.getFloat32(from + 48, true) / 3600
      records.chargeEnergy_mWh[row] = view.getFloat32(from + 52, true) / 3600
      records.dischargeCapacity_mAh[row] = view.getFloat32(from + 56, true) / 3600
      records.dischargeEnergy_mWh[row] = view.getFloat32(from + 60, true) / 3600
      records.timestamp_s[row] = Number(view.getBigUint64(from + 64, true)) / 1e6
      records.rows += 1
    } else if (view.getUint32(at, true) === 0 && bytes[from] === auxiliaryMark) {
      const index = view.getUint32(from + 2, true)
      auxiliary.put('T', view.getUint8(from + 1), index, view.getInt16(from + 34, true) / 10)
      auxiliary.put('V', view.getUint8(from + 1), index, view.getInt32(from + 22, true) / 10_000)
    }
  }
  const ordered = orderedRecords(records)
  const found = { ...ordered.records, step: countedChanges(ordered.records.step) }
  return {
    records: found,
    auxiliary: auxiliary.columns(found.index),
    repeated: ordered.repeated,
    isUtc: true,
    isShort: at < bytes.length && bytes[at] !== endMark,
    settings: footer(bytes, at)
  }
}

const footerMark = [0x06, 0x00, 0xf0, 0x1d, 0x81, 0x00, 0x03, 0x00, 0x61, 0x90, 0x71, 0x90, 0x02, 0x7f, 0xff, 0x00] as const
const remarkAt = 379
const remarkBytes = 128
const massAt = 507

/** Behind the records: the remark and the mass of the active material. */
function footer(bytes: Uint8Array, from: number): { name: string; value: string | number }[] {
  for (let at = bytes.indexOf(footerMark[0], from); at >= 0 && at + massAt + 8 <= bytes.length; at = bytes.indexOf(footerMark[0], at + 1)) {
    if (!footerMark.every((byte, i) => bytes[at + i] === byte)) continue
    const remark = new TextDecoder('gb18030')
      .decode(bytes.subarray(at + remarkAt, at + remarkAt + remarkBytes))
      .replace(/\0/g, '')
      .trim()
    const mass = viewOf(bytes).getFloat64(at + massAt, true)
    return [
      ...(Number.isFinite(mass) ? [{ name: 'Active material (mg)', value: mass }] : []),
      ...(remark === '' ? [] : [{ name: 'Remark', value: remark }])
    ]
  }
  return []
}

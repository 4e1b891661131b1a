import { currentFactor } from './currentRange'
import { ndcRecordOffsets, ndcRecordsAtMost, viewOf } from './ndcPages'
import { countedChanges, emptyRecords, orderedRecords, type MutableRecords, type NewareRecords } from './newareRecords'

const pageHead = 125
const recordBytes = 87
const markerBytes = 8
const oldRecordBytes = 94
const oldMarkerAt = 517

/**
 * Where the records of versions 2 and 5 begin, by their type (0x55 data, 0x65 and 0x74 auxiliary). Version 2 repeats the eight bytes
 * at 517 before every record; version 5 has pages, and the type is the eighth byte.
 */
export function wholeRecordOffsets(bytes: Uint8Array, version: number, type: number): number[] {
  if (version !== 2) return [...ndcRecordOffsets(bytes, pageHead, recordBytes)].filter((at) => bytes[at + 7] === type)
  if (bytes[oldMarkerAt] !== type || oldMarkerAt + markerBytes > bytes.length) return []
  const offsets: number[] = []
  const isMarker = (at: number): boolean => {
    for (let i = 0; i < markerBytes; i += 1) if (bytes[at + i] !== bytes[oldMarkerAt + i]) return false
    return true
  }
  for (let at = bytes.indexOf(type, oldMarkerAt); at >= 0 && at + recordBytes <= bytes.length;) {
    const isHere = isMarker(at)
    if (isHere) offsets.push(at)
    at = bytes.indexOf(type, at + (isHere ? oldRecordBytes : 1))
  }
  return offsets
}

/** Seconds since 1970 of a calendar time of the PC's clock; NaN for a date that does not exist. */
export function clockSeconds(view: DataView, at: number): number {
  const [year, month, day] = [view.getUint16(at, true), view.getUint8(at + 2), view.getUint8(at + 3)]
  const [h, m, s] = [view.getUint8(at + 4), view.getUint8(at + 5), view.getUint8(at + 6)]
  if (year < 1970 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31 || h > 23 || m > 59 || s > 59) return NaN
  return Date.UTC(year, month - 1, day, h, m, s) / 1000
}

/** Current, capacities and energies are whole numbers in a unit that the current range gives. Nothing is nothing in every range. */
export function scaledFields(view: DataView, records: MutableRecords, row: number, at: { current: number; sums: number; range: number }): void {
  const factor = currentFactor(view.getInt32(at.range, true))
  const scaled = (raw: number): number => (raw === 0 ? 0 : raw * factor)
  records.current_mA[row] = scaled(view.getInt32(at.current, true))
  const sum = (i: number): number => scaled(Number(view.getBigInt64(at.sums + 8 * i, true))) / 3600
  records.chargeCapacity_mAh[row] = sum(0)
  records.dischargeCapacity_mAh[row] = sum(1)
  records.chargeEnergy_mWh[row] = sum(2)
  records.dischargeEnergy_mWh[row] = sum(3)
}

/** Versions 2 and 5: a record holds everything. */
export function ndcWholeRecords(bytes: Uint8Array, version: number): { records: NewareRecords; repeated: number } {
  const view = viewOf(bytes)
  const records = emptyRecords(Math.min(ndcRecordsAtMost(bytes, recordBytes), bytes.length))
  for (const at of wholeRecordOffsets(bytes, version, 0x55)) {
    const row = records.rows
    records.index[row] = view.getUint32(at + 8, true)
    records.programCycle[row] = view.getUint32(at + 12, true) + 1
    records.stepIndex[row] = view.getUint8(at + 16)
    records.status[row] = view.getUint8(at + 17)
    records.time_s[row] = Number(view.getBigUint64(at + 23, true)) / 1000
    records.voltage_V[row] = view.getInt32(at + 31, true) / 10_000
    scaledFields(view, records, row, { current: at + 35, sums: at + 43, range: at + 82 })
    records.timestamp_s[row] = clockSeconds(view, at + 75)
    records.rows += 1
  }
  const ordered = orderedRecords(records)
  return { ...ordered, records: { ...ordered.records, step: countedChanges(ordered.records.stepIndex) } }
}

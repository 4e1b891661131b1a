import { viewOf } from '../newareNdax/ndcPages'
import { countedChanges, emptyRecords, orderedRecords } from '../newareNdax/newareRecords'
import type { NdaData } from './ndaData'

const recordBytes = 59
const dataMark = 0
/** Stands where the test was started, interrupted or ended; its numbers belong to no row. */
const eventMark = 0xff
/** Capacities and energies are counted in µA s and µW s. */
const perHour = 3.6e6

/** The event that starts the test, with index 1, and a record of data with index 1 behind it. */
function firstEvent(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.indexOf(eventMark); at >= 0 && at + recordBytes + 5 <= bytes.length; at = bytes.indexOf(eventMark, at + 1)) {
    const next = at + recordBytes
    if (view.getUint32(at + 1, true) === 1 && bytes[next] === dataMark && view.getUint32(next + 1, true) === 1) return at
  }
  return -1
}

/** Version 8 (BTS 5): records of 59 bytes, whole numbers in 0.1 mV, µA, µA s and µW s, time in whole seconds, the clock in UTC. */
export function nda8(bytes: Uint8Array): NdaData {
  const view = viewOf(bytes)
  const start = firstEvent(bytes, view)
  const records = emptyRecords(start < 0 ? 0 : Math.floor((bytes.length - start) / recordBytes))
  let at = start < 0 ? bytes.length : start
  for (; at + recordBytes <= bytes.length; at += recordBytes) {
    if (bytes[at] !== dataMark) continue
    const row = records.rows
    const current_mA = view.getInt32(at + 19, true) / 1000
    const capacity = Number(view.getBigInt64(at + 31, true)) / perHour
    const energy = Number(view.getBigInt64(at + 39, true)) / perHour
    const isDischarge = current_mA < 0
    records.index[row] = view.getUint32(at + 1, true)
    records.programCycle[row] = view.getUint32(at + 5, true)
    records.stepIndex[row] = view.getUint8(at + 9)
    records.status[row] = view.getUint8(at + 10)
    records.step[row] = view.getUint16(at + 9, true)
    records.time_s[row] = view.getUint32(at + 11, true)
    records.voltage_V[row] = view.getInt32(at + 15, true) / 10_000
    records.current_mA[row] = current_mA
    // One sum a step, whose sign is that of the current.
    records.chargeCapacity_mAh[row] = isDischarge ? 0 : capacity
    records.dischargeCapacity_mAh[row] = isDischarge ? capacity : 0
    records.chargeEnergy_mWh[row] = isDischarge ? 0 : energy
    records.dischargeEnergy_mWh[row] = isDischarge ? energy : 0
    records.timestamp_s[row] = Number(view.getBigUint64(at + 47, true))
    records.rows += 1
  }
  const ordered = orderedRecords(records)
  const found = { ...ordered.records, step: countedChanges(ordered.records.step) }
  return { records: found, auxiliary: [], repeated: ordered.repeated, isUtc: true, isShort: at < bytes.length, settings: [] }
}

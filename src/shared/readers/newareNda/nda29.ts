import { clockSeconds, scaledFields } from '../newareNdax/ndcWholeRecords'
import { viewOf } from '../newareNdax/ndcPages'
import { countedChanges, emptyRecords, orderedRecords } from '../newareNdax/newareRecords'
import { AuxiliaryValues } from './auxiliaryValues'
import type { NdaData } from './ndaData'

const recordBytes = 86
const dataMark = 0x55
const auxiliaryMark = 0x65

function isRecord(bytes: Uint8Array, at: number): boolean {
  if (at < 0 || at + recordBytes > bytes.length) return false
  for (let i = 82; i < recordBytes; i += 1) if (bytes[at + i] !== 0) return false
  return (bytes[at] === dataMark && bytes[at + 1] === 0 && bytes[at + 12] !== 0) || bytes[at] === auxiliaryMark
}

/** Records follow a header of no fixed length: the first place where one stands behind four zero bytes and another one, or the end, comes next. */
function firstRecord(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(dataMark, 4); at >= 0; at = bytes.indexOf(dataMark, at + 1)) {
    if (bytes[at - 1] !== 0 || bytes[at - 2] !== 0 || bytes[at - 3] !== 0 || bytes[at - 4] !== 0 || bytes[at + 1] !== 0 || !isRecord(bytes, at))
      continue
    if (isRecord(bytes, at + recordBytes) || at + 2 * recordBytes > bytes.length) return at
  }
  return -1
}

/**
 * Versions 26 and 29 (BTSDA 7), 22 and 23 before: records of 86 bytes, all of one length; between them stand records of other kinds. The time
 * is a calendar time of the PC's clock in the former, seconds since 1970 in the latter.
 */
export function nda29(bytes: Uint8Array, version: number): NdaData {
  const isUtc = version < 26
  const view = viewOf(bytes)
  const start = firstRecord(bytes)
  const records = emptyRecords(start < 0 ? 0 : Math.floor((bytes.length - start) / recordBytes))
  const auxiliary = new AuxiliaryValues()
  let isShort = false
  for (let at = start; start >= 0 && at < bytes.length; at += recordBytes) {
    isShort = at + recordBytes > bytes.length
    if (isShort || !isRecord(bytes, at)) continue
    if (bytes[at] === auxiliaryMark) {
      const index = view.getUint32(at + 2, true)
      auxiliary.put('T', view.getUint8(at + 1), index, view.getInt16(at + 34, true) / 10)
      auxiliary.put('V', view.getUint8(at + 1), index, view.getInt32(at + 22, true) / 10_000)
      continue
    }
    const index = view.getUint32(at + 2, true)
    if (index === 0) continue
    const row = records.rows
    records.index[row] = index
    records.programCycle[row] = view.getUint32(at + 6, true) + 1
    records.stepIndex[row] = view.getUint16(at + 10, true)
    records.status[row] = view.getUint8(at + 12)
    // The step changes with its number in the program, its kind or the count behind it, which goes on where a loop repeats a step.
    records.step[row] = view.getUint32(at + 10, true)
    records.time_s[row] = Number(view.getBigUint64(at + 14, true)) / 1000
    records.voltage_V[row] = view.getInt32(at + 22, true) / 10_000
    scaledFields(view, records, row, { current: at + 26, sums: at + 38, range: at + 78 })
    records.timestamp_s[row] = isUtc ? Number(view.getBigUint64(at + 70, true)) : clockSeconds(view, at + 70)
    records.rows += 1
  }
  const ordered = orderedRecords(records)
  const found = { ...ordered.records, step: countedChanges(ordered.records.step) }
  return { records: found, auxiliary: auxiliary.columns(found.index), repeated: ordered.repeated, isUtc, isShort, settings: version === 29 ? settings29(bytes) : [] }
}

const massAt = 152
const remarkAt = 2317
const remarkBytes = 100

function settings29(bytes: Uint8Array): { name: string; value: string | number }[] {
  if (bytes.length < remarkAt + remarkBytes) return []
  const remark = new TextDecoder('gb18030')
    .decode(bytes.subarray(remarkAt, remarkAt + remarkBytes))
    .replace(/\0/g, '')
    .trim()
  return [
    { name: 'Active material (mg)', value: viewOf(bytes).getUint32(massAt, true) / 1000 },
    ...(remark === '' ? [] : [{ name: 'Remark', value: remark }])
  ]
}

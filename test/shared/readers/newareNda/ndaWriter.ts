import type { TestRow } from '../newareNdax/ndaxWriter'

const headed = (version: number, size: number): { bytes: Uint8Array; view: DataView } => {
  const bytes = new Uint8Array(size)
  bytes.set(new TextEncoder().encode('NEWARE20260903'))
  bytes[14] = version
  return { bytes, view: new DataView(bytes.buffer) }
}

export interface Range29 {
  readonly code: number
  readonly factor_mA: number
}
const status = (row: TestRow): number => (row.current_mA > 0 ? 1 : row.current_mA < 0 ? 2 : 4)

/** Version 29: a header of `headerBytes`, then 86 bytes a record; `order` shuffles or repeats rows, `temperature` adds auxiliary records. */
export function nda29File(
  rows: readonly TestRow[],
  { code, factor_mA }: Range29,
  headerBytes = 3001,
  order: readonly number[] = rows.map((_, i) => i),
  temperature?: (row: number) => number,
  version = 29
): Uint8Array {
  const perRow = temperature ? 2 : 1
  const { bytes, view } = headed(version, headerBytes + 86 * perRow * order.length)
  order.forEach((i, position) => {
    const row = rows[i]!
    const at = headerBytes + 86 * perRow * position
    view.setUint8(at, 0x55)
    view.setUint32(at + 2, i + 1, true)
    view.setUint16(at + 10, row.step, true)
    view.setUint8(at + 12, status(row))
    view.setBigUint64(at + 14, BigInt(Math.round(row.time_s * 1000)), true)
    view.setInt32(at + 22, Math.round(row.voltage_V * 1e4), true)
    view.setInt32(at + 26, Math.round(row.current_mA / factor_mA), true)
    ;[row.charge_mAh, row.discharge_mAh, row.charge_mAh * row.voltage_V, row.discharge_mAh * row.voltage_V].forEach((sum, k) =>
      view.setBigInt64(at + 38 + 8 * k, BigInt(Math.round((sum * 3600) / factor_mA)), true)
    )
    if (version < 26) view.setBigUint64(at + 70, BigInt(epoch_s + i), true)
    else {
      view.setUint16(at + 70, 2026, true)
      ;[9, 3, 14, Math.floor(i / 60) % 60, i % 60].forEach((value, k) => view.setUint8(at + 72 + k, value))
    }
    view.setInt32(at + 78, code, true)
    if (temperature) {
      view.setUint8(at + 86, 0x65)
      view.setUint8(at + 87, 1)
      view.setUint32(at + 88, i + 1, true)
      view.setInt32(at + 86 + 22, 5000, true)
      view.setInt16(at + 86 + 34, Math.round(temperature(i) * 10), true)
    }
  })
  return bytes
}

/** Version 8: an event before the rows and one behind them, 59 bytes each, sums in µA s and µW s. */
export function nda8File(rows: readonly TestRow[], headerBytes = 2807): Uint8Array {
  const { bytes, view } = headed(8, headerBytes + 59 * (rows.length + 2))
  const event = (at: number, index: number): void => {
    view.setUint8(at, 0xff)
    view.setUint32(at + 1, index, true)
    view.setUint8(at + 12, 8)
  }
  event(headerBytes, 1)
  event(headerBytes + 59 * (rows.length + 1), rows.length + 1)
  rows.forEach((row, i) => {
    const at = headerBytes + 59 * (i + 1)
    const sum_mAh = row.current_mA < 0 ? row.discharge_mAh : row.charge_mAh
    view.setUint32(at + 1, i + 1, true)
    view.setUint32(at + 5, 1, true)
    view.setUint8(at + 9, row.step)
    view.setUint8(at + 10, status(row))
    view.setUint32(at + 11, Math.round(row.time_s), true)
    view.setInt32(at + 15, Math.round(row.voltage_V * 1e4), true)
    view.setInt32(at + 19, Math.round(row.current_mA * 1000), true)
    view.setBigInt64(at + 31, BigInt(Math.round(sum_mAh * 3.6e6)), true)
    view.setBigInt64(at + 39, BigInt(Math.round(sum_mAh * row.voltage_V * 3.6e6)), true)
    view.setBigUint64(at + 47, BigInt(epoch_s + i), true)
    view.setUint32(at + 55, 0x9ec5f + i, true)
  })
  return bytes
}

const epoch_s = 1_780_000_000

/** Version 130 as BTSDA 9.1 writes it: the time since the test began, one signed sum; 56 bytes hold a temperature, 52 do not. */
export function nda91File(rows: readonly TestRow[], recordBytes: 52 | 56): Uint8Array {
  const { bytes, view } = headed(130, 1024 + recordBytes * rows.length)
  let before_s = 0
  rows.forEach((row, i) => {
    if (i > 0 && row.step !== rows[i - 1]!.step) before_s += rows[i - 1]!.time_s
    const time_s = before_s + row.time_s
    const at = 1024 + recordBytes * i
    view.setUint8(at, 0x55)
    view.setUint8(at + 1, 6)
    view.setUint8(at + 2, row.step)
    view.setUint8(at + 3, status(row))
    view.setUint32(at + 8, i + 1, true)
    view.setUint32(at + 12, Math.floor(time_s), true)
    view.setUint32(at + 16, Math.round((time_s % 1) * 1e9), true)
    ;[
      row.current_mA,
      row.voltage_V,
      (row.charge_mAh - row.discharge_mAh) * 3600,
      (row.charge_mAh - row.discharge_mAh) * row.voltage_V * 3600
    ].forEach((value, k) => view.setFloat32(at + 20 + 4 * k, value, true))
    view.setUint32(at + 44, epoch_s + i, true)
    if (recordBytes === 56) view.setFloat32(at + 52, 25.5, true)
  })
  return bytes
}

/** Version 130 as BTSDA 9.0 writes it: 88 bytes, four sums. */
export function nda90File(rows: readonly TestRow[]): Uint8Array {
  const { bytes, view } = headed(130, 1024 + 88 * rows.length)
  rows.forEach((row, i) => {
    const at = 1024 + 88 * i
    bytes.set([0x12, 0x50, 0, 7, 0x55, 0x81], at)
    view.setUint8(at + 9, row.step)
    view.setUint8(at + 10, status(row))
    view.setUint32(at + 16, i + 1, true)
    view.setBigUint64(at + 28, BigInt(Math.round(row.time_s * 1e6)), true)
    view.setFloat32(at + 36, row.voltage_V, true)
    view.setFloat32(at + 40, row.current_mA, true)
    ;[row.charge_mAh, row.charge_mAh * row.voltage_V, row.discharge_mAh, row.discharge_mAh * row.voltage_V].forEach((sum, k) =>
      view.setFloat32(at + 52 + 4 * k, sum * 3600, true)
    )
    view.setBigUint64(at + 68, BigInt(epoch_s + i) * 1_000_000n, true)
  })
  return bytes
}

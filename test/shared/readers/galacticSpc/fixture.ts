import type { Fixture } from '../fixture'

export interface SpcParts { readonly first: number; readonly last: number; readonly y: readonly number[]; readonly xType?: number; readonly yType?: number }
/** A new-format .spc with even x and 32-bit floats, from the layout alone. */
export function spcFile({ first, last, y, xType = 3, yType = 2 }: SpcParts): Uint8Array<ArrayBuffer> {
  const out = new DataView(new ArrayBuffer(512 + 32 + 4 * y.length))
  out.setUint8(1, 0x4b)
  out.setInt8(3, -128)
  out.setUint32(4, y.length, true)
  out.setFloat64(8, first, true)
  out.setFloat64(16, last, true)
  out.setUint32(24, 1, true)
  out.setUint8(28, xType)
  out.setUint8(29, yType)
  out.setInt8(513, -128)
  y.forEach((value, i) => out.setFloat32(544 + 4 * i, value, true))
  return new Uint8Array(out.buffer)
}
/** 14 May 2024, 13:07. */
export const packedDate = 2024 * 2 ** 20 + (5 << 16) + (14 << 11) + (13 << 6) + 7
/** Two spectra with an axis each (16-bit y), their directory at the end, z in minutes, and a log behind them that cannot be read. */
export function spcSeries(): Uint8Array<ArrayBuffer> {
  const spectra = [{ z: 1.25, x: [10, 20, 30], y: [1, 2, 3] }, { z: 2.5, x: [10, 25], y: [4, 5] }]
  const sizes = spectra.map(({ x }) => 32 + 6 * x.length)
  const directory = 512 + sizes[0]! + sizes[1]!
  const out = new DataView(new ArrayBuffer(directory + 24 + 64))
  out.setUint8(0, 0xc0 | 0x04 | 0x01)
  out.setUint8(1, 0x4b)
  out.setInt8(3, 16)
  out.setUint32(4, directory, true)
  out.setFloat64(8, 10, true)
  out.setFloat64(16, 30, true)
  out.setUint32(24, 2, true)
  out.setUint8(28, 9)
  out.setUint8(30, 5)
  out.setUint32(32, packedDate, true)
  out.setUint32(248, out.byteLength + 1000, true)
  let at = 512
  for (const { z, x, y } of spectra) {
    out.setInt8(at + 1, 16)
    out.setFloat32(at + 4, z, true)
    out.setUint32(at + 16, x.length, true)
    x.forEach((value, i) => out.setFloat32(at + 32 + 4 * i, value, true))
    y.forEach((value, i) => out.setInt16(at + 32 + 4 * x.length + 2 * i, value, true))
    at += 32 + 6 * x.length
  }
  return new Uint8Array(out.buffer)
}
export const fixtures: readonly Fixture[] = [{ reader: 'galactic-spc', name: 'a.spc', bytes: spcFile({ first: 400, last: 700, y: Array.from({ length: 40 }, (_, i) => i / 40) }) }]

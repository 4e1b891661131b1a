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
export const fixtures: readonly Fixture[] = [{ reader: 'galactic-spc', name: 'a.spc', bytes: spcFile({ first: 400, last: 700, y: Array.from({ length: 40 }, (_, i) => i / 40) }) }]

/** The numbers of a frame: what the header (code at 108) and the footer (pixelFormat) call their types, little endian. */
export interface NumberType { readonly size: number; readonly at: (view: DataView, offset: number) => number }

const types = {
  f4: { size: 4, at: (view, offset) => view.getFloat32(offset, true) }, f8: { size: 8, at: (view, offset) => view.getFloat64(offset, true) },
  i2: { size: 2, at: (view, offset) => view.getInt16(offset, true) }, i4: { size: 4, at: (view, offset) => view.getInt32(offset, true) },
  u1: { size: 1, at: (view, offset) => view.getUint8(offset) }, u2: { size: 2, at: (view, offset) => view.getUint16(offset, true) }, u4: { size: 4, at: (view, offset) => view.getUint32(offset, true) }
} as const satisfies Record<string, NumberType>

export const typesByCode: ReadonlyMap<number, NumberType> = new Map<number, NumberType>([[0, types.f4], [1, types.i4], [2, types.i2], [3, types.u2], [5, types.f8], [6, types.u1], [8, types.u4]])
export const typesByName: ReadonlyMap<string, NumberType> = new Map<string, NumberType>([['MonochromeUnsigned16', types.u2], ['MonochromeUnsigned32', types.u4], ['MonochromeFloating32', types.f4]])

export const textAt = (view: DataView, at: number, length: number): string => {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length)
  const end = bytes.indexOf(0)
  return new TextDecoder('windows-1252').decode(end < 0 ? bytes : bytes.subarray(0, end)).trim()
}
/** Of the header's 64-bit numbers; more than 2^53 is damage. */
export const u64 = (view: DataView, at: number): number => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32
/** Single precision shows no more digits than it holds. */
export const f32 = (view: DataView, at: number): number => Number(view.getFloat32(at, true).toPrecision(7))

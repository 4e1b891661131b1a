/** Bytes of a number by the letter of its format (IRFMT, XFMT …). */
export const sizes: ReadonlyMap<string, number> = new Map([['D', 8], ['F', 4], ['I', 4], ['S', 2], ['C', 1]])

export function numbersIn(bytes: Uint8Array, format: string, isLittle: boolean, count: number): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = sizes.get(format)!
  const at: Record<string, (i: number) => number> = {
    D: (i) => view.getFloat64(i, isLittle), F: (i) => view.getFloat32(i, isLittle), I: (i) => view.getInt32(i, isLittle), S: (i) => view.getInt16(i, isLittle), C: (i) => view.getInt8(i)
  }
  return Float64Array.from({ length: count }, (_, i) => at[format]!(i * size))
}

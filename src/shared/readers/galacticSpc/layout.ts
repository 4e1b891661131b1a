export interface Layout { readonly points: number; readonly spectra: number; readonly version: string }

/** What the header of a GRAMS file says, or null where the bytes cannot be one. */
export function layoutOf(bytes: Uint8Array, size: number): Layout | null {
  if (bytes.length < 256 || size < 288) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes[1] === 0x4b && bytes.length >= 512) {
    const [points, spectra, first, last] = [view.getUint32(4, true), view.getUint32(24, true), view.getFloat64(8, true), view.getFloat64(16, true)]
    const isXyxy = (bytes[0]! & 0x40) !== 0
    // Where every spectrum has its own x, the place of their directory stands in the place of the points.
    const isWithin = isXyxy ? points <= size : points >= 1 && 2 * points <= size
    const isSane = Number.isFinite(first) && Number.isFinite(last) && Math.abs(first) < 1e12 && Math.abs(last) < 1e12 && spectra >= 1 && isWithin && 32 * spectra <= size
    return isSane && (bytes[28]! <= 30 || bytes[28] === 255) ? { points, spectra, version: 'new format' } : null
  }
  if (bytes[1] === 0x4d) {
    const points = view.getFloat32(4, true)
    return Number.isInteger(points) && points >= 1 && 2 * points <= size && Number.isFinite(view.getFloat32(8, true)) ? { points, spectra: 1, version: 'LabCalc format' } : null
  }
  return null
}

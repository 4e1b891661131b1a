import { ReadError } from '../reader'

/** One row of the directory: what it is (key), where it lies and to which spectrum of the file it belongs. */
export interface Part { readonly key: number; readonly offset: number; readonly size: number; readonly spectrum: number }

export const DIRECTORY = 304
const ROWS_AT = 294
const MOST_ROWS = 60_000
export const keys = { header: 2, intensities: 3, comment: 4, history: 27, title: 107, series: 0x12d, seriesInfo: 0x145 } as const

/** .spa and .spg: rows of 16 bytes, key u8, offset u32 at 2, size u32 at 6, spectrum u16 at 10. .srs: rows of 22, key u16, offset u64 at 2, size u32 at 10. */
export function partsOf(bytes: Uint8Array, isSeries: boolean): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const width = isSeries ? 22 : 16
  const declared = view.getUint16(ROWS_AT, true)
  const parts: Part[] = []
  for (let i = 0, at = DIRECTORY; i < Math.min(declared, MOST_ROWS) && at + width <= bytes.length; i += 1, at += width) {
    const high = isSeries ? view.getUint32(at + 6, true) : 0
    if (high > 0) throw new ReadError(`Row ${i + 1} of the directory points beyond the file; it is damaged, copy it again.`)
    parts.push({
      key: isSeries ? view.getUint16(at, true) : bytes[at]!, offset: view.getUint32(at + 2, true),
      size: view.getUint32(at + (isSeries ? 10 : 6), true), spectrum: view.getUint16(at + (isSeries ? 14 : 10), true)
    })
  }
  return parts
}

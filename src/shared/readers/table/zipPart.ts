import { inflateSync } from 'fflate'
import { refuseLyingZip } from './refuseLyingZip'
import type { ZipEntry } from './zipDirectory'

const deflated = 8

/** One part of a zip, after its stated size was checked; null where it is damaged or packed in another way. */
export function zipPart(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  refuseLyingZip(bytes, [entry])
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const method = view.getUint16(entry.offset + 8, true)
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (method === 0) return packed.subarray(0, entry.unpacked)
  if (method !== deflated) return null
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.unpacked) })
  } catch {
    return null
  }
}

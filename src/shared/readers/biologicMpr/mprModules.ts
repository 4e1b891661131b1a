import { ReadError } from '../reader'

export interface MprModule { readonly name: string; readonly version: number; readonly isLong: boolean; /** 'mm/dd/yy' */ readonly date: string; readonly start: number; readonly end: number; readonly isCutOff: boolean }

const MAGIC = 52
const text = (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length))

/** The modules of an .mpr with the places of their data; the last one may be cut off. */
export function mprModules(bytes: Uint8Array): MprModule[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const modules: MprModule[] = []
  for (let at = MAGIC; at + 57 <= bytes.length;) {
    if (text(bytes, at, 6) !== 'MODULE') {
      if (modules.length === 0) throw new ReadError('No module follows the mark of an EC-Lab file; it is damaged, copy it again or export it as text (.mpt).', { byte: at })
      break
    }
    // EC-Lab 11.50 and later: FF FF FF FF stands where the length was, and the header is eight bytes longer.
    const isLong = view.getUint32(at + 41, true) === 0xffffffff
    const place = isLong ? at + 45 : at + 41
    const dateAt = isLong ? at + 57 : at + 49
    const start = dateAt + 8
    if (start > bytes.length) break
    const length = view.getUint32(place, true)
    const end = start + length
    modules.push({ name: text(bytes, at + 6, 10).trim(), version: view.getUint32(place + 4, true), isLong, date: text(bytes, dateAt, 8), start, end: Math.min(end, bytes.length), isCutOff: end > bytes.length })
    at = end
  }
  return modules
}

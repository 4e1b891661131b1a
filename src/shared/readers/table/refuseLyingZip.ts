import { Inflate } from 'fflate'
import { ReadError } from '../reader'
import type { ZipEntry } from './zipDirectory'

const localHeader = 0x04034b50
const deflated = 8
/** 16 KiB unpack to 17 MB at most, so an entry is stopped soon after it exceeds what it declares. */
const pieceBytes = 16 * 1024

/** A zip may declare small parts and unpack to gigabytes: every part is unpacked in pieces that are thrown away, until one is longer than it says. */
export function refuseLyingZip(bytes: Uint8Array, entries: readonly ZipEntry[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const { name, packed, unpacked, offset } of entries) {
    if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localHeader)
      throw new ReadError(`The spreadsheet's part "${name}" is missing; the file is cut off, copy or save it again.`)
    if (view.getUint16(offset + 8, true) !== deflated) continue
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    let size = 0
    const inflate = new Inflate((piece) => {
      size += piece.length
    })
    try {
      for (let at = start; at < start + packed && size <= unpacked; at += pieceBytes) {
        const end = Math.min(at + pieceBytes, start + packed)
        inflate.push(bytes.subarray(at, end), end === start + packed)
      }
    } catch {
      throw new ReadError(`The spreadsheet's part "${name}" is damaged; copy or save the file again.`)
    }
    if (size > unpacked)
      throw new ReadError(
        `The spreadsheet's part "${name}" unpacks to more than it declares; the file is not opened. Save it again from a spreadsheet program.`
      )
  }
}

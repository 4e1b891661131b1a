import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const [localLength, centralLength, endLength] = [30, 46, 22] as const
/** 1 January 2026, 0:00, as a zip says it: the same numbers give the same file. */
const DATE = ((2026 - 1980) << 9) | (1 << 5) | 1

/**
 * The same zip with some of its parts rewritten; all others are taken over as they were compressed, which is most of the time of
 * writing a large workbook. For zips of our own writer: one disk, deflate or stored, under 4 GB. RangeError for any other.
 */
export function rewrittenParts(zip: Uint8Array, rewrite: (name: string) => ((text: string) => string) | undefined): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.byteLength - endLength
  if (end < 0 || view.getUint32(end, true) !== END) throw new RangeError('this is not a zip of one disk without a comment.')
  const count = view.getUint16(end + 10, true)
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = view.getUint32(end + 16, true)
  let offset = 0
  for (let k = 0; k < count; k += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('the directory of this zip is damaged.')
    const [nameLength, extra, comment, local] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)]
    const nameBytes = zip.subarray(at + centralLength, at + centralLength + nameLength)
    const from = local + localLength + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    let part = { method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), data: zip.subarray(from, from + view.getUint32(at + 20, true)), size: view.getUint32(at + 24, true) }
    const change = rewrite(Buffer.from(nameBytes).toString('utf8'))
    if (change) {
      const before = part.method === 0 ? part.data : inflateRawSync(part.data, { maxOutputLength: part.size })
      const text = Buffer.from(change(Buffer.from(before).toString('utf8')))
      part = { method: 8, crc: crc32(text), data: deflateRawSync(text), size: text.length }
    }
    const common = (into: DataView, start: number): void => {
      into.setUint16(start, 20, true)
      into.setUint16(start + 2, 0x800, true)
      into.setUint16(start + 4, part.method, true)
      into.setUint16(start + 8, DATE, true)
      into.setUint32(start + 10, part.crc, true)
      into.setUint32(start + 14, part.data.length, true)
      into.setUint32(start + 18, part.size, true)
      into.setUint16(start + 22, nameLength, true)
    }
    const header = new DataView(new ArrayBuffer(localLength))
    header.setUint32(0, LOCAL, true)
    common(header, 4)
    const entry = new DataView(new ArrayBuffer(centralLength))
    entry.setUint32(0, CENTRAL, true)
    entry.setUint16(4, 20, true)
    common(entry, 6)
    entry.setUint32(42, offset, true)
    pieces.push(bytesOf(header), nameBytes, part.data)
    directory.push(bytesOf(entry), nameBytes)
    offset += localLength + nameLength + part.data.length
    at += centralLength + nameLength + extra + comment
  }
  const last = new DataView(new ArrayBuffer(endLength))
  last.setUint32(0, END, true)
  last.setUint16(8, count, true)
  last.setUint16(10, count, true)
  last.setUint32(12, directory.reduce((sum, { length }) => sum + length, 0), true)
  last.setUint32(16, offset, true)
  return Buffer.concat([...pieces, ...directory, bytesOf(last)])
}

const bytesOf = ({ buffer }: DataView): Uint8Array => new Uint8Array(buffer as ArrayBuffer)

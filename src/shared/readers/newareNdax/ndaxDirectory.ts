import { ReadError } from '../reader'
import type { ZipEntry } from '../table/zipDirectory'

const localHeader = 0x04034b50
const directoryEntry = 0x02014b50
const endOfDirectory = 0x06054b50
const localHeaderBytes = 30
const entryBytes = 46
const endBytes = 22
/** In the 32-bit fields: the size is in the extra field. Neware writes every part so, however small. */
const inExtraField = 0xffffffff
const zip64 = 1

/** Others (logs, statistics, the program as it was edited) are not unpacked. */
const needed = /^(?:TestInfo\.xml|VersionInfo\.xml|Step\.xml|data(?:_step|_runInfo|_AUX_\d{1,9}_\d{1,9}_\d{1,9}|_\d{1,9})?\.ndc)$/
const maxEntries = 1000
const maxEntryBytes = 128 * 2 ** 20
const maxTotalBytes = 256 * 2 ** 20
/** Together, whatever the size of the file. */
const allowedTotalBytes = 16 * 2 ** 20
const maxRatio = 200
/** Small parts compress extremely well without being a bomb. */
const ratioFromBytes = 2 ** 20

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const textOf = (bytes: Uint8Array, at: number, length: number): string => new TextDecoder().decode(bytes.subarray(at, at + length))

/** Unpacked size, packed size and offset, each taken from the extra field only where its own field points there. */
function wideFields(view: DataView, from: number, length: number, fields: readonly number[]): number[] {
  const end = Math.min(from + length, view.byteLength)
  for (let at = from; at + 4 <= end;) {
    const size = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === zip64) {
      let next = at + 4
      return fields.map((field) => {
        if (field !== inExtraField || next + 8 > Math.min(at + 4 + size, end)) return field
        next += 8
        return Number(view.getBigUint64(next - 8, true))
      })
    }
    at += 4 + size
  }
  return [...fields]
}

const sizeBehind = 0x08

/** Where the next header stands, by its first byte and mark; the end where there is none. */
function nextHeader(view: DataView, bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0 && at + localHeaderBytes <= bytes.length; at = bytes.indexOf(0x50, at + 1)) if (view.getUint32(at, true) === localHeader) return at
  return bytes.length
}

/**
 * The parts as their own headers in front of them tell, as far as the bytes go: for the first bytes of a file, and for one that was cut off.
 * A container that another program packed again may state the sizes only behind each part.
 */
export function leadingParts(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes)
  const entries: ZipEntry[] = []
  for (let at = 0; at + localHeaderBytes <= bytes.length && view.getUint32(at, true) === localHeader && entries.length < maxEntries;) {
    const [nameLength, extraLength] = [view.getUint16(at + 26, true), view.getUint16(at + 28, true)]
    const extraAt = at + localHeaderBytes + nameLength
    const [unpacked, packed] = wideFields(view, extraAt, extraLength, [view.getUint32(at + 22, true), view.getUint32(at + 18, true)])
    entries.push({ name: textOf(bytes, at + localHeaderBytes, nameLength), packed: packed!, unpacked: unpacked!, offset: at })
    const isSizeBehind = packed === 0 && (view.getUint16(at + 6, true) & sizeBehind) !== 0
    at = isSizeBehind ? nextHeader(view, bytes, extraAt + extraLength) : extraAt + extraLength + packed!
  }
  return entries
}

export interface NdaxDirectory {
  readonly entries: readonly ZipEntry[]
  /** The list at the end or a part that it names is missing: the file was cut off. */ readonly isCutOff: boolean
}

/** The parts of the container, refused before anything is unpacked when they are too many or too large. */
export function ndaxDirectory(bytes: Uint8Array): NdaxDirectory {
  const listed = listedParts(bytes)
  const isThere = ({ offset, packed }: ZipEntry): boolean =>
    offset + localHeaderBytes <= bytes.length && dataStart(bytes, offset) + packed <= bytes.length
  // The sizes have 64 bits: what lies outside the file goes before anything loops over it.
  const wanted = (listed ?? leadingParts(bytes)).filter(({ name }) => needed.test(name))
  const entries = wanted.filter(isThere)
  if (entries.length === 0)
    throw new ReadError("The .ndax file is cut off, damaged or holds no part of a Neware test; copy it again from the tester's PC.")
  const limit = Math.min(maxTotalBytes, Math.max(allowedTotalBytes, maxRatio * bytes.length))
  let total = 0
  for (const { name, packed, unpacked } of entries) {
    total += unpacked
    if (unpacked > maxEntryBytes || total > limit || (unpacked > ratioFromBytes && unpacked > packed * maxRatio)) {
      throw new ReadError(
        `The part "${name}" of the Neware file would unpack to ${Math.round(unpacked / 1e6)} MB; it is not opened, ` +
          'export the test again from BTSDA in smaller pieces.'
      )
    }
  }
  return { entries, isCutOff: listed === null || entries.length < wanted.length }
}

/** Where the packed bytes of a part begin. */
export function dataStart(bytes: Uint8Array, offset: number): number {
  const view = viewOf(bytes)
  return offset + localHeaderBytes + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
}

function listedParts(bytes: Uint8Array): ZipEntry[] | null {
  const view = viewOf(bytes)
  let end = bytes.length - endBytes
  const lowest = Math.max(0, end - 0xffff)
  while (end >= lowest && view.getUint32(end, true) !== endOfDirectory) end -= 1
  if (end < lowest) return null
  const count = view.getUint16(end + 10, true)
  if (count > maxEntries)
    throw new ReadError(`The Neware file holds ${count} parts, more than ${maxEntries}; it is not opened, export the test again from BTSDA.`)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + entryBytes > bytes.length || view.getUint32(at, true) !== directoryEntry) return null
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)]
    const [unpacked, packed, offset] = wideFields(view, at + entryBytes + nameLength, extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true)
    ])
    entries.push({ name: textOf(bytes, at + entryBytes, nameLength), packed: packed!, unpacked: unpacked!, offset: offset! })
    at += entryBytes + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

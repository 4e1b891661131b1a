import { ReadError } from '../reader'

export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  /** Of its local header. */ readonly offset: number
}

const maxEntries = 10_000
const maxEntryBytes = 128 * 2 ** 20
const maxTotalBytes = 256 * 2 ** 20
const maxRatio = 200
/** Small entries compress extremely well without being a bomb. */
const ratioFromBytes = 2 ** 20

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const endOfDirectoryBytes = 22

function directoryEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endOfDirectoryBytes - 0xffff)
  for (let at = view.byteLength - endOfDirectoryBytes; at >= lowest; at--) if (view.getUint32(at, true) === endOfDirectory) return at
  throw new ReadError('The file is a zip container that is cut off or damaged; copy or save it again.')
}

/**
 * The entries that a zip container declares, refused before anything is inflated when they are too many or too large
 * (10 000 entries, 128 MB each, 256 MB together, 200 : 1).
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > maxEntries)
    throw new ReadError(
      `The spreadsheet holds ${count} parts inside, more than ${maxEntries}; it is not opened. Save it again from a spreadsheet program.`
    )
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry)
      throw new ReadError('The file is a zip container with a damaged directory; copy or save it again.')
    const packed = view.getUint32(at + 20, true)
    const unpacked = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameLength))
    total += unpacked
    const entry = { name, packed, unpacked, offset: view.getUint32(at + 42, true) }
    refuseIfTooLarge(entry, total)
    entries.push(entry)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function refuseIfTooLarge({ name, packed, unpacked }: ZipEntry, total: number): void {
  const tooLarge = unpacked > maxEntryBytes || total > maxTotalBytes
  const tooDense = unpacked > ratioFromBytes && unpacked > packed * maxRatio
  if (tooLarge || tooDense) {
    throw new ReadError(
      `The spreadsheet's part "${name}" would unpack to ${Math.round(unpacked / 1e6)} MB; it is not opened. Delete unused rows and save it again.`
    )
  }
}

import { inflateSync } from 'fflate'
import { ReadError } from '../reader'
import { refuseLyingZip } from '../table/refuseLyingZip'
import type { ZipEntry } from '../table/zipDirectory'
import { dataStart, ndaxDirectory } from './ndaxDirectory'

const stored = 0
const deflated = 8

export interface NdaxParts { readonly parts: ReadonlyMap<string, Uint8Array>; readonly isCutOff: boolean }

/** The parts of the container by name. Sizes are checked before anything is unpacked. */
export function ndaxParts(bytes: Uint8Array): NdaxParts {
  const { entries, isCutOff } = ndaxDirectory(bytes)
  refuseLying(bytes, entries)
  const parts = new Map<string, Uint8Array>()
  for (const entry of entries) if (!parts.has(entry.name)) parts.set(entry.name, unpacked(bytes, entry))
  return { parts, isCutOff }
}

/** The guard is that of spreadsheets; a chemist must read of the file that was opened. */
function refuseLying(bytes: Uint8Array, entries: readonly ZipEntry[]): void {
  try {
    refuseLyingZip(bytes, entries)
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    const name = /part "([^"]*)"/.exec(error.message)?.[1] ?? ''
    throw new ReadError(`The part "${name}" of the Neware file is missing or damaged, or larger than it declares; copy the file again from the tester's PC.`)
  }
}

function unpacked(bytes: Uint8Array, { name, packed, unpacked: size, offset }: ZipEntry): Uint8Array {
  const method = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(offset + 8, true)
  const start = dataStart(bytes, offset)
  const content = bytes.subarray(start, start + packed)
  if (method === stored) return content
  if (method !== deflated) throw new ReadError(`The part "${name}" of the Neware file is packed in a way that is not known; export the test again from BTSDA.`)
  try {
    return inflateSync(content).subarray(0, size)
  } catch {
    throw new ReadError(`The part "${name}" of the Neware file is damaged; copy the file again from the tester's PC.`)
  }
}

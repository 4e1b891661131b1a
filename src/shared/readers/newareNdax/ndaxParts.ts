import { ReadError } from '../reader'
import type { ZipEntry } from '../table/zipDirectory'
import { zipPart } from '../table/zipPart'
import { ndaxDirectory } from './ndaxDirectory'

export interface NdaxParts {
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** Names of the parts that cannot be read; the measured values are not among them. */ readonly damaged: readonly string[]
  readonly isCutOff: boolean
}

/** Without these there is nothing to show. */
const values = 'data.ndc'

/** The parts of the container by name. Sizes are checked before anything is unpacked. */
export function ndaxParts(bytes: Uint8Array): NdaxParts {
  const { entries, isCutOff } = ndaxDirectory(bytes)
  const parts = new Map<string, Uint8Array>()
  const damaged: string[] = []
  for (const entry of entries) {
    if (parts.has(entry.name)) continue
    const part = unpacked(bytes, entry)
    if (part) parts.set(entry.name, part)
    else if (entry.name === values)
      throw new ReadError(`The part "${values}" of the Neware file is damaged or larger than it declares; copy the file again from the tester's PC.`)
    else damaged.push(entry.name)
  }
  return { parts, damaged, isCutOff }
}

function unpacked(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  try {
    return zipPart(bytes, entry)
  } catch (error) {
    if (error instanceof ReadError) return null
    throw error
  }
}

/**
 * Text exports of Raman programs, one small file each: Renishaw WiRE (wire.ts), WITec Project (witec.ts), B&W Tek (bwTek.ts), Neegala
 * (neegala.ts) and the RRUFF data base (rruff.ts). Each is known by a line that no other program writes.
 */
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { bwTek } from './bwTek'
import { neegala } from './neegala'
import type { RamanDialect } from './ramanDialect'
import { rruff } from './rruff'
import { wire } from './wire'
import { witec } from './witec'

const dialects: readonly RamanDialect[] = [wire, witec, bwTek, neegala, rruff]

function recognises({ bytes }: FileHead): Recognition | null {
  const beginning = beginningText(asSingleBytes(bytes), 16_384)
  for (const dialect of dialects) {
    const found = dialect.recognises(beginning)
    if (found) return found
  }
  return null
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const beginning = beginningText(bytes, 16_384)
  const dialect = dialects.find((candidate) => candidate.recognises(beginning) !== null)
  if (!dialect) throw new ReadError('The file is no text of WiRE, WITec, B&W Tek, Neegala or RRUFF; export the spectrum again from its program.')
  return { measurements: dialect.read({ ...file, bytes }) }
}

export const ramanText: Reader = { id: 'raman-text', format: 'Raman text (WiRE, WITec, B&W Tek, Neegala, RRUFF)', vendor: 'any', recognises, read }

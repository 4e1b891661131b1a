import { ReadError } from '../reader'

export interface Block {
  readonly type: number
  readonly part: number
  readonly channel: number
  readonly kind: number
  readonly spectrum: number
  readonly derivative: number
  readonly extension: number
  /** Bits above the six fields: 0, or SUPERSEDED alone, in every block with data seen. */
  readonly rest: number
  readonly offset: number
  /** Length in words of four bytes, as far as the file goes. */
  readonly words: number
  readonly isCut: boolean
}
export type Parameters = ReadonlyMap<string, string | number>

/** Bit 30: the block as it was before it was worked on; beside it may stand one of the same type without this bit. */
export const SUPERSEDED = 0x4000_0000
const entryBytes = 12
const mostEntries = 10_000
const mostParameters = 2000

/** The directory of an OPUS file; blocks that begin beyond the end are left out, one that reaches beyond it is as long as the file. */
export function blocksOf(bytes: Uint8Array): { readonly blocks: readonly Block[]; readonly lost: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 24) throw new ReadError('The file ends in its first bytes; copy it again.')
  const [start, count] = [view.getUint32(12, true), view.getUint32(20, true)]
  if (count > mostEntries || start + entryBytes * count > bytes.length) throw new ReadError('The directory of the OPUS file lies outside the file; it was cut off or damaged, copy it again.')
  const blocks: Block[] = []
  let lost = 0
  for (let i = 0; i < count; i += 1) {
    const at = start + entryBytes * i
    const [type, words, offset] = [view.getUint32(at, true), view.getUint32(at + 4, true), view.getUint32(at + 8, true)]
    if (offset === 0 || type === 0) continue
    const isCut = offset + 4 * words > bytes.length
    lost += Number(isCut)
    if (offset >= bytes.length) continue
    const bits = (from: number, width: number): number => (type >>> from) & ((1 << width) - 1)
    blocks.push({
      type, part: bits(0, 2), channel: bits(2, 2), kind: bits(4, 6), spectrum: bits(10, 7), derivative: bits(17, 2), extension: bits(19, 3), rest: (type >>> 22) << 22 >>> 0,
      offset, words: isCut ? Math.floor((bytes.length - offset) / 4) : words, isCut
    })
  }
  return { blocks, lost }
}

/** The parameters of a block, as far as they are whole. */
export function parametersOf(bytes: Uint8Array, { offset, words }: Block): Parameters {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<string, string | number>()
  const end = offset + 4 * words
  for (let at = offset; at + 8 <= end && found.size < mostParameters;) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 3))
    if (name === 'END' || !/^[A-Z0-9]{3}$/.test(name)) break
    const [type, size] = [view.getUint16(at + 4, true), 2 * view.getUint16(at + 6, true)]
    const value = at + 8
    if (value + size > end) break
    if (type === 0 && size >= 4) found.set(name, view.getInt32(value, true))
    else if (type === 1 && size >= 8) found.set(name, view.getFloat64(value, true))
    else if (type >= 2 && type <= 4) found.set(name, latin1(bytes.subarray(value, value + size)))
    at = value + size
  }
  return found
}

function latin1(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return new TextDecoder('windows-1252').decode(end < 0 ? bytes : bytes.subarray(0, end)).trim()
}

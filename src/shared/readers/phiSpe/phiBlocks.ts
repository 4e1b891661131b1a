/**
 * The binary part of a PHI file, little endian, offsets from its beginning. 16 bytes: group, number of blocks, size of their headers together,
 * 16. Then 96 bytes a block: region at 12 (0: all), kind at 16 (1 spectra, 2 peak areas, 8 sputter times), three lengths at 20, the names of
 * these axes in 8 letters each at 32 ('pnt', 'cyc', 'sar', 'reg'), unit at 56, type 'f4' or 'f8' at 72, size of its numbers in bytes at 76 and
 * their offset at 80. The first axis runs fastest. Traps: behind the NUL of a text stands what was in the memory; Compass appends the time.
 */
import { ReadError } from '../reader'

const HEAD = 16
const SIZE = 96
const MOST_SPECTRA = 100_000

export interface Block {
  readonly region: number
  readonly kind: number
  /** Points, cycles, areas … as `axes` names them. */
  readonly lengths: readonly [number, number, number]
  readonly axes: readonly [string, string, string]
  readonly unit: string
  /** Fewer than announced where the file ends. */
  readonly values: Float64Array
  readonly declared: number
}
export interface Blocks { readonly blocks: readonly Block[]; /** Headers that the file ends before. */ readonly missing: number }

/** Null: the file ends before it. False for the text that MultiPak exports under the same header. */
export function isBinary(bytes: Uint8Array, start: number): boolean | null {
  if (bytes.length < start + HEAD) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, HEAD)
  return view.getUint32(12, true) === HEAD && view.getUint32(8, true) === SIZE * view.getUint32(4, true)
}

export function blocksOf(bytes: Uint8Array, start: number): Blocks {
  const state = isBinary(bytes, start)
  if (state === null) throw new ReadError('The file ends behind its header, before the first spectrum; it was cut off, copy it again.')
  if (!state) throw new ReadError(`What follows the header of this PHI file is laid out in a way that is not read; export the spectra from MultiPak as VAMAS.`, { byte: start })
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start)
  const count = view.getUint32(4, true)
  const there = Math.min(count, Math.floor((view.byteLength - HEAD) / SIZE))
  const blocks: Block[] = []
  let taken = 0
  for (let i = 0; i < there; i += 1) {
    const block = blockAt(view, HEAD + SIZE * i, HEAD + SIZE * count)
    blocks.push(block)
    // A real file holds each number once.
    taken += 4 * block.values.length
    if (taken > view.byteLength) throw new ReadError('The blocks of the PHI file lie over each other; it is damaged, copy it again.', { byte: start + HEAD + SIZE * i })
  }
  return { blocks, missing: count - there }
}

function blockAt(view: DataView, at: number, firstOfData: number): Block {
  const u32 = (offset: number): number => view.getUint32(at + offset, true)
  const text = (offset: number, length: number): string => {
    const letters = Array.from({ length }, (_, i) => view.getUint8(at + offset + i))
    const end = letters.indexOf(0)
    return String.fromCharCode(...letters.slice(0, end < 0 ? length : end)).trim()
  }
  const lengths = [u32(20), u32(24), u32(28)] as const
  const type = text(72, 4)
  const size = type === 'f4' ? 4 : type === 'f8' ? 8 : 0
  if (size === 0) throw new ReadError(`The PHI file holds numbers of the type "${type.replace(/[^ -~]/g, '?')}", which is not read; export the spectra from MultiPak as VAMAS.`, { byte: at })
  const declared = lengths[0] * lengths[1] * lengths[2]
  const [stored, offset] = [u32(76), u32(80)]
  if (declared < 1 || declared * size !== stored || offset < firstOfData) {
    throw new ReadError(`A block of the PHI file announces ${lengths.join(' × ')} numbers in ${stored} bytes at ${offset}, which do not fit together; it is damaged, copy it again.`, { byte: at })
  }
  if (lengths[1] * lengths[2] > MOST_SPECTRA) throw new ReadError(`The PHI file announces more than ${MOST_SPECTRA} spectra of a region; export fewer at a time.`)
  const rows = Math.max(0, Math.min(declared, Math.floor((view.byteLength - offset) / size)))
  const values = Float64Array.from({ length: rows }, (_, i) => (size === 4 ? view.getFloat32(offset + 4 * i, true) : view.getFloat64(offset + 8 * i, true)))
  return { region: u32(12), kind: u32(16), lengths, axes: [text(32, 8), text(40, 8), text(48, 8)], unit: text(56, 16), values, declared }
}

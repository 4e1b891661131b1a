import { ReadError } from '../reader'

/**
 * A compound file of Windows (OLE2): a small file system of storages and streams in sectors that are chained by tables.
 * Every chain is held against the size of the file, so that a table that runs in circles ends reading with a sentence.
 */
export interface CompoundStream { readonly path: string; readonly bytes: Uint8Array }

const HEADER = 512
const ENTRY = 128
const NONE = 0xffffffff
const LAST_SECTOR = 0xfffffffa
const inHeader = 109
const mostEntries = 100_000
const [STORAGE, STREAM, ROOT] = [1, 2, 5]

export const isCompound = (bytes: Uint8Array): boolean => [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte)

const damaged = (): ReadError => new ReadError('The file (a compound file of Windows) is cut off or damaged inside; copy it again from the instrument.')

interface Entry { readonly name: string; readonly type: number; readonly left: number; readonly right: number; readonly child: number; readonly start: number; readonly size: number }

/** The streams with their paths ('Root Entry/DataStorage1/…/X Data.1'); throws a ReadError for a file that is no whole compound file. */
export function compoundStreams(bytes: Uint8Array): CompoundStream[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!isCompound(bytes) || bytes.length < HEADER) throw damaged()
  const [shift, miniShift] = [view.getUint16(30, true), view.getUint16(32, true)]
  if (shift < 7 || shift > 16 || miniShift < 4 || miniShift > shift) throw damaged()
  const size = 1 << shift
  /** The first sector stands behind the header, which fills a sector of its own where sectors are larger. */
  const first = Math.max(HEADER, size)
  const sectors = Math.ceil((bytes.length - first) / size)
  const sectorAt = (sector: number): number => {
    if (sector >= sectors) throw damaged()
    return first + sector * size
  }
  const words = (sector: number): number[] => {
    const at = sectorAt(sector)
    if (at + size > bytes.length) throw damaged()
    return Array.from({ length: size / 4 }, (_, i) => view.getUint32(at + 4 * i, true))
  }

  const tableSectors = Array.from({ length: inHeader }, (_, i) => view.getUint32(76 + 4 * i, true)).filter((sector) => sector < LAST_SECTOR)
  for (let sector = view.getUint32(68, true), steps = 0; sector < LAST_SECTOR; steps += 1) {
    if (steps > sectors) throw damaged()
    const list = words(sector)
    sector = list.pop()!
    for (const one of list) if (one < LAST_SECTOR) tableSectors.push(one)
  }
  // The table has a word for each sector; no sound file has many more, and what it holds is held in memory.
  if (tableSectors.length > Math.ceil(sectors / (size / 4)) + inHeader) throw damaged()
  const table = tableSectors.flatMap(words)

  const chain = (start: number, next: readonly number[]): number[] => {
    const found: number[] = []
    for (let at = start; at < LAST_SECTOR; at = next[at] ?? NONE) {
      if (found.length >= next.length || at >= next.length) throw damaged()
      found.push(at)
    }
    return found
  }
  const contentOf = (start: number, length = Infinity): Uint8Array => {
    const found = chain(start, table)
    if (found.length > sectors) throw damaged()
    const content = new Uint8Array(Math.min(length, found.length * size))
    found.forEach((sector, i) => {
      const at = sectorAt(sector)
      content.set(bytes.subarray(at, Math.min(at + size, at + Math.max(0, content.length - i * size))), i * size)
    })
    // The last sector of a file may be short, but not shorter than what stands in it.
    if (content.length < length && length !== Infinity) throw damaged()
    return content
  }

  const entries = entriesOf(contentOf(view.getUint32(48, true)))
  const root = entries[0]
  if (root?.type !== ROOT) throw damaged()
  const cutoff = view.getUint32(56, true)
  const miniBytes = root.start < LAST_SECTOR ? contentOf(root.start) : new Uint8Array(0)
  const miniWords = chain(view.getUint32(60, true), table).flatMap(words)
  const miniOf = (start: number, length: number): Uint8Array => {
    const found = chain(start, miniWords)
    const content = new Uint8Array(length)
    if (found.length << miniShift < length) throw damaged()
    found.forEach((sector, i) => {
      const [at, to] = [sector << miniShift, i << miniShift]
      const part = miniBytes.subarray(at, at + Math.max(0, Math.min(1 << miniShift, length - to)))
      if (part.length < Math.min(1 << miniShift, length - to)) throw damaged()
      content.set(part, to)
    })
    return content
  }

  const streams: CompoundStream[] = []
  const seen = new Set<number>()
  let held = 0
  const waiting: { at: number; path: string }[] = [{ at: root.child, path: root.name }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { at, path } = next
    if (at === NONE) continue
    const entry = entries[at]
    if (!entry || seen.has(at)) throw damaged()
    seen.add(at)
    waiting.push({ at: entry.left, path }, { at: entry.right, path })
    const own = `${path}/${entry.name}`
    if (entry.type === STORAGE) waiting.push({ at: entry.child, path: own })
    if (entry.type !== STREAM) continue
    // No sector is of two streams.
    held += entry.size
    if (held > bytes.length) throw damaged()
    streams.push({ path: own, bytes: entry.size === 0 ? new Uint8Array(0) : entry.size < cutoff ? miniOf(entry.start, entry.size) : contentOf(entry.start, entry.size) })
  }
  return streams
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const decoder = new TextDecoder('utf-16le')
  const count = Math.floor(directory.length / ENTRY)
  if (count > mostEntries) throw damaged()
  return Array.from({ length: count }, (_, i): Entry => {
    const at = i * ENTRY
    const length = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2)) & ~1
    return {
      name: decoder.decode(directory.subarray(at, at + length)), type: directory[at + 66]!, left: view.getUint32(at + 68, true), right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true), start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true)
    }
  })
}

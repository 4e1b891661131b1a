/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest'
import { readers, readWhole, recognise } from '../../src/shared/readers'
import { everyRow, type Measurement } from '../../src/shared/measurement'
import { ReadError } from '../../src/shared/readers/reader'
import { simulatedLab } from '../../src/shared/simulate/simulatedLab'
import type { Fixture } from '../shared/readers/fixture'

/** How many damaged files are read; `RUM_FUZZ=100000 npx vitest run test/faults/fuzzReaders` is the long run. */
const count = Number(process.env['RUM_FUZZ'] ?? 4000)
const seed = Number(process.env['RUM_FUZZ_SEED'] ?? 1)
const LONGEST_MS = 10_000
const SLOW_MS = 1000
const MOST_MEMORY = 1e9

const own = Object.values(import.meta.glob<{ readonly fixtures: readonly Fixture[] }>('../shared/readers/*/fixture.ts', { eager: true })).flatMap((module) => module.fixtures)
const simulated = ['chi-text', 'biologic-mpt', 'gamry-dta', 'cary-csv', 'vasp-doscar'].flatMap((reader): Fixture[] => {
  for (const { path, text, encoding } of simulatedLab(1)) {
    const bytes = Uint8Array.from(Buffer.from(text, encoding)).slice(0, 40_000)
    const name = path.split('/').at(-1)!
    if (recognise({ name, bytes: bytes.subarray(0, 65_536), size: bytes.length })[0]?.reader.id === reader) return [{ reader, name, bytes }]
  }
  return []
})
const files = [...own, ...simulated]

/** mulberry32: the same seed damages the same bytes on every machine. */
function randomFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const kinds = ['flip', 'truncate', 'splice', 'repeat', 'zero', 'encoding'] as const
function damaged(bytes: Uint8Array, other: Uint8Array, kind: (typeof kinds)[number], random: () => number): Uint8Array {
  const at = (length: number): number => Math.floor(random() * length)
  switch (kind) {
    case 'flip': {
      const out = bytes.slice()
      for (let i = 0; i < 1 + at(20); i += 1) out[at(out.length)] = at(256)
      return out
    }
    case 'truncate': return bytes.slice(0, at(bytes.length))
    case 'splice': return Uint8Array.from([...bytes.subarray(0, at(bytes.length)), ...other.subarray(at(other.length))])
    case 'repeat': { const [from, to] = [at(bytes.length), at(bytes.length)].sort((a, b) => a - b) as [number, number]; return Uint8Array.from([...bytes.subarray(0, to), ...bytes.subarray(from)]) }
    case 'zero': { const out = bytes.slice(); const from = at(out.length); out.fill(0, from, from + at(200)); return out }
    case 'encoding': return Uint8Array.from(Buffer.from(Buffer.from(bytes).toString('latin1'), random() < 0.5 ? 'utf16le' : 'utf8'))
  }
}

const readAs = ({ name, reader, sibling }: Fixture, bytes: Uint8Array): readonly Measurement[] | null => {
  try {
    const claim = recognise({ name, bytes: bytes.subarray(0, 65_536), size: bytes.length })[0]
    const found = claim?.reader ?? readers.find(({ id }) => id === reader)!
    return found.id === reader ? readWhole(found, { name, bytes, ...(sibling ? { sibling } : {}) }).measurements : null
  } catch {
    return null // the test of damaged files judges how it is refused
  }
}

/** A number of `left` that is another than in the whole file, spectrum by spectrum; an empty cell is none. */
function differing(whole: readonly Measurement[], left: readonly Measurement[]): string | null {
  for (const [i, { columns, segments }] of left.entries()) {
    const pairs = segments.some(({ kind }) => kind === 'spectrum') ? segments.map((own, k) => [own, whole[i]?.segments[k]] as const) : [[{ start: 0, end: Infinity }, { start: 0, end: Infinity }] as const]
    for (const column of columns) {
      const { name, unit } = column
      const values = everyRow(column)
      const same = whole[i]?.columns.find((one) => one.name === name && one.unit === unit)
      const golden = same && everyRow(same)
      for (const [own, other] of golden ? pairs : []) {
        const wanted = golden!.subarray(other?.start ?? 0, Math.min(other?.end ?? 0, golden!.length))
        const row = values.subarray(own.start, Math.min(own.end, values.length)).findIndex((value, at) => at < wanted.length && !Number.isNaN(value) && value !== wanted[at])
        if (row >= 0) return `measurement ${i + 1}, ${name}, row ${row + 1}: ${values[own.start + row]} instead of ${wanted[row]}`
      }
    }
  }
  return null
}

describe('damaged files', () => {
  it('cut off anywhere, or in another encoding, they hold no other number than the whole ones', () => {
    const random = randomFrom(seed + 1)
    const failures: string[] = []
    for (const file of files.filter(({ refused, reader }) => !refused && !readers.find(({ id }) => id === reader)?.isWrittenByHand)) {
      const whole = readAs(file, file.bytes)
      if (!whole) continue
      for (let i = 0; i < Math.max(12, count / 200); i += 1) {
        const kind = i % 6 === 5 ? 'encoding' : 'truncate'
        const bytes = damaged(file.bytes, file.bytes, kind, random)
        const left = readAs(file, bytes)
        const wrong = left && differing(whole, left)
        if (wrong) failures.push(`${file.name} (${file.reader}), ${kind} to ${bytes.length} of ${file.bytes.length} bytes: ${wrong}${left.some(({ complete, warnings }) => !complete || warnings.length > 0) ? '' : ', in silence'}`)
      }
    }
    expect(failures.slice(0, 400)).toEqual([])
  }, 3_600_000)

  it(`${count} of them: one sentence or what is left, never a crash, a hang or a full memory`, () => {
    const random = randomFrom(seed)
    const failures: string[] = []
    let slowest = { ms: 0, what: '' }
    let mostMemory = 0
    for (let i = 0; i < count; i += 1) {
      const file = files[i % files.length]!
      const kind = kinds[Math.floor(random() * kinds.length)]!
      const bytes = damaged(file.bytes, files[Math.floor(random() * files.length)]!.bytes, kind, random)
      const what = `${file.name} (${file.reader}), ${kind}, number ${i} of seed ${seed}`
      const timed = (): number => {
        const start = performance.now()
        try {
          const claim = recognise({ name: file.name, bytes: bytes.subarray(0, 65_536), size: bytes.length })[0]
          const reader = claim?.reader ?? readers.find(({ id }) => id === file.reader)!
          readWhole(reader, { name: file.name, bytes, ...(file.sibling ? { sibling: file.sibling } : {}) })
        } catch (error) {
          if (!(error instanceof ReadError)) failures.push(`${what}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`)
        }
        return performance.now() - start
      }
      // A busy machine can stop this process for seconds: what was slow is read once more, and is slow only if it is so again.
      const first = timed()
      const ms = first > SLOW_MS ? Math.min(first, timed()) : first
      if (ms > slowest.ms) slowest = { ms, what }
      mostMemory = Math.max(mostMemory, i % 100 === 0 ? process.memoryUsage().rss : 0)
    }
    console.info(`slowest of ${count}: ${slowest.ms.toFixed(0)} ms, ${slowest.what}; most memory ${(mostMemory / 1e6).toFixed(0)} MB`)
    expect(failures.slice(0, 10)).toEqual([])
    expect(slowest.ms, slowest.what).toBeLessThan(LONGEST_MS)
    expect(Math.max(mostMemory, process.memoryUsage().rss)).toBeLessThan(MOST_MEMORY)
  }, 3_600_000)
})

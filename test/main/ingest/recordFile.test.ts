import { beforeEach, describe, expect, it } from 'vitest'
import type { ReadOutcome } from '../../../src/main/ingest/readFile'
import { recordRead, recordUnread, type Place } from '../../../src/main/ingest/recordFile'
import { openStore } from '../../../src/main/store/openStore'
import type { Driver } from '../../../src/main/store/driver'
import { locationsOfFile, readFiles, readLocations } from '../../../src/main/store/files'
import { readMeasurement, readSummaries } from '../../../src/main/store/measurements'
import { readOriginal } from '../../../src/main/store/originals'
import { sha256Text } from '../../../src/main/store/sha256'
import { deflateRawSync } from 'node:zlib'

let driver: Driver
let disk: Set<string>
const exists = (path: string): boolean => disk.has(path)
const place = (path: string): Place => ({ path, folderId: null, folderPath: '/lab' })

function outcome(content: string, values: readonly number[] = [1, 2, 3]): ReadOutcome {
  const column = { name: 'Potential', quantity: 'potential' as const, unit: 'V', values: Float64Array.from(values) }
  return {
    status: 'ok', reason: null, sha256: sha256Text(content), contentKey: sha256Text(content), companions: [], bytes: content.length, mtimeMs: 1, ctimeMs: 1, reader: 'chi-text', format: 'CHI', vendor: 'chi', recognisedBecause: 'test',
    measurements: [{ technique: 'LSV', title: '', columns: [column], segments: [], settings: [], facts: [], header: {}, startedAt: null, signConvention: null, warnings: [], complete: true }],
    rows: [], problems: [], deflated: deflateRawSync(Buffer.from(content))
  }
}
const record = (path: string, content: string, values?: readonly number[]) => {
  disk.add(path)
  return recordRead(driver, place(path), outcome(content, values), exists, '2026-01-01T00:00:00Z')
}

beforeEach(() => {
  driver = openStore(':memory:', { create: true })
  disk = new Set()
})

describe('recordRead', () => {
  it('keeps numbers and the original byte for byte', () => {
    const { fileId } = record('/lab/a.txt', 'hello')
    expect([...readMeasurement(driver, `${fileId}:0`).columns[0]!.values]).toEqual([1, 2, 3])
    expect(Buffer.from(readOriginal(driver, sha256Text('hello'))!).toString()).toBe('hello')
  })
  it('keeps an axis that repeats once and gives out every row', () => {
    const read = outcome('map')
    const [measurement] = read.measurements
    const column = (each: 'column' | 'value') => ({ name: each, quantity: 'other' as const, unit: '', values: Float64Array.of(3, 1), repeats: { each, times: 2 } })
    const { fileId } = recordRead(driver, place('/lab/map.wdf'), { ...read, measurements: [{ ...measurement!, columns: [column('column'), column('value')] }] }, exists, '2026-01-01T00:00:00Z')
    const stored = readMeasurement(driver, `${fileId}:0`)
    expect(stored.columns.map(({ values }) => [...values])).toEqual([[3, 1, 3, 1], [3, 3, 1, 1]])
    expect(stored.columns.map(({ repeats }) => repeats)).toEqual([undefined, undefined])
    expect(readSummaries(driver)[0]!.summary.columns.map(({ rows, first, last, max }) => [rows, first, last, max])).toEqual([[4, 3, 1, 3], [4, 3, 1, 3]])
  })
  it('updates a grown file in place: the same ids', () => {
    const first = record('/lab/a.txt', 'hello')
    const second = record('/lab/a.txt', 'hello world', [1, 2, 3, 4])
    expect(second.fileId).toBe(first.fileId)
    expect(readSummaries(driver)).toHaveLength(1)
    expect(readMeasurement(driver, `${first.fileId}:0`).columns[0]!.values).toHaveLength(4)
  })
  it('knows a copy by its bytes and names the original', () => {
    record('/lab/a.txt', 'hello')
    const copy = record('/lab/b.txt', 'hello')
    expect(copy.status).toBe('duplicate')
    expect(copy.reason).toContain('/lab/a.txt')
    expect(readSummaries(driver)).toHaveLength(1)
  })
  it('knows a rename by its bytes: one location, the same file', () => {
    const first = record('/lab/a.txt', 'hello')
    disk.delete('/lab/a.txt')
    const renamed = record('/lab/z.txt', 'hello')
    expect(renamed).toMatchObject({ fileId: first.fileId, status: 'ok' })
    expect(readLocations(driver).map((l) => l.path)).toEqual(['/lab/z.txt'])
  })
  it('gives a copy that goes its own way a file of its own', () => {
    record('/lab/a.txt', 'hello')
    record('/lab/b.txt', 'hello')
    const own = record('/lab/b.txt', 'other', [9])
    expect(own.status).toBe('ok')
    expect(readFiles(driver)).toHaveLength(2)
    expect(readSummaries(driver)).toHaveLength(2)
  })
  it('lets a path take over the content of another and forgets the orphan', () => {
    record('/lab/a.txt', 'hello')
    record('/lab/b.txt', 'other')
    expect(record('/lab/b.txt', 'hello').status).toBe('duplicate')
    expect(readFiles(driver)).toHaveLength(1)
  })
  it('does not take two empty files for copies of each other', () => {
    const empty = { ...outcome(''), status: 'error' as const, reason: 'The file is empty.', measurements: [], bytes: 0 }
    disk.add('/lab/a.txt').add('/lab/b.txt')
    recordRead(driver, place('/lab/a.txt'), empty, exists, 't')
    expect(recordRead(driver, place('/lab/b.txt'), empty, exists, 't').status).toBe('error')
  })
  it('leaves nothing half when a write fails in the middle', () => {
    const broken = outcome('bad')
    const measurement = { ...broken.measurements[0]!, columns: [{ ...broken.measurements[0]!.columns[0]!, labels: [1n] as unknown as string[] }] }
    expect(() => recordRead(driver, place('/lab/a.txt'), { ...broken, measurements: [measurement] }, exists, 't')).toThrow()
    expect(readFiles(driver)).toEqual([])
    expect(readLocations(driver)).toEqual([])
  })
})

describe('recordUnread', () => {
  it('keeps the numbers of a file that is locked now', () => {
    const { fileId } = record('/lab/a.txt', 'hello')
    const locked = recordUnread(driver, place('/lab/a.txt'), { bytes: 5, mtimeMs: 2 }, 'waiting', 'locked', 't')
    expect(locked).toMatchObject({ fileId, status: 'ok' })
    expect(readSummaries(driver)).toHaveLength(1)
  })
  it('turns into a real file when it can be opened', () => {
    recordUnread(driver, place('/lab/a.txt'), { bytes: 5, mtimeMs: 2 }, 'waiting', 'locked', 't')
    const read = record('/lab/a.txt', 'hello')
    expect(read.status).toBe('ok')
    expect(readFiles(driver)).toHaveLength(1)
    expect(locationsOfFile(driver, read.fileId)).toHaveLength(1)
  })
})

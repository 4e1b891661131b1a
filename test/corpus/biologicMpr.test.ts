import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/shared/readers'
import { summariseMeasurement } from '../../src/shared/measurement'

interface ColumnFacts { name: string; count: number; first?: number; last?: number; min?: number; max?: number }
interface FileFacts { file: string; technique: string; expected: { tables: { rows: number; columns: ColumnFacts[] }[]; facts?: { technique?: string; timestamp?: string } } }
const folder = join(process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)), 'instruments', 'biologic')
const manifest = join(folder, 'MANIFEST.json')
const files = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { files: FileFacts[] }).files.filter(({ file }) => file.endsWith('.mpr')) : []
if (files.length === 0) console.info(`EC-Lab mpr: skipped, no ${manifest}`)

/** Other readers name some columns without their unit or with words of their own; what counts is that the same numbers are there. */
const matches = (found: { first: unknown; last: unknown; min: unknown; max: unknown }, { first, last, min, max }: ColumnFacts): boolean =>
  [[found.first, first], [found.last, last], [found.min, min], [found.max, max]].every(([own, expected]) => expected === undefined || expected === null || Math.abs(Number(own) - Number(expected)) <= 1e-6 * Math.abs(Number(expected)) + 1e-12)

describe.skipIf(files.length === 0)('real EC-Lab mpr files', () => {
  it.each(files.map((facts) => [facts.file, facts] as const))('%s', (file, { expected }) => {
    const bytes = new Uint8Array(readFileSync(join(folder, file)))
    const claim = recognise({ name: file, bytes: bytes.subarray(0, 65_536), size: bytes.length })[0]
    expect(claim?.reader.id).toBe('biologic-mpr')
    const [measurement] = claim!.reader.read({ name: file, bytes }).measurements.map(summariseMeasurement)
    const [table] = expected.tables
    expect(measurement!.columns[0]!.rows).toBe(table!.rows)
    expect(measurement!.warnings).toEqual([])
    const missing = table!.columns.filter((column) => !measurement!.columns.some((found) => matches(found, column))).map(({ name }) => name)
    expect(missing).toEqual([])
    if (expected.facts?.technique) expect(measurement!.facts.find(({ name }) => name === 'technique')?.value).toBe(expected.facts.technique)
    if (expected.facts?.timestamp) expect(measurement!.startedAt?.slice(0, 19)).toBe(expected.facts.timestamp.replace(' ', 'T').slice(0, 19))
  })
})

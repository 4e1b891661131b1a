import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/shared/readers'
import { ReadError } from '../../src/shared/readers/reader'
import { summariseMeasurement } from '../../src/shared/measurement'

interface ColumnFacts { name: string; unit?: string; count: number; first?: number; last?: number; min?: number; max?: number; type?: string; distinct?: string[] }
interface FileFacts { file: string; technique: string; expected: { n_tables: number; tables: { table: string; rows: number; columns: ColumnFacts[] }[]; facts?: { sweeps?: number; aborted?: boolean } } }

const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const cases = ['chi', 'biologic', 'gamry'].flatMap((folder) => {
  const manifest = join(root, 'instruments', folder, 'MANIFEST.json')
  if (!existsSync(manifest)) return []
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { files: FileFacts[] }).files
    .filter(({ file }) => !file.endsWith('.mpr')).map((facts) => ({ ...facts, path: join(root, 'instruments', folder, facts.file), name: `${folder}/${facts.file}` }))
})
if (cases.length === 0) console.info(`Potentiostat corpus: skipped, no ${join(root, 'instruments')}`)

const close = (value: number | string | null | undefined, expected: number, what: string): void => {
  expect(typeof value, what).toBe('number')
  expect(Math.abs(Number(value) - expected), `${what}: ${value} against ${expected}`).toBeLessThanOrEqual(Math.abs(expected) * 2e-8 + 1e-300)
}

describe.skipIf(cases.length === 0)('real potentiostat files', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (name, { path, file, expected }) => {
    const bytes = new Uint8Array(readFileSync(path))
    if (bytes.length === 0) return expect(expected.n_tables).toBe(0)
    const claim = recognise({ name: file, bytes: bytes.subarray(0, 65_536), size: bytes.length })[0]
    expect(claim?.recognition.confidence, name).toBe('certain')
    if (expected.n_tables === 0) return expect(() => claim!.reader.read({ name: file, bytes })).toThrow(ReadError)
    const measurements = claim!.reader.read({ name: file, bytes }).measurements.map(summariseMeasurement)
    expect(measurements).toHaveLength(expected.tables.length)
    expected.tables.forEach((table, i) => {
      const measurement = measurements[i]!
      if (measurements.length > 1) expect(measurement.title).toBe(table.table)
      for (const column of table.columns) {
        const what = `${name} ${table.table} ${column.name}`
        const found = measurement.columns.find((candidate) => candidate.name === column.name)
        expect(found, what).toBeDefined()
        expect(found!.rows, what).toBe(table.rows)
        if (column.unit !== undefined) expect(found!.unit, what).toBe(column.unit)
        if (column.type === 'text') expect(typeof found!.first, what).toBe('string')
        for (const key of ['first', 'last', 'min', 'max'] as const) if (column[key] !== undefined) close(found![key], column[key], `${what} ${key}`)
      }
    })
    if (expected.facts?.sweeps !== undefined) expect(measurements[0]!.segments).toHaveLength(expected.facts.sweeps)
    if (expected.facts?.aborted === true) expect(measurements.at(-1)!.complete).toBe(false)
    return undefined
  })
})

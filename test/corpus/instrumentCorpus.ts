import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { summariseMeasurement, type ColumnSummary, type MeasurementSummary } from '../../src/shared/measurement'
import { recognise } from '../../src/shared/readers'

interface ColumnFacts {
  name: string; unit?: string; count: number; first?: number; last?: number; min?: number; max?: number; type?: string; distinct?: string[]
}
export interface InstrumentCase { file: string; path: string; expected: { tables: { table: string; rows: number; columns: ColumnFacts[] }[] } }

const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** Files of one folder of instruments with their known facts; none, and a note, where the folder is not there. */
export function instrumentCases(folder: string): InstrumentCase[] {
  const manifest = join(root, 'instruments', folder, 'MANIFEST.json')
  const found = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { files: InstrumentCase[] }).files : []
  const cases = found.map((one) => ({ ...one, path: join(root, 'instruments', folder, one.file) })).filter(({ path }) => existsSync(path))
  if (cases.length === 0) console.info(`${folder} corpus: skipped, 0 files in ${join(root, 'instruments', folder)}`)
  return cases
}

/** Recognised as certain by `reader`, read, and every column that the facts list is there with its numbers (9 printed digits). */
export function checkCase({ file, path, expected }: InstrumentCase, reader: string, columnNamed: (summary: MeasurementSummary, name: string) =>
  ColumnSummary | undefined): MeasurementSummary[] {
  const bytes = new Uint8Array(readFileSync(path))
  const [claim] = recognise({ name: file, bytes: bytes.subarray(0, 65_536), size: bytes.length })
  expect([claim?.reader.id, claim?.recognition.confidence]).toEqual([reader, 'certain'])
  const full = claim!.reader.read({ name: file, bytes }).measurements
  const summaries = full.map(summariseMeasurement)
  expect(summaries).toHaveLength(expected.tables.length)
  expected.tables.forEach((table, i) => table.columns.forEach((column) => {
    const what = `${file} ${table.table} ${column.name}`
    const found = columnNamed(summaries[i]!, column.name)
    expect(found, what).toBeDefined()
    expect(found!.rows, what).toBe(table.rows)
    if (column.unit !== undefined) expect(found!.unit.toLowerCase().replace(/ohms$/, 'ohm'),
      what).toBe(column.unit.toLowerCase().replace(/ohms$/, 'ohm'))
    for (const key of ['first', 'last', 'min', 'max'] as const) {
      const value = column[key]
      if (value !== undefined) expect(Math.abs(Number(found![key]) - value),
        `${what} ${key}: ${found![key]} against ${value}`).toBeLessThanOrEqual(Math.abs(value) * 2e-8 + 1e-300)
    }
    if (column.distinct) expect([...full[i]!.columns.find(({ name }) => name === column.name)!.labels!].sort(),
      what).toEqual([...column.distinct].sort())
  }))
  return summaries
}

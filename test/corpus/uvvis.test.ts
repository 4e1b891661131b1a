import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { summariseColumn } from '../../src/shared/measurement'
import { caryCsv } from '../../src/shared/readers/caryCsv/caryCsv'
import { delimitedTable } from '../../src/shared/readers/delimitedTable/delimitedTable'
import type { Reader } from '../../src/shared/readers/reader'
import { shimadzuUvVis } from '../../src/shared/readers/shimadzuUvVis/shimadzuUvVis'
import { spectrumText } from '../../src/shared/readers/spectrumText/spectrumText'

interface ColumnFacts {
  name: string
  unit?: string
  count: number
  first: number
  last: number
  min: number
  max: number
}
interface FileFacts {
  file: string
  expected: { tables: { table: string; rows: number; columns: ColumnFacts[] }[]; facts: Record<string, unknown> }
}

const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const folder = join(root, 'instruments/uvvis')
const manifest = join(folder, 'MANIFEST.json')
const files = existsSync(manifest)
  ? (JSON.parse(readFileSync(manifest, 'utf8')) as { files: FileFacts[] }).files.filter(({ file }) => !file.endsWith('.jdx'))
  : []
if (files.length === 0) console.info(`UV-Vis corpus: all 7 files skipped, no ${manifest}`)

const readers: readonly Reader[] = [caryCsv, shimadzuUvVis, spectrumText]
const near = (value: number | string | null, expected: number): void => {
  expect(typeof value).toBe('number')
  expect(Math.abs((value as number) - expected)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(expected)))
}

describe.skipIf(files.length === 0)('UV-Vis files of the corpus', () => {
  it.each(files.map((file) => [file.file, file] as const))('%s', (name, { expected }) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    const head = { name, bytes: bytes.subarray(0, 65_536), size: bytes.length }
    const claims = readers.filter((reader) => reader.recognises(head) !== null)
    expect(claims).toHaveLength(1)
    expect(delimitedTable.recognises(head)?.confidence).toBe('possible')
    const { measurements } = claims[0]!.read({ name, bytes })
    expect(measurements).toHaveLength(expected.tables.length)
    measurements.forEach((measurement, i) => {
      const table = expected.tables[i]!
      expect(measurement).toMatchObject({ technique: 'UVVIS', complete: true, warnings: [] })
      expect(measurement.columns.map(({ quantity }) => quantity)).toEqual(['wavelength', 'absorbance'])
      if (table.table !== 'spectrum') expect(measurement.title).toBe(table.table)
      measurement.columns.forEach((column, k) => {
        const facts = table.columns[k]!
        const summary = summariseColumn(column)
        expect(summary.rows).toBe(table.rows)
        expect(column.values.filter((value) => Number.isFinite(value))).toHaveLength(facts.count)
        if (facts.unit !== undefined) expect(column.unit).toBe(facts.unit)
        if (/[(A]/.test(facts.name)) expect(column.name).toBe(facts.name)
        for (const key of ['first', 'last', 'min', 'max'] as const) near(summary[key], facts[key])
      })
    })
    const { spectra, log_follows_data, non_data_lines, ...settings } = expected.facts
    if (spectra !== undefined) expect(measurements).toHaveLength(spectra as number)
    if (log_follows_data) expect(measurements[0]!.settings.some((setting) => setting.name === 'Y Mode' && setting.value === 'Abs')).toBe(true)
    if (non_data_lines !== undefined) {
      const lines = new TextDecoder('latin1')
        .decode(bytes)
        .split(/\r\n|\n|\r/)
        .filter((line) => line.trim() !== '').length
      expect(lines - measurements[0]!.columns[0]!.values.length).toBe(non_data_lines)
    }
    for (const [key, value] of Object.entries(settings)) expect(measurements[0]!.settings).toContainEqual({ name: key, value })
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/shared/readers'

interface ColumnFacts { readonly name: string; readonly count: number; readonly first?: number | null; readonly last?: number | null; readonly min?: number | null; readonly max?: number | null }
interface FileFacts { readonly file: string; readonly expected: { readonly tables: readonly { readonly table: string; readonly rows: number; readonly columns: readonly ColumnFacts[] }[] } }
const folder = join(process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)), 'instruments', 'gc-ic')
const manifest = join(folder, 'MANIFEST.json')
const listed = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as FileFacts[] | { files: FileFacts[] }) : []
const files = Array.isArray(listed) ? listed : listed.files
if (files.length === 0) console.info(`GC and IC: skipped, no ${manifest}`)
const close = (found: number, expected: number | null | undefined): boolean => expected === null || expected === undefined || Math.abs(found - expected) <= 1e-6 * Math.abs(expected) + 1e-9

describe.skipIf(files.length === 0)('real GC and IC files', () => {
  it.each(files.map((facts) => [facts.file, facts] as const))('%s', (file, { expected }) => {
    const bytes = new Uint8Array(readFileSync(join(folder, file)))
    const claim = recognise({ name: file, bytes: bytes.subarray(0, 65_536), size: bytes.length })[0]
    expect(claim?.recognition.confidence).toBe('certain')
    const { measurements } = claim!.reader.read({ name: file, bytes })
    expect(measurements.length).toBeGreaterThan(0)
    const columns = measurements.flatMap((measurement) => measurement.columns.filter(({ labels }) => !labels))
    for (const table of expected.tables) {
      for (const { name, ...facts } of table.columns.filter(({ first }) => typeof first === 'number')) {
        const isThere = columns.some(({ values }) => values.length === table.rows && close(values[0]!, facts.first) && close(values.at(-1)!, facts.last) && close(Math.min(...values), facts.min) && close(Math.max(...values), facts.max))
        expect(isThere, `${table.table} ${name}`).toBe(true)
      }
    }
  })
})

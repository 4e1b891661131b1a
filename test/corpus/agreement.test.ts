import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { everyRow, type Measurement } from '../../src/shared/measurement'
import { recognise } from '../../src/shared/readers'

/** Two exports of one run give the same numbers, within the digits that the text prints. */
const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
/** First file, second file, relative and absolute tolerance, and how many columns they share at least. */
const known: readonly (readonly [string, string, number, number, number])[] = [
  ['instruments/biologic/gcpl.issue_149.mpr', 'instruments/biologic/gcpl.issue_149.mpt', 1e-7, 1e-14, 12],
  ['instruments/biologic/lsv.mpr', 'instruments/biologic/lsv.mpt', 1e-7, 1e-14, 9],
  ['mechanism/xrd/BT86.raw', 'mechanism/xrd/BT86.UXD', 0, 6e-3, 2], // the converter rounds its angles to 0.001 and drifts by half a step; counts are whole
  ['mechanism/xrd/bruker_v3.RAW', 'mechanism/xrd/bruker_v3_xylib_converted.txt', 0, 1e-6, 2] // six decimals
]
const pairs = known.filter(([a, b]) => existsSync(join(root, a)) && existsSync(join(root, b)))
if (pairs.length === 0) console.info(`Two exports of one run: skipped, none in ${root}`)

function measurementsOf(path: string): readonly Measurement[] {
  const full = join(root, path)
  const bytes = new Uint8Array(readFileSync(full))
  const sibling = (name: string): Uint8Array | undefined => (existsSync(join(dirname(full), name)) ? new Uint8Array(readFileSync(join(dirname(full), name))) : undefined)
  return recognise({ name: basename(full), bytes: bytes.subarray(0, 65_536), size: bytes.length })[0]!.reader.read({ name: basename(full), bytes, sibling }).measurements
}

describe.skipIf(pairs.length === 0)('two exports of one run', () => {
  it.each(pairs)('%s and %s', (first, second, relative, absolute, fewest) => {
    const [a, b] = [measurementsOf(first)[0]!, measurementsOf(second)[0]!]
    const shared = a.columns.flatMap((column) => {
      const other = b.columns.find(({ name, quantity, unit }) => (name === column.name && unit === column.unit) || (column.quantity !== 'other' && quantity === column.quantity && (unit === column.unit || unit === '' || column.unit === '') && !b.columns.some((one) => one.name === column.name)))
      return other && !column.labels && !other.labels ? [{ column, other }] : []
    })
    expect(shared.length, `${a.columns.map(({ name, unit }) => `${name}/${unit}`).join(', ')} and ${b.columns.map(({ name, unit }) => `${name}/${unit}`).join(', ')}`).toBeGreaterThanOrEqual(fewest)
    for (const { column, other } of shared) {
      const [values, others] = [everyRow(column), everyRow(other)]
      expect(others.length, column.name).toBe(values.length)
      values.forEach((value, i) => expect(Math.abs(value - others[i]!), `${column.name}, row ${i + 1}: ${value} and ${others[i]}`).toBeLessThanOrEqual(relative * Math.abs(value) + absolute))
    }
  })
})

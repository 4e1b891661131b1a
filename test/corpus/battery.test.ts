import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/shared/readers'
import { summariseMeasurement } from '../../src/shared/measurement'

interface ColumnFacts {
  name: string
  count: number
  first: number
  last: number
  min: number
  max: number
}
interface FileFacts {
  file: string
  expected: { tables: { rows: number; columns: ColumnFacts[] }[]; facts: { status?: string[]; cycles?: number; steps?: number } }
}

const root = process.env['RUM_CORPUS'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const folder = join(root, 'instruments', 'battery')
const manifest = join(folder, 'MANIFEST.json')
const cases = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { files: FileFacts[] }).files : []
if (cases.length === 0) console.info(`Battery corpus: 4 files skipped, no ${manifest}`)

/** The manifest's numbers are 32-bit floats. */
const close = (value: number | string | null | undefined, expected: number, what: string): void => {
  expect(typeof value, what).toBe('number')
  expect(Math.abs(Number(value) - expected), `${what}: ${value} against ${expected}`).toBeLessThanOrEqual(Math.abs(expected) * 1e-6)
}
/** 'Current(mA)' names its unit; these do not. */
const units = new Map([
  ['Time', 's'],
  ['Voltage', 'V'],
  ['V1', 'V'],
  ['T1', '°C']
])

describe.skipIf(cases.length === 0)('real battery files', () => {
  it.each(cases.map((one) => [one.file, one] as const))('%s', (file, { expected }) => {
    const bytes = new Uint8Array(readFileSync(join(folder, file)))
    const claim = recognise({ name: file, bytes: bytes.subarray(0, 65_536), size: bytes.length })[0]
    expect(claim?.recognition.confidence).toBe('certain')
    const measurements = claim!.reader.read({ name: file, bytes }).measurements
    expect(measurements).toHaveLength(1)
    const measurement = summariseMeasurement(measurements[0]!)
    expect(measurement.technique).toBe('GCPL')
    // '06/05/2021' may be May or June.
    if (file === 'maccor_two.txt') expect(measurement.startedAt).toBeNull()
    else expect(measurement.startedAt).toMatch(/^20\d\d-\d\d-\d\dT/)
    for (const quantity of ['potential', 'current', 'time', 'capacity'] as const)
      expect(
        measurement.columns.filter((column) => column.quantity === quantity),
        quantity
      ).toHaveLength(1)
    for (const table of expected.tables) {
      for (const { name, ...facts } of table.columns) {
        const found = measurement.columns.find((column) => column.name === name)
        expect(found, name).toBeDefined()
        expect(found!.rows, name).toBe(table.rows)
        expect(found!.unit, name).toBe(/\((\w+)\)$/.exec(name)?.[1] ?? units.get(name) ?? '')
        for (const key of ['first', 'last', 'min', 'max'] as const) close(found![key], facts[key], `${file} ${name} ${key}`)
      }
    }
    const fact = (name: string): unknown => measurement.facts.find((one) => one.name === name)?.value
    const { status, cycles, steps } = expected.facts
    if (status) expect(fact('status')).toBe(status.join(', '))
    if (cycles !== undefined) expect(fact('cycles')).toBe(cycles)
    if (steps !== undefined) expect(fact('steps')).toBe(steps)
    if (cycles === 1 && steps !== undefined) expect(measurement.segments).toHaveLength(steps)
    return undefined
  })
  it('maccor_two.txt: minutes told by the dates, and an end within a row', () => {
    const bytes = new Uint8Array(readFileSync(join(folder, 'maccor_two.txt')))
    const measurement = summariseMeasurement(
      recognise({ name: 'maccor_two.txt', bytes, size: bytes.length })[0]!.reader.read({ name: 'maccor_two.txt', bytes }).measurements[0]!
    )
    const described = measurement.columns
      .filter(({ quantity }) => quantity !== 'other')
      .map(({ name, unit, rows, first, last }) => [name, unit, rows, first, last])
    expect(described).toEqual([
      ['TestTime', 'min', 213, 0, 212],
      ['Cap. [Ah]', 'Ah', 213, 0, 0],
      ['Ener. [Wh]', 'Wh', 213, 0, 0],
      ['Current [A]', 'A', 213, 0, 0],
      ['Voltage [V]', 'V', 213, 0.1377, 0.149]
    ])
    expect(measurement.settings).toContainEqual({ name: 'Started', value: '06/05/2021 11:23:46' })
    expect(measurement).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends within a row')] })
  })
})

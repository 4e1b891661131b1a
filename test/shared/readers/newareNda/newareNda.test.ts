import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../../src/shared/measurement'
import { newareNda } from '../../../../src/shared/readers/newareNda/newareNda'
import { testRows } from '../newareNdax/fixture'
import { nda29File, nda8File, nda90File, nda91File } from './ndaWriter'

const read = (bytes: Uint8Array): Measurement => newareNda.read({ name: 'a.nda', bytes }).measurements[0]!
const column = (measurement: Measurement, name: string): number[] => [...measurement.columns.find((one) => one.name === name)!.values]
const closeTo = (values: readonly number[], expected: readonly number[], absolute = 1e-6): void => {
  expect(values).toHaveLength(expected.length)
  values.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(2e-6 * Math.abs(expected[i]!) + absolute))
}
const range = { code: 100, factor_mA: 0.01 }

describe('Neware .nda', () => {
  it.each([
    ['8', nda8File(testRows)],
    ['22', nda29File(testRows, range, 14221, testRows.map((_, i) => i), undefined, 22)],
    ['23', nda29File(testRows, range, 14317, testRows.map((_, i) => i), undefined, 23)],
    ['26', nda29File(testRows, range, 12000, testRows.map((_, i) => i), undefined, 26)],
    ['29', nda29File(testRows, range)],
    ['9.0', nda90File(testRows)],
    ['9.1', nda91File(testRows, 56)]
  ] as const)('reads version %s', (version, bytes) => {
    const measurement = read(bytes)
    expect(measurement).toMatchObject({
      technique: 'GCPL',
      complete: true,
      warnings: [],
      startedAt: version === '29' || version === '26' ? '2026-09-03T14:00:00' : '2026-05-28T20:26:40Z'
    })
    closeTo(
      column(measurement, 'Voltage'),
      testRows.map((row) => row.voltage_V),
      1e-4
    )
    closeTo(
      column(measurement, 'Current(mA)'),
      testRows.map((row) => row.current_mA)
    )
    closeTo(
      column(measurement, 'Charge_Capacity(mAh)'),
      testRows.map((row) => row.charge_mAh)
    )
    closeTo(
      column(measurement, 'Discharge_Capacity(mAh)'),
      testRows.map((row) => row.discharge_mAh)
    )
    closeTo(
      column(measurement, 'Discharge_Energy(mWh)'),
      testRows.map((row) => row.discharge_mAh * row.voltage_V),
      1e-5
    )
    closeTo(
      column(measurement, 'Time'),
      testRows.map((row) => row.time_s)
    )
    closeTo(column(measurement, 'Total_Time').slice(19, 22), [19, 19, 20])
    expect(measurement.segments.map(({ kind, start, end, label }) => [kind, start, end, label])).toEqual([
      ['cycle', 0, 40, 'Cycle 1'],
      ['cycle', 40, 60, 'Cycle 2']
    ])
    expect(measurement.facts).toContainEqual({ name: 'steps', value: 3 })
    expect(newareNda.recognises({ name: 'x', bytes, size: 1 })).toMatchObject({ confidence: 'certain', version: version.startsWith('9.') ? '130' : version })
  })
  it('takes the time of BTS 9.1 for that since the test began', () => {
    const measurement = read(nda91File(testRows, 52))
    closeTo(column(measurement, 'Time'), testRows.map((row) => row.time_s))
    const steps = column(measurement, 'Step')
    const lastOf = (step: number): number => testRows[steps.lastIndexOf(step)]!.time_s
    closeTo(column(measurement, 'Total_Time'), testRows.map((row, i) => row.time_s + [1, 2, 3].filter((step) => step < steps[i]!).reduce((sum, step) => sum + lastOf(step), 0)))
  })
  it('orders the rows, keeps one of two with the same index, and joins auxiliary records', () => {
    const order = [3, 0, 1, 2, 2, ...testRows.keys()].filter((row, i) => i < 5 || row > 3)
    const measurement = read(nda29File(testRows, range, 900, order, (row) => 20 + row / 10))
    expect(column(measurement, 'Index')).toEqual(testRows.map((_, i) => i + 1))
    closeTo(
      column(measurement, 'T1'),
      testRows.map((_, i) => 20 + i / 10)
    )
    expect(column(measurement, 'V1')[0]).toBe(0.5)
    expect(measurement.warnings).toEqual([expect.stringContaining('1 records have an index')])
  })
  it('scales by the range of the current, and leaves an unknown one empty', () => {
    const rows = testRows.slice(20, 24)
    fc.assert(
      fc.property(
        fc.constantFrom({ code: 5, factor_mA: 1e-4 }, { code: 20, factor_mA: 1e-3 }, { code: 6000, factor_mA: 0.1 }, { code: -1, factor_mA: 1e-5 }),
        (one) => {
          closeTo(
            column(read(nda29File(rows, one)), 'Current(mA)'),
            rows.map((row) => row.current_mA)
          )
        }
      )
    )
    const unknown = read(nda29File(rows, { code: 123, factor_mA: 1 }))
    expect(column(unknown, 'Current(mA)')).toEqual([NaN, NaN, NaN, NaN])
    expect(unknown.warnings).toEqual([expect.stringContaining('range of 4 rows is not known')])
  })
  it('reads back any whole number of records behind any header', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 100, max: 5000 }), (count, headerBytes) => {
        closeTo(
          column(read(nda29File(testRows.slice(0, count), range, headerBytes)), 'Voltage'),
          testRows.slice(0, count).map((row) => row.voltage_V),
          1e-4
        )
      }),
      { numRuns: 40 }
    )
  })
  it('says what is wrong with a file that was cut off, holds nothing or is of another version', () => {
    const bytes = nda29File(testRows, range)
    expect(read(bytes.subarray(0, bytes.length - 40))).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends within a record')] })
    expect(column(read(bytes.subarray(0, bytes.length - 40)), 'Index')).toHaveLength(59)
    expect(() => read(bytes.subarray(0, 2000))).toThrow('no data record')
    const other = bytes.slice()
    other[14] = 24
    expect(() => read(other)).toThrow('layout version 24')
    const old = nda8File(testRows)
    expect(read(old.subarray(0, old.length - 70))).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends within a record')] })
    expect(() => read(old.subarray(0, 2820))).toThrow('no data record')
    expect(() => read(nda91File(testRows.slice(0, 1), 56))).toThrow('fewer than two records')
  })
})

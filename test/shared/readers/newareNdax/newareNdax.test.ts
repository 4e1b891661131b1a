import fc from 'fast-check'
import { Zip, ZipDeflate, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../../src/shared/measurement'
import { newareNdax } from '../../../../src/shared/readers/newareNdax/newareNdax'
import { ReadError } from '../../../../src/shared/readers/reader'
import { ndcFile, splitParts, stepXml, testInfo, wholeData, zip64, type TestRow } from './ndaxWriter'
import { testRows, testSteps } from './fixture'

const read = (bytes: Uint8Array): Measurement => newareNdax.read({ name: 'a.ndax', bytes }).measurements[0]!
const column = (measurement: Measurement, name: string): number[] => [...measurement.columns.find((one) => one.name === name)!.values]
const fact = (measurement: Measurement, name: string): unknown => measurement.facts.find((one) => one.name === name)?.value
const closeTo = (values: readonly number[], expected: readonly number[]): void => {
  expect(values).toHaveLength(expected.length)
  values.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(2e-6 * Math.abs(expected[i]!) + 1e-9))
}
const whole = (parts: Map<string, Uint8Array>): Uint8Array => zip64(new Map([...parts, ['TestInfo.xml', testInfo()], ['Step.xml', stepXml()]]))

describe('Neware .ndax', () => {
  it.each([11, 14, 16, 17] as const)('reads version %s: values, steps, settings and start', (version) => {
    const measurement = read(whole(splitParts(version, testRows, testSteps, 1)))
    expect(measurement).toMatchObject({ technique: 'GCPL', startedAt: '2026-09-03T14:05:00', complete: true })
    closeTo(
      column(measurement, 'Voltage'),
      testRows.map((row) => row.voltage_V)
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
      testRows.map((row) => row.discharge_mAh * row.voltage_V)
    )
    expect(column(measurement, 'Time')).toEqual(testRows.map((row) => row.time_s))
    expect(column(measurement, 'Total_Time').slice(18, 23)).toEqual([18, 19, 19, 20, 21])
    expect(column(measurement, 'Step')).toEqual(testRows.map((row) => row.step))
    expect(measurement.columns.map(({ quantity }) => quantity).filter((quantity) => quantity !== 'other')).toEqual([
      'potential',
      'current',
      'capacity',
      'energy',
      'time'
    ])
    expect(measurement.segments.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['cycle', 0, 40],
      ['cycle', 40, 60]
    ])
    expect(measurement.settings).toContainEqual({ name: 'StepName', value: 'zn & no3.xml' })
    expect(measurement.settings).toContainEqual({ name: 'Step 2', value: 'CC_DChg' })
    expect(fact(measurement, 'status')).toBe('CC_Chg, CC_DChg, Rest')
    expect(fact(measurement, 'proven')).toBe(version === 11 ? false : undefined)
    expect(measurement.warnings.length).toBe(version === 11 ? 1 : 0)
  })
  it('counts time and sums on between the rows that are stored, and says so', () => {
    const measurement = read(whole(splitParts(17, testRows, testSteps, 1, (row) => row % 10 === 0)))
    closeTo(
      column(measurement, 'Time'),
      testRows.map((row) => row.time_s)
    )
    closeTo(
      column(measurement, 'Discharge_Capacity(mAh)'),
      testRows.map((row) => row.discharge_mAh)
    )
    expect(fact(measurement, 'countedRows')).toBe(54)
    expect(measurement.warnings).toEqual([expect.stringContaining('54 of 60 rows are not stored')])
  })
  it('reads version 5, whose records hold everything', () => {
    const measurement = read(zipSync({ 'data.ndc': wholeData(testRows, (step) => [4, 2, 1][step - 1]!) }))
    closeTo(
      column(measurement, 'Voltage'),
      testRows.map((row) => Math.round(row.voltage_V * 1e4) / 1e4)
    )
    closeTo(
      column(measurement, 'Current(mA)'),
      testRows.map((row) => row.current_mA)
    )
    expect(measurement).toMatchObject({ startedAt: '2026-09-03T14:05:00', complete: true })
    expect(measurement.segments).toHaveLength(2)
  })
  it('leaves a current of an unknown range empty instead of inventing one', () => {
    const measurement = read(zipSync({ 'data.ndc': wholeData(testRows, () => 2, 777) }))
    expect(column(measurement, 'Current(mA)').slice(19, 21)).toEqual([0, NaN])
    expect(measurement.warnings).toContainEqual(expect.stringContaining('current range of 40 rows is not known'))
  })
  it('reads auxiliary channels in the order of TestInfo.xml', () => {
    const channel = (first: number): Uint8Array =>
      ndcFile(
        17,
        5,
        132,
        4,
        990,
        testRows.map((_, i) => (view: DataView, at: number) => view.setFloat32(at, first + i / 4, true))
      )
    const parts = new Map([...splitParts(17, testRows, testSteps, 1), ['data_AUX_10_3_1.ndc', channel(40)], ['data_AUX_9_3_1.ndc', channel(20)]])
    const xml = testInfo('<Aux1 AuxID="1" RealChlID="9" ChlType="103" /><Aux2 AuxID="2" RealChlID="10" ChlType="103" />')
    const measurement = read(zip64(new Map([...parts, ['TestInfo.xml', xml]])))
    expect(column(measurement, 'T1').slice(0, 2)).toEqual([20, 20.25])
    expect(column(measurement, 'T2').slice(0, 2)).toEqual([40, 40.25])
    expect(measurement.columns.filter(({ quantity }) => quantity === 'temperature').map(({ name, unit }) => [name, unit])).toEqual([['T1', '°C']])
  })
  it('keeps the first parts of a file that was cut off', () => {
    const bytes = whole(splitParts(17, testRows, testSteps, 1))
    const measurement = read(bytes.subarray(0, bytes.length - 30))
    expect(measurement).toMatchObject({ complete: false, warnings: [expect.stringContaining('cut off')] })
    expect(column(measurement, 'Voltage')).toHaveLength(60)
    expect(() => read(bytes.subarray(0, 100))).toThrow(ReadError)
  })
  it('leaves out what is damaged beside the values, and never loops over a size of 64 bits', () => {
    const bytes = whole(splitParts(17, testRows, testSteps, 1))
    const damaged = bytes.slice()
    const name = new TextDecoder('windows-1252').decode(damaged).lastIndexOf('Step.xml')
    const local = new TextDecoder('windows-1252').decode(damaged).indexOf('Step.xml')
    damaged.fill(0xff, local + 28, local + 60)
    expect(read(damaged)).toMatchObject({ complete: false, warnings: [expect.stringContaining('Step.xml are damaged')] })
    const endless = bytes.slice()
    new DataView(endless.buffer).setBigUint64(name + 8 + 12, 2n ** 60n, true)
    expect(read(endless)).toMatchObject({ complete: false, warnings: [expect.stringContaining('cut off')] })
  })
  it('refuses parts that are too large or lie about their size, and layouts that are not known', () => {
    const parts = splitParts(17, testRows, testSteps, 1)
    expect(() => read(zip64(parts, { unpacked: 2 ** 40 }))).toThrow('would unpack to')
    expect(() => read(zip64(parts, { unpacked: 100 }))).toThrow('larger than it declares')
    expect(() => read(zip64(new Map([['data.ndc', ndcFile(99, 1, 132, 8, 495, [])]])))).toThrow('layout version 99')
    expect(() => read(zip64(new Map([['Step.xml', stepXml()]])))).toThrow('no part "data.ndc"')
    expect(newareNdax.recognises({ name: 'a.xlsx', bytes: zipSync({ 'xl/workbook.xml': stepXml() }), size: 1 })).toBeNull()
  })
  it('knows a container that was packed again, with the sizes behind its parts', () => {
    const parts = new Map([['VersionInfo.xml', stepXml()], ...splitParts(17, testRows, testSteps, 1), ['TestInfo.xml', testInfo()], ['Step.xml', stepXml()]])
    const chunks: Uint8Array[] = []
    const zip = new Zip((_error, chunk) => chunks.push(chunk))
    for (const [name, bytes] of parts) {
      const part = new ZipDeflate(name)
      zip.add(part)
      part.push(bytes, true)
    }
    zip.end()
    const bytes = Uint8Array.from(chunks.flatMap((chunk) => [...chunk]))
    expect(newareNdax.recognises({ name: 'a.ndax', bytes, size: bytes.length })).toMatchObject({ confidence: 'certain', why: 'it is a zip container that holds "data.ndc"' })
    closeTo(column(read(bytes), 'Voltage'), testRows.map((row) => row.voltage_V))
  })
  it('reads back what is written', () => {
    const number = fc.double({ min: -4, max: 4, noNaN: true }).map((value) => Math.fround(value) || 1)
    const rowsOf = fc.array(
      fc.record({ voltage_V: number, current_mA: number, step: fc.constant(1), charge_mAh: fc.constant(0), discharge_mAh: fc.constant(0) }),
      { minLength: 1, maxLength: 1100 }
    )
    fc.assert(
      fc.property(rowsOf, fc.constantFrom(14 as const, 17 as const), (rows, version) => {
        const timed: TestRow[] = rows.map((row, i) => ({ ...row, time_s: i / 10 }))
        const measurement = read(zipSync(Object.fromEntries(splitParts(version, timed, testSteps, 0.1))))
        closeTo(
          column(measurement, 'Voltage'),
          timed.map((row) => row.voltage_V)
        )
        closeTo(
          column(measurement, 'Current(mA)'),
          timed.map((row) => row.current_mA)
        )
        closeTo(
          column(measurement, 'Time'),
          timed.map((row) => row.time_s)
        )
      }),
      { numRuns: 20 }
    )
  })
})

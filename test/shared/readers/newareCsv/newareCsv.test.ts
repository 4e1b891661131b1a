import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../../src/shared/measurement'
import { newareCsv } from '../../../../src/shared/readers/newareCsv/newareCsv'
import { csvSteps } from './fixture'
import { flatCsv, nestedCsv } from './newareCsvWriter'

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (bytes: Uint8Array): Measurement => newareCsv.read({ name: 'a.csv', bytes }).measurements[0]!
const column = (measurement: Measurement, name: string): number[] => [...measurement.columns.find((one) => one.name === name)!.values]
const records = csvSteps.flatMap((step) => step.records.map((record) => ({ ...record, cycle: step.cycle, step: step.step })))

describe('Neware CSV', () => {
  it.each([
    [',', false],
    ['\t', false],
    [',', true],
    [';', true]
  ] as const)('reads nested rows between "%s", quoted: %s', (separator, quote) => {
    const measurement = read(ascii(nestedCsv(csvSteps, separator, quote)))
    expect(measurement).toMatchObject({
      technique: 'GCPL',
      startedAt: '2026-09-03T14:00:00',
      complete: true,
      warnings: []
    })
    expect(column(measurement, 'Cycle ID')).toEqual(records.map(({ cycle }) => cycle))
    expect(column(measurement, 'Step ID')).toEqual(records.map(({ step }) => step))
    expect(column(measurement, 'Time(h:min:s.ms)')).toEqual(records.map(({ seconds }) => seconds))
    expect(column(measurement, 'Voltage(V)')).toEqual(records.map(({ voltage_V }) => voltage_V))
    expect(column(measurement, 'Current(mA)')).toEqual(records.map(({ current_mA }) => current_mA))
    expect(column(measurement, 'Total_Time').slice(3, 6)).toEqual([30, 30, 40])
    expect(measurement.columns.filter(({ quantity }) => quantity !== 'other').map(({ name, unit, quantity }) => [name, unit, quantity])).toEqual([
      ['Voltage(V)', 'V', 'potential'],
      ['Current(mA)', 'mA', 'current'],
      ['Capacity(mAh)', 'mAh', 'capacity'],
      ['Energy(mWh)', 'mWh', 'energy'],
      ['Total_Time', 's', 'time']
    ])
    expect(measurement.columns.find(({ name }) => name === 'Step Name')?.labels).toEqual(['Rest', 'CC DChg', 'CC Chg'])
    expect(measurement.segments.map(({ kind, start, end, label }) => [kind, start, end, label])).toEqual([
      ['cycle', 0, 12, 'Cycle 1'],
      ['cycle', 12, 24, 'Cycle 2']
    ])
    expect(measurement.facts).toContainEqual({ name: 'steps', value: 6 })
  })
  it('reads a first step that stands on the line of its cycle', () => {
    const measurement = read(ascii(nestedCsv(csvSteps, ',', false, true)))
    expect(measurement.warnings).toEqual([])
    expect(column(measurement, 'Cycle ID')).toEqual(records.map(({ cycle }) => cycle))
    expect(column(measurement, 'Step ID')).toEqual(records.map(({ step }) => step))
    expect(measurement.columns.find(({ name }) => name === 'Step Name')?.labels).toEqual(['Rest', 'CC DChg', 'CC Chg'])
    expect(measurement.facts).toContainEqual({ name: 'steps', value: 6 })
  })
  it('knows the total time by its newer name', () => {
    const measurement = read(ascii(flatCsv(csvSteps.slice(0, 3), 'Cumulative Time')))
    const time = measurement.columns.find(({ quantity }) => quantity === 'time')
    expect([time?.name, time?.unit, time?.values[1]]).toEqual(['Cumulative Time', 's', 20])
  })
  it('reads a flat table, whose total time is in the file', () => {
    const bytes = ascii(flatCsv(csvSteps.slice(0, 3)))
    const measurement = read(bytes)
    expect(newareCsv.recognises({ name: 'x', bytes, size: 1 })).toMatchObject({ confidence: 'likely', version: 'flat' })
    expect(measurement.columns.filter(({ quantity }) => quantity !== 'other').map(({ name, unit, quantity }) => [name, unit, quantity])).toEqual([
      ['Total Time', 's', 'time'],
      ['Current(A)', 'A', 'current'],
      ['Voltage(V)', 'V', 'potential'],
      ['Capacity(Ah)', 'Ah', 'capacity']
    ])
    expect(measurement.segments.map(({ kind, label }) => [kind, label])).toEqual([
      ['step', 'Step 1 Rest'],
      ['step', 'Step 2 CC DChg'],
      ['step', 'Step 3 CC Chg']
    ])
  })
  it('reads Chinese names in GB18030', () => {
    const chinese = (text: string): number[] => [...text].flatMap((letter) => gb.get(letter) ?? [letter.charCodeAt(0)])
    // 循环序号 工步序号 记录序号 时间 电压 电流 容量, as GB18030 writes them.
    const gb = new Map<string, readonly number[]>([
      ['循', [0xd1, 0xad]],
      ['环', [0xbb, 0xb7]],
      ['序', [0xd0, 0xf2]],
      ['号', [0xba, 0xc5]],
      ['工', [0xb9, 0xa4]],
      ['步', [0xb2, 0xbd]],
      ['记', [0xbc, 0xc7]],
      ['录', [0xc2, 0xbc]],
      ['时', [0xca, 0xb1]],
      ['间', [0xbc, 0xe4]],
      ['电', [0xb5, 0xe7]],
      ['压', [0xd1, 0xb9]],
      ['流', [0xc1, 0xf7]],
      ['容', [0xc8, 0xdd]],
      ['量', [0xc1, 0xbf]]
    ])
    const text = [
      '循环序号',
      ',工步序号',
      ',,记录序号,时间,电压(V),电流(mA),容量(mAh)',
      '1',
      ',1',
      ',,1,0:00:00,1.4,0,0',
      ',,2,0:00:10,1.3,-1,0.1',
      ',,3,0:00:20,1.2,-1,0.2',
      ''
    ].join('\r\n')
    const measurement = read(Uint8Array.from(chinese(text)))
    expect(measurement.columns.map(({ name, quantity }) => [name, quantity]).slice(0, 7)).toEqual([
      ['循环序号', 'other'],
      ['工步序号', 'other'],
      ['记录序号', 'other'],
      ['时间', 'other'],
      ['电压(V)', 'potential'],
      ['电流(mA)', 'current'],
      ['容量(mAh)', 'capacity']
    ])
    expect(column(measurement, 'Total_Time')).toEqual([0, 10, 20])
  })
  it('keeps only whole rows of a file that was cut off, and reports lines that are nothing', () => {
    const whole = nestedCsv(csvSteps)
    fc.assert(
      fc.property(fc.integer({ min: 200, max: whole.length - 1 }), (length) => {
        const measurement = read(ascii(whole.slice(0, length)))
        const voltages = column(measurement, 'Voltage(V)')
        expect(voltages).toEqual(records.slice(0, voltages.length).map(({ voltage_V }) => voltage_V))
      })
    )
    expect(read(ascii(whole.slice(0, -15)))).toMatchObject({
      complete: false,
      warnings: [expect.stringContaining('ends within a row')]
    })
    expect(read(ascii(`${whole}End of the test\r\n`)).warnings).toContainEqual(expect.stringContaining('1 lines are neither'))
    expect(() => read(ascii('Cycle ID,\n,Step ID\n'))).toThrow('before the names of its records')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../../src/shared/measurement'
import { maccorText } from '../../../../src/shared/readers/maccorText/maccorText'
import { maccorRows } from './fixture'
import { maccorClock, maccorMinutes, type MaccorRow } from './maccorWriter'

const read = (text: string): Measurement => maccorText.read({ name: 'a.txt', bytes: new TextEncoder().encode(text) }).measurements[0]!
const column = (measurement: Measurement, name: string): number[] => [...measurement.columns.find((one) => one.name === name)!.values]
const described = (measurement: Measurement): unknown =>
  measurement.columns.filter(({ quantity }) => quantity !== 'other').map(({ name, unit, quantity }) => [name, unit, quantity])

describe('Maccor text', () => {
  it('reads a decimal comma, and minutes that only the dates tell', () => {
    const measurement = read(maccorMinutes(maccorRows))
    expect(measurement).toMatchObject({
      technique: 'GCPL',
      startedAt: '2026-05-23T10:00:00',
      complete: true,
      warnings: [],
      signConvention: expect.stringContaining('magnitude only')
    })
    expect(described(measurement)).toEqual([
      ['TestTime', 'min', 'time'],
      ['Cap. [Ah]', 'Ah', 'capacity'],
      ['Ener. [Wh]', 'Wh', 'energy'],
      ['Current [A]', 'A', 'current'],
      ['Voltage [V]', 'V', 'potential']
    ])
    expect(measurement.columns.find(({ name }) => name === 'StepTime')?.unit).toBe('min')
    expect(column(measurement, 'TestTime').slice(0, 3)).toEqual([0, 1, 2])
    expect(column(measurement, 'Voltage [V]')).toEqual(maccorRows.map((row) => Number(row.voltage_V.toFixed(4))))
    expect(measurement.columns.find(({ name }) => name === 'Md')?.labels).toEqual(['R', 'D', 'C'])
    expect(measurement.segments).toEqual([
      { kind: 'step', start: 0, end: 20, label: 'Step 1 R' },
      { kind: 'step', start: 20, end: 40, label: 'Step 2 D' },
      { kind: 'step', start: 40, end: 60, label: 'Step 3 C' }
    ])
    expect(measurement.settings).toContainEqual({ name: 'Tester', value: 'Maccor #4' })
  })
  it('keeps a last row that lacks only the tab at the end of the others', () => {
    const lines = maccorMinutes(maccorRows).split('\r\n').map((line) => (/^\d/.test(line) ? `${line}\t` : line))
    const whole = read(`${lines.slice(0, -1).join('\r\n').replace(/\t$/, '')}\r\n`)
    expect(whole).toMatchObject({ complete: true, warnings: [] })
    expect(column(whole, 'Rec')).toHaveLength(maccorRows.length)
  })
  it('reads times that are a clock, mA, and cycles', () => {
    const measurement = read(maccorClock(maccorRows.map((row, i) => ({ ...row, cycle: i < 30 ? 0 : 1 }))))
    expect(measurement).toMatchObject({ startedAt: '2026-08-23T18:04:18', complete: true, warnings: [] })
    expect(described(measurement)).toEqual([
      ['TestTime', 's', 'time'],
      ['mAmp-hr', 'mAh', 'capacity'],
      ['mWatt-hr', 'mWh', 'energy'],
      ['mAmps', 'mA', 'current'],
      ['Volts', 'V', 'potential']
    ])
    expect(column(measurement, 'TestTime')).toEqual(maccorRows.map((row) => row.seconds))
    expect(measurement.segments.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['cycle', 0, 30],
      ['cycle', 30, 60]
    ])
  })
  it('does not guess the day of an ambiguous date nor the unit of a time', () => {
    expect(read(maccorMinutes(maccorRows, '06/05/2026')).startedAt).toBeNull()
    const undated = read(maccorMinutes(maccorRows).replace(/\tDPT Time\t/, '\tNOTE\t'))
    expect(undated.columns.find(({ quantity }) => quantity === 'time')?.unit).toBe('')
    expect(undated.warnings).toEqual([expect.stringContaining('does not say in which unit TestTime counts')])
  })
  it('leaves out the row within which the file ends', () => {
    const whole = maccorMinutes(maccorRows)
    const cut = read(whole.slice(0, -60))
    expect(cut).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends within a row')] })
    expect(column(cut, 'Rec')).toHaveLength(59)
    expect(() => read(whole.slice(0, 60))).toThrow('before its column names')
  })
  it('reads back what is written', () => {
    const row = fc.record({
      cycle: fc.integer({ min: 0, max: 9 }),
      step: fc.integer({ min: 1, max: 9 }),
      seconds: fc.integer({ min: 0, max: 80_000 }),
      stepSeconds: fc.integer({ min: 0, max: 80_000 }),
      capacity_Ah: fc.integer({ min: 0, max: 1000 }),
      current_A: fc.integer({ min: 0, max: 5 }),
      voltage_V: fc.integer({ min: -5, max: 5 }),
      mode: fc.constantFrom('R' as const, 'C' as const, 'D' as const)
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 50 }), (rows: MaccorRow[]) => {
        const measurement = read(maccorClock(rows))
        expect(column(measurement, 'TestTime')).toEqual(rows.map(({ seconds }) => seconds))
        expect(column(measurement, 'Volts')).toEqual(rows.map(({ voltage_V }) => voltage_V))
        expect(column(measurement, 'mAmps')).toEqual(rows.map(({ current_A }) => current_A * 1000))
      }),
      { numRuns: 40 }
    )
  })
})

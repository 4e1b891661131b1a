import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../../src/shared/measurement'
import { landtText } from '../../../../src/shared/readers/landtText/landtText'
import { landtRows, landtRowsBySteps } from './fixture'
import { landtClock, landtFlat, landtSteps } from './landtWriter'

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string): Measurement => landtText.read({ name: 'a.txt', bytes: ascii(text) }).measurements[0]!
const column = (measurement: Measurement, name: string): number[] => [...measurement.columns.find((one) => one.name === name)!.values]

describe('Land text', () => {
  it.each(['\t', ',', ';'])('reads rows between "%s", which a real export has too', (separator) => {
    const measurement = read(landtFlat(landtRows, separator))
    expect(measurement).toMatchObject({
      technique: 'GCPL',
      startedAt: '2026-09-03T10:00:00',
      complete: true,
      signConvention: 'charge current positive, discharge current negative (by the states of the file)',
      warnings: []
    })
    expect(measurement.facts).not.toContainEqual({ name: 'proven', value: false })
    expect(measurement.columns.filter(({ quantity }) => quantity !== 'other').map(({ name, unit, quantity }) => [name, unit, quantity])).toEqual([
      ['TestTime/Sec.', 's', 'time'],
      ['Voltage/V', 'V', 'potential'],
      ['Current/mA', 'mA', 'current'],
      ['Capacity/mAh', 'mAh', 'capacity'],
      ['Energy/mWh', 'mWh', 'energy']
    ])
    expect(column(measurement, 'Voltage/V')).toEqual(landtRows.map(({ voltage_V }) => voltage_V))
    expect(measurement.columns.find(({ name }) => name === 'State')?.labels).toEqual(['R', 'D_CC', 'C_CC'])
  })
  it('reads steps that have lines of their own', () => {
    const measurement = read(`Land battery\r\n${landtSteps(landtRowsBySteps)}`)
    expect(column(measurement, 'Current/mA')).toEqual(landtRows.map(({ current_mA }) => current_mA))
    expect(measurement.segments).toEqual([
      { kind: 'step', start: 0, end: 10, label: 'Step 1 R' },
      { kind: 'step', start: 10, end: 20, label: 'Step 2 D_CC' },
      { kind: 'step', start: 20, end: 30, label: 'Step 3 C_CC' }
    ])
    expect(measurement.settings).toEqual([{ name: 'Header', value: 'Land battery' }])
    expect(measurement.warnings).toEqual([expect.stringContaining('could not be checked against a real file')])
    expect(measurement.facts).toContainEqual({ name: 'proven', value: false })
  })
  it('takes the sign of a discharge from the states, as Rate steps have them too, and skips a column without a name', () => {
    const named = (current: number): string => `Record\tTestTime/Sec\tCurrent/mA\tCapacity/mAh\tVoltage/V\t\tStep-State\n1\t0\t0\t0\t3\t\tR\n2\t1\t${current}\t0\t3\t\tRateD\n`
    expect(read(named(-2))).toMatchObject({ signConvention: expect.stringContaining('discharge current negative'), warnings: [], complete: true })
    expect(read(named(2)).signConvention).toContain('discharge current positive')
    expect(read(named(0)).signConvention).toContain('does not say')
  })
  it('reads a clock with days in front, and µA', () => {
    const measurement = read(landtClock(landtRows))
    expect(column(measurement, 'TestTime').slice(0, 2)).toEqual([86_400, 86_401])
    expect(measurement.columns.map(({ unit }) => unit)).toEqual(['', 's', 'V', 'uA', 'uAh', ''])
  })
  it('keeps only whole rows of a file that was cut off', () => {
    const whole = landtFlat(landtRows)
    fc.assert(
      fc.property(fc.integer({ min: 150, max: whole.length - 1 }), (length) => {
        const voltages = column(read(whole.slice(0, length)), 'Voltage/V')
        expect(voltages).toEqual(landtRows.slice(0, voltages.length).map(({ voltage_V }) => voltage_V))
      })
    )
    expect(read(whole.slice(0, -10)).complete).toBe(false)
    expect(() => read('Index\tTestTi')).toThrow('before its column names')
  })
  it('does not claim tables of others', () => {
    for (const text of ['Index,Time/s,Voltage/V\n1,0,1\n', 'Rec#\tCyc#\tStep\tTestTime\tES\tVolts\n', ''])
      expect(landtText.recognises({ name: 'x.txt', bytes: ascii(text), size: 1 })).toBeNull()
  })
})

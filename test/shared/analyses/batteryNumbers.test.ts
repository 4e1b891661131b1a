import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { discharge, peakPower } from '../../../src/shared/analyses/znNitrateBattery/batteryNumbers'
import { column, measurement, project, texts, type Given } from './project'

const columns = (current_A: readonly number[], voltage_V: readonly number[]) => ({ current_A: Float64Array.from(current_A), voltage_V: Float64Array.from(voltage_V) })

describe('power of a polarisation curve', () => {
  // V = 1.4 − 0.1·I/mA: the largest power is at 7 mA and 0.7 V, on 2 cm².
  const line = (milliampere: readonly number[]) => columns(milliampere.map((i) => i / 1000), milliampere.map((i) => 1.4 - 0.1 * i))
  const rising = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

  it('is found where the cell delivers', () => expect(peakPower(line(rising(0, 13)), 2)).toMatchObject({ power_mW_cm2: expect.closeTo(2.45, 9), j_mA_cm2: expect.closeTo(3.5, 9) }))
  it('is not that of a cell driven past short circuit', () => expect(peakPower(line(rising(0, 30)), 2).power_mW_cm2).toBeCloseTo(2.45, 9))
  it('is not that of the branch on which it is charged', () => expect(peakPower(line(rising(-20, 14)), 2).power_mW_cm2).toBeCloseTo(2.45, 9))
  it('does not care for the sign that the instrument gives voltage and current', () => {
    const { current_A, voltage_V } = line(rising(0, 30))
    expect(peakPower({ current_A: current_A.map((i) => -i), voltage_V: voltage_V.map((v) => -v) }, 2).power_mW_cm2).toBeCloseTo(2.45, 9)
  })
  it('survives a first row without a number', () => expect(peakPower(columns([NaN, 0.001, 0.002], [NaN, 1, 0.9]), 1).power_mW_cm2).toBeCloseTo(1.8, 9))
  it('needs a point at which the cell delivers', () => expect(() => peakPower(columns([0, 0], [1, 1]), 1)).toThrow('delivers'))
})

describe('a discharge', () => {
  it('is integrated straight across rows without a number, which are counted', () => {
    const time_s = Float64Array.from([0, 900, 1800, 2700, 3600])
    const found = discharge({ time_s, ...columns([0.01, 0.01, NaN, 0.01, 0.01], [1, 1, 1, 1, 1]) })
    expect([found.capacity_mAh, found.energy_Wh, found.skippedRows]).toEqual([expect.closeTo(10, 9), expect.closeTo(0.01, 9), 1])
    expect([...found.passed_mAh]).toEqual([0, 2.5, 2.5, 7.5, 10].map((value) => expect.closeTo(value, 9)))
  })
})

describe('a file that states a current density', () => {
  const seconds = [0, 1800, 3600]
  const fields = { catalyst: 'Zn', role: 'battery', znMass_mg: 20, run: 'B' } as const
  const given = (area_cm2: number | undefined, unit: string, value: number): Given => ({
    path: 'Zn_battery_CP.csv', fields: { ...fields, ...(area_cm2 === undefined ? {} : { area_cm2 }) },
    measured: measurement('CP', [column('time', 's', seconds), column('potential', 'V', [1, 1, 1]), column('current', unit, seconds.map(() => value))])
  })
  const numbers = (one: Given) => new Map(project([one], analyses).of('zn-nitrate-battery', 'Zn').results.map(({ metric, value }) => [metric, value]))
  it('has the capacity of the current that it is on its area', () => {
    // 5 mA cm⁻² on 2 cm² for an hour: 10 mAh of 20 mg.
    for (const one of [given(2, 'mA/cm2', -5), given(2, 'A m⁻²', -50), given(2, 'mA', -10)]) {
      expect(numbers(one).get('specific_capacity')).toBeCloseTo(500, 9)
      expect(numbers(one).get('energy_density')).toBeCloseTo(500, 9)
    }
  })
  it('needs the area', () => {
    const out = project([given(undefined, 'mA/cm2', -5)], analyses).of('zn-nitrate-battery', 'Zn')
    expect(out.results).toEqual([])
    expect(texts(out.needs)).toEqual([expect.stringContaining('geometric area')])
  })
})

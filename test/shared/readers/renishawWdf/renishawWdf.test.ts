import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { everyRow, summariseMeasurement } from '../../../../src/shared/measurement'
import { renishawWdf } from '../../../../src/shared/readers/renishawWdf/renishawWdf'
import { wdfFile } from './fixture'

const read = (bytes: Uint8Array) => renishawWdf.read({ name: 'a.wdf', bytes }).measurements[0]!

describe('WiRE wdf', () => {
  it('reads back what is written', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 6 }), (points, spectra) => {
      const axis = Array.from({ length: points }, (_, i) => 2000 - i)
      const data = Array.from({ length: spectra }, (_, k) => Array.from({ length: points }, (_, i) => k * 100 + i))
      const places = Array.from({ length: spectra }, (_, k) => k * 2.5)
      const found = read(wdfFile(axis, data, spectra, places))
      expect([...found.columns[1]!.values]).toEqual(data.flat())
      expect([...everyRow(found.columns[0]!)]).toEqual(data.flatMap(() => axis))
      // A place that never changes tells nothing.
      if (spectra > 1) expect([...everyRow(found.columns[2]!)]).toEqual(places.flatMap((place) => axis.map(() => place)))
      expect(new Set(summariseMeasurement(found).columns.map(({ rows }) => rows))).toEqual(new Set([points * spectra]))
      expect(found.complete).toBe(true)
    }))
  })
  it('keeps the place of each spectrum of a map, laser and title', () => {
    const found = read(wdfFile([3, 2, 1], [[1, 2, 3], [4, 5, 6]], 2, [0, 12.5]))
    expect(found.columns[2]).toMatchObject({ name: 'X', unit: 'µm' })
    expect(found.segments.map(({ label }) => label)).toEqual(['X 0 µm', 'X 12.5 µm'])
    expect(found).toMatchObject({ title: 'made by the project', facts: expect.arrayContaining([{ name: 'laser_nm', value: 532 }, { name: 'measurement', value: 'map' }]) })
  })
  it('reads an interrupted measurement and a file that was cut off', () => {
    expect(read(wdfFile([3, 2, 1], [[1, 2, 3]], 4))).toMatchObject({ complete: false, warnings: ['The measurement was stopped after 1 of 4 spectra.'] })
    const whole = wdfFile([3, 2, 1], [[1, 2, 3], [4, 5, 6]])
    expect(() => read(whole.subarray(0, 520))).toThrow(/no spectra|missing or cut off/)
    expect(() => read(whole.subarray(0, 100))).toThrow(/ends in its header/)
  })
})

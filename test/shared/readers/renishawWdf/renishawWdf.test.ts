import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { everyRow, summariseMeasurement } from '../../../../src/shared/measurement'
import { renishawWdf } from '../../../../src/shared/readers/renishawWdf/renishawWdf'
import { FILE_TIME, placesX, wdfFile } from './fixture'

const read = (bytes: Uint8Array) => renishawWdf.read({ name: 'a.wdf', bytes }).measurements[0]!

describe('WiRE wdf', () => {
  it('reads back what is written', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 6 }), (points, spectra) => {
      const axis = Array.from({ length: points }, (_, i) => 2000 - i)
      const data = Array.from({ length: spectra }, (_, k) => Array.from({ length: points }, (_, i) => k * 100 + i))
      const places = Array.from({ length: spectra }, (_, k) => k * 2.5)
      const found = read(wdfFile(axis, data, spectra, [placesX(places)]))
      expect([...found.columns[1]!.values]).toEqual(data.flat())
      expect([...everyRow(found.columns[0]!)]).toEqual(data.flatMap(() => axis))
      // A place that never changes tells nothing.
      if (spectra > 1) expect([...everyRow(found.columns[2]!)]).toEqual(places.flatMap((place) => axis.map(() => place)))
      expect(new Set(summariseMeasurement(found).columns.map(({ rows }) => rows))).toEqual(new Set([points * spectra]))
      expect(found.complete).toBe(true)
    }))
  })
  it('keeps the place of each spectrum of a map, laser and title', () => {
    const found = read(wdfFile([3, 2, 1], [[1, 2, 3], [4, 5, 6]], 2, [placesX([0, 12.5])]))
    expect(found.columns[2]).toMatchObject({ name: 'X', unit: 'µm' })
    expect(found.segments.map(({ label }) => label)).toEqual(['X 0 µm', 'X 12.5 µm'])
    expect(found).toMatchObject({ title: 'made by the project', facts: expect.arrayContaining([{ name: 'laser_nm', value: 532 }, { name: 'measurement', value: 'map' }]) })
  })
  it('takes unit and kind of each place from the file, times as seconds since the first spectrum, and no marks of the program', () => {
    const time = { type: 11, unit: FILE_TIME, name: 'Time', values: [1_700_000_000, 1_700_000_002.5] }
    const flags = { type: 17, unit: 0, name: 'Flags', values: [0, 1] }
    const stage = { type: 9, unit: 21, name: 'Temp', values: [25, 60] }
    const found = read(wdfFile([3, 2], [[1, 2], [3, 4]], 2, [time, flags, stage]))
    expect(found.columns.slice(2).map(({ name, unit, quantity, values }) => ({ name, unit, quantity, values: [...values] }))).toEqual([
      { name: 'Time', unit: 's', quantity: 'time', values: [0, 2.5] }, { name: 'Temp', unit: '°C', quantity: 'temperature', values: [25, 60] }
    ])
    expect(found.startedAt).toBe('2023-11-14T22:13:20Z')
    expect(read(wdfFile([3, 2], [[1, 2], [3, 4]], 2, [time])).segments.map(({ label }) => label)).toEqual(['Time 0 s', 'Time 2.5 s'])
  })
  it('names the axis by its unit and claims no counts where the file states none', () => {
    const found = read(wdfFile([3, 2], [[1, 2]], 1, [], { axis: 4, intensity: 1 }))
    expect(found.columns[0]).toMatchObject({ name: 'Energy', unit: 'eV', quantity: 'energy' })
    expect(found.columns[1]!.unit).toBe('')
    expect(read(wdfFile([3, 2], [[1, 2]], 1, [], { axis: 3, intensity: 6 })).columns.map(({ name, unit }) => `${name} ${unit}`)).toEqual(['Wavelength nm', 'Intensity counts'])
  })
  it('reads an interrupted measurement and a file that was cut off', () => {
    expect(read(wdfFile([3, 2, 1], [[1, 2, 3]], 4))).toMatchObject({ complete: false, warnings: ['The measurement was stopped after 1 of 4 spectra.'] })
    const whole = wdfFile([3, 2, 1], [[1, 2, 3], [4, 5, 6]])
    expect(() => read(whole.subarray(0, 520))).toThrow(/no spectra|missing or cut off/)
    expect(() => read(whole.subarray(0, 100))).toThrow(/ends in its header/)
  })
})

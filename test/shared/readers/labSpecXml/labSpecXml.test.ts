import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyRow, type Measurement } from '../../../../src/shared/measurement'
import { labSpecXml } from '../../../../src/shared/readers/labSpecXml/labSpecXml'
import { counts, fixtures, lsxText, shift, stage, type LsxAxis } from './fixture'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string): Measurement => labSpecXml.read({ name: 'a.xml', bytes: bytesOf(text) }).measurements[0]!
const claim = (text: string) => labSpecXml.recognises({ name: 'a.xml', bytes: bytesOf(text), size: text.length })
const rows = ({ columns }: Measurement): number[][] => columns.map((column) => [...everyRow(column)])

describe('LabSpec XML', () => {
  it('reads back what was written: one spectrum or a map', () => {
    const shape = fc.record({ points: fc.integer({ min: 2, max: 40 }), x: fc.integer({ min: 1, max: 4 }), y: fc.integer({ min: 1, max: 3 }), seed: fc.integer({ min: -1e6, max: 1e6 }) })
    fc.assert(fc.property(shape, ({ points, x, y, seed }) => {
      const axis: LsxAxis = { name: 'Spectr', unit: '1/cm', values: Array.from({ length: points }, (_, i) => 3000.25 - 1.5 * i) }
      const places: LsxAxis[] = [{ name: 'X', unit: 'µm', values: Array.from({ length: x }, (_, i) => i - 0.5) }, { name: 'Y', unit: 'µm', values: Array.from({ length: y }, (_, i) => 10 * i) }]
      const spectra = Array.from({ length: x * y }, (_, k) => Array.from({ length: points }, (_unused, i) => ((seed * (k + 3) * (i + 7)) % 100_000) / 16))
      const found = read(lsxText({ axis, places, spectra }))
      const placed = (of: (k: number) => number): number[] => spectra.flatMap((_, k) => axis.values.map(() => of(k)))
      expect(rows(found)).toEqual([spectra.flatMap(() => axis.values), spectra.flat().map((value) => value + 0), ...(x * y > 1 ? [placed((k) => places[0]!.values[k % x]!), placed((k) => places[1]!.values[Math.floor(k / x)]!)] : [])])
      expect(found).toMatchObject({ technique: 'RAMAN', complete: true, warnings: [] })
      expect(found.segments.map(({ start, end }) => [start, end])).toEqual(x * y > 1 ? spectra.map((_, k) => [k * points, (k + 1) * points]) : [])
    }), { numRuns: 40 })
  })
  it('takes settings, laser and start from the tree', () => {
    const found = read(lsxText({ axis: shift, spectra: [counts(0)], angle: -0.5 }))
    expect(found).toMatchObject({ title: 'RuFe-NC_1', startedAt: '2022-08-19T09:20:51', segments: [] })
    expect(found.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['Raman shift|cm-1|wavenumber', 'Intensity|Cnt/sec|intensity'])
    expect(found.facts).toEqual([{ name: 'measurement', value: 'single' }, { name: 'spectra', value: 1 }, { name: 'laser_nm', value: 532.17 }])
    expect(found.settings).toEqual([
      { name: 'Acq. time (s)', value: 3 }, { name: 'Accumulations', value: 2 }, { name: 'Laser (nm)', value: '532' }, { name: 'Detector temperature (°C)', value: -129.09 }, { name: 'Sample', value: 'RuFe & NC' }, { name: 'Acquired', value: '19.08.2022 09:20:51' }, { name: 'Rotation (rad)', value: -0.5 }
    ])
    expect(read(lsxText({ axis: shift, spectra: [counts(0)], acquired: '2022/08/19' })).startedAt).toBeNull()
  })
  it('keeps the axis that was shown and computes no shift', () => {
    const columnOf = (unit: string): string => read(lsxText({ axis: { ...shift, unit }, spectra: [counts(0)] })).columns.slice(0, 1).map(({ name, quantity, ...column }) => `${name}|${column.unit}|${quantity}|${column.values[0]}`)[0]!
    expect(['nm', 'eV', '1/cm abs', 'pixel'].map(columnOf)).toEqual(['Wavelength|nm|wavelength|1200', 'Energy|eV|energy|1200', 'Wavenumber|cm-1|wavenumber|1200', 'Spectr|pixel|other|1200'])
  })
  it('names the place of each spectrum', () => {
    const found = labSpecXml.read(fixtures[1]!).measurements[0]!
    expect(found.segments.map(({ label }) => label)).toEqual(['X -2 µm, Y -1 µm', 'X 0 µm, Y -1 µm', 'X 2 µm, Y -1 µm', 'X -2 µm, Y 1 µm', 'X 0 µm, Y 1 µm', 'X 2 µm, Y 1 µm'])
    expect(found.facts[0]).toEqual({ name: 'measurement', value: 'map' })
    const time: LsxAxis = { name: 'Time', unit: 's', values: [0, 10] }
    expect(read(lsxText({ axis: shift, places: [time], spectra: [counts(0), counts(1)] })).columns[2]).toMatchObject({ name: 'Time', unit: 's', quantity: 'time' })
    expect(read(lsxText({ axis: shift, places: [time], spectra: [counts(0), counts(1), counts(2)] }))).toMatchObject({ columns: [{}, {}], warnings: [expect.stringContaining('numbered only')], segments: [{ label: '1' }, { label: '2' }, { label: '3' }] })
  })
  it('keeps what is there of a cut file, and says so', () => {
    const map = lsxText({ axis: shift, places: stage, spectra: [0, 1, 2, 3, 4, 5].map(counts) })
    const cutMap = read(map.slice(0, map.indexOf('Index="4"') + 80))
    expect(cutMap).toMatchObject({ complete: false, warnings: ['The file holds 4 of 6 spectra: it was cut off or the measurement was stopped.'] })
    expect(rows(cutMap)[2]!.filter((_, i) => i % 40 === 0)).toEqual([-2, 0, 2, -2])
    const single = lsxText({ axis: shift, spectra: [counts(0)] })
    const cut = read(single.slice(0, single.indexOf('115.5') + 4))
    expect(cut).toMatchObject({ complete: false, warnings: [expect.stringContaining('15 of 40 points')] })
    expect(rows(cut)).toEqual([shift.values.slice(0, 15), counts(0).slice(0, 15)])
    expect(read(single.replace('</LSX_Data>', ''))).toMatchObject({ complete: false, warnings: [expect.stringContaining('damaged or cut off behind')] })
    expect(() => read(single.slice(0, single.indexOf('<LSX_Matrix')))).toThrow('ends before its first spectrum')
  })
  it('refuses a file without axis or spectra', () => {
    const text = lsxText({ axis: shift, spectra: [counts(0)] })
    expect(() => read(text.replace('ID="0x7B697861"', 'ID="0x1234"'))).toThrow('spectral axis is missing')
    expect(() => read(text.replaceAll('LSX_Row', 'LSX_Line'))).toThrow('holds no spectrum')
    expect(() => read(lsxText({ axis: shift, spectra: [[...counts(0), 1]] }))).toThrow('more numbers than its axis')
    expect(() => read('<?xml version="1.0"?><other/>')).toThrow('no element LSX_Data')
  })
  it('is recognised by its root element', () => {
    expect(claim(lsxText({ axis: shift, spectra: [counts(0)] }))?.confidence).toBe('certain')
    expect(claim('<?xml version="1.0"?>\n<xrdMeasurements><LSX_Data/></xrdMeasurements>')).toBeNull()
  })
})

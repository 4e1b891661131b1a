import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyRow, type Measurement } from '../../../../src/shared/measurement'
import { ramanText } from '../../../../src/shared/readers/ramanText/ramanText'
import { bwTekNames, bwTekRows, bwTekText, encoded, fixtures, neegalaNames, neegalaText, rruffText, wireText, witecText } from './fixture'

const all = (bytes: Uint8Array, name = 'a.txt'): readonly Measurement[] => ramanText.read({ name, bytes }).measurements
const read = (bytes: Uint8Array, name = 'a.txt'): Measurement => all(bytes, name)[0]!
const claim = (bytes: Uint8Array) => ramanText.recognises({ name: 'a.txt', bytes, size: bytes.length })
const columns = (found: Measurement): number[][] => found.columns.map((column) => [...everyRow(column)])
const named = ({ columns: found }: Measurement): string[] => found.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)
const cutBehind = (bytes: Uint8Array, text: string): Uint8Array => bytes.subarray(0, new TextDecoder().decode(bytes).indexOf(text) + text.length)
const turned = (rows: readonly (readonly number[])[]): number[][] => rows[0]!.map((_, k) => rows.map((row) => row[k]!))
const number = fc.integer({ min: -1e8, max: 1e8 }).map((value) => value / 64)
const spectrum = fc.array(fc.tuple(number, number), { minLength: 3, maxLength: 30 }).map((pairs) => pairs.map(([, y], i) => [3000.5 - 2 * i, y] as const))

describe('WiRE text', () => {
  it('reads back what was written: a spectrum, and a map with its places', () => {
    fc.assert(fc.property(spectrum, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), (rows, x, y) => {
      expect(columns(read(wireText(['Wave', 'Intensity'], rows)))).toEqual(turned(rows))
      const map = Array.from({ length: x * y }, (_, k) => rows.map((row) => [(k % x) - 1.5, 10 * Math.floor(k / x), row[0], row[1] + k])).flat()
      const found = read(wireText(['X', 'Y', 'Wave', 'Intensity'], map))
      const [places, values] = [turned(map).slice(0, 2), turned(map).slice(2)]
      expect(columns(found)).toEqual([...values, ...places])
      expect(found).toMatchObject({ technique: 'RAMAN', complete: true, warnings: [], segments: x * y === 1 ? [] : Array.from({ length: x * y }, (_, k) => ({ kind: 'spectrum', start: k * rows.length, end: (k + 1) * rows.length })) })
    }), { numRuns: 40 })
  })
  it('tells spectra apart by their place, and where nothing else does by their axis', () => {
    const series = read(wireText(['Time', 'Wave', 'Intensity'], [0, 5].flatMap((time) => [[time, 2000, 1], [time, 1998, 2], [time, 1996, 3]])))
    expect(named(series)).toEqual(['Wave|cm-1|wavenumber', 'Intensity||intensity', 'Time||time'])
    expect(series).toMatchObject({ facts: [{ value: 'series' }, { value: 2 }, {}], segments: [{ start: 0, end: 3, label: 'Time 0' }, { start: 3, end: 6, label: 'Time 5' }] })
    expect(read(wireText(['Wave', 'Intensity'], [[2000, 1], [2002, 2], [2004, 3], [2000, 4], [2002, 5], [2004, 6]])).segments.map(({ label }) => label)).toEqual(['1', '2'])
    // A small step back where two windows were joined begins no spectrum.
    expect(read(wireText(['Wave', 'Intensity'], [[2000, 1], [2010, 2], [2020, 3], [2019, 4], [2030, 5]])).segments).toEqual([])
  })
  it('says where the unit is in doubt', () => {
    const warnings = (from: number, step: number): readonly string[] => read(wireText(['Wave', 'Intensity'], Array.from({ length: 10 }, (_, i) => [from + step * i, i]))).warnings
    expect([warnings(100, 20), warnings(-150, 90), warnings(3200, -1)]).toEqual([[], [], []])
    expect(warnings(1200, -20)).toEqual([])
    expect(read(wireText(['Wave', 'Intensity'], [[1200, 1], [1199, 2]])).facts).toContainEqual({ name: 'axisTakenAs', value: 'Raman shift (WiRE states no unit)' })
    expect(warnings(18_800, -10)).toEqual([expect.stringContaining('absolute wavenumbers')])
  })
  it('reads decimal commas and keeps what a cut file holds', () => {
    const text = '#Wave\t\t#Intensity\r\n2000,5\t1,25\r\n1998,5\t2,5\r\n'
    expect(columns(read(encoded([text])))).toEqual([[2000.5, 1998.5], [1.25, 2.5]])
    const map = wireText(['X', 'Wave', 'Intensity'], [0, 1].flatMap((x) => [2000, 1998, 1996].map((wave) => [x, wave, 7])))
    expect(read(map.subarray(0, cutBehind(map, '1.000000\t1998').length - 15))).toMatchObject({ complete: false, warnings: [expect.stringContaining('holds 1 points, the first 3')] })
    expect(read(encoded(['#Wave\t\t#Intensity', '2000\t1', '1998\t2', 'end of file']))).toMatchObject({ complete: false, warnings: [expect.stringContaining('behind row 2')] })
    expect(() => read(encoded(['#Wave\t\t#Intensity']))).toThrow('No rows of numbers')
  })
})

describe('WITec ASCII', () => {
  it('reads back what was written: any number of spectra, commas or tabs, with or without units', () => {
    fc.assert(fc.property(spectrum, fc.integer({ min: 1, max: 5 }), fc.constantFrom(',', '\t'), fc.boolean(), (rows, spectra, separator, withUnits) => {
      const names = Array.from({ length: spectra }, (_, k) => `Spectrum--00${k}`)
      const table = rows.map(([x, y]) => [x, ...names.map((_, k) => y + k)].map((value) => Number(value.toExponential(9))))
      const found = read(witecText({ unit: 'rel. 1/cm', names, rows: table, separator, withUnits }))
      const [x, ...y] = turned(table)
      expect(columns(found)).toEqual([y.flatMap(() => x!), y.flat().map((value) => value + 0)])
      expect(found).toMatchObject({ technique: 'RAMAN', title: 'Spectrum--000--Spec.Data 1', complete: true, warnings: [], segments: spectra === 1 ? [] : names.map((label) => ({ label })) })
    }), { numRuns: 40 })
  })
  it('keeps the axis that was shown', () => {
    const axis = (unit: string): string[] => named(read(witecText({ unit, names: ['a'], rows: [[530, 1], [531, 2], [532, 3]] })))
    expect(['nm', '1/cm', 'rel. 1/cm', 'eV', 'pixel'].map((unit) => axis(unit)[0])).toEqual(['Wavelength|nm|wavelength', 'Wavenumber|cm-1|wavenumber', 'Raman shift|cm-1|wavenumber', 'Energy|eV|energy', 'X-Axis|pixel|other'])
    expect(axis('nm')[1]).toBe('Intensity|CCD cts|intensity')
  })
  it('numbers spectra whose names hold the separator', () => {
    expect(read(witecText({ unit: 'nm', names: ['a, left', 'b'], rows: [[1, 2, 3], [2, 3, 4], [3, 4, 5]] })).segments.map(({ label }) => label)).toEqual(['1', '2'])
  })
  it('says what is missing', () => {
    const whole = { unit: 'nm', names: ['a'], rows: [[530, 1], [531, 2], [532, 3]] }
    expect(read(witecText({ ...whole, points: 1600 }))).toMatchObject({ complete: false, warnings: [expect.stringContaining('3 of 1600 points')] })
    expect(() => read(cutBehind(witecText(whole), '[Data]\r\n'))).toThrow('No table of spectra follows the header')
    expect(() => read(cutBehind(witecText(whole), 'nm,CCD cts\r\n'))).toThrow('No row of numbers follows')
    expect(() => read(witecText({ ...whole, names: ['a', 'X-Axis', 'b'] }))).toThrow('several axes')
    expect(claim(encoded(['//Exported ASCII-File', '[Header]', 'PointsPerLine = 64', 'ScanUnit = µm', '[Data]', '1 2 3']))).toBeNull()
  })
})

describe('B&W Tek text', () => {
  it('reads back what was written, point or comma', () => {
    const cell = number.map((value) => Number(value.toFixed(4)))
    fc.assert(fc.property(fc.array(fc.tuple(fc.option(cell), cell, cell), { minLength: 2, maxLength: 20 }), fc.constantFrom('.', ','), (cells, decimal) => {
      const rows = cells.map(([shift, raw, net], i) => [i, shift, shift, i === 0 ? 100.25 : shift, 1, 65_535, raw, net, 0, 0, 0])
      const found = read(bwTekText({ rows, decimal: decimal as '.' | ',' }))
      const order = [3, 7, 0, 1, 2, 4, 5, 6, 8, 9, 10]
      expect(found.columns.map(({ name }) => name)).toEqual(order.map((k) => bwTekNames[k]))
      expect(columns(found).map((column) => column.map((value) => value + 0))).toEqual(order.map((k) => rows.map((row) => (row[k] ?? NaN) + 0)))
      expect(found).toMatchObject({ technique: 'RAMAN', complete: true, warnings: [] })
    }), { numRuns: 40 })
  })
  it('puts shift and dark-subtracted signal first, so that no absorbance and no absolute wavenumber is taken for them', () => {
    const found = read(bwTekText({ rows: bwTekRows }))
    expect(named(found).slice(0, 6)).toEqual(['Raman Shift|cm-1|wavenumber', 'Dark Subtracted #1||intensity', 'Pixel||other', 'Wavelength|nm|wavelength', 'Wavenumber|cm-1|other', 'Dark||intensity'])
    expect(named(found).slice(-2)).toEqual(['Absorbance #1||other', 'Irradiance (W/cm^2/nm) #1|W/cm^2/nm|other'])
    expect(found).toMatchObject({ startedAt: '2022-05-19T17:31:13', facts: [{ name: 'laser_nm', value: 784.9 }] })
    expect(found.settings).toEqual(expect.arrayContaining([{ name: 'intigration times(ms)', value: '3000' }, { name: 'average number', value: '7' }]))
  })
  it('reads each of several spectra, raw where nothing is subtracted, and no Raman spectrum without a shift', () => {
    const found = all(bwTekText({ names: ['Pixel', 'Raman Shift', 'Raw data #1', 'Dark Subtracted #1', 'Raw data #2'], rows: [[0, 100, 5, 4, 7], [1, 102, 6, 5, 8]] }))
    expect(found.map(({ title, warnings, columns: own }) => [title, own[1]!.name, [...own[1]!.values], warnings.length])).toEqual([['#1', 'Dark Subtracted #1', [4, 5], 0], ['#2', 'Raw data #2', [7, 8], 1]])
    const without = read(bwTekText({ rows: bwTekRows.map((row) => row.map((value, k) => (k === 3 ? null : value))) }))
    expect(without).toMatchObject({ technique: 'OTHER', warnings: [expect.stringContaining('no Raman shift')] })
    expect(named(without).slice(0, 2)).toEqual(['Wavelength|nm|wavelength', 'Dark Subtracted #1||intensity'])
  })
  it('says what is missing', () => {
    expect(read(bwTekText({ rows: bwTekRows, lastPixel: 2047 }))).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends at pixel 39 of 2047')] })
    expect(read(encoded([new TextDecoder().decode(bwTekText({ rows: bwTekRows })), '7;8;'], '')).warnings).toEqual([expect.stringContaining('1 lines of the table are no rows of 11 cells')])
    expect(() => read(bwTekText({ names: ['Pixel', 'Raman Shift', 'Dark'], rows: [[0, 100, 5]] }))).toThrow('neither the column Raw data nor Dark Subtracted')
    expect(() => read(cutBehind(bwTekText({ rows: bwTekRows }), 'average number;7\r\n'))).toThrow('ends before its table')
    expect(() => read(bwTekText({ rows: [] }))).toThrow('No row of the table follows')
  })
})

describe('Neegala', () => {
  it('reads back what was written', () => {
    fc.assert(fc.property(fc.array(fc.tuple(number, number, number, number, number, number), { minLength: 1, maxLength: 20 }), (cells) => {
      const rows = cells.map((row, i) => [i, ...row])
      const found = read(neegalaText(rows))
      expect(found.columns.map(({ name }) => name)).toEqual(['Raman_Shift', 'Processed_Data', 'Pixels', 'Wavelength', 'Wavenumbers', 'Raw_Data', 'Background_Data'])
      expect(columns(found)).toEqual([3, 6, 0, 1, 2, 4, 5].map((k) => rows.map((row) => row[k]! + 0)))
      expect(found).toMatchObject({ technique: 'RAMAN', title: 'RuFe-NC', startedAt: '2022-08-19T12:19:23', facts: [{ name: 'laser_nm', value: 532 }], complete: true, warnings: [] })
    }), { numRuns: 40 })
  })
  it('says what is missing', () => {
    expect(read(neegalaText([[0, 502, 14_040, -1118, 9], [1, 503, 14_041, -1117, 8]], neegalaNames.slice(0, 5)))).toMatchObject({ columns: [{}, { name: 'Raw_Data' }, {}, {}, {}], warnings: [expect.stringContaining('background is not subtracted')] })
    expect(read(encoded([new TextDecoder().decode(neegalaText([[0, 1, 2, 3, 4, 5, 6]])).trim(), '1,2,3']))).toMatchObject({ complete: false, warnings: [expect.stringContaining('1 lines of the table')] })
    expect(() => read(neegalaText([]))).toThrow('No row of numbers follows')
    expect(() => read(neegalaText([[0, 1, 2, 3, 4]], [...neegalaNames.slice(0, 4), 'Other']))).toThrow('neither the column Processed_Data nor Raw_Data')
  })
})

describe('RRUFF', () => {
  const rows = [[79.84985, 0], [81.77832, 24_506.01], [83.70679, 21_745.58]]
  it('reads back what was written', () => {
    fc.assert(fc.property(spectrum, (written) => {
      const found = read(rruffText(written, ['##FILETYPE=Raman RAW', '##RAMAN WAVELENGTH=514']))
      expect(columns(found)).toEqual(turned(written).map((column) => column.map((value) => value + 0)))
      expect(found).toMatchObject({ technique: 'RAMAN', title: 'Anatase', facts: [{ name: 'laser_nm', value: 514 }], complete: true, warnings: [] })
    }), { numRuns: 40 })
  })
  it('takes the technique only where file or name state it', () => {
    const technique = (name: string, more: readonly string[] = []): string => read(rruffText(rows, more), name).technique
    expect(technique('Anatase__R060277__Broad_Scan____0__unoriented__Raman_Data_RAW__21346.txt')).toBe('RAMAN')
    expect(technique('Actinolite__R040063-1__Infrared__Infrared_Data_Processed__1.txt')).toBe('IR')
    expect(technique('Abelsonite__R070007-9__Powder__Xray_Data_XY_RAW__5440.txt')).toBe('XRD')
    expect(technique('Raman of anatase.txt')).toBe('OTHER')
    expect(technique('Raman of anatase.txt', ['##FILETYPE=Infrared RAW'])).toBe('IR')
    expect(named(read(rruffText(rows), 'a.txt'))).toEqual(['X||other', 'Intensity||other'])
    expect(read(rruffText(rows), 'Quartz__R040031__Raman__785__0__unoriented__Raman_Data_RAW__1.txt').facts).toEqual([{ name: 'laser_nm', value: 785 }])
  })
  it('says what is missing', () => {
    expect(read(rruffText(rows, ['##FILETYPE=Raman RAW'], []))).toMatchObject({ complete: false, warnings: [expect.stringContaining('no end (##END=)')] })
    expect(() => read(rruffText([]))).toThrow('ends in its header')
  })
})

describe('Raman text', () => {
  it('is recognised by a line that no other program writes', () => {
    expect(fixtures.map(({ bytes }) => claim(bytes)).map((found) => `${found?.confidence} ${found?.version}`)).toEqual(['certain WiRE text', 'certain WiRE text', 'certain WITec ASCII', 'certain BWRam4.11_1', 'certain Neegala', 'certain RRUFF'])
    for (const line of ['Wave\tIntensity', '#Wave\t\t#Signal', '#Laser=\t532', '##TITLE=Anatase', '//Exported ASCII-File', 'File Version;2.1', 'Pixels,Wavelength,Raw_Data']) expect(claim(encoded([line, '1000\t2', '1002\t3']))).toBeNull()
    expect(() => read(encoded(['Wave\tIntensity', '1\t2']))).toThrow('no text of WiRE')
  })
  it('reads UTF-16', () => {
    const text = new TextDecoder().decode(fixtures[0]!.bytes)
    const wide = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])])
    expect(columns(read(wide))).toEqual(columns(read(fixtures[0]!.bytes)))
  })
})

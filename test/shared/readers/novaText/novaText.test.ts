import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { novaText } from '../../../../src/shared/readers/novaText/novaText'
import { fixtures } from './fixture'
import { cvNames, cvRows, novaFile } from './novaFile'

const read = (bytes: Uint8Array) => novaText.read({ name: 'a.txt', bytes }).measurements[0]!
const dialects = [[';', ','], [';', '.'], ['\t', ','], ['\t', '.'], [',', '.']] as const

describe('NOVA text', () => {
  it.each(dialects)('reads a CV with "%s" between cells and "%s" as decimal sign', (separator, decimal) => {
    const cv = read(novaFile({ names: cvNames, rows: cvRows, separator, decimal }))
    expect(cv).toMatchObject({ technique: 'CV', complete: true, warnings: [], signConvention: 'oxidation positive, reduction negative (Autolab)' })
    expect(cv.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual([
      'Potential applied|V|other', 'Time|s|time', 'WE(1).Current|A|current', 'WE(1).Potential|V|potential', 'Scan||other', 'Index||other',
      'Q+||other', 'Q-||other', 'Current range||other', 'Overload||other'
    ])
    cvRows.forEach((row, i) => row.forEach((cell, k) => {
      const { values, labels } = cv.columns[k]!
      expect(labels ? labels[values[i]!] : values[i]).toBe(cell)
    }))
    expect(cv.segments.filter(({ kind }) => kind === 'cycle')).toEqual([{ kind: 'cycle', start: 0, end: 40, label: 'scan 1' },
      { kind: 'cycle', start: 40, end: 80, label: 'scan 2' }])
    expect(cv.segments.filter(({ kind }) => kind === 'sweep').length).toBe(4)
  })
  it('reads back any numbers', () => {
    const cell = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }).map((value) => value + 0)
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 }), fc.constantFrom(...dialects),
      fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, [separator, decimal], end, mark) => {
      const { columns } = read(novaFile({ names: ['Time (s)', 'WE(1).Potential (V)', 'WE(1).Current (A)'], rows, separator, decimal, end, mark }))
      expect(rows.map((_, i) => columns.map(({ values }) => values[i]))).toEqual(rows.map((row) => row.map((value) => value)))
    }), { numRuns: 60 })
  })
  it('tells a sweep, a held potential, a held current and an open circuit', () => {
    const trace = (names: string[], row: (i: number) => number[]) =>
      read(novaFile({ names, rows: Array.from({ length: 30 }, (_, i) => row(i)), separator: ';', decimal: ',' }))
    expect(trace(['Potential applied (V)', 'Time (s)', 'WE(1).Current (A)', 'WE(1).Potential (V)'], (i) =>
      [-0.01 * i, i, -1e-3 * i, -0.01 * i])).toMatchObject({ technique: 'LSV', segments: [{ kind: 'sweep', start: 0, end: 30 }] })
    expect(trace(['Time (s)', 'Corrected time (s)', 'WE(1).Current (A)', 'WE(1).Potential (V)'], (i) =>
      [7 + i, i, -1e-3 / (1 + i), -0.5 + 1e-4 * (i % 3)]).technique).toBe('CA')
    expect(trace(['Current applied (A)', 'Time (s)', 'WE(1).Potential (V)'], (i) => [0.01, i, -0.3 - 0.01 * i]).technique).toBe('CP')
    expect(trace(['Time (s)', 'WE(1).Potential (V)'], (i) => [i, 0.3]).technique).toBe('OCV')
    expect(trace(['Time (s)', 'WE(1).Current (A)', 'WE(1).Potential (V)'], (i) => [i, -0.01, -0.3 - 0.01 * i]).technique).toBe('CP')
    expect(trace(['Time (s)', 'WE(1).Current (A)', 'WE(1).Potential (V)'], (i) => [i, -1e-3 / (1 + i), i < 15 ? 0 : -0.5]).technique).toBe('CA')
    expect(trace(['Potential applied (V)', 'Time (s)', 'WE(1).Current (A)'], (i) => [i < 15 ? 0 : -0.5, i, -1e-3 / (1 + i)]).technique).toBe('CA')
    const back = (i: number): number => 0.01 * (i < 15 ? i : 30 - i)
    expect(trace(['WE(1).Potential (V)', 'WE(1).Current (A)'], (i) => [back(i), 1e-6 * i])).toMatchObject({ technique: 'CV',
      segments: [{ kind: 'sweep' }, { kind: 'sweep' }] })
    expect(trace(['Time (s)', 'WE(1).Potential (V)', 'WE(1).Current (A)'], (i) => [i, -0.01 * i, -1e-6 * i]).technique).toBe('LSV')
  })
  it('parts a sweep from a spectrum beside it, and leaves out rows that hold nothing but their number', () => {
    const names = ['Index', 'Time (s)', 'Potential applied (V)', 'WE(1).Current (A)', 'WE(1).Potential (V)', 'Frequency (Hz)', "Z' (\u03a9)", "-Z'' (\u03a9)", 'Time (s)', 'Column 10 (RPM)']
    const rows = Array.from({ length: 60 }, (_, i) => [i + 1, ...(i < 40 ? [i, 0.01 * i, 1e-6 * i, 0.01 * i] : [NaN, NaN, NaN, NaN]), ...(i < 8 ? [1000 - 100 * i, 5, i, 50 + i] : [NaN, NaN, NaN, NaN]), i === 0 ? 2000 : NaN])
    const { measurements } = novaText.read({ name: 'a.txt', bytes: novaFile({ names, rows, separator: ';', decimal: '.' }) })
    expect(measurements.map(({ technique, columns, warnings }) => [technique, columns[0]!.values.length, ...columns.map(({ name, quantity }) => `${name}|${quantity}`), ...warnings])).toEqual([
      ['LSV', 40, 'Index|other', 'Time|time', 'Potential applied|other', 'WE(1).Current|current', 'WE(1).Potential|potential', 'Column 10|other'],
      ['EIS', 8, 'Frequency|frequency', "Z'|z_real", "-Z''|z_imag", 'Time|time']
    ])
    expect(measurements[1]!.columns.map(({ values }) => values[7])).toEqual([300, 5, 7, 57])
  })
  it('takes the scan rate from the column that is filled in row 1 only', () => {
    const { header, warnings,
      columns } = read(novaFile({ names: ['Potential applied (V)', 'Time (s)', 'WE(1).Current (A)', 'Column 4 (V/s)'],
      rows: Array.from({ length: 20 }, (_, i) => [0.01 * i, i, 1e-6, i === 0 ? 0.05 : NaN]), separator: ';', decimal: ',' }))
    expect([header, warnings, columns[3]!.values[0], columns[3]!.values[1]]).toEqual([{ scanRate_mV_s: 50 }, [], 0.05, NaN])
  })
  it("reads spectra of NOVA and of the old FRA and says that they give -Z''", () => {
    for (const { bytes } of fixtures.slice(1)) {
      const eis = read(bytes)
      expect(eis).toMatchObject({ technique: 'EIS', complete: true, warnings: [], segments: [] })
      expect(eis.signConvention).toContain("the file gives -Z'', positive for a capacitor")
      const imaginary = eis.columns.find(({ quantity }) => quantity === 'z_imag')!
      expect([imaginary.name, imaginary.values[3]]).toEqual(["-Z''", 6])
    }
    const short = new TextDecoder().decode(fixtures[2]!.bytes).replace('\r\n 12 \r\n', '\r\n 40 \r\n')
    expect(read(fixtures[2]!.bytes).settings).toEqual([{ name: 'Procedure', value: 'made by the project' },
      { name: 'line 2', value: '23.09.2026 10:15:24' }, { name: 't', value: '736.4 s' }])
    expect(read(new TextEncoder().encode(short)).warnings).toEqual(['The file announces 40 rows but holds 12.'])
  })
  it('refuses commas that stand in and between numbers', () => {
    const bytes = new TextEncoder().encode('Time (s),WE(1).Current (A),WE(1).Potential (V)\n0,5,1,25,0,3\n1,5,1,25,0,3\n')
    expect(() => read(bytes)).toThrow(/semicolons or tabs/)
  })
  it('keeps the rows before a cut and says so', () => {
    const whole = fixtures[0]!.bytes
    const cut = read(whole.subarray(0, whole.length - 60))
    expect(cut).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends within a row')] })
    expect(cut.columns[0]!.values).toHaveLength(79)
  })
  it('leaves other tables alone', () => {
    for (const text of ['Time (s);Current (A)\n0;1\n1;2\n2;3\n', 'Potential/V, Current/A\n0,1\n', 'Frequency (Hz)\tZre (ohms)\n1\t2\n']) {
      expect(novaText.recognises({ name: 'a.txt', bytes: new TextEncoder().encode(text), size: text.length })).toBeNull()
    }
  })
})

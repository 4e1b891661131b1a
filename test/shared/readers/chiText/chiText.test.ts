import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { chiText } from '../../../../src/shared/readers/chiText/chiText'
import { ReadError } from '../../../../src/shared/readers/reader'

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const head = (technique: string): string[] => [
  'Sept. 3, 2026   09:05:07', technique, 'File: c:\\chi\\made by the project.bin', 'Data Source:  Experiment', 'Instrument Model:  CHI760E', 'Header: ', 'Note: synthetic', ''
]
const it_ = [...head('Amperometric i-t Curve'), 'Init E (V) = -0.9', 'Sample Interval (s) = 0.1', '', 'Time/sec, Current/A', '', '0.1, -1.000e-2', '0.2, -1.100e-2', '0.3, -1.050e-2', '']
const cv = [...head('Cyclic Voltammetry'), 'Init E (V) = 0', 'High E (V) = 0.05', 'Scan Rate (V/s) = 0.05', 'Segment = 6', '', 'Results:', '', 'Channel 1:', 'Segment 1:', 'Ep = -0.141V', 'ip = -2.345e-5A', '', 'Potential/V,\tCurrent/A', '',
  ...[...Array.from({ length: 26 }, (_, i) => i), ...Array.from({ length: 25 }, (_, i) => 24 - i)].map((k) => `${(k * 0.002).toFixed(3)},\t${(k * 1e-6).toExponential(3)}`), '']
const read = (lines: readonly string[], end = '\r\n') => chiText.read({ name: 'a.txt', bytes: ascii(lines.join(end)) }).measurements[0]!

const timed = (run: string, last_s: number, interval_s = 10, technique = 'Amperometric i-t Curve'): string[] => [
  ...head(technique), 'Init E (V) = -0.3', `Sample Interval (s) = ${interval_s}`, `Run Time (sec) = ${run}`, 'Quiet Time (sec) = 2', '', technique.startsWith('Open') ? 'Time/sec, Potential/V' : 'Time/sec, Current/A', '',
  ...Array.from({ length: Math.round(last_s / interval_s) }, (_, i) => `${((i + 1) * interval_s).toPrecision(6)}, -1.000e-2`), ''
]

describe('CHI text', () => {
  it('that ends before its run time is not complete and says so, however whole its last line is', () => {
    const early = 'The file ends at 1040 s of the 3600 s that were programmed; what was measured is kept.'
    expect(read(timed('3600', 1040))).toMatchObject({ complete: false, warnings: [early] })
    expect(read(timed('3600', 1040, 1, 'Open Circuit Potential - Time'))).toMatchObject({ complete: false, warnings: [early] })
    expect(read(timed('60', 59, 0.1))).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends at 59 s of the 60 s')] })
  })
  it('of a long clock, too, which stays two numbers', () => {
    const cut = read(timed('8000', 7000, 0.1))
    expect(cut).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends at 7000 s of the 8000 s')] })
    expect(cut.columns[0]).toMatchObject({ values: Float64Array.of(1, 1), repeats: { each: 'step', times: 70_000, over: 10 } })
    expect(read(timed('7000', 6999.9, 0.1))).toMatchObject({ complete: true, warnings: [] })
  })
  it.each([['3600', 3600, 10], ['3600', 3590, 10], ['3605', 3600, 10], ['3.6e3', 3600, 10], ['60', 59.9, 0.1], ['600', 610, 10], ['', 100, 10], ['0', 100, 10]])('that was to run for %j s and ends at %d s, at most a row before, is complete', (run, last, interval) => {
    expect(read(timed(run, last, interval))).toMatchObject({ complete: true, warnings: [] })
  })
  it('reads an i–t curve with its settings, start and set potential', () => {
    const measurement = read(it_)
    expect(measurement).toMatchObject({ technique: 'CA', startedAt: '2026-09-03T09:05:07', header: { potential_V: -0.9 }, complete: true, warnings: [] })
    expect(measurement.columns.map(({ name, unit, quantity, values }) => [name, unit, quantity, [...values]])).toEqual([
      ['Time', 's' + 'ec', 'time', [0.1, 0.2, 0.3]], ['Current', 'A', 'current', [-0.01, -0.011, -0.0105]]
    ])
    expect(measurement.settings).toContainEqual({ name: 'Instrument Model', value: 'CHI760E' })
    expect(chiText.recognises({ name: 'x', bytes: ascii(it_.join('\r\n')), size: 1 })).toMatchObject({ confidence: 'certain', version: 'CHI760E' })
  })
  it('finds sweeps in the data and does not take results for parameters', () => {
    const measurement = read(cv)
    expect(measurement.segments).toEqual([{ kind: 'sweep', start: 0, end: 26 }, { kind: 'sweep', start: 26, end: 51 }])
    expect(measurement.header).toEqual({ scanRate_mV_s: 50 })
    expect(measurement.settings).toContainEqual({ name: 'Segment 1 Ep', value: '-0.141V' })
    expect(measurement.settings.filter((setting) => setting.name === 'Segment')).toEqual([{ name: 'Segment', value: '6' }])
  })
  it('reads the difference, forward and reverse current of a pulse technique', () => {
    const lines = [...head('Square Wave Voltammetry'), 'Init E (V) = 0', 'Frequency (Hz) = 10', '', 'Difference:', 'Forward:', 'Reverse:', 'Potential/V, Diff(i/A), For(i/A), Rev(i/A)', '', '-0.004, -7.750e-8, -4.269e-8, 3.481e-8', '-0.008, -7.827e-8, -4.400e-8, 3.427e-8', '']
    const found = read(lines)
    expect(found).toMatchObject({ technique: 'SWV', complete: true, warnings: [] })
    expect(found.columns.map(({ name, unit, quantity, values }) => [name, unit, quantity, ...values])).toEqual([
      ['Potential', 'V', 'potential', -0.004, -0.008], ['Diff(i)', 'A', 'current', -7.75e-8, -7.827e-8], ['For(i)', 'A', 'other', -4.269e-8, -4.4e-8], ['Rev(i)', 'A', 'other', 3.481e-8, 3.427e-8]
    ])
    expect(chiText.recognises({ name: 'a.csv', bytes: ascii(lines.join('\r\n')), size: 1 })).toMatchObject({ confidence: 'certain' })
  })
  it('knows differential pulse voltammetry from other pulses', () => {
    const rows = ['Potential/V, Current/A', '', '-0.004, -7.750e-8', '-0.008, -7.827e-8', '']
    const found = read([...head('Differential Pulse Voltammetry'), 'Init E (V) = 0', 'Amplitude (V) = 0.05', '', ...rows])
    expect(found).toMatchObject({ technique: 'DPV', complete: true, warnings: [] })
    expect(read([...head('Differential Normal Pulse Voltammetry'), 'Init E (V) = 0', '', ...rows]).technique).toBe('OTHER')
    expect(read([...head('Normal Pulse Voltammetry'), 'Init E (V) = 0', '', ...rows]).technique).toBe('OTHER')
  })
  it('reads rows that stand under a line for each segment', () => {
    const rows = (from: number, step: number): string[] => Array.from({ length: 20 }, (_, i) => `${(from + step * i).toFixed(3)}, ${((i + 1) * 1e-6).toExponential(3)}, 1.000e-7`)
    const lines = [...head('Cyclic Voltammetry'), 'Init E (V) = 0', 'Segment = 2', '', 'Potential/V, Current/A, Charge/C', '', 'Segment 1:', ...rows(0, 0.01), '', 'Segment 2:', ...rows(0.19, -0.01), '']
    for (const end of ['\r\n', '\n']) {
      const found = read(lines, end)
      expect(found).toMatchObject({ technique: 'CV', complete: true, warnings: [] })
      expect([...found.columns[0]!.values]).toEqual([...rows(0, 0.01), ...rows(0.19, -0.01)].map((row) => Number(row.split(',')[0])))
      expect(found.columns[1]!.values[20]).toBe(1e-6)
    }
    expect(read(lines.slice(0, -3))).toMatchObject({ complete: true })
    expect(read([...lines.slice(0, -1), 'Segment 3:', '0.1, 1e-', 'end'])).toMatchObject({ warnings: [expect.stringContaining('no data'), expect.stringContaining('the first is data row 41'), expect.stringContaining('no numbers')] })
  })
  it('reads impedance, two currents, and a header that is missing', () => {
    const eis = read([...head('A.C. Impedance'), 'Freq/Hz, Z\'/ohm, Z"/ohm, Z/ohm, Phase/deg', '', '1.0e+5, 98.91, -2.748, 98.94, -1.6', ''], '\n')
    expect(eis.columns.map((column) => column.quantity)).toEqual(['frequency', 'z_real', 'z_imag', 'other', 'other'])
    const rrde = read([...head('Linear Sweep Voltammetry'), 'Potential/V, i1/A, i2/A', '', '0.1, 1e-6, 2e-6', '0.0, 1e-6, 2e-6', ''])
    expect(rrde.columns.map((column) => column.quantity)).toEqual(['potential', 'current', 'other'])
    const bare = ['Init E (V) = 0.1', 'Final E (V) = -0.5', 'Scan Rate (V/s) = 0.01', '', 'Potential/V\tCurrent/A', '', '0.1\t1e-6', '0.09\t2e-6', '']
    expect(chiText.recognises({ name: 'x', bytes: ascii(bare.join('\n')), size: 1 })?.confidence).toBe('likely')
    expect(read(bare)).toMatchObject({ technique: 'LSV', header: { scanRate_mV_s: 10 } })
  })
  it('knows a logarithm and names of two words as columns, and no remark with a slash', () => {
    const tafel = read([...head('Tafel Plot'), 'Potential/V, Current/A, log(Current/A)', '', '0.1, 1e-6, -6', '0.0, 1e-5, -5', ''])
    expect(tafel.columns.map(({ name, unit, quantity }) => [name, unit, quantity])).toEqual([['Potential', 'V', 'potential'], ['Current', 'A', 'current'], ['log(Current/A)', '', 'other']])
    const quartz = read([...head('Amperometric i-t Curve'), 'Time/sec, Frequency Change/Hz, Current/A', '', '1, -5, 1e-6', '2, -6, 1e-5', ''])
    expect(quartz.columns.map(({ name, quantity }) => [name, quantity])).toEqual([['Time', 'time'], ['Frequency Change', 'other'], ['Current', 'current']])
    const remark = read([...head('Linear Sweep Voltammetry').slice(0, -2), 'Note: at 5 mV/s, in N2/H2', 'Header: d:/a, b/c', '', 'Potential/V, Current/A', '', '0.1, 1e-6', '0.0, 1e-5', ''])
    expect(remark.columns.map(({ name }) => name)).toEqual(['Potential', 'Current'])
  })
  it('reads a decimal comma and UTF-16', () => {
    const comma = [...head('Linear Sweep Voltammetry'), 'Potential/V\tCurrent/A', '', '0,100\t1,5e-6', '0,099\t-2,5e-6', '']
    expect([...read(comma).columns[1]!.values]).toEqual([1.5e-6, -2.5e-6])
    const wide = Uint8Array.from([0xff, 0xfe, ...[...it_.join('\r\n')].flatMap((letter) => [letter.charCodeAt(0), 0])])
    expect(chiText.recognises({ name: 'x', bytes: wide, size: 1 })?.confidence).toBe('certain')
    expect([...chiText.read({ name: 'x', bytes: wide }).measurements[0]!.columns[0]!.values]).toEqual([0.1, 0.2, 0.3])
  })
  it('keeps what is there of a file that was cut off, and never another number', () => {
    const whole = it_.join('\r\n')
    const truth = [[0.1, 0.2, 0.3], [-0.01, -0.011, -0.0105]]
    fc.assert(fc.property(fc.integer({ min: 20, max: whole.length }), (length) => {
      try {
        const { columns } = chiText.read({ name: 'a.txt', bytes: ascii(whole.slice(0, length)) }).measurements[0]!
        columns.forEach((column, k) => column.values.forEach((value, i) => { if (i < column.values.length - 1 || length >= whole.length - 2) expect(value).toBe(truth[k]![i]) }))
      } catch (error) {
        expect(error).toBeInstanceOf(ReadError)
      }
    }))
    expect(read(it_.slice(0, -2).concat('0.3, -1.0'))).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends within a row')] })
    expect(() => read(it_.slice(0, 6))).toThrow('before its column names')
  })
})

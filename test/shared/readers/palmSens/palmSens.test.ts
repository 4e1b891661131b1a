import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { palmSensCsv } from '../../../../src/shared/readers/palmSens/palmSensCsv'
import { palmSensSession } from '../../../../src/shared/readers/palmSens/palmSensSession'
import { csv, session, values } from './fixture'

const read = (bytes: Uint8Array) => palmSensSession.read({ name: 'a.pssession', bytes }).measurements

describe('PalmSens session', () => {
  it('takes the unit from its type: the symbol of MicroAmpere is A', () => {
    const [found] = read(session('lsv', [values('time', 'Time', [0, 1, 2]), values('potential', 'Volt', [0.1, 0, -0.1]), values('current', 'MicroAmpere', [-1, -2, -625])]))
    expect(found!.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['time|s|time', 'potential|V|potential', 'current|µA|current'])
    expect(found).toMatchObject({ technique: 'LSV', startedAt: '2025-02-05T17:08:26' })
  })
  it('reads the small letters of older versions, and curves where no data set was kept', () => {
    const small = (bytes: Uint8Array): Uint8Array => Uint8Array.from(Buffer.from(Buffer.from(bytes).toString('utf16le').replace(/"([A-Za-z]+)":/g, (_, key: string) => `"${key.toLowerCase()}":`), 'utf16le'))
    const stored = [values('time', 'Time', [0, 1, 2]), values('current', 'MicroAmpere', [-1, -2, -625])]
    const old = small(session('ad', stored))
    expect(palmSensSession.recognises({ name: 'a', bytes: old, size: old.length })).toMatchObject({ confidence: 'certain', version: '5.11' })
    expect(read(old)).toEqual(read(session('ad', stored)))
    const curve = { Title: 'first', XAxisDataArray: values('potential', 'Volt', [0.1, 0, -0.1]), YAxisDataArray: values('current', 'MicroAmpere', [1, 2, 3]) }
    const found = read(small(session('lsv', [], { Curves: [curve, { ...curve, Title: 'second' }] })))
    expect(found.map(({ title, technique, columns }) => [title, technique, columns.map(({ quantity, values: own }) => [quantity, [...own]])])).toEqual([
      ['Made by the project, first', 'LSV', [['potential', [0.1, 0, -0.1]], ['current', [1, 2, 3]]]], ['Made by the project, second', 'LSV', [['potential', [0.1, 0, -0.1]], ['current', [1, 2, 3]]]]
    ])
  })
  it('says that a chronoamperometry ended before its time; other methods keep the time of an earlier one', () => {
    const stored = [values('time', 'Time', [0, 1, 2, 3]), values('current', 'MicroAmpere', [-1, -2, -3, -4])]
    const timed = (method: string, run: string) => read(session(method, stored, { Method: `METHOD_ID=${method}\r\nT_RUN=${run}\r\n` }))[0]
    expect(timed('ad', '1.0000000E+001')).toMatchObject({ complete: false, warnings: ['The file ends at 3 s of the 10 s that were programmed; what was measured is kept.'] })
    expect(timed('ad', '3.0000000E+000')).toMatchObject({ complete: true, warnings: [] })
    expect(timed('lsv', '1.0000000E+001')).toMatchObject({ complete: true, warnings: [] })
  })
  it('keeps scans apart', () => {
    const found = read(session('cv', [values('time', 'Time', [0, 1, 2]), ...[1, 2].flatMap((scan) => [values(`scan${scan}channel1`, 'Volt', [0, 1, 0]), values(`scan${scan}channel1`, 'MicroAmpere', [scan, scan, scan])])]))
    expect(found.map(({ title, columns }) => [title, columns.map(({ quantity }) => quantity).join()])).toEqual([['Made by the project, scan1channel1', 'time,potential,current'], ['Made by the project, scan2channel1', 'potential,current']])
  })
  it('keeps the time with a scan whose charge has a point more', () => {
    const found = read(session('cv', [values('time', 'Time', [0, 1, 2]), values('scan1', 'Volt', [0, 1, 0]), values('scan1', 'MicroAmpere', [1, 2, 3]), values('scan1', 'MicroCoulomb', [0, 1, 2, 3]), values('scan2', 'Volt', [0, 1]), values('scan2', 'MicroAmpere', [1, 2])]))
    expect(found.map(({ columns }) => columns.map(({ name, values: own }) => [name, own.length]))).toEqual([[['time', 4], ['scan1', 4], ['scan1', 4], ['scan1', 4]], [['scan2', 2], ['scan2', 2]]])
  })
  it('reads back any numbers', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)), { minLength: 1, maxLength: 30 }), (numbers) => {
      expect([...read(session('ad', [values('time', 'Time', numbers)]))[0]!.columns[0]!.values]).toEqual(numbers)
    }), { numRuns: 40 })
  })
  it('says that a session is cut off or holds nothing', () => {
    const whole = session('ad', [values('time', 'Time', [0, 1])])
    expect(() => read(whole.subarray(0, whole.length - 40))).toThrow(/cut off or damaged/)
    expect(() => read(session('ad', []))).toThrow(/holds no measurement/)
  })
})

describe('PSTrace csv', () => {
  it('reads curves side by side', () => {
    const found = palmSensCsv.read({ name: 'a.csv', bytes: csv([[0.1, 1, 0.1, 5], [0.2, 2, 0.2, 6], [0.1, 3, 0.1, 7]]) }).measurements
    expect(found.map(({ title, technique, startedAt, columns }) => [title, technique, startedAt, [...columns[1]!.values]])).toEqual([
      ['Cyclic Voltammetry: CV I vs E Scan 1', 'CV', '2020-07-10T16:59:57', [1, 2, 3]], ['Cyclic Voltammetry: CV I vs E Scan 2', 'CV', '2020-07-10T17:05:00', [5, 6, 7]]
    ])
    expect(found[0]!.columns.map(({ unit, quantity }) => `${unit}|${quantity}`)).toEqual(['V|potential', 'µA|current'])
  })
})

describe('PSTrace csv without curves side by side', () => {
  const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\uFEFF${text}\uFEFF`, 'utf16le'))
  const block = (title: string, sign: number): string[] => [title, "freq / Hz,neg. Phase / \u00b0,Idc / uA,Z / Ohm,Z' / Ohm,Z'' / Ohm,Cs / F,", `1000.00,45.000,1.5,14.142,10.000,${10 * sign}.000,1E-06,`, `100.00,63.435,1.5,22.361,10.000,${20 * sign}.000,1E-06,`]
  it('reads spectra of impedance, one below the other, whose Z\'\' is that of the negated phase', () => {
    const bytes = utf16(['File date:,2022-08-23 16:40:29', 'Measurement:,Impedance Spectroscopy', 'Notes:,', 'Date and time:,2022-08-12 13:22:49', ...block('Fixed at 2 freqs', 1), '', ...block('Fixed again', -1), '', ''].join('\r\n'))
    expect(palmSensCsv.recognises({ name: 'a.csv', bytes, size: bytes.length })).toMatchObject({ confidence: 'certain', version: 'impedance' })
    const found = palmSensCsv.read({ name: 'a.csv', bytes }).measurements
    expect(found.map(({ technique, title, startedAt, complete, warnings }) => [technique, title, startedAt, complete, ...warnings])).toEqual([['EIS', 'Fixed at 2 freqs', '2022-08-12T13:22:49', true], ['EIS', 'Fixed again', '2022-08-12T13:22:49', true]])
    expect(found[0]!.columns.map(({ name, unit, quantity, values: own }) => [name, unit, quantity, ...own])).toEqual([
      ['freq', 'Hz', 'frequency', 1000, 100], ['neg. Phase', '\u00b0', 'other', 45, 63.435], ['Idc', '\u00b5A', 'current', 1.5, 1.5], ['Z', 'Ohm', 'other', 14.142, 22.361], ["Z'", 'Ohm', 'z_real', 10, 10], ["-Z''", 'Ohm', 'z_imag', 10, 20], ['Cs', 'F', 'other', 1e-6, 1e-6]
    ])
    expect(found[1]!.columns[5]).toMatchObject({ name: "Z''", quantity: 'z_imag' })
  })
  it('does not guess the sign without a phase', () => {
    const bytes = utf16(["freq / Hz,Z' / Ohm,Z'' / Ohm,", '1000,10,5,', '100,10,7,', ''].join('\n'))
    const [found] = palmSensCsv.read({ name: 'a.csv', bytes }).measurements
    expect(found!.columns.map(({ quantity }) => quantity)).toEqual(['frequency', 'z_real', 'other'])
    expect(found!.warnings).toEqual([expect.stringContaining("sign of Z''")])
  })
  it('knows pulse techniques by the title of a plot and the method of a session', () => {
    const plot = (title: string) => palmSensCsv.read({ name: 'a.csv', bytes: new TextEncoder().encode(`${title}\r\nV,\u00b5A\r\n0.1,1\r\n0.2,2\r\n0.3,3\r\n`) }).measurements[0]!.technique
    expect([plot('DPV i vs E Scan 1,'), plot('SWV i vs E,'), plot('Differential Pulse Voltammetry: i vs E,')]).toEqual(['DPV', 'SWV', 'DPV'])
    expect(read(session('dpv', [values('potential', 'Volt', [0, 0.1]), values('current', 'MicroAmpere', [1, 2])]))[0]!.technique).toBe('DPV')
  })
  it('reads an exported plot: titles, units, rows in one byte a letter', () => {
    const bytes = Uint8Array.from(Buffer.from('CV i vs E Scan 1,,CV i vs E Scan 2,\r\nV,\u00b5A,V,\u00b5A\r\n0.1,1,0.1,5\r\n0.2,2,0.2,6\r\n0.1,3,0.1,7\r\n', 'latin1'))
    expect(palmSensCsv.recognises({ name: 'a.csv', bytes, size: bytes.length })).toMatchObject({ confidence: 'certain', version: 'plot' })
    const found = palmSensCsv.read({ name: 'a.csv', bytes }).measurements
    expect(found.map(({ title, technique, startedAt, columns }) => [title, technique, startedAt, ...columns.map(({ quantity }) => quantity), ...columns[1]!.values])).toEqual([['CV i vs E Scan 1', 'CV', null, 'potential', 'current', 1, 2, 3], ['CV i vs E Scan 2', 'CV', null, 'potential', 'current', 5, 6, 7]])
    for (const text of ['a,b\n1,2\n', 'CV i vs E\nV\n', 'what I ate vs I wanted,\nV,kg\n']) expect(palmSensCsv.recognises({ name: 'a.csv', bytes: new TextEncoder().encode(text), size: text.length })).toBeNull()
  })
})

it('names Im Z of a session by its sign, so that a capacitor is one', () => {
  const imaginary = { ...values('ZIm', 'ZIm', [5, 6]), Unit: { Type: 'PalmSens.Units.ZIm', S: 'Ohm', Q: "-Z''" } }
  const [found] = read(session('eis', [values('Frequency', 'Hertz', [10, 1]), values('ZRe', 'ZRe', [1, 2]), imaginary]))
  expect(found!.columns.map(({ name, quantity }) => `${name}|${quantity}`)).toEqual(['Frequency|frequency', 'ZRe|z_real', '-ZIm|z_imag'])
})

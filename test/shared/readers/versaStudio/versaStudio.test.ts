import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { versaStudio } from '../../../../src/shared/readers/versaStudio/versaStudio'
import { parFile, spectrum, type ParRow } from './parFile'

const read = (bytes: Uint8Array) => versaStudio.read({ name: 'a.par', bytes }).measurements
const sequence: ParRow[] = [
  ...Array.from({ length: 5 }, (_, i): ParRow => [0, 0.2, 0, i, 0, 0, 0]),
  ...Array.from({ length: 20 }, (_, i): ParRow => [1, 0.2 - i * 0.05, -1e-3 * i, 5 + i, 0, 0, 0]),
  ...Array.from({ length: 20 }, (_, i): ParRow => [2, -0.75 + i * 0.05, 1e-3 * i, 25 + i, 0, 0, 0]),
  ...spectrum.map(([, E, I, t, f, re, im]): ParRow => [3, E, I, 50 + t, f, re, im])
]
const steps = [{ name: 'Open Circuit' }, { name: 'Cyclic Voltammetry (Single Cycle)', segments: 2, settings: ['Scan Rate (V/s)=.05'] },
  { name: 'Potentiostatic EIS' }]

describe('VersaStudio', () => {
  it('reads a spectrum with units, sign, time and area', () => {
    const [eis, ...rest] = read(parFile([{ name: 'Potentiostatic EIS' }], spectrum))
    expect(rest).toEqual([])
    expect(eis).toMatchObject({ technique: 'EIS', title: '', complete: true, warnings: [], startedAt: '2018-07-19T21:40:30',
      header: { area_cm2: 0.196 }, signConvention: 'Z Imag is signed: negative for a capacitor' })
    expect(eis!.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual([
      'Segment #||other', 'Point #||other', 'E(V)|V|potential', 'I(A)|A|current', 'Elapsed Time(s)|s|time', 'Status||other',
      'Frequency(Hz)|Hz|frequency', 'Z Real|ohm|z_real', 'Z Imag|ohm|z_imag'
    ])
    expect(eis!.settings).toContainEqual({ name: 'Action1: Name', value: 'Potentiostatic EIS' })
    expect(eis!.settings.some(({ name }) => name.startsWith('Graph'))).toBe(false)
  })
  it('reads back any rows', () => {
    const cell = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }).map((value) => value + 0)
    fc.assert(fc.property(fc.array(fc.tuple(fc.constant(0), cell, cell, cell, fc.double({ min: 0.001, max: 1e6, noNaN: true }), cell, cell),
      { minLength: 1, maxLength: 20 }), fc.constantFrom('\n', '\r\n'), (rows, end) => {
      const { columns } = read(parFile([{ name: 'Potentiostatic EIS' }], rows, { end }))[0]!
      expect([2, 3, 4, 6, 7, 8].map((k) => [...columns[k]!.values])).toEqual([1, 2, 3, 4, 5, 6].map((k) => rows.map((row) => row[k])))
    }), { numRuns: 40 })
  })
  it('gives every step of a sequence its own measurement', () => {
    const found = read(parFile(steps, sequence, { reference: 'Ag/AgCl (0.197 Volts)' }))
    expect(found.map(({ technique, title, columns }) => [technique, title, columns[0]!.values.length])).toEqual([['OCV', 'Open Circuit', 5],
      ['CV', 'Cyclic Voltammetry (Single Cycle)', 40], ['EIS', 'Potentiostatic EIS', 10]])
    expect(found[1]).toMatchObject({ header: { area_cm2: 0.196, scanRate_mV_s: 50, reference: 'Ag/AgCl (0.197 Volts)' },
      segments: [{ kind: 'sweep' }, { kind: 'sweep' }], signConvention: expect.stringContaining('does not say') })
    expect(found[1]!.columns.some(({ quantity }) => quantity === 'frequency')).toBe(false)
    expect(found[2]!.columns.find(({ quantity }) => quantity === 'frequency')!.values[0]).toBe(1e5)
  })
  it('keeps what a cut or empty file holds', () => {
    const whole = parFile([{ name: 'Potentiostatic EIS' }], spectrum)
    const text = new TextDecoder().decode(whole)
    const cut = read(whole.subarray(0, text.indexOf('</Segment1>') - 40))[0]!
    expect(cut).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends within a row')] })
    expect(read(whole.subarray(0, text.indexOf('</Segment1>')))[0]).toMatchObject({ complete: false,
      warnings: [expect.stringContaining('not closed')] })
    expect(() => read(whole.subarray(0, text.indexOf('Definition=')))).toThrow('no table of data')
  })
  it('knows the file of version 2.6, which does not name the program, and the one whose data lie elsewhere', () => {
    const whole = new TextDecoder().decode(parFile([{ name: 'Constant Current' }], spectrum))
    const newer = new TextEncoder().encode(whole.replace('Name=VersaStudio\r\n', '').replace('Version=2.52.3.0',
      'Version=2.61.2.0\r\nLoggedIn=Security Disabled'))
    expect(versaStudio.recognises({ name: 'a.par', bytes: newer, size: newer.length })).toMatchObject({ confidence: 'certain', version: '2.61.2.0' })
    expect(read(newer)[0]!.technique).toBe('CP')
    const elsewhere = whole.slice(0, whole.indexOf('<Segment1>')).replace('<Experiment>', '<Experiment>\r\nDataFormat=Binary')
    expect(() => read(new TextEncoder().encode(elsewhere))).toThrow('binary file: switch that off')
  })
  it('refuses decimal commas among the commas', () => {
    const text = new TextDecoder().decode(parFile([{ name: 'Potentiostatic EIS' }], spectrum)).replaceAll(/^(0,\d,0),.*$/gm,
      '$1,5,1,2,3,4,5,6,7,8,9,1,2,3,4')
    expect(() => read(new TextEncoder().encode(text))).toThrow('decimal comma')
  })
})

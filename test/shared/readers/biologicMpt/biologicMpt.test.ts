import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { biologicMpt } from '../../../../src/shared/readers/biologicMpt/biologicMpt'

/** Latin-1, as EC-Lab writes. */
const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
const file = (technique: string, columns: readonly string[], rows: readonly string[], settings: readonly string[] = []): string => {
  const body = ['', technique, '', 'Run on channel : 1 (SN 0)', 'Acquisition started on : 09/23/2026 10:00:01.5', 'Electrode surface area : 0.250 cm\u00b2', 'Reference electrode : Ag/AgCl / KCl (sat\'d) (0.197 V)', ...settings, '']
  return ['EC-Lab ASCII FILE', `Nb header lines : ${body.length + 3}                          `, ...body, `${columns.join('\t')}\t`, ...rows, ''].join('\r\n')
}
const read = (text: string) => biologicMpt.read({ name: 'a.mpt', bytes: latin1(text) }).measurements[0]!
const ca = file('Chronoamperometry / Chronocoulometry', ['mode', 'ox/red', 'time/s', 'Ewe/V', '<I>/mA', '(Q-Qo)/C', 'Cs/\u00b5F'], ['2\t0\t3,000019924211665E+001\t-9,0E-001\t-1,05E+001\t0\t1,0E-001', '2\t0\t4,0E+001\t-9,0E-001\t-1,00E+001\t-1,0E-001\t1,0E-001'], ['Ei (V)              -0,900              '])

describe('EC-Lab text', () => {
  it('reads a decimal comma, whole names, units and the header', () => {
    const measurement = read(ca)
    expect(measurement).toMatchObject({ technique: 'CA', startedAt: '2026-09-23T10:00:01', complete: true, warnings: [], header: { area_cm2: 0.25, potential_V: -0.9, reference: "Ag/AgCl / KCl (sat'd)" } })
    expect(measurement.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['mode||other', 'ox/red||other', 'time/s|s|time', 'Ewe/V|V|potential', '<I>/mA|mA|current', '(Q-Qo)/C|C|charge', 'Cs/\u00b5F|\u00b5F|other'])
    expect(measurement.columns[2]!.values[0]).toBe(30.00019924211665)
    expect([...measurement.columns[4]!.values]).toEqual([-10.5, -10])
  })
  it('takes the same numbers from points and commas', () => {
    const points = read(ca.replaceAll(/(\d),(\d)/g, '$1.$2'))
    expect(points.columns.map((column) => [...column.values])).toEqual(read(ca).columns.map((column) => [...column.values]))
  })
  it('finds sweeps of a CV and the scan rate', () => {
    const E = [...Array.from({ length: 21 }, (_, i) => i), ...Array.from({ length: 20 }, (_, i) => 19 - i)]
    const measurement = read(file('Cyclic Voltammetry', ['time/s', 'Ewe/V', '<I>/mA', 'cycle number'], E.map((k, i) => `${i}\t${(k * 0.01).toExponential(7)}\t1.0\t1.0`), ['dE/dt               20.000              ', 'dE/dt unit          mV/s                ']))
    expect(measurement.segments).toHaveLength(2)
    expect(measurement.header.scanRate_mV_s).toBe(20)
  })
  it('says when rows are missing, cut off or zero', () => {
    expect(read(file('Wait', ['mode', 'time/s', 'Ewe/V'], []))).toMatchObject({ complete: true, warnings: ['The file holds column names but no rows.'] })
    expect(read(ca.slice(0, -10))).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends within a row')] })
    expect(read(file('Chronopotentiometry', ['time/s', '<Ewe>/V', 'I/mA'], ['0\t0\t1', '1\t0\t1'])).warnings.join()).toContain('zero in every row')
    expect(() => read(ca.slice(0, 300))).toThrow('cut off')
    expect(() => read('EC-Lab ASCII FILE\r\nNb header lines : x\r\n')).toThrow('Nb header lines')
  })
  it('leaves a date alone that could be read two ways', () => {
    expect(read(ca.replace('09/23/2026', '03/02/2026')).startedAt).toBeNull()
  })
})

describe('an .mpt whose column line lacks a name', () => {
  it('keeps the numbers, says so, and lets no analysis use them', () => {
    const lines = ['EC-Lab ASCII FILE', 'Nb header lines : 5', '', 'Potentio Electrochemical Impedance Spectroscopy', 'Re(Z)/Ohm\t-Im(Z)/Ohm\t', '1000\t65\t0.4', '770\t63\t1.3', '']
    const [found] = biologicMpt.read({ name: 'a.mpt', bytes: new TextEncoder().encode(lines.join('\r\n')) }).measurements
    expect(found!.columns.map(({ quantity }) => quantity)).toEqual(['other', 'other'])
    expect(found!.complete).toBe(false)
    expect(found!.warnings[0]).toMatch(/more cells than the 2 names of the column line: a name \(freq\/Hz, as it seems\) is missing/)
  })
})

it('EC-Lab text reads back what is written, with points or commas', () => {
  const cell = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 }), fc.constantFrom(5, 7, 15), fc.constantFrom('.', ','), (rows, digits, decimal) => {
    const printed = rows.map((row) => row.map((value) => value.toExponential(digits).toUpperCase()))
    const { columns, warnings, complete } = read(file('Chronoamperometry / Chronocoulometry', ['time/s', 'Ewe/V', '<I>/mA'], printed.map((row) => row.join('\t').replaceAll('.', decimal))))
    expect(columns.map(({ values }) => [...values])).toEqual([0, 1, 2].map((k) => printed.map((row) => Number(row[k]))))
    expect(complete).toBe(true)
    expect(warnings.filter((warning) => !warning.includes('zero in every row'))).toEqual([])
  }))
})

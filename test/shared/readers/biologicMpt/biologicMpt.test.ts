import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWhole } from '../../../../src/shared/readers'
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
  it('parts the spectra of an impedance that stand one behind another, with rows of direct current before them', () => {
    const rows = (frequencies: readonly number[]): string[] => frequencies.map((f) => `${f.toExponential(7)}\t1.0\t2.0`)
    const spectrum = [1e5, 1e4, 1e3, 100, 10, 1]
    const spectra = (frequencies: readonly number[]) => read(file('Galvano Electrochemical Impedance Spectroscopy', ['freq/Hz', 'Re(Z)/Ohm', '-Im(Z)/Ohm'], rows(frequencies))).segments.map(({ kind, start, end }) => [kind, start, end])
    expect(spectra(spectrum)).toEqual([])
    expect(spectra([0, 0, 0, ...spectrum])).toEqual([])
    expect(spectra([0, 0, 0, ...spectrum, ...spectrum, 0, 0, ...spectrum])).toEqual([['spectrum', 0, 9], ['spectrum', 9, 17], ['spectrum', 17, 23]])
  })
  it('finds sweeps of a CV and the scan rate', () => {
    const E = [...Array.from({ length: 21 }, (_, i) => i), ...Array.from({ length: 20 }, (_, i) => 19 - i)]
    const measurement = read(file('Cyclic Voltammetry', ['time/s', 'Ewe/V', '<I>/mA', 'cycle number'], E.map((k, i) => `${i}\t${(k * 0.01).toExponential(7)}\t1.0\t1.0`), ['dE/dt               20.000              ', 'dE/dt unit          mV/s                ']))
    expect(measurement.segments).toHaveLength(2)
    expect(measurement.header.scanRate_mV_s).toBe(20)
  })
  it('says that a chronoamperometry of one step ended before its time, where no limit and no repetition says when it ends', () => {
    const set = (name: string, value: string): string => `${name.padEnd(20)}${value.padEnd(20)}`
    const stepped = (...settings: string[]) => read(file('Chronoamperometry / Chronocoulometry', ['time/s', 'Ewe/V', 'I/mA'], Array.from({ length: 101 }, (_, i) => `${5000 + 10 * i}\t-0.9\t-10`), settings))
    const early = { complete: false, warnings: ['The file ends at 1000 s of the 3600 s that were programmed; what was measured is kept.'] }
    const whole = { complete: true, warnings: [] }
    expect(stepped(set('ti (h:m:s)', '1:00:0.0000'))).toMatchObject(early)
    expect(stepped(set('ti (h:m:s)', '1:00:0,0000'), set('Imax', 'pass'), set('dQM', '0.000'), set('nc cycles', '0'))).toMatchObject(early)
    expect(stepped(set('ti (h:m:s)', '0:16:40.0000'))).toMatchObject(whole)
    expect(stepped(`${'ti (h:m:s)'.padEnd(20)}${'1:00:0.0000'.padEnd(20)}${'0:10:0.0000'.padEnd(20)}`)).toMatchObject(whole)
    for (const limit of [set('dQM', '2.000'), set('Imax', '10.000'), set('nc cycles', '3')]) expect(stepped(set('ti (h:m:s)', '1:00:0.0000'), limit)).toMatchObject(whole)
  })
  it('says when rows are missing, cut off or zero', () => {
    expect(read(file('Wait', ['mode', 'time/s', 'Ewe/V'], []))).toMatchObject({ complete: true, warnings: ['The file holds column names but no rows.'] })
    expect(read(ca.slice(0, -10))).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends within a row')] })
    expect(read(file('Chronopotentiometry', ['time/s', '<Ewe>/V', 'I/mA'], ['0\t0\t1', '1\t0\t1'])).warnings.join()).toContain('zero in every row')
    expect(() => read(ca.slice(0, 300))).toThrow('cut off')
    expect(() => read('EC-Lab ASCII FILE\r\nNb header lines : x\r\n')).toThrow('Nb header lines')
  })
  it.each([
    ['EIS', ['freq/Hz', 'Re(Z)/Ohm', '-Im(Z)/Ohm'], true], ['GCPL', ['mode', 'time/s', 'dq/mA.h', 'control/V/mA', 'Ewe/V', 'half cycle'], false], ['CP', ['time/s', 'control/mA', '<Ewe>/V', 'I/mA', 'half cycle'], false],
    ['CV', ['counter inc.', 'time/s', 'control/V', 'Ewe/V', '<I>/mA', 'cycle number'], false], ['LSV', ['mode', 'time/s', 'control/V', 'Ewe/V', '<I>/mA'], false],
    ['CA', ['Ns', 'time/s', 'control/V', 'Ewe/V', '<I>/mA', 'half cycle'], false], ['OTHER', ['time/s', 'Ewe/V', '<I>/mA'], false], ['OTHER', ['time/s', 'Ewe/V', 'control/V/mA', 'dq/mA.h', 'half cycle', '|Energy|/W.h'], false]
  ] as const)('reads an export without its header, a %s, by its columns', (technique, names, hasTab) => {
    const rows = [1, 2, 3].map((k) => names.map((_, i) => `${k}.${i}5`).join('\t'))
    const bytes = latin1([`${names.join('\t')}${hasTab ? '\t' : ''}`, ...rows, ''].join('\r\n'))
    expect(biologicMpt.recognises({ name: 'a.txt', bytes, size: bytes.length })).toMatchObject({ confidence: 'likely', version: 'without header' })
    const [found] = biologicMpt.read({ name: 'a.txt', bytes }).measurements
    expect([found!.technique, found!.startedAt, found!.warnings.length, found!.complete]).toEqual([technique, null, 0, true])
    expect(found!.columns.map(({ values }) => values[2])).toEqual(names.map((_, i) => Number(`3.${i}5`)))
  })
  it('does not take a table of other names for its own', () => {
    for (const text of ['t/s\tE/V\tI/A\n1\t2\t3\n', 'time/s;Ewe/V\n1;2\n', 'time/s\tpotential\n']) expect(biologicMpt.recognises({ name: 'a.txt', bytes: latin1(text), size: text.length })).toBeNull()
  })
  it('drops names at the end of the line that no row has numbers for, and keeps the last row', () => {
    const text = file('Potentio Electrochemical Impedance Spectroscopy', ['freq/Hz', 'Re(Z)/Ohm', '-Im(Z)/Ohm', '', 'Ewe-Ece/V'], ['1.0E+003\t5.0E+001\t1.0E-001', '1.0E+002\t6.0E+001\t2.0E-001']).replace(/\r\n$/, '')
    const found = read(text)
    expect(found.columns.map(({ name, values }) => [name, values.length])).toEqual([['freq/Hz', 2], ['Re(Z)/Ohm', 2], ['-Im(Z)/Ohm', 2]])
    expect(found).toMatchObject({ complete: true, warnings: ['The column line names 5 columns, the rows hold 3: there are no numbers for Ewe-Ece/V.'] })
  })
  it('keeps a single row that ends with a whole number', () => {
    const bytes = latin1(file('IR compensation (EIS)', ['freq/Hz', 'Re(Z)/Ohm', '-Im(Z)/Ohm'], ['1.0E+004\t5.0E+001\t1.0E-001']).replace(/\r\n$/, ''))
    const [found] = readWhole(biologicMpt, { name: 'a.mpt', bytes }).measurements
    expect([found!.technique, found!.complete, found!.columns[0]!.values.length, ...found!.warnings]).toEqual(['EIS', true, 1])
    expect(readWhole(biologicMpt, { name: 'a.mpt', bytes: bytes.subarray(0, -1) }).measurements[0]).toMatchObject({ complete: false })
  })
  it('knows a battery capacity determination, and takes no Modulo Bat for an impedance', () => {
    expect(read(file('Battery Capacity Determination', ['time/s', 'Ecell/V', 'I/mA'], ['1.0\t2.0\t3.0'])).technique).toBe('GCPL')
    expect(read(file('Linear Polarization', ['time/s', 'Ewe/V', 'I/mA'], ['1.0\t2.0\t3.0'])).technique).toBe('LSV')
    expect(read(file('Modulo Bat', ['time/s', 'Ewe/V', 'freq/Hz', 'Re(Z)/Ohm'], ['1.0\t2.0\t0.0\t0.0'])).technique).toBe('OTHER')
  })
  it.each([['113.100 mm\u00b2', 1.131], ['0,250 cm\ufffd', 0.25], ['2.000 m\u00b2', 20_000], ['5.000', undefined]])('takes the area %s in its unit', (written, area) => {
    expect(read(ca.replace('0.250 cm\u00b2', written)).header.area_cm2).toBe(area)
  })
  it.each([
    ['within a day', ['11/20/2024 11:38:41.707', '11/20/2024 11:38:48.171', '11/20/2024 11:38:48.171'], [0, 6.464, 6.464]],
    ['over midnight, the month first', ['01/02/2024 23:59:59.5', '01/03/2024 00:00:01.5'], [0, 2]], ['over midnight, the day first', ['31.01.2024 23:59:59,5', '01.02.2024 00:00:00'], [0, 0.5]]
  ])('turns a time that is a date into seconds, %s', (_, stamps, seconds) => {
    const found = read(file('Constant Current', ['Ns', 'time/s', 'Ecell/V', 'I/mA'], stamps.map((stamp) => `0\t${stamp}\t2.0\t3.0`)))
    expect(found.columns[1]).toMatchObject({ name: 'time/s', unit: 's', quantity: 'time' })
    expect([...found.columns[1]!.values]).toEqual(seconds)
    expect(found.columns[1]!.labels).toBeUndefined()
  })
  it('reads what BT-Lab writes for a battery cycler', () => {
    const text = file('Constant Current', ['time/s', 'Ecell/V', 'I/mA'], ['1.0\t2.0\t3.0'], ['BT-LAB for windows v1.80 (software)']).replace('EC-Lab ASCII', 'BT-Lab ASCII')
    const bytes = latin1(text)
    expect(biologicMpt.recognises({ name: 'a.mpt', bytes, size: bytes.length })).toMatchObject({ confidence: 'certain', why: 'line 1 is "BT-Lab ASCII FILE"', version: 'BT-Lab v1.80' })
    expect(read(text)).toMatchObject({ technique: 'CP', columns: [{ quantity: 'time' }, { quantity: 'potential' }, { quantity: 'current' }] })
  })
  it('leaves a date alone that could be read two ways', () => {
    expect(read(ca.replace('09/23/2026', '03/02/2026')).startedAt).toBeNull()
  })
})

describe('an .mpt whose column line lacks a name', () => {
  it('takes names that are there but empty as those of the last columns', () => {
    const lines = ['time/s\tEwe/V\tI/mA\terror\t\t', '60\t2.5\t-0.02\t0\t7', '61\t2.6\t-0.03\t0\t8', '']
    const [found] = biologicMpt.read({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) }).measurements
    expect(found!.columns.map(({ name, quantity, values }) => [name, quantity, [...values]])).toEqual([['time/s', 'time', [60, 61]], ['Ewe/V', 'potential', [2.5, 2.6]], ['I/mA', 'current', [-0.02, -0.03]], ['error', 'other', [0, 0]], ['column 5', 'other', [7, 8]]])
    expect(found).toMatchObject({ complete: true, warnings: [] })
  })
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

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ivium } from '../../../../src/shared/readers/ivium/ivium'
import { fixtures } from './fixture'
import { idfFile, spectrum } from './idfFile'

const read = (bytes: Uint8Array) => ivium.read({ name: 'a.idf', bytes }).measurements
const printed = (value: number): number => Number(value.toExponential(5))

describe('Ivium', () => {
  it('reads a spectrum whose frequency comes last, and says what it left', () => {
    const [eis] = read(fixtures[0]!.bytes)
    expect(eis).toMatchObject({ technique: 'EIS', title: '', complete: true, warnings: [], startedAt: '2022-12-12T17:18:49',
      header: { area_cm2: 0.196 }, signConvention: 'Im Z is signed: negative for a capacitor' })
    expect(eis!.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['Re Z|ohm|z_real', 'Im Z|ohm|z_imag',
      'freq|Hz|frequency'])
    expect(eis!.facts).toEqual([{ name: 'method', value: 'Impedance' }, { name: 'technique', value: 'Constant I' },
      { name: 'title', value: 'New Test' }, { name: 'notRead', value: 'osc_data' }])
    expect(eis!.columns.map(({ values }) => [...values])).toEqual([0, 1, 2].map((k) => spectrum.map((row) => printed(row[k]!))))
  })
  it('is known without its version, as older programs write it', () => {
    const whole = fixtures[0]!.bytes
    const text = new TextDecoder('latin1').decode(whole)
    const without = Uint8Array.from(text.replace(/Version=\d+\r?\n/, '').replace(/QR=QR[^\n]*\n/, ''), (letter) => letter.charCodeAt(0))
    const claim = (bytes: Uint8Array) => ivium.recognises({ name: 'a.ids', bytes, size: bytes.length })
    expect([claim(whole)?.version, claim(without)?.version]).toEqual([expect.stringMatching(/^\d+$/), 'without a version'])
    expect(read(without)[0]!.columns.map(({ values }) => [...values])).toEqual(read(whole)[0]!.columns.map(({ values }) => [...values]))
  })
  it('reads back any rows in both layouts', () => {
    const cell = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }).map((value) => value + 0)
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }), fc.boolean(), (rows, isOld) => {
      const [found] = read(idfFile([{ method: 'Impedance', rows }], { isOld }))
      expect(found!.columns.map(({ values }) => [...values])).toEqual([0, 1, 2].map((k) => rows.map((row) => printed(row[k]!) + 0)))
    }), { numRuns: 40 })
  })
  it('reads several measurements of one file and marks techniques that were never compared', () => {
    const found = read(idfFile([
      { method: 'Impedance', rows: spectrum, title: 'eis' },
      { method: 'CyclicVoltammetry', rows: [...spectrum.keys(), 6, 4, 2, 0].map((i) => [i * 0.1, 1e-6 * i, 0]), title: 'cv' },
      { method: 'Transients', technique: 'ChronoAmperometry', rows: spectrum, title: 'ca' }, { method: 'Other', rows: spectrum, title: '' }
    ]))
    expect(found.map(({ title, technique, columns }) => [title, technique, columns.map(({ quantity }) => quantity).join(' ')])).toEqual([
      ['eis', 'EIS', 'z_real z_imag frequency'], ['cv', 'CV', 'potential current other'], ['ca', 'CA', 'time current potential'],
      ['data 4', 'OTHER', 'other other other']
    ])
    expect(found.map(({ facts }) => facts.some(({ name, value }) => name === 'proven' && value === false))).toEqual([false, true, true, true])
    expect(found[1]!.warnings).toEqual([expect.stringContaining('not yet been seen in a real file')])
    expect(found[1]!.segments).toHaveLength(2)
  })
  it('takes only a sure date', () => {
    const startedAt = (start: string) => read(idfFile([{ method: 'Impedance', rows: spectrum }], { start }))[0]!.startedAt
    expect([startedAt('3/4/2022 5:18:49 PM'), startedAt('13/4/2022 17:18:49'), startedAt('4/13/2022 12:18:49 AM')]).toEqual([null,
      '2022-04-13T17:18:49', '2022-04-13T00:18:49'])
  })
  it('does not believe counts, and keeps what a cut file holds', () => {
    expect(read(idfFile([{ method: 'Impedance', rows: spectrum, declared: 999_999_999 }]))[0]).toMatchObject({ complete: false,
      warnings: ['The file announces 999999999 rows but holds 8: it was cut off or is still being written.'] })
    const whole = idfFile([{ method: 'Impedance', rows: spectrum }])
    const cut = read(whole.subarray(0, whole.length - 25))[0]!
    expect(cut).toMatchObject({ complete: false, warnings: [expect.stringContaining('ends within a row')] })
    expect(cut.columns[0]!.values).toHaveLength(7)
    expect(() => read(idfFile([{ method: 'Impedance', rows: spectrum, width: 4000 }]))).toThrow('no finished data block')
  })
})

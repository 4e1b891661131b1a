import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brukerTopSpin } from '../../../../src/shared/readers/brukerTopSpin/brukerTopSpin'
import { parameterText, topSpinFolder, type TopSpinFolder, type TopSpinParts } from './fixture'

const readFile = (folder: TopSpinFolder, name = 'procs') => brukerTopSpin.read({ name, bytes: folder[name]!, sibling: (other) => folder[other] })
const read = (folder: TopSpinFolder) => readFile(folder).measurements[0]!
const spectrum = (parts: Partial<TopSpinParts> = {}) => topSpinFolder({ real: [8, 16, -24, 32], ...parts })
const changed = (folder: TopSpinFolder, from: string | RegExp, to: string): TopSpinFolder => ({ ...folder, procs: new TextEncoder().encode(new TextDecoder().decode(folder['procs']).replace(from, to)) })

describe('Bruker TopSpin', () => {
  it('reads back what was written, both kinds of numbers in both byte orders', () => {
    const whole = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
    const any = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
    const rows = fc.boolean().chain((isDouble) => fc.record({ isDouble: fc.constant(isDouble), both: fc.array(fc.tuple(isDouble ? any : whole, isDouble ? any : whole), { minLength: 2, maxLength: 60 }) }))
    fc.assert(fc.property(rows, fc.boolean(), fc.integer({ min: -20, max: 20 }), ({ isDouble, both }, big, exponent) => {
      const [real, imaginary] = [both.map(([one]) => one), both.map(([, other]) => other)]
      const found = read(topSpinFolder({ real, imaginary, isDouble, big, exponent }))
      expect(found.columns.slice(1).map(({ values }) => [...values])).toEqual([real, imaginary].map((values) => values.map((value) => value * 2 ** exponent)))
      expect(found).toMatchObject({ technique: 'NMR', complete: true, warnings: [] })
    }), { numRuns: 60 })
  })
  it('puts the first point at OFFSET and SI points over SW_p', () => {
    const found = read(spectrum({ first_ppm: 10, width_Hz: 3200, frequency_MHz: 400 }))
    expect([...found.columns[0]!.values]).toEqual([10, 8, 6, 4])
    expect(found.columns.map(({ unit, quantity }) => `${unit}|${quantity}`)).toEqual(['PPM|other', 'ARBITRARY UNITS|intensity'])
    expect([...found.columns[1]!.values]).toEqual([1, 2, -3, 4])
  })
  it('gives the facts of an NMR spectrum, its title and its parameters', () => {
    const found = read(spectrum({ title: '\r\n  RuFe-NC 15N\r\n1H in acid' }))
    expect(found).toMatchObject({ title: 'RuFe-NC 15N', startedAt: null, facts: [{ name: 'dataType', value: 'NMR SPECTRUM' }, { name: 'observeFrequency_MHz', value: 400.13 }, { name: 'nucleus', value: '1H' }] })
    expect(found.settings).toEqual(expect.arrayContaining([{ name: 'NPOINTS', value: 14 }, { name: 'OWNER', value: 'nmr' }, { name: 'NC_proc', value: -3 }, { name: 'TI', value: 'Study Number 1\nsecond line' }]))
    expect(found.settings.some(({ name }) => name === 'AXUNIT' || name === 'END')).toBe(false)
    expect(read(changed(spectrum(), '<1H>', '<off>')).facts).toHaveLength(2)
  })
  it('leaves the other files of its folder to procs, and asks for what is missing', () => {
    const folder: TopSpinFolder = { ...spectrum({ imaginary: [1, 2, 3, 4] }), proc: spectrum()['procs']!, acqus: new TextEncoder().encode(parameterText(['##$NS= 16'])) }
    for (const name of ['1r', '1i', 'proc']) expect(readFile(folder, name)).toEqual({ measurements: [], companionOf: 'procs' })
    expect(readFile(folder, 'acqus')).toEqual({ measurements: [], companionOf: 'procs in the folder pdata below it' })
    const { procs, ...without } = folder
    expect(() => readFile(without, '1r')).toThrow(/the procs that describes them is not beside it/)
    expect(() => readFile(without, 'proc')).toThrow(/procs and 1r, which hold the spectrum/)
    expect(() => read({ procs: procs! })).toThrow(/the 1r that holds its numbers is not beside it/)
  })
  it('says that two dimensions are not read', () => {
    const plane = changed(spectrum(), '##END=', '##$PPARMOD= 1\n##END=')
    const { procs } = plane
    expect(() => read({ procs: procs! })).toThrow(/two dimensions/)
    expect(() => read({ procs: spectrum()['procs']!, proc2s: procs! })).toThrow(/two dimensions/)
    expect(() => read({ ...plane, proc2s: procs! })).toThrow(/two dimensions/)
    expect(readFile({ ...plane, proc2s: procs! }, 'proc2s').companionOf).toBe('procs')
  })
  it('keeps what is there of cut files', () => {
    const folder = spectrum({ imaginary: [8, 8, 8, 8] })
    const cut = read({ ...folder, '1r': folder['1r']!.slice(0, 13) })
    expect(cut).toMatchObject({ complete: false, columns: [{}, { values: Float64Array.of(1, 2, -3) }, { values: Float64Array.of(1, 1, 1) }], warnings: [expect.stringContaining('3 of the 4 points')] })
    expect(read({ ...folder, '1i': folder['1i']!.slice(0, 4) })).toMatchObject({ complete: false, columns: [{}, {}, { values: Float64Array.of(1, NaN, NaN, NaN) }], warnings: [expect.stringContaining('1i holds 1 of 4')] })
    const text = new TextDecoder().decode(folder['procs'])
    const at = (end: number): TopSpinFolder => ({ ...folder, procs: new TextEncoder().encode(text.slice(0, end)) })
    expect(read(at(text.indexOf('##$TI')))).toMatchObject({ complete: false, warnings: [expect.stringContaining('no end (##END=)')] })
    // Half a number is none.
    expect(() => read(at(text.indexOf('##$SW_p= 80') + 11))).toThrow(/states no SW_p.*cut off/)
    expect(() => read({ ...folder, '1r': folder['1r']!.slice(0, 4) })).toThrow(/holds no spectrum/)
  })
  it('refuses what does not belong together or means nothing', () => {
    expect(() => read(spectrum({ points: 3 }))).toThrow(/4 points and its procs announces 3/)
    expect(() => read(changed(spectrum(), 'SI= 4', 'SI= 1e9'))).not.toThrow()
    expect(read(changed(spectrum(), 'SI= 4', 'SI= 1e9')).columns[0]!.values).toHaveLength(4)
    for (const wrong of ['SI= 2.5', 'SI= -4', 'SI= 1e300']) expect(() => read(changed(spectrum(), 'SI= 4', wrong))).toThrow(/SI, SF, SW_p/)
    expect(() => read(changed(spectrum(), 'DTYPP= 0', 'DTYPP= 1'))).toThrow(/DTYPP 1/)
    expect(() => read(changed(spectrum(), 'BYTORDP= 0', 'BYTORDP= <little>'))).toThrow(/states no BYTORDP.*process/)
    expect(() => read(changed(spectrum(), 'NC_proc= -3', 'NC_proc= 900'))).toThrow(/NC_proc 900/)
    expect(read({ ...spectrum(), '1i': new Uint8Array(20) })).toMatchObject({ columns: [{}, {}], complete: true, warnings: [expect.stringContaining('it is left out')] })
  })
  it('holds the numbers against the range that procs states', () => {
    const stated = (greatest: number) => read(spectrum({ more: [`##$YMAX_p= ${greatest}`, '##$YMIN_p= -24'] })).warnings
    expect(stated(32)).toEqual([])
    expect(stated(4000)).toEqual([expect.stringContaining('different processings')])
    expect(read(changed(spectrum(), 'FT_mod= 6', 'FT_mod= 0')).warnings).toEqual([expect.stringContaining('no Fourier transform')])
  })
  it('is recognised by its title, its numbers by their names', () => {
    const folder = spectrum()
    const head = (name: string, bytes: Uint8Array) => brukerTopSpin.recognises({ name, bytes, size: bytes.length })
    expect(head('procs', folder['procs']!)).toMatchObject({ confidence: 'certain', version: 'TOPSPIN 3.2' })
    expect(head('acqus', new TextEncoder().encode(parameterText([], 'TopSpin 4.1.0')))).toMatchObject({ confidence: 'certain', version: 'TopSpin 4.1.0' })
    expect(head('proc', new TextEncoder().encode(parameterText([], 'XWIN-NMR\t\tVersion 3.5')))?.version).toBe('XWIN-NMR 3.5')
    expect(head('1r', folder['1r']!)?.confidence).toBe('likely')
    expect(head('a.bin', folder['1r']!)).toBeNull()
    expect(head('1r', new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\n.....'))).toBeNull()
    expect(head('1h.dx', new TextEncoder().encode('##TITLE= RuFe\n##JCAMP-DX= 5.0\n'))).toBeNull()
  })
})

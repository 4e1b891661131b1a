import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutCycleMarks } from '../../../../src/shared/readers/zplot/cycleMarks'
import { zplot } from '../../../../src/shared/readers/zplot/zplot'
import { corrTest, corrWare, cvRows, points, studio, z60, zplot2, zview, type Point } from './zplotFile'

const read = (bytes: Uint8Array, name = 'a.z') => zplot.read({ name, bytes }).measurements[0]!
const valuesOf = (measurement: ReturnType<typeof read>, quantity: string): number[] =>
  [...measurement.columns.find((column) => column.quantity === quantity)!.values]
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('ZPlot and its kin', () => {
  it('reads Z60W and ZPLOT2 with units of ohm and the sign of Im Z', () => {
    for (const bytes of [z60(points), zplot2(points), zplot2(points, { decimal: ',' })]) {
      const eis = read(bytes)
      expect(eis).toMatchObject({ technique: 'EIS', complete: true, warnings: [], segments: [],
        signConvention: "Z'' is signed: negative for a capacitor", facts: expect.arrayContaining([{ name: 'flavour', value: 'ZPlot' }]) })
      expect(eis.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['freq|Hz|frequency', 'Ampl||other',
        'Bias||other', 'Time|s|time', "Z'|ohm|z_real", 'Z"|ohm|z_imag', 'GD||other', 'Err||other', 'Range||other'])
      expect(valuesOf(eis, 'frequency')).toEqual(points.map(([f]) => f))
      expect(valuesOf(eis, 'z_imag')).toEqual(points.map(([, , im]) => im))
    }
  })
  it('reads what ZView saves, whatever its extension is', () => {
    const eis = read(zview(points), 'a.z60')
    expect(zplot.recognises({ name: 'a.z60', bytes: zview(points), size: 1 })).toMatchObject({ confidence: 'certain', version: 'ZPlot' })
    expect(eis).toMatchObject({ technique: 'EIS', complete: true, warnings: [] })
    expect(eis.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`).slice(0, 6)).toEqual(['freq|Hz|frequency', 'DCcurr|A|other',
      'DCpot|V|other', 'Time|s|time', 'Zprime|ohm|z_real', 'Zbis|ohm|z_imag'])
    expect(valuesOf(eis, 'z_imag')).toEqual(points.map(([, , im]) => im))
  })
  it('reads back any spectrum', () => {
    const part = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }).map((value) => value + 0)
    fc.assert(fc.property(fc.array(fc.tuple(part, part, part), { minLength: 1, maxLength: 20 }), fc.constantFrom('\n', '\r\n'), (rows, end) => {
      for (const eis of [read(z60(rows as Point[], rows.length, end)), read(zplot2(rows as Point[]))]) {
        expect(['frequency', 'z_real', 'z_imag'].map((quantity) => valuesOf(eis, quantity))).toEqual([0, 1, 2].map((k) => rows.map((row) => row[k])))
      }
    }), { numRuns: 40 })
  })
  it('keeps several spectra of one file apart', () => {
    expect(read(z60([...points, ...points])).segments).toEqual([{ kind: 'spectrum', start: 0, end: 12, label: 'spectrum 1' },
      { kind: 'spectrum', start: 12, end: 24, label: 'spectrum 2' }])
  })
  it('says when fewer points are there than announced, and takes only a sure date', () => {
    expect(read(z60(points, 79)).warnings).toEqual(['The file announces 79 points but holds 12: it was stopped early or shortened afterwards.'])
    expect(read(zplot2(points, { count: 56 })).warnings).toHaveLength(1)
    expect([read(zplot2(points)).startedAt, read(zplot2(points, { date: '10-22-2018' })).startedAt,
      read(zplot2(points, { date: '22-10-2018' })).startedAt]).toEqual([null, '2018-10-22T11:04:34', '2018-10-22T11:04:34'])
  })
  it('reads CorrTest with its cycle marks and says that no real file was seen', () => {
    for (const [bytes, rate] of [[corrTest(), 10], [studio(), 20]] as const) {
      const cv = read(bytes)
      expect(cv).toMatchObject({ technique: 'CV', complete: true, header: { scanRate_mV_s: rate, area_cm2: 0.5 },
        signConvention: expect.stringContaining('does not say'), facts: expect.arrayContaining([{ name: 'proven', value: false }]) })
      expect(cv.warnings).toEqual([expect.stringContaining('not yet been seen in a real file'),
        expect.stringContaining('area that was typed into the instrument, 0.5 cm²')])
      expect(cv.columns.map(({ quantity }) => quantity)).toEqual(['potential', 'current', 'time'])
      expect(valuesOf(cv, 'time')).toEqual(cvRows.map(([, , t]) => Number(t.toFixed(4))))
      expect(cv.segments.filter(({ kind }) => kind === 'cycle').map(({ start, end }) => [start, end])).toEqual([[0, 20], [20, 40]])
      expect(cv.segments.filter(({ kind }) => kind === 'sweep')).toHaveLength(4)
    }
    expect(read(corrTest()).startedAt).toBe('2017-04-22T14:03:09')
    expect(read(z60(points), 'a.z60').facts).toContainEqual({ name: 'proven', value: false })
  })
  it("reads CorrTest's spectrum per area, in whatever encoding the square is", () => {
    for (const square of ['\u00c2\u00b2', '\u00b2', '\u00a8\u00b2', '^2', '2']) {
      const lines = ['CSStudioFile,ID_EISVSFRQ,invalid', `Freq(Hz)\tAmpl(mV)\tZ'(Ohm.cm${square})\tZ''(Ohm.cm${square})\tPhase`,
        ...points.map(([f, re, im]) => `${f}\t10\t${re}\t${im}\t-1`), '']
      const eis = read(Uint8Array.from(lines.join('\n'), (letter) => letter.charCodeAt(0)))
      expect(eis.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['freq|Hz|frequency', 'Ampl|mV|other',
        "Z'|Ohm.cm2|z_real", 'Z"|Ohm.cm2|z_imag', 'Phase||other'])
      expect(eis).toMatchObject({ technique: 'EIS', header: {},
        warnings: [expect.stringContaining('real file'),
        `Z' and Z" (Ohm.cm2) are given for the area that was typed into the instrument, which the file does not tell.`] })
    }
  })
  it('reads CorrWare with symbols for spelled-out units', () => {
    const lsv = read(corrWare())
    expect(lsv).toMatchObject({ technique: 'LSV', warnings: [expect.stringContaining('CorrWare'), expect.any(String)] })
    expect(lsv.columns.map(({ unit }) => unit)).toEqual(['V', 'A/cm2', 's'])
  })
  it('takes (A) for amperes, and (a) for ohm only of an impedance', () => {
    const found = read(new TextEncoder().encode(['CORRW ASCII', '  CorrWare for Windows: Version 2.6b', '  E(V)\tI(A)\tT(s)', 'End Comments', '0.1\t0.002\t0', '0.2\t0.003\t1', ''].join('\n')), 'a.cor')
    expect(found.columns.map(({ unit, quantity }) => `${unit}|${quantity}`)).toEqual(['V|potential', 'A|current', 's|time'])
  })
  it('does without a packed header that lies or is damaged', () => {
    for (const packed of ['invalid', 'H4sIAAAAAAAA',
      Buffer.from([31, 139, 8, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255,
      255]).toString('base64')]) expect(read(studio(packed))).toMatchObject({ technique: 'CV', header: {}, complete: true })
  })
  it('finds marks wherever they stand', () => {
    const rows = new TextEncoder().encode('1 2\n3 4 0 CYCLE\n5 6\n1 CYCLE\n7 8\n')
    expect([text(withoutCycleMarks(rows).bytes), withoutCycleMarks(rows).ends]).toEqual(['1 2\n3 4\n5 6\n7 8\n', [2, 3]])
    const plain = new TextEncoder().encode('1 2\n3 4\n')
    expect(withoutCycleMarks(plain)).toEqual({ bytes: plain, ends: [] })
  })
  it('refuses a header without columns and commas in and between the numbers', () => {
    expect(() => read(new TextEncoder().encode('ZPLOT2 ASCII\n  Date: 1\n'))).toThrow('ends before its column names')
    expect(() => read(new TextEncoder().encode(text(z60(points)).replace(/\n100000,.*\n/,
      `\n${Array.from({ length: 18 }, () => '1').join(',')}\n`)))).toThrow('decimal sign')
  })
})

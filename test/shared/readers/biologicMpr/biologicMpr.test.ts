import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { everyRow } from '../../../../src/shared/measurement'
import { biologicMpr } from '../../../../src/shared/readers/biologicMpr/biologicMpr'
import { ReadError } from '../../../../src/shared/readers/reader'
import { mprFile, packed, type MprParts } from './mprFile'

const read = (parts: MprParts) => biologicMpr.read({ name: 'a.mpr', bytes: mprFile(parts) }).measurements[0]!
const rows = Array.from({ length: 20 }, (_, i) => packed(0x02 | (i % 2 === 0 ? 0x04 : 0) | 0x80, [['u16', 1], ['f64', 0.5 * i], ['f32', i < 10 ? -i : i - 20], ['f32', 0.25 * i]]))
const ids = [1, 2, 65, 131, 4, 6, 8]

describe('EC-Lab mpr', () => {
  it.each(['old', 'v2', 'v3', 'long'] as const)('reads the layout %s', (layout) => {
    const { columns, technique, complete, startedAt } = read({ ids, rows, layout, technique: 0x06, oleStart: 44257.65697916667 })
    expect(columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['mode||other', 'ox/red||other', 'counter inc.||other', 'Ns||other', 'time/s|s|time', 'Ewe/V|V|potential', 'I/mA|mA|current'])
    expect([...columns[1]!.values.slice(0, 3)]).toEqual([1, 0, 1])
    expect([...columns[4]!.values]).toEqual(rows.map((_, i) => 0.5 * i))
    expect([technique, complete, startedAt]).toEqual(['CV', true, '2021-03-02T15:46:03'])
  })
  it('reads back whatever numbers are written', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.float({ noNaN: true, noDefaultInfinity: true })), { minLength: 1, maxLength: 30 }), (numbers) => {
      const { columns } = read({ ids: [4, 6], rows: numbers.map(([time, E]) => packed(null, [['f64', time], ['f32', E]])), layout: 'long' })
      expect([...everyRow(columns[0]!)]).toEqual(numbers.map(([time]) => time))
      expect([...everyRow(columns[1]!)]).toEqual(numbers.map(([, E]) => Math.fround(E)))
    }))
  })
  it('keeps a column once that is the same in every row, and only then', () => {
    const count = 5000
    const written = Array.from({ length: count }, (_, i) => ({ flags: 0x02 | (i === 4999 ? 0x04 : 0), Ns: 3, time: i, E: i < 3000 ? -0.25 : -0.5, zero: i === 2500 ? -0 : 0 }))
    const { columns } = read({ ids: [1, 2, 131, 4, 6, 8], rows: written.map(({ flags, Ns, time, E, zero }) => packed(flags, [['u16', Ns], ['f64', time], ['f32', E], ['f32', zero]])), layout: 'v3' })
    const wanted = [written.map(() => 2), written.map(({ flags }) => flags >> 2), written.map(() => 3), written.map(({ time }) => time), written.map(({ E }) => E), written.map(({ zero }) => zero)]
    columns.forEach((column, i) => expect([...everyRow(column)], column.name).toEqual(wanted[i]))
    expect(columns.map(({ values, repeats }) => [values.length, repeats?.times])).toEqual([[1, count], [count, undefined], [1, count], [count, undefined], [count, undefined], [count, undefined]])
  })
  it('keeps one column that it does not know, by the width that is left', () => {
    const { columns, warnings } = read({ ids: [4, 456, 6], rows: rows.map((_, i) => packed(null, [['f64', i], ['f32', 7], ['f32', -i]])), layout: 'v3' })
    expect(columns.map(({ name }) => name)).toEqual(['time/s', 'unknown column 456', 'Ewe/V'])
    expect(columns[2]!.values[3]).toBe(-3)
    expect(warnings).toEqual([expect.stringContaining('"unknown column 456" is not known')])
  })
  it('does not guess between two columns that it does not know', () => {
    expect(() => read({ ids: [4, 200, 456], rows: rows.map(() => packed(null, [['f64', 1], ['f32', 1], ['f32', 1]])), layout: 'v3' })).toThrow(/ids 200, 456\); export it as text/)
  })
  it('knows id 174 by what stands beside it, and keeps the unit of a name that comes twice', () => {
    const named = (given: readonly number[]) => read({ ids: given, rows: rows.map(() => packed(null, given.map(() => ['f32', 1] as const))), layout: 'long' }).columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)
    expect(named([32, 77, 174])).toEqual(['freq/Hz|Hz|frequency', '<Ewe>/V|V|potential', 'Phase(Zwe-ce)/deg|deg|other'])
    expect(named([32, 174])[1]).toBe('<Ewe>/V|V|potential')
    expect(named([185, 215])).toEqual([expect.stringMatching(/^<Ece>\/V\|V/), expect.stringMatching(/^<Ece> \(215\)\/V\|V/)])
  })
  it('knows a column by the low byte of its id, and those of a stack by what stands beside them', () => {
    const wide = new Set([112, 116, 123, 125])
    const named = (given: readonly number[]) => read({ ids: given, rows: rows.map(() => packed(null, given.map((id) => [wide.has(id & 0xff) ? 'f64' : (id & 0xff) === 213 ? 'u32' : 'f32', 1] as const))), layout: 'long' }).columns.map(({ name }) => name)
    expect(named([6, 0x100 | 9, 0x100 | 123, 0x300 | 116, 0x300 | 125, 0x100 | 112, 0x300 | 213])).toEqual(['Ewe/V', 'Ece/V', 'Energy charge/W.h', 'Energy ce discharge/W.h', 'Capacitance charge/µF', 'Energy we/W.h', 'z cycle'])
    expect(named([6, 0x100 | 185, 0x100 | 168])).toEqual(['Ewe/V', '<Ece>/V', 'Rcmp/Ohm'])
    expect(named([0x100 | 166, 0x100 | 167, 0x100 | 168, 0x100 | 169, 0x100 | 170])).toEqual(['Phase(Zstack)/deg', '|Zstack|/Ohm', 'Re(Zstack)/Ohm', '-Im(Zstack)/Ohm', '<Estack>/V'])
  })
  it.each([[0x33, 'CV', 'CVA'], [0x75, 'CA', 'CstV'], [0x76, 'CP', 'CstC'], [0x88, 'GCPL', 'BCD'], [0x32, 'EIS', 'ZIR'], [0x7f, 'OTHER', 'MB']])('knows the technique %d', (code, technique, word) => {
    expect(read({ ids, rows, layout: 'v3', technique: code })).toMatchObject({ technique, facts: [{ name: 'technique', value: word }, {}] })
  })
  it('reads the reference electrode, and no unspecified one', () => {
    const header = (reference: string) => read({ ids, rows, layout: 'long', reference }).header
    expect(header('SCE Saturated Calomel Electrode')).toEqual({ reference: 'SCE Saturated Calomel Electrode' })
    expect(header('(unspecified)')).toEqual({})
  })
  it('gives the current of a GCPL, which stores only charges, as EC-Lab shows it', () => {
    const charges = [[0, 0], [2, -1], [4, -0.5], [4, 0.25], [5, 1]] as const
    const measurement = read({ ids: [4, 7, 6], rows: charges.map(([t, dq]) => packed(null, [['f64', t], ['f64', dq], ['f32', 1]])), layout: 'v3', technique: 0x04 })
    const current = measurement.columns.find(({ quantity }) => quantity === 'current')!
    expect([current.name, current.unit, ...current.values]).toEqual(['<I>/mA', 'mA', 0, -1800, -900, NaN, 3600])
    expect(measurement).toMatchObject({ signConvention: 'oxidation positive, reduction negative (EC-Lab)', facts: expect.arrayContaining([{ name: 'current', value: expect.stringContaining('dq') }]) })
    expect(read({ ids: [4, 7, 8], rows: [packed(null, [['f64', 1], ['f64', 1], ['f32', 5]])], layout: 'v3' }).columns).toHaveLength(3)
  })
  it('splits spectra by their cycle and charges by their loops', () => {
    const eis = read({ ids: [32, 37, 38, 24], rows: Array.from({ length: 9 }, (_, i) => packed(null, [['f32', 1000 / (1 + (i % 3))], ['f32', 5], ['f32', 1], ['f64', 1 + Math.floor(i / 3)]])), layout: 'long', technique: 0x1d })
    expect(eis.segments).toEqual([1, 2, 3].map((label, i) => ({ kind: 'spectrum', start: 3 * i, end: 3 * i + 3, label: String(label) })))
    expect(read({ ids, rows, layout: 'v3', technique: 0x04, loops: [0, 8, 16] }).segments.map(({ start, end }) => [start, end])).toEqual([[0, 8], [8, 16], [16, 20]])
  })
  it('keeps the rows of a file that was cut off', () => {
    const whole = mprFile({ ids, rows, layout: 'v3' })
    const [cut] = biologicMpr.read({ name: 'a.mpr', bytes: whole.subarray(0, 52 + 57 + 200 + 57 + 406 + 19 * 7 + 3) }).measurements
    expect(cut).toMatchObject({ complete: false, warnings: [expect.stringMatching(/holds \d+ of the 20 rows/)] })
    expect(() => biologicMpr.read({ name: 'a.mpr', bytes: whole.subarray(0, 200) })).toThrow(ReadError)
  })
  it('does not believe in more rows than there are bytes', () => {
    const bytes = mprFile({ ids, rows, layout: 'v3' })
    const at = 52 + 57 + 200 + 57
    new DataView(bytes.buffer).setUint32(at, 4_000_000_000, true)
    const [found] = biologicMpr.read({ name: 'a.mpr', bytes }).measurements
    expect(found!.columns[0]!.values.length).toBeLessThan(100)
    expect(found!.complete).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zahnerIsw } from '../../../../src/shared/readers/zahnerIsw/zahnerIsw'
import { iswFile, type IswPoint } from './fixture'

const read = (bytes: Uint8Array) => zahnerIsw.read({ name: 'a.isw', bytes }).measurements[0]!
const points = (of: (i: number) => readonly [number, number]): IswPoint[] => Array.from({ length: 50 }, (_, i) => [...of(i), 1000 * i])

describe('Zahner isw', () => {
  it('reads potential, current and time in the units of the file, its texts and its start', () => {
    const found = read(iswFile(points((i) => [1500 + i, 625])))
    expect(found).toMatchObject({ technique: 'CP', startedAt: '2025-07-02T14:44:55', complete: true, warnings: [], settings: expect.arrayContaining([{ name: 'system', value: 'MEA' }, { name: 'comment 1', value: 'made by the project' }]) })
    expect(found.columns.map(({ name, unit, quantity, values }) => [name, unit, quantity, values[0], values[49]])).toEqual([['potential', 'mV', 'potential', 1500, 1549], ['current', 'mA', 'current', 625, 625], ['time', 'ms', 'time', 0, 49_000]])
  })
  it('tells what was held, and an even sweep', () => {
    expect(read(iswFile(points((i) => [1700, 3246 + i]))).technique).toBe('CA')
    expect(read(iswFile(points((i) => [100 + 10 * i, i * i])))).toMatchObject({ technique: 'LSV', segments: [{ kind: 'sweep', start: 0, end: 50 }] })
    expect(read(iswFile(points((i) => [1880 - i * i, 6244 - 100 * i]))).technique).toBe('OTHER')
  })
  it('reads back any numbers', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(fc.property(fc.array(fc.tuple(number, number, number), { minLength: 2, maxLength: 40 }), (written) => {
      const { columns } = read(iswFile(written))
      expect(columns.map(({ values }) => [...values])).toEqual([0, 1, 2].map((k) => written.map((point) => point[k])))
    }))
  })
  it('says that a file is cut off, and knows no other', () => {
    const whole = iswFile(points((i) => [i, 1]))
    expect(() => read(whole.subarray(0, 500))).toThrow('cut off')
    expect(() => read(new Uint8Array(100))).toThrow('no current-voltage curve')
    expect(zahnerIsw.recognises({ name: 'a.isw', bytes: new Uint8Array(100), size: 100 })).toBeNull()
    expect(zahnerIsw.recognises({ name: 'a.bin', bytes: whole, size: whole.length })).toBeNull()
    expect(read(whole.subarray(0, 18 + 24 * 50 + 3))).toMatchObject({ startedAt: null, settings: [] })
  })
})

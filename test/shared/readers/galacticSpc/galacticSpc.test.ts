import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { galacticSpc } from '../../../../src/shared/readers/galacticSpc/galacticSpc'
import { spcFile, spcSeries } from './fixture'

const read = (bytes: Uint8Array) => galacticSpc.read({ name: 'a.spc', bytes }).measurements[0]!

describe('GRAMS spc', () => {
  it('reads back what is written', () => {
    fc.assert(fc.property(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 10, maxLength: 60 }), (y) => {
      const { columns } = read(spcFile({ first: 190, last: 1100, y }))
      expect([...columns[1]!.values]).toEqual(y.map((value) => Math.fround(value)))
      expect([columns[0]!.values[0], columns[0]!.values.at(-1)]).toEqual([190, expect.closeTo(1100, 6)])
    }))
  })
  it('tells UV-Vis, infrared and Raman by the axis', () => {
    const of = (xType: number) => read(spcFile({ first: 400, last: 700, y: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], xType })).technique
    expect([of(3), of(1), of(13)]).toEqual(['UVVIS', 'IR', 'RAMAN'])
    expect(read(spcFile({ first: 0, last: 7900, y: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], xType: 1, yType: 1 })).technique).toBe('OTHER')
  })
  it('reads the numbers where the log behind them cannot be read', () => {
    const whole = spcFile({ first: 400, last: 700, y: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })
    const bytes = new Uint8Array(whole.length + 64)
    bytes.set(whole)
    const view = new DataView(bytes.buffer)
    view.setUint32(248, whole.length, true)
    view.setUint32(whole.length, 977, true)
    view.setUint32(whole.length + 4, 4096, true)
    view.setUint32(whole.length + 8, 64, true)
    const found = read(bytes)
    expect([...found.columns[1]!.values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(found.warnings).toEqual([expect.stringContaining('log of the file')])
  })
  it('knows a file of spectra with an x of their own, whose points are the place of their directory', () => {
    const bytes = new Uint8Array(1200)
    const view = new DataView(bytes.buffer)
    bytes.set([0xf4, 0x4b])
    view.setUint32(4, 1000, true)
    view.setUint32(24, 6, true)
    const head = () => galacticSpc.recognises({ name: 'a.spc', bytes, size: bytes.length })
    expect(head()?.why).toContain('6 spectra')
    view.setUint32(4, 5000, true)
    expect(head()).toBeNull()
  })
  it('reads its own bytes where Node keeps several small files in one buffer', () => {
    const [one, other] = [spcFile({ first: 400, last: 700, y: [1, 2, 3, 4] }), spcFile({ first: 400, last: 700, y: [5, 6, 7, 8] })]
    const pool = Buffer.from(new Uint8Array([...one, ...other]))
    expect([...read(pool.subarray(one.length)).columns[1]!.values]).toEqual([5, 6, 7, 8])
  })
  it('reads spectra that have an axis each, with their place in the series and the date, whatever the log holds', () => {
    const bytes = spcSeries()
    expect(galacticSpc.recognises({ name: 'a.spc', bytes, size: bytes.length })?.confidence).toBe('certain')
    const found = galacticSpc.read({ name: 'a.spc', bytes }).measurements
    expect(found.map(({ title, columns }) => [title, ...columns.map(({ values }) => [...values])])).toEqual([
      ['spectrum 1, Minutes 1.25', [10, 20, 30], [1, 2, 3]], ['spectrum 2, Minutes 2.5', [10, 25], [4, 5]]])
    expect(found[0]!.startedAt).toBe('2024-05-14T13:07:00')
  })
  it('takes the exponent of each spectrum of a series, 0 too', () => {
    const bytes = spcSeries()
    bytes[512 + 1] = 17
    bytes[512 + 32 + 18 + 1] = 0
    expect(galacticSpc.read({ name: 'a.spc', bytes }).measurements.map(({ columns }) => [...columns[1]!.values])).toEqual([[2, 4, 6], [4 / 65_536, 5 / 65_536]])
  })
  it('does not believe in more points than there are bytes', () => {
    const bytes = spcFile({ first: 400, last: 700, y: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })
    new DataView(bytes.buffer).setUint32(4, 4_000_000_000, true)
    expect(galacticSpc.recognises({ name: 'a.spc', bytes, size: bytes.length })).toBeNull()
    expect(() => read(bytes)).toThrow(/does not fit the size of the file/)
  })
})

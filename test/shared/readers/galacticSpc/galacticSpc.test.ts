import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { galacticSpc } from '../../../../src/shared/readers/galacticSpc/galacticSpc'
import { spcFile } from './fixture'

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
  it('does not believe in more points than there are bytes', () => {
    const bytes = spcFile({ first: 400, last: 700, y: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })
    new DataView(bytes.buffer).setUint32(4, 4_000_000_000, true)
    expect(galacticSpc.recognises({ name: 'a.spc', bytes, size: bytes.length })).toBeNull()
    expect(() => read(bytes)).toThrow(/does not fit the size of the file/)
  })
})

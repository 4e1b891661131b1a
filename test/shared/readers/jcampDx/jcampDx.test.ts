import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { jcampDx } from '../../../../src/shared/readers/jcampDx/jcampDx'
import { jcampText, type JcampParts } from './fixture'

const read = (parts: JcampParts) => jcampDx.read({ name: 'a.jdx', bytes: new TextEncoder().encode(jcampText(parts)) }).measurements[0]!

describe('JCAMP-DX', () => {
  it('reads back what is written, as pairs and as lines', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 12, maxLength: 60 }), fc.constantFrom('pairs', 'lines'), (y, form) => {
      const x = y.map((_, i) => 4000 - 2 * i)
      const { columns, warnings } = read({ x, y, form: form as 'pairs' })
      expect([...columns[0]!.values].map((value) => Number(value.toFixed(6)))).toEqual(x)
      expect([...columns[1]!.values]).toEqual(y)
      expect(warnings).toEqual([])
    }), { numRuns: 30 })
  })
  it('decides by the units, not by a wrong DATA TYPE', () => {
    const nm = { x: [300, 400, 500], y: [0.1, 0.2, 0.3], xUnits: 'NANOMETERS', yUnits: 'ABSORBANCE' }
    expect(read({ ...nm, dataType: 'INFRARED SPECTRUM' })).toMatchObject({ technique: 'UVVIS', columns: [{ quantity: 'wavelength' }, { quantity: 'absorbance' }] })
    expect(read({ x: [100, 200, 300], y: [1, 2, 3], dataType: 'RAMAN SPECTRUM' }).technique).toBe('RAMAN')
    expect(read({ x: [9, 8, 7], y: [1, 2, 3], dataType: 'NMR SPECTRUM', xUnits: 'PPM', yUnits: 'ARBITRARY UNITS' })).toMatchObject({ technique: 'NMR', columns: [{ unit: 'PPM' }, { quantity: 'intensity' }] })
  })
  it('keeps date and title', () => expect(read({ x: [1, 2, 3], y: [1, 2, 3] })).toMatchObject({ title: 'made by the project', startedAt: '2024-03-05T10:11:12' }))
  it('notices that the data are not what the labels say', () => {
    expect(read({ x: [1, 2, 3, 4], y: [1, 2, 3, 4], points: 9 })).toMatchObject({ complete: false, warnings: [expect.stringContaining('announces 9 points and holds 4')] })
  })
  it('refuses a number of points that the file cannot hold', () => {
    expect(() => read({ x: [1, 2, 3], y: [1, 2, 3], points: 900_000_000 })).toThrow(/more than the file can hold/)
  })
})

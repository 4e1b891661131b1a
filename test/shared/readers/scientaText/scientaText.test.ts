import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scientaText } from '../../../../src/shared/readers/scientaText/scientaText'
import { scientaTextOf } from './fixture'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => scientaText.read({ name: 'a.txt', bytes: bytesOf(text) }).measurements
const rows = [[90, 5], [91, 6], [92, 7]]

describe('Scienta SES text', () => {
  it('reads back what was written', () => {
    const table = fc.array(fc.tuple(fc.double({ min: 0, max: 1500, noNaN: true }), fc.double({ min: 0, max: 1e9, noNaN: true })),
      { minLength: 1, maxLength: 20 })
    fc.assert(fc.property(fc.array(table, { minLength: 1, maxLength: 3 }), (tables) => {
      const measurements = read(scientaTextOf(tables.map((written, i) => ({ name: `R${i}`, declared: written.length, sections: [written] }))))
      expect(measurements.map(({ columns }) =>
        [...columns[0]!.values].map((x, r) => [x + 0, columns[1]!.values[r]! + 0]))).toEqual(tables.map((written) =>
        written.map(([x, y]) => [x + 0, y + 0])))
    }), { numRuns: 60 })
  })
  it('adds hν − KE to a kinetic axis only', () => {
    const [kinetic, binding] = read(scientaTextOf([{ name: 'a', declared: 3, sections: [rows] },
      { name: 'b', axis: 'Binding Energy [eV]', declared: 3, sections: [rows] }]))
    expect(kinetic!.columns.map(({ quantity }) => quantity)).toEqual(['energy', 'intensity', 'binding_energy'])
    expect([...kinetic!.columns[2]!.values]).toEqual([10, 9, 8])
    expect(binding!.columns.map(({ quantity }) => quantity)).toEqual(['binding_energy', 'intensity'])
    expect(kinetic).toMatchObject({ title: 'a', startedAt: '2024-05-06T07:08:09', complete: true })
  })
  it('turns detector angles and a third dimension into a series', () => {
    const [angles] = read(scientaTextOf([{ name: 'a', declared: 3, second: [-2, 2], sections: [rows.map(([x, y]) => [x!, y!, y! + 1])] }]))
    expect(angles!.columns[0]).toMatchObject({ name: 'Y-Scale', unit: 'deg', values: Float64Array.from([-2, -2, -2, 2, 2, 2]) })
    expect([...angles!.columns[2]!.values]).toEqual([5, 6, 7, 6, 7, 8])
    expect(angles!.segments.map(({ label }) => label)).toEqual(['Y-Scale = -2', 'Y-Scale = 2'])
    const [third] = read(scientaTextOf([{ name: 'a', declared: 3, sections: [rows, rows] }]))
    expect(third!.segments).toHaveLength(2)
    expect([...third!.columns[1]!.values]).toEqual([1, 1, 1, 2, 2, 2])
  })
  it('says when energies are missing', () => {
    const [measurement] = read(scientaTextOf([{ name: 'a', declared: 8, sections: [rows] }]))
    expect(measurement!.complete).toBe(false)
    expect(measurement!.warnings[0]).toContain('3 of the 8')
    expect(() => read(scientaTextOf([{ name: 'a', declared: 8, sections: [] }]))).toThrow(/cut off/)
  })
})

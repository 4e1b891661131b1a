import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { specsXy } from '../../../../src/shared/readers/specsXy/specsXy'
import { specsLab2Text, specsXyText } from './fixture'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => specsXy.read({ name: 'a.xy', bytes: bytesOf(text) }).measurements
const rows = [[10, 5], [9, 6], [8, 7], [7, 3]]

describe('SPECS Prodigy XY', () => {
  it('reads back what was written', () => {
    const table = fc.array(fc.tuple(fc.double({ min: -10, max: 1500, noNaN: true }), fc.double({ min: 0, max: 1e7, noNaN: true })),
      { minLength: 1, maxLength: 20 })
    fc.assert(fc.property(fc.array(table, { minLength: 1, maxLength: 4 }), (tables) => {
      const measurements = read(specsXyText(tables.map((written, i) =>
        ({ name: `R${i}`, declared: written.length, curves: [{ cycle: 0, scan: 0, rows: written }] }))))
      expect(measurements.map(({ columns }) =>
        [...columns[0]!.values].map((x, r) => [x + 0, columns[1]!.values[r]! + 0]))).toEqual(tables.map((written) =>
        written.map(([x, y]) => [x + 0, y + 0])))
      for (const { complete } of measurements) expect(complete).toBe(true)
    }), { numRuns: 60 })
  })
  it('joins cycles and scans of one region', () => {
    const [series] = read(specsXyText([{ name: 'Ru3d', declared: 4,
      curves: [{ cycle: 0, scan: 0, rows }, { cycle: 0, scan: 1, rows }, { cycle: 1, scan: 0, rows }] }]))
    expect(series!.columns.map(({ name }) => name)).toEqual(['Cycle', 'Scan', 'Binding Energy', 'counts/s'])
    expect(series!.segments.map(({ start, end, label }) => [start, end, label])).toEqual([[0, 4, 'Cycle 0, Scan 0'], [4, 8, 'Cycle 0, Scan 1'],
      [8, 12, 'Cycle 1, Scan 0']])
  })
  it('adds hν − KE to a kinetic axis', () => {
    const [measurement] = read(specsXyText([{ name: 'a', declared: 4, curves: [{ cycle: 0, scan: 0, rows }] }], 'Kinetic Energy'))
    expect(measurement!.columns.map(({ quantity }) => quantity)).toEqual(['energy', 'intensity', 'binding_energy'])
    expect(measurement!.columns[2]!.values[0]).toBeCloseTo(1476.61, 9)
  })
  it('reads SpecsLab 2, whose regions each state their scale', () => {
    const regions = ['Si2p', 'O1s'].map((name) => ({ name, declared: 4, curves: [{ cycle: 0, scan: 0, rows }] }))
    const text = specsLab2Text(specsXyText(regions), ['kinetic', 'binding'])
    expect(specsXy.recognises({ name: 'a.xy', bytes: bytesOf(text), size: text.length })).toMatchObject({ confidence: 'certain', version: 'SpecsLab 2, Version 2.77-r27212' })
    expect(read(text).map(({ title, columns }) => [title, ...columns.map(({ quantity }) => quantity)])).toEqual([
      ['Si2p', 'energy', 'intensity', 'binding_energy'], ['O1s', 'binding_energy', 'intensity']])
  })
  it('leaves an ambiguous date out and keeps an unambiguous one', () => {
    const one = (date: string) => read(specsXyText([{ name: 'a', declared: 4, curves: [{ cycle: 0, scan: 0, rows }] }], 'Binding Energy',
      date))[0]!.startedAt
    expect(one('08/24/23 14:19:47 UTC')).toBe('2023-08-24T14:19:47Z')
    expect(one('08/07/23 14:19:47')).toBeNull()
  })
  it('says what text stands behind the rows, and refuses endless curves', () => {
    const text = specsXyText([{ name: 'a', declared: 4, curves: [{ cycle: 0, scan: 0, rows }] }])
    expect(read(`${text}\ntail of a log\n1 2\n`)[0]!.warnings[0]).toContain('"tail of a log 1 2"')
    const curve = '# Cycle: 0, Curve: 0, Scan: 0\n1 2\n'
    expect(() => read(`${text}\n${curve.repeat(30_000)}`)).toThrow(/more than 20000 curves/)
  })
  it('says when values are missing', () => {
    const [measurement] = read(specsXyText([{ name: 'Survey', declared: 9, curves: [{ cycle: 0, scan: 0, rows }] }]))
    expect(measurement).toMatchObject({ complete: false })
    expect(measurement!.warnings[0]).toContain('fewer than the 9 values')
    expect(() => read(specsXyText([]))).toThrow(/no rows of numbers/)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { casaText } from '../../../../src/shared/readers/casaText/casaText'
import { casaTextOf } from './fixture'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => casaText.read({ name: 'a.txt', bytes: bytesOf(text) }).measurements

describe('CasaXPS rows of tables', () => {
  it('reads back what was written, with any number of components', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    const section = fc.integer({ min: 0, max: 4 }).chain((n) => fc.record({
      title: fc.constantFrom('Ni:Survey', 'a:b:Ru 3d'), components: fc.constant(Array.from({ length: n }, (_, i) => `comp ${i}`)),
      rows: fc.array(fc.array(number, { minLength: 4 + 2 * n, maxLength: 4 + 2 * n }), { minLength: 1, maxLength: 8 })
    }))
    fc.assert(fc.property(fc.array(section, { minLength: 1, maxLength: 3 }), (sections) => {
      const measurements = read(casaTextOf(sections))
      expect(measurements.map(({ title }) => title)).toEqual(sections.map(({ title }) => `Cycle 1:${title}`))
      measurements.forEach(({ columns }, i) =>
        expect(sections[i]!.rows.map((_, r) => columns.map(({ values }) => values[r]! + 0))).toEqual(sections[i]!.rows.map((row) =>
        row.map((value) => value + 0))))
    }), { numRuns: 60 })
  })
  it('tells the two halves apart and keeps the fit', () => {
    const [measurement] = read(casaTextOf([{ title: 'RuFe:C 1s', components: ['C-C', 'Background'],
      rows: [[1, 2, 3, 4, 5, 6, 7, 8], [2, 3, 4, 5, 6, 7, 8, 9], [3, 4, 5, 6, 7, 8, 9, 10]] }]))
    expect(measurement!.columns.map(({ name, quantity, unit }) => [name, quantity, unit])).toEqual([
      ['K.E.', 'energy', 'eV'], ['Counts', 'intensity', 'counts'], ['C-C', 'other', 'counts'], ['Background', 'other', 'counts'],
      ['B.E.', 'binding_energy', 'eV'], ['CPS', 'other', 'CPS'], ['C-C (CPS)', 'other', 'CPS'], ['Background (CPS)', 'other', 'CPS']
    ])
    expect(measurement!.settings).toEqual(expect.arrayContaining([{ name: 'C-C: Position', value: 280 },
      { name: 'Background: Lineshape', value: 'GL(30)' }, { name: 'Acquisition Time s', value: 0.2 }]))
    expect(measurement!.facts).toEqual(expect.arrayContaining([{ name: 'sample', value: 'RuFe' }, { name: 'region', value: 'C 1s' },
      { name: 'sourceEnergy_eV', value: 1486.6 }]))
  })
  it('keeps components that share a name apart, and knows the background and envelope of the right half by their CPS', () => {
    const text = casaTextOf([{ title: 'FeO:Fe 2p', components: ['Fe 2p', 'Fe 2p', 'Background'], rows: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]] }])
    const [measurement] = read(text.replace(/Background(?=\n1\t)/, 'Background CPS'))
    expect(measurement!.columns.map(({ name }) => name)).toEqual(['K.E.', 'Counts', 'Fe 2p', 'Fe 2p (2)', 'Background', 'B.E.', 'CPS', 'Fe 2p (CPS)', 'Fe 2p (2) (CPS)', 'Background (CPS)'])
    expect(measurement!.settings).toEqual(expect.arrayContaining([{ name: 'Fe 2p: Position', value: 280 }, { name: 'Fe 2p (2): Position', value: 281 }]))
  })
  it('says which file is cut off and keeps its whole rows', () => {
    const text = casaTextOf([{ title: 'a:b', components: [], rows: [[1, 2, 3, 4], [2, 3, 4, 5], [3, 4, 5, 6]] }])
    const [measurement] = read(text.slice(0, -5))
    expect(measurement!.complete).toBe(false)
    expect(measurement!.columns[0]!.values).toHaveLength(2)
    expect(() => read(text.slice(0, text.indexOf('K.E.')))).toThrow(/cut off/)
  })
  it('is recognised by its first two lines', () => {
    const text = bytesOf(casaTextOf([{ title: 'a:b', components: [], rows: [] }]))
    expect(casaText.recognises({ name: 'x.dat', bytes: text, size: text.length })?.confidence).toBe('certain')
    expect(casaText.recognises({ name: 'x.txt', bytes: bytesOf('Cycle 1:a\n1\t2\n'), size: 14 })).toBeNull()
  })
})

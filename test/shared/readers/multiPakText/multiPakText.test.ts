import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { multiPakText } from '../../../../src/shared/readers/multiPakText/multiPakText'
import { c1s, multiPak } from './fixture'

const read = (bytes: Uint8Array) => multiPakText.read({ name: 'a.csv', bytes }).measurements
const rowsOf = ({ columns }: ReturnType<typeof read>[number]) => Array.from(columns[0]!.values, (_, i) => columns.map(({ values }) => values[i]))

describe('MultiPak text', () => {
  it('reads back what was written, without the rows that fill it up', () => {
    const region = fc.tuple(fc.array(fc.integer({ min: 1, max: 1e7 }), { minLength: 2, maxLength: 30 }), fc.constantFrom(0, 1, 2, 40)).map(([counts, padding]) => ({ rows: counts.map((count, i) => [900 - i / 4, count / 16] as const), padding }))
    fc.assert(fc.property(fc.array(region, { minLength: 1, maxLength: 5 }), (regions) => {
      const found = read(multiPak(regions.map((one, i) => ({ ...one, name: `C${i}s` }))))
      expect(found.map(rowsOf)).toEqual(regions.map(({ rows }) => rows))
      found.forEach((one, i) => expect(one).toMatchObject({ technique: 'XPS', title: `C${i}s`, complete: true, warnings: [], settings: [{ value: 3 }, { value: 'no area description' }, { value: 19 }, { value: regions[i]!.padding }] }))
    }), { numRuns: 40 })
  })
  it('takes energies that run down for binding energies and says of others that it cannot tell', () => {
    const [down, up] = read(multiPak([{ name: 'C1s', rows: c1s }, { name: 'CKLL', rows: c1s.toReversed() }]))
    expect(down!.columns.map(({ name, unit, quantity }) => `${name}|${unit}|${quantity}`)).toEqual(['Binding Energy|eV|binding_energy', 'Intensity||intensity'])
    expect(up).toMatchObject({ technique: 'OTHER', warnings: [expect.stringContaining('binding or kinetic')] })
    expect(up!.columns[0]!.quantity).toBe('energy')
  })
  it('keeps a lone zero at the Fermi edge and spectra side by side', () => {
    expect(rowsOf(read(multiPak([{ name: 'VB', rows: [[0.5, 3], [0.25, 1], [0, 0]], padding: 5 }]))[0]!)).toEqual([[0.5, 3], [0.25, 1], [0, 0]])
    const found = read(multiPak([{ name: 'C1s', files: [4, 7], rows: c1s.map(([energy, counts]) => [energy, counts, 2 * counts]) }]))
    expect(found.map(({ title, columns }) => [title, columns[1]!.values[0]])).toEqual([['C1s, file 4', 1500], ['C1s, file 7', 3000]])
  })
  it('counts damaged rows and refuses a file without any', () => {
    const text = new TextDecoder().decode(multiPak([{ name: 'C1s', rows: c1s }]))
    expect(read(new TextEncoder().encode(text.replace('297.75,1501.0000', '297.75,x')))[0]).toMatchObject({ complete: false, warnings: [expect.stringContaining('1 rows of C1s')] })
    expect(() => read(multiPak([{ name: 'C1s', rows: [] }]))).toThrow(/ends before its first row/)
    expect(multiPakText.recognises({ name: 'a.csv', bytes: new TextEncoder().encode('2\nx\nC1s\n1,1\n1,2\n'), size: 20 })).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../../src/shared/measurement'
import { ReadError } from '../../../../src/shared/readers/reader'
import { vaspStructure } from '../../../../src/shared/readers/vaspStructure/vaspStructure'
import { gridText } from '../vaspGrid/gridText'
import { coordinate, structureText } from './structureText'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const readText = (text: string): Measurement => vaspStructure.read({ name: 'POSCAR', bytes: bytesOf(text) }).measurements[0]!
const factOf = ({ facts }: Measurement, name: string) => facts.find((fact) => fact.name === name)?.value
const columnNamed = ({ columns }: Measurement, name: string) => columns.find((column) => column.name === name)

describe('recognition', () => {
  const claim = (text: string) => vaspStructure.recognises({ name: 'x', bytes: bytesOf(text), size: text.length })
  it('by its layout', () => expect(claim(structureText())).toMatchObject({ confidence: 'certain', version: '5' }))
  it('the old layout without elements', () => expect(claim(structureText({ named: false }))).toMatchObject({ version: '4' }))
  it('elements and their numbers that go on in a second line', () => {
    const kinds = Array.from({ length: 25 }, (_, i): [string, number] => [i % 2 === 0 ? 'Fe' : 'Cr', 1 + (i % 3)])
    const text = structureText({ elements: kinds }).split('\n')
    const split = (line: string): string => line.trim().split(/\s+/).map((word, i) => (i === 20 ? `\n  ${word}` : `  ${word}`)).join('')
    const found = readText([...text.slice(0, 5), split(text[5]!), split(text[6]!), ...text.slice(7)].join('\n'))
    expect(factOf(found, 'elements')).toBe(kinds.flatMap(([element, count]) => Array<string>(count).fill(element)).join(' '))
    expect(columnNamed(found, 'a')!.values).toHaveLength(kinds.reduce((sum, [, count]) => sum + count, 0))
  })
  it('CRLF, and a lattice in Fortran exponents', () => {
    expect(claim(structureText().replaceAll('\n', '\r\n'))).not.toBeNull()
    expect(claim(structureText().replace('4.0000000000', '4.0000000D+00'))).not.toBeNull()
  })
  it('knows a long structure from a grid by its size', () => {
    const text = structureText({ elements: [['Ru', 3000]] })
    expect(vaspStructure.recognises({ name: 'x', bytes: bytesOf(text).subarray(0, 65_536), size: text.length })).not.toBeNull()
    expect(vaspStructure.recognises({ name: 'x', bytes: bytesOf(text).subarray(0, 65_536), size: text.length + 5_000_000 })).toBeNull()
  })
  it.each([
    ['nothing', ''],
    ['words', 'words\n'.repeat(20)],
    ['a table', '1 2 3\n'.repeat(20)],
    ['a grid', gridText()],
    ['a flat cell', structureText({ lattice: [[1, 0, 0], [2, 0, 0], [0, 0, 1]] })],
    ['a scale of nought', structureText({ scale: '0.0' })],
    ['more kinds than counts', structureText().replace('Ru   N', 'Ru   N   C')]
  ])('leaves %s', (_, text) => expect(claim(text)).toBeNull())
})

describe('structures', () => {
  it('elements, cell and positions', () => {
    const structure = readText(structureText())
    expect(structure).toMatchObject({ technique: 'OTHER', title: 'Ru on N-C', complete: true, warnings: [] })
    expect(structure.columns.map(({ name, unit }) => [name, unit])).toEqual([['ion', ''], ['element', ''], ['a', '1'], ['b', '1'], ['c', '1']])
    const element = columnNamed(structure, 'element')!
    expect([...element.values].map((i) => element.labels![i])).toEqual(['Ru', 'N', 'N', 'N'])
    const facts = { nions: 4, elements: 'Ru N N N', volume_A3: 120, volumePerAtom_A3: 30, a_A: 4, b_A: 5, c_A: 6, coordinates: 'Direct' }
    for (const [name, value] of Object.entries(facts)) expect([name, factOf(structure, name)]).toEqual([name, value])
    expect(factOf(structure, 'gamma_deg')).toBeCloseTo(90, 10)
  })
  it.each([
    ['2.0', 960],
    ['-60', 60],
    ['1.0 2.0 3.0', 720]
  ])('scale %s', (scale, volume) => expect(factOf(readText(structureText({ scale })), 'volume_A3')).toBeCloseTo(volume, 8))
  it('Cartesian positions stay as printed, their unit says the scale', () => {
    expect(columnNamed(readText(structureText({ cartesian: true })), 'x')!.unit).toBe('Å')
    const scaled = columnNamed(readText(structureText({ cartesian: true, scale: '2.0' })), 'x')!
    expect([scaled.unit, scaled.values[1]]).toEqual(['Å × scale', coordinate(1, 0)])
  })
  it('selective dynamics', () => {
    const structure = readText(structureText({ selective: true, velocities: true }))
    expect(factOf(structure, 'freeIons')).toBe(2)
    expect([...columnNamed(structure, 'c free')!.values]).toEqual([1, 0, 1, 0])
  })
  it('names with the potential behind them', () => expect(factOf(readText(structureText({ elements: [['Ru_pv', 1], ['N/8f3a', 1]] })), 'elements')).toBe('Ru N'))
  it('without elements: says where to write them', () => {
    const structure = readText(structureText({ named: false }))
    expect(factOf(structure, 'elements')).toBeUndefined()
    expect(structure.warnings[0]).toMatch(/names no elements/)
  })
  it('reads back what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('Ru', 'N', 'C', 'H'), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 4 }), fc.boolean(), (elements, selective) => {
        const structure = readText(structureText({ elements, selective }))
        expect(String(factOf(structure, 'elements')).split(' ')).toEqual(elements.flatMap(([symbol, count]) => Array<string>(count).fill(symbol)))
        ;['a', 'b', 'c'].forEach((axis, i) => columnNamed(structure, axis)!.values.forEach((value, ion) => expect(value).toBe(coordinate(ion, i))))
      })
    )
  })
})

describe('damage', () => {
  it('keeps the ions that are whole', () => {
    const text = structureText()
    const structure = readText(text.slice(0, -30))
    expect([structure.complete, structure.columns[0]!.values.length]).toEqual([false, 3])
    expect(structure.warnings[0]).toMatch(/3 of 4 ions/)
  })
  it.each([
    ['another file', 'something else\n'.repeat(9), /not those of a POSCAR/],
    ['no positions', structureText({ elements: [['Ru', 2]] }).split('\n').slice(0, 8).join('\n'), /more than it can hold|first position/],
    ['too many ions', structureText().replace('   1   3', '   1   9999999'), /more than it can hold/]
  ])('refuses %s', (_, text, sentence) => {
    expect(() => readText(text)).toThrow(ReadError)
    expect(() => readText(text)).toThrow(sentence)
  })
})

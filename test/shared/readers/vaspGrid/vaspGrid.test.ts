import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../../src/shared/measurement'
import { ReadError } from '../../../../src/shared/readers/reader'
import { vaspGrid } from '../../../../src/shared/readers/vaspGrid/vaspGrid'
import { structureText } from '../vaspStructure/structureText'
import { gridText, valueAt } from './gridText'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const readText = (text: string, name = 'LOCPOT'): Measurement => vaspGrid.read({ name, bytes: bytesOf(text) }).measurements[0]!
const factOf = ({ facts }: Measurement, name: string) => facts.find((fact) => fact.name === name)?.value
const valuesOf = ({ columns }: Measurement, name: string): number[] => [...columns.find((column) => column.name === name)!.values]
const close = (values: readonly number[], expected: readonly number[]): void => {
  expect(values).toHaveLength(expected.length)
  values.forEach((value, i) => (Number.isNaN(expected[i]) ? expect(value).toBeNaN() : expect(value).toBeCloseTo(expected[i]!, 8)))
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

describe('recognition', () => {
  const claim = (text: string) => vaspGrid.recognises({ name: 'x', bytes: bytesOf(text), size: text.length })?.confidence
  it('a structure whose elements carry potential and hash', () => {
    const text = gridText().replace(/^( *)Ru$/m, '$1Ru_pv/f474ac0d')
    expect(text).toContain('Ru_pv/')
    expect(claim(text)).toBe('certain')
    expect(factOf(readText(text), 'elements')).toBe('Ru Ru')
  })
  it('a structure with a grid behind it', () => expect(claim(gridText())).toBe('certain'))
  it.each(['', structureText(), structureText({ velocities: true }), 'words\n'.repeat(30)])('leaves other files', (text) => expect(claim(text)).toBeUndefined())
})

describe('planar means', () => {
  it('of a potential along c, a and b, in eV; shorter axes end in empty cells', () => {
    const locpot = readText(gridText())
    expect(locpot.columns.map(({ name, quantity, unit }) => [name, quantity, unit])).toEqual([
      ['position along c', 'other', 'Å'],
      ['mean potential along c', 'energy', 'eV'],
      ['position along a', 'other', 'Å'],
      ['mean potential along a', 'other', 'eV'],
      ['position along b', 'other', 'Å'],
      ['mean potential along b', 'other', 'eV']
    ])
    close(valuesOf(locpot, 'position along c'), [0, 1, 2, 3, 4, 5])
    close(valuesOf(locpot, 'mean potential along c'), range(6).map((z) => 1 + 0.15 + 0.01 - z / 4))
    close(valuesOf(locpot, 'mean potential along a'), [...range(4).map((x) => 1 + x / 10 + 0.01 - 0.625), NaN, NaN])
    close(valuesOf(locpot, 'mean potential along b'), [...range(3).map((y) => 1 + 0.15 + y / 100 - 0.625), NaN, NaN, NaN])
    expect(locpot).toMatchObject({ technique: 'OTHER', complete: true, warnings: [] })
    expect(factOf(locpot, 'meanPotential_eV')).toBeCloseTo(1 + 0.15 + 0.01 - 0.625, 8)
    for (const [name, value] of Object.entries({ gridPoints: '4 3 6', kind: 'potential', nions: 2, elements: 'Ru Ru', volumePerAtom_A3: 60 })) expect(factOf(locpot, name)).toBe(value)
  })
  it('of a density: the mean is the number of electrons; the second grid is the magnetisation', () => {
    const chgcar = readText(gridText({ grids: [() => 22, (_x, _y, z) => z], augmentation: true }), 'whatever')
    expect(factOf(chgcar, 'electrons')).toBeCloseTo(22, 8)
    expect(factOf(chgcar, 'magnetization_muB')).toBeCloseTo(2.5, 8)
    expect(factOf(chgcar, 'kind')).toBe('density')
    close(valuesOf(chgcar, 'mean magnetisation × volume along c'), range(6))
    expect(chgcar.columns[1]!.unit).toBe('e')
  })
  it('ten values a line, and a name that says what it is', () => {
    const chg = readText(gridText({ perLine: 10 }), 'CHG')
    expect(factOf(chg, 'kind')).toBe('density')
    expect(chg.warnings).toEqual([])
  })
  it('asks for the name where nothing says what the grid holds', () => {
    const grid = readText(gridText(), 'grid.txt')
    expect([grid.columns[1]!.name, grid.columns[1]!.unit]).toEqual(['mean value along c', ''])
    expect(grid.warnings[0]).toMatch(/keep LOCPOT, CHGCAR or CHG in its name/)
  })
  it('non-collinear: four grids', () => {
    const grid = readText(gridText({ grids: [() => 4, () => 1, () => 2, () => 3] }), 'CHGCAR')
    expect(factOf(grid, 'grids')).toBe(4)
    close(valuesOf(grid, 'mean mz × volume along a').slice(0, 4), [3, 3, 3, 3])
  })
  it('a leading point and a lost nought', () => {
    const text = gridText().replace(/ {2,3}(-?)0\.(\d+E)/g, '  $1.$2')
    expect(text).toMatch(/ \.\d/)
    close(valuesOf(readText(text), 'mean potential along c'), range(6).map((z) => 1.16 - z / 4))
  })
  it('reads back what was written', () => {
    const size = fc.integer({ min: 1, max: 7 })
    fc.assert(
      fc.property(size, size, size, fc.constantFrom(5 as const, 10 as const), (nx, ny, nz, perLine) => {
        const columns = readText(gridText({ counts: [nx, ny, nz], perLine }))
        range(nz).forEach((z) => {
          const expected = mean(range(ny).flatMap((y) => range(nx).map((x) => valueAt(x, y, z))))
          expect(valuesOf(columns, 'mean potential along c')[z]).toBeCloseTo(expected, 8)
        })
      })
    )
  })
})

describe('damage', () => {
  it('keeps complete planes along c of a grid that is cut off', () => {
    const text = gridText({ perLine: 10 })
    const locpot = readText(text.slice(0, text.length - 30))
    expect(locpot.complete).toBe(false)
    expect(locpot.columns.map(({ name }) => name)).toEqual(['position along c', 'mean potential along c'])
    close(valuesOf(locpot, 'mean potential along c'), [...range(5).map((z) => 1.16 - z / 4), NaN])
    expect(locpot.warnings[0]).toMatch(/of 72 values; only its complete planes/)
  })
  it('a value that is no number leaves its planes empty', () => {
    const text = gridText()
    const at = text.indexOf('E+', text.indexOf('4    3    6'))
    const locpot = readText(`${text.slice(0, at - 13)}${'*'.repeat(17)}${text.slice(at + 4)}`)
    expect(valuesOf(locpot, 'mean potential along c')[0]).toBeNaN()
    expect(valuesOf(locpot, 'mean potential along c')[1]).toBeCloseTo(0.91, 8)
    expect(factOf(locpot, 'meanPotential_eV')).toBeUndefined()
    expect(locpot.warnings[0]).toMatch(/1 values of the grid are no numbers/)
  })
  it.each([
    ['only a structure', structureText(), /grid behind the positions/],
    ['a huge grid', gridText().replace('    4    3    6', ' 999999 999999 999999'), /larger than the file can hold/],
    ['half a plane', gridText().slice(0, gridText().indexOf('    4    3    6') + 60), /within its first plane/],
    ['another file', 'words\n'.repeat(20), /does not begin with a structure/]
  ])('refuses %s', (_, text, sentence) => {
    expect(() => readText(text)).toThrow(ReadError)
    expect(() => readText(text)).toThrow(sentence)
  })
})

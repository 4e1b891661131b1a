import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measurement } from '../../../../src/shared/measurement'
import { ReadError } from '../../../../src/shared/readers/reader'
import { vaspDoscar } from '../../../../src/shared/readers/vaspDoscar/vaspDoscar'
import { densityAt, doscarText, energyAt } from './doscarText'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const readText = (text: string, siblings: Record<string, string> = {}): Measurement => {
  const files = new Map(Object.entries(siblings))
  const sibling = (name: string): Uint8Array | undefined => (files.has(name) ? bytesOf(files.get(name)!) : undefined)
  return vaspDoscar.read({ name: 'DOSCAR', bytes: bytesOf(text), sibling }).measurements[0]!
}
const factOf = ({ facts }: Measurement, name: string) => facts.find((fact) => fact.name === name)?.value
const names = ({ columns }: Measurement) => columns.map(({ name }) => name)

describe('recognition', () => {
  const claim = (text: string) => vaspDoscar.recognises({ name: 'x', bytes: bytesOf(text), size: text.length })?.confidence
  it('knows a DOSCAR by its head, whatever its name', () => expect(claim(doscarText())).toBe('certain'))
  it('knows one that VASP has only begun, so that nobody is told to export it as a table', () => expect(claim(doscarText().split('\n').slice(0, 5).join('\n'))).toBe('certain'))
  it.each(['', 'words\n'.repeat(10), doscarText().replace('CAR', 'BAR'), doscarText().slice(0, 60)])('leaves other files', (text) =>
    expect(claim(text)).toBeUndefined()
  )
})

describe('columns', () => {
  it('one spin, lm-resolved: energies as printed and every orbital named', () => {
    const measurement = readText(doscarText())
    expect(measurement).toMatchObject({ technique: 'DOS', title: 'Ru on N-C', complete: true, warnings: [] })
    expect(names(measurement).slice(0, 12)).toEqual([
      'energy',
      'total DOS',
      'integrated DOS',
      ...['s', 'py', 'pz', 'px', 'dxy', 'dyz', 'dz2', 'dxz', 'dx2-y2'].map((orbital) => `atom 1 ${orbital}`)
    ])
    expect(measurement.columns).toHaveLength(3 + 2 * 9)
    const [energy] = measurement.columns
    expect([energy!.quantity, energy!.unit, energy!.values[0], energy!.values[200]]).toEqual(['energy', 'eV', -10, 10])
    const dxz = measurement.columns.find(({ name }) => name === 'atom 2 dxz')!
    expect([dxz.quantity, dxz.unit]).toEqual(['dos', 'states/eV'])
    expect(Math.abs(dxz.values[80]! / densityAt(energyAt(80, 201), 2, 7) - 1)).toBeLessThan(1e-4)
    expect(
      ['nions', 'nedos', 'ispin', 'fermiEnergy_eV', 'layout', 'pdosBlocks', 'pdosColumns', 'volumePerAtom_A3'].map((name) =>
        factOf(measurement, name)
      )
    ).toEqual([2, 201, 1, 1.25, 'spd lm', 2, 10, 20])
    expect(factOf(measurement, 'stateCountRatio')).toBeCloseTo(1, 3)
  })

  it('two spins: up and down interleaved, ratios for each', () => {
    const measurement = readText(doscarText({ ispin: 2, projected: 18, nions: 1 }))
    expect(names(measurement).slice(0, 7)).toEqual([
      'energy',
      'total DOS up',
      'total DOS down',
      'integrated DOS up',
      'integrated DOS down',
      'atom 1 s up',
      'atom 1 s down'
    ])
    expect(names(measurement).slice(-2)).toEqual(['atom 1 dx2-y2 up', 'atom 1 dx2-y2 down'])
    expect(factOf(measurement, 'layout')).toBe('spd lm')
    expect(factOf(measurement, 'stateCountRatioUp')).toBeCloseTo(1, 3)
    expect(factOf(measurement, 'stateCountRatioDown')).toBeCloseTo(1, 3)
  })

  it.each([
    [1, 3, 'spd', 'atom 1 d'],
    [1, 4, 'spdf', 'atom 1 f'],
    [1, 16, 'spdf lm', 'atom 1 f3'],
    [2, 6, 'spd', 'atom 1 d down'],
    [2, 8, 'spdf', 'atom 1 f down'],
    [2, 32, 'spdf lm', 'atom 1 f3 down']
  ] as const)('ISPIN %i with %i columns', (ispin, projected, layout, last) => {
    const measurement = readText(doscarText({ ispin, projected, nions: 1 }))
    expect(factOf(measurement, 'layout')).toBe(layout)
    expect(names(measurement).at(-1)).toBe(last)
  })

  it('non-collinear: magnetisation is no density', () => {
    const measurement = readText(doscarText({ projected: 36, nions: 1 }))
    expect(factOf(measurement, 'layout')).toBe('spd lm noncollinear')
    expect(measurement.columns.slice(3, 8).map(({ name, quantity }) => [name, quantity])).toEqual([
      ['atom 1 s', 'dos'],
      ['atom 1 s mx', 'other'],
      ['atom 1 s my', 'other'],
      ['atom 1 s mz', 'other'],
      ['atom 1 py', 'dos']
    ])
  })

  it('names no orbital where the number of columns fits none', () => {
    const measurement = readText(doscarText({ projected: 7, nions: 1 }))
    expect(names(measurement)[3]).toBe('atom 1 column 1')
    expect(measurement.warnings[0]).toMatch(/7 columns an atom/)
  })
})

describe('what is missing or damaged', () => {
  it('asks for LORBIT = 11 where nothing is projected', () => {
    const measurement = readText(doscarText({ projected: 0 }))
    expect(measurement.complete).toBe(true)
    expect(factOf(measurement, 'layout')).toBe('no projected DOS')
    expect(measurement.warnings).toEqual(['The file holds no projected DOS, so no d band; run VASP again with LORBIT = 11.'])
  })

  it('keeps complete atoms of a file that is cut off', () => {
    const text = doscarText({ nions: 3 })
    const measurement = readText(text.slice(0, text.length - 5000))
    expect(measurement.complete).toBe(false)
    expect(factOf(measurement, 'pdosBlocks')).toBe(2)
    expect(measurement.warnings[0]).toMatch(/within the projected DOS of atom 3 of 3; the 2 complete atoms are kept/)
  })

  it('keeps the energies of a total DOS that is cut off', () => {
    const lines = doscarText({ projected: 0 }).split('\n')
    const measurement = readText(lines.slice(0, 6 + 50).join('\n'))
    expect(measurement.complete).toBe(false)
    expect(measurement.columns[0]!.values).toHaveLength(50)
    expect(measurement.warnings[0]).toMatch(/after 50 of 201 energies/)
  })

  it('does not take half a last line for numbers', () => {
    const text = doscarText({ projected: 0 })
    const measurement = readText(text.slice(0, text.length - 8))
    expect(measurement.columns[0]!.values).toHaveLength(200)
    expect(measurement.complete).toBe(false)
  })

  it('reads numbers that touch, lose their E or do not fit', () => {
    const lines = doscarText({ projected: 0, nedos: 5 }).split('\n')
    lines.splice(
      6,
      5,
      ' -10.000-0.1000E+00-0.2000E+00',
      '  -5.000 0.1234-100 0.2000E-01',
      '   0.000 ********** 0.3000E+01',
      '   5.000 0.1000D+01 0.4000E+01',
      '  10.000 0.12345678901234567E+01 0.5000E+01'
    )
    const measurement = readText(lines.join('\n'))
    expect([...measurement.columns[1]!.values]).toEqual([-0.1, 0.1234e-100, NaN, 1, 1.2345678901234567])
    expect([...measurement.columns[2]!.values]).toEqual([-0.2, 0.02, 3, 4, 5])
    expect(measurement.warnings.some((warning) => warning.startsWith('1 values are no numbers'))).toBe(true)
  })

  it('warns of a grid that is too coarse', () => {
    const lines = doscarText({ projected: 0, nedos: 11 })
      .split('\n')
      .map((line, i) => (i < 6 ? line : line.replace(/(\S+)$/, (last) => (last.includes('E') ? (Number(last) * 2).toExponential(4) : last))))
    const measurement = readText(lines.join('\n'))
    expect(factOf(measurement, 'stateCountRatio')).toBeLessThan(0.6)
    expect(measurement.warnings.some((warning) => /grid is too coarse/.test(warning))).toBe(true)
  })

  it.each([
    ['only the header', doscarText().split('\n').slice(0, 6).join('\n'), /ends before its total DOS|more than the file can hold/],
    ['half a header', '  2  2  1  0\n', /ends inside its header/],
    ['no grid', doscarText().replace(/ {2}201 /, '  abc '), /Line 6/],
    ['a promise beyond the file', doscarText({ projected: 0 }).replace(/ {2}201 /, ' 99999999 '), /more than the file can hold|Line 6/],
    [
      'four columns',
      doscarText({ projected: 0 })
        .split('\n')
        .map((line, i) => (i > 5 && line ? `${line} 1.0` : line))
        .join('\n'),
      /Line 7 has 4 numbers/
    ],
    ['no atoms', doscarText().replace('  2  2 ', '  x  2 '), /Line 1/]
  ])('refuses %s', (_, text, sentence) => {
    expect(() => readText(text)).toThrow(ReadError)
    expect(() => readText(text)).toThrow(sentence)
  })
})

describe('elements', () => {
  // 2 atoms, 20 Å³ per atom: a cell of 40 Å³.
  const poscar = (scale: number, symbols = 'Ru N', counts = '1 1'): string =>
    `structure\n${scale}\n4 0 0\n0 2 0\n0 0 5\n${symbols}\n${counts}\nDirect\n`
  it('come from the structure beside it', () => expect(factOf(readText(doscarText(), { POSCAR: poscar(1) }), 'elements')).toBe('Ru N'))
  it('come from CONTCAR before POSCAR', () =>
    expect(factOf(readText(doscarText(), { POSCAR: poscar(1), CONTCAR: poscar(-40, 'Fe', '2') }), 'elements')).toBe('Fe Fe'))
  it.each([
    [poscar(1.2), /another cell volume/],
    [poscar(1, 'Ru N', '1 2'), /3 atoms, the DOSCAR 2/]
  ])('do not come from another structure', (structure, sentence) => {
    const measurement = readText(doscarText(), { POSCAR: structure })
    expect(factOf(measurement, 'elements')).toBeUndefined()
    expect(measurement.warnings.some((warning) => sentence.test(warning))).toBe(true)
  })
  it('are unknown without one', () => expect(factOf(readText(doscarText()), 'elements')).toBeUndefined())
  it('notices an OUTCAR of another run by its Fermi energy, the last that it prints', () => {
    const outcar = (fermi: string): string => ` E-fermi :   9.0000     XC(G=0):\n E-fermi :   ${fermi}     XC(G=0): -10.1     alpha+bet : -9.2\n`
    const warnings = (fermi: string): readonly string[] => readText(doscarText(), { OUTCAR: outcar(fermi) }).warnings
    expect(warnings('1.2500')).toEqual([])
    expect(warnings('2.1000')).toEqual([expect.stringMatching(/OUTCAR beside it has another Fermi energy \(2\.1 against 1\.25 eV\)/)])
  })
})

it('a DOSCAR reads back what is printed, number by number', () => {
  const shape = fc.record({ nions: fc.integer({ min: 1, max: 4 }), nedos: fc.integer({ min: 3, max: 60 }), ispin: fc.constantFrom(1 as const, 2 as const), projected: fc.constantFrom(0, 9, 18) })
  fc.assert(fc.property(shape, ({ nions, nedos, ispin, projected }) => {
    const text = doscarText({ nions, nedos, ispin, projected })
    const rows = text.trimEnd().split('\n').slice(6).filter((_line, i) => i % (nedos + 1) !== nedos).map((line) => line.trim().split(/\s+/).map(Number))
    const blocks = Array.from({ length: rows.length / nedos }, (_, k) => rows.slice(k * nedos, (k + 1) * nedos))
    const expected = blocks.flatMap((block, k) => block[0]!.map((_, column) => block.map((row) => row[column]!)).slice(k === 0 ? 0 : 1))
    expect(readText(text).columns.map(({ values }) => [...values])).toEqual(expected)
  }))
})

describe('LOBSTER', () => {
  const grid = (low: number, high: number, who = '') => `${high.toFixed(8).padStart(16)}${low.toFixed(8).padStart(16)}    3     -2.89000000      1.00000000${who}`
  const rows = (columns: number, scale: number) => [-5, 0, 5].map((energy, row) => [energy, ...Array.from({ length: columns }, (_, i) => scale * (i + 1) + row)].map((value) => value.toFixed(5).padStart(10)).join(''))
  const text = [
    '   2    2    1    2', '  3.98E+01   3.8E-10   3.8E-10   3.8E-10   5.0E-16', '            1.0E-04', '  CAR', ' DOS and projected DOS file by LOBSTER. Energy is shifted such that the Fermi level lies at 0 eV.',
    grid(-7.89, 2.11), ...rows(4, 1), grid(-5, 5, '; Z= 44; 5s 4d_xy 4d_yz 4d_z^2 4d_xz 4d_x^2-y^2 '), ...rows(12, 1), grid(-5, 5, ';   N; X 2s 3s 2p_y '), ...rows(6, 2), ''
  ].join('\n')
  it('gives each atom its own orbitals, and counts energies from the Fermi level', () => {
    const found = readText(text)
    expect(names(found).slice(5)).toEqual([...['s', 'dxy', 'dyz', 'dz2', 'dxz', 'dx2-y2'].flatMap((orbital) => [`atom 1 ${orbital} up`, `atom 1 ${orbital} down`]),
      ...['s', 's (3s)', 'py'].flatMap((orbital) => [`atom 2 ${orbital} up`, `atom 2 ${orbital} down`])])
    expect([...found.columns.at(-1)!.values]).toEqual([12, 13, 14])
    expect([factOf(found, 'fermiEnergy_eV'), factOf(found, 'fermiEnergyOfVasp_eV'), factOf(found, 'eMin_eV'), factOf(found, 'atoms')]).toEqual([0, -2.89, -5, 'Z= 44, N'])
    expect(found).toMatchObject({ complete: true, warnings: [] })
  })
  it('keeps the whole atoms of a file that was cut off', () => {
    const cut = readText(text.slice(0, -60))
    expect(cut).toMatchObject({ complete: false, warnings: [expect.stringContaining('within the projected DOS of atom 2')] })
    expect(names(cut).at(-1)).toBe('atom 1 dx2-y2 down')
  })
})

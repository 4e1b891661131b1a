import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dDensity } from '../../../../src/shared/analyses/dBandFromPdos/dDensity'
import type { Measurement } from '../../../../src/shared/measurement'
import { ReadError } from '../../../../src/shared/readers/reader'
import { vaspDoscar } from '../../../../src/shared/readers/vaspDoscar/vaspDoscar'
import { vaspRun } from '../../../../src/shared/readers/vaspRun/vaspRun'
import { densityAt, doscarText, energyAt } from '../vaspDoscar/doscarText'
import { energyOfStep, vaspRunText } from './vaspRunText'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const readText = (text: string): Measurement => vaspRun.read({ name: 'vasprun.xml', bytes: bytesOf(text) }).measurements[0]!
const factOf = ({ facts }: Measurement, name: string) => facts.find((fact) => fact.name === name)?.value
const names = ({ columns }: Measurement) => columns.map(({ name }) => name)

describe('recognition', () => {
  const claim = (text: string) => vaspRun.recognises({ name: 'x', bytes: bytesOf(text), size: text.length })
  it('knows the program that wrote the XML, whatever the name', () =>
    expect(claim(vaspRunText())).toMatchObject({ confidence: 'certain', version: '5.4.4' }))
  it.each(['', '<?xml version="1.0"?><modeling></modeling>', '<html>vasp</html>', vaspRunText().replace('vasp ', 'other ')])('leaves other files', (text) =>
    expect(claim(text)).toBeNull()
  )
})

describe('the same densities as a DOSCAR', () => {
  it.each([1, 2] as const)('ISPIN %i: same names, quantities, units and facts; numbers within the print', (ispin) => {
    const run = readText(vaspRunText({ ispin }))
    const doscar = vaspDoscar.read({ name: 'DOSCAR', bytes: bytesOf(doscarText({ ispin, projected: 9 * ispin })) }).measurements[0]!
    expect(run.columns.map(({ name, quantity, unit }) => [name, quantity, unit])).toEqual(doscar.columns.map(({ name, quantity, unit }) => [name, quantity, unit]))
    for (const { name } of doscar.facts.filter((fact) => !fact.name.startsWith('stateCount'))) expect([name, factOf(run, name)]).toEqual([name, factOf(doscar, name)])
    for (const name of ['stateCountRatio', ...(ispin === 2 ? ['stateCountRatioUp', 'stateCountRatioDown'] : [])])
      expect(factOf(run, name)).toBeCloseTo(Number(factOf(doscar, name)), 3)
    expect(factOf(run, 'elements')).toBe('Ru N')
    expect(run).toMatchObject({ technique: 'DOS', title: 'Ru on N-C', complete: true, warnings: [], startedAt: '2024-02-09T12:34:56' })
    const [ours, theirs] = [dDensity(run, new Set([1]))!, dDensity(doscar, new Set([1]))!]
    expect(ours.columns).toBe(theirs.columns)
    ours.density.forEach((value, i) => expect(Math.abs(value - theirs.density[i]!)).toBeLessThan(1e-3))
  })

  it('non-collinear: four sets an ion, the magnetisation is no density', () => {
    const run = readText(vaspRunText({ nonCollinear: true, elements: ['Ru'] }))
    expect([factOf(run, 'layout'), factOf(run, 'ispin'), run.complete]).toEqual(['spd lm noncollinear', 1, true])
    expect(run.columns.slice(3, 8).map(({ name, quantity }) => [name, quantity])).toEqual([
      ['atom 1 s', 'dos'],
      ['atom 1 s mx', 'other'],
      ['atom 1 s my', 'other'],
      ['atom 1 s mz', 'other'],
      ['atom 1 py', 'dos']
    ])
    expect(run.columns[4]!.values[80]).toBeCloseTo(densityAt(energyAt(80, 201), 1, 1), 3)
  })

  it.each([
    [['  s', '  p', '  d'], 'spd', 'atom 1 d'],
    [['  s', ' py', ' pz', ' px', 'dxy', 'dyz', 'dz2', 'dxz', 'x2-y2', 'fy3x2', 'fxyz', 'fyz2', 'fz3', 'fxz2', 'fzx2', 'fx3'], 'spdf lm', 'atom 1 f3'],
    [['  s', '  g'], 's g', 'atom 1 g']
  ])('orbitals %j', (orbitals, layout, last) => {
    const run = readText(vaspRunText({ orbitals, elements: ['Ru'] }))
    expect(factOf(run, 'layout')).toBe(layout)
    expect(names(run).at(-1)).toBe(last)
  })

  it('reads back what was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.constantFrom(1 as const, 2 as const), fc.integer({ min: 1, max: 3 }), (nedos, ispin, ions) => {
        const run = readText(vaspRunText({ nedos, ispin, elements: Array<string>(ions).fill('Ru') }))
        expect(run.columns).toHaveLength(1 + 2 * ispin + ions * 9 * ispin)
        run.columns.slice(1 + 2 * ispin).forEach(({ values }, i) => {
          const [atom, column] = [Math.floor(i / (9 * ispin)) + 1, i % (9 * ispin)]
          values.forEach((value, row) => expect(Math.abs(value - densityAt(energyAt(row, nedos), atom, column))).toBeLessThan(5.1e-5))
        })
      })
    )
  })
})

describe('energies', () => {
  it('come from the last electronic step, not from the closing block', () => {
    const run = readText(vaspRunText({ ionicSteps: 3 }))
    expect(factOf(run, 'energySigma0_eV')).toBe(energyOfStep(3))
    expect(factOf(run, 'freeEnergy_eV')).toBeCloseTo(energyOfStep(3) - 0.01, 8)
  })
  it('keep what is added after the electronic loop, and say how much', () => {
    const run = readText(vaspRunText({ dispersion: -1.5 }))
    expect([factOf(run, 'energySigma0_eV'), factOf(run, 'correctionToElectronicEnergy_eV')]).toEqual([energyOfStep(2) - 1.5, -1.5])
    expect(factOf(run, 'freeEnergy_eV')).toBeCloseTo(energyOfStep(2) - 1.51, 8)
    expect(factOf(readText(vaspRunText()), 'correctionToElectronicEnergy_eV')).toBeUndefined()
  })
  it('facts that two runs must share', () => {
    const run = readText(vaspRunText())
    const expected = { encut_eV: 450, functional: 'RP', vdw: 12, kPoints: 2, potentials: 'PAW_PBE Ru 04Feb2005', ionicSteps: 2, electronicSteps: 2, electronicConverged: true, ionicConverged: true, volume_A3: 40, volumePerAtom_A3: 20 }
    for (const [name, value] of Object.entries(expected)) expect([name, factOf(run, name)]).toEqual([name, value])
  })
  it('of every ionic step are the columns where there is no density of states', () => {
    const run = readText(vaspRunText({ withDos: false, ionicSteps: 4 }))
    expect(run.technique).toBe('OTHER')
    expect([...run.columns[1]!.values]).toEqual([1, 2, 3, 4].map(energyOfStep))
    expect(run.warnings).toEqual(['The file holds no density of states; run VASP to its end, with LORBIT = 11 for a d band.'])
  })
})

describe('what is missing or damaged', () => {
  const whole = vaspRunText({ elements: ['Ru', 'N', 'C'] })
  it('asks for LORBIT = 11 where nothing is projected', () => {
    const run = readText(vaspRunText({ orbitals: [] }))
    expect([run.complete, factOf(run, 'layout'), factOf(run, 'pdosBlocks')]).toEqual([true, 'no projected DOS', 0])
    expect(run.warnings[0]).toMatch(/LORBIT = 11/)
  })
  it('claims a relaxation that ends in its last allowed step only where the energies show it', () => {
    const ended = (ediffg: string) => factOf(readText(whole.replace('name="NSW">   100<', `name="NSW">     2</i>\n   <i name="EDIFFG"> ${ediffg}<`)), 'ionicConverged')
    // The energies of its two steps are 0.25 eV apart.
    expect([ended('0.30000000'), ended('0.20000000'), ended('-0.30000000')]).toEqual([true, false, false])
  })
  it('keeps the complete atoms of a file that is cut off, and claims no convergence', () => {
    const run = readText(whole.slice(0, whole.indexOf('ion 3') + 2000))
    expect([run.complete, factOf(run, 'pdosBlocks'), factOf(run, 'ionicConverged'), factOf(run, 'energySigma0_eV')]).toEqual([false, 2, undefined, energyOfStep(2)])
    expect(run.warnings.some((warning) => /atom 3 of 3; the 2 complete atoms are kept/.test(warning))).toBe(true)
  })
  it('does not take half a number for a number', () => {
    const cut = whole.slice(0, whole.indexOf('</total>') - 3000)
    const run = readText(cut.slice(0, cut.lastIndexOf('</r>') - 3))
    const rows = run.columns[0]!.values.length
    expect(rows).toBeLessThan(201)
    expect(run.columns[0]!.values[rows - 1]).toBeCloseTo(energyAt(rows - 1, 201), 3)
    expect([run.complete, names(run)]).toEqual([false, ['energy', 'total DOS', 'integrated DOS']])
    expect(run.warnings.some((warning) => warning.includes(`first ${rows} energies`))).toBe(true)
  })
  it('keeps the ionic steps of a job that was killed before its end', () => {
    const run = readText(whole.slice(0, whole.indexOf('<dos>')))
    expect([run.technique, run.complete, factOf(run, 'ionicSteps')]).toEqual(['OTHER', false, 2])
  })
  it('an ionic step that is not closed has no energy: its electrons may not have converged', () => {
    const second = readText(whole.slice(0, whole.lastIndexOf('</scstep>') + 200))
    expect([second.complete, factOf(second, 'ionicSteps'), factOf(second, 'energySigma0_eV')]).toEqual([false, 1, energyOfStep(1)])
    const first = readText(whole.slice(0, whole.indexOf('</scstep>') + 9))
    expect([first.complete, factOf(first, 'ionicSteps'), factOf(first, 'energySigma0_eV'), factOf(first, 'elements')]).toEqual([false, 0, undefined, 'Ru N C'])
    expect(first.columns.map(({ values }) => values.length)).toEqual([0, 0])
  })
  it('leaves "****" empty and counts it', () => {
    const at = whole.indexOf('ion 2')
    const cut = whole.indexOf('<r>', at) + 3
    const run = readText(`${whole.slice(0, cut)}   *******${whole.slice(cut + 10)}`.replace(/0\.0000 {5}0\.0000 <\/r>/, '0.0000 ******** </r>'))
    expect(run.warnings.some((warning) => /values are no numbers/.test(warning))).toBe(true)
    expect(run.columns[2]!.values[0]).toBeNaN()
  })
  it('warns of a grid that is too coarse', () => {
    const run = readText(vaspRunText({ nedos: 11 }).replace(/(\S+) <\/r>/g, (_, last: string) => `${Number(last) * 2} </r>`))
    expect(run.warnings.some((warning) => /grid is too coarse/.test(warning))).toBe(true)
  })
  it.each([
    ['no atoms', whole.slice(0, whole.indexOf('<atominfo>')), /before its list of atoms/],
    ['another root', whole.replace('<modeling>', '<other>'), /no <modeling>/]
  ])('refuses %s', (_, text, sentence) => {
    expect(() => readText(text)).toThrow(ReadError)
    expect(() => readText(text)).toThrow(sentence)
  })
})

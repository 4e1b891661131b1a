import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnOf, type Measurement } from '../../../../src/shared/measurement'
import { ReadError } from '../../../../src/shared/readers/reader'
import { functionalName } from '../../../../src/shared/readers/vaspRun/functionalName'
import { vaspOutcar } from '../../../../src/shared/readers/vaspOutcar/vaspOutcar'
import { growthOf } from '../../../growth'
import { meVPerCm, outcarText } from './outcarText'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const readText = (text: string): Measurement => vaspOutcar.read({ name: 'OUTCAR', bytes: bytesOf(text) }).measurements[0]!
const factOf = ({ facts }: Measurement, name: string) => facts.find((fact) => fact.name === name)?.value
const expectFacts = (measurement: Measurement, facts: Record<string, unknown>): void => {
  for (const [name, value] of Object.entries(facts)) expect([name, factOf(measurement, name)]).toEqual([name, value])
}

describe('recognition', () => {
  const claim = (text: string) => vaspOutcar.recognises({ name: 'x', bytes: bytesOf(text), size: text.length })
  it('by its first line, whatever the name', () => expect(claim(outcarText())).toMatchObject({ confidence: 'certain', version: '5.4.4.18Apr17' }))
  it.each(['', 'vasp is a program\n', ' vasp.5.4.4\nwithout the rest', 'words\n'.repeat(50)])('leaves other files', (text) => expect(claim(text)).toBeNull())
})

describe('a finished relaxation', () => {
  const outcar = readText(outcarText())
  it('is described by facts with the names of a vasprun.xml', () => {
    expectFacts(outcar, {
      nions: 3, elements: 'Ru Ru N', volume_A3: 60.03, energySigma0_eV: -10.875, freeEnergy_eV: -10.885, fermiEnergy_eV: 1.5, ionicSteps: 3,
      electronicConverged: true, ionicConverged: true, encut_eV: 450, functional: 'RP', vdw: 12, kPoints: 5, ispin: 2, magnetization_muB: 3.25,
      potentials: 'PAW_PBE Ru_pv 04Feb2005; PAW_PBE N_pv 04Feb2005', nonCollinear: undefined
    })
    expect(factOf(outcar, 'volumePerAtom_A3')).toBeCloseTo(20.01, 10)
    expect(outcar).toMatchObject({ technique: 'OTHER', title: 'Ru on N-C', complete: true, warnings: [], startedAt: '2024-02-09T12:34:56' })
  })
  it('its columns are the ionic steps, not the electronic ones', () =>
    expect(outcar.columns.map(({ values }) => [...values])).toEqual([[1, 2, 3], [-10.5, -10.75, -10.875], [-10.51, -10.76, -10.885]]))
  it('a meta-GGA is named whole, as in the vasprun.xml', () => {
    expect(factOf(readText(outcarText({ metaGga: 'R2SCAN' })), 'functional')).toBe('R2SCAN')
    expect(factOf(readText(outcarText({ metaGga: 'SCAN' })), 'functional')).toBe('SCAN')
    expect(functionalName('--', false, 'R2scan')).toBe('R2SCAN')
  })
  it('a hybrid functional is named', () => expect(factOf(readText(outcarText({ hybrid: true })), 'functional')).toBe('hybrid (LHFCALC), RP'))
})

describe('vibrations', () => {
  const outcar = readText(outcarText({ ibrion: 5, wavenumbers: [3400, 1600, -45] }))
  it('each mode once, imaginary ones marked', () => {
    expect(outcar.columns.map(({ name, unit }) => [name, unit])).toEqual([
      ['mode', ''], ['frequency', 'THz'], ['angular frequency', '2PiTHz'], ['wavenumber', 'cm-1'], ['energy', 'meV'], ['kind', '']
    ])
    expect([...columnOf(outcar, 'wavenumber')!.values]).toEqual([3400, 1600, 45])
    expect([...outcar.columns[5]!.values].map((i) => outcar.columns[5]!.labels![i])).toEqual(['real', 'real', 'imaginary'])
    expectFacts(outcar, { modes: 3, imaginaryModes: 1 })
    expect(factOf(outcar, 'zeroPointEnergy_eV')).toBeCloseTo((5000 * meVPerCm) / 2000, 6)
  })
  it('the energy is that of the structure before it was displaced', () => expectFacts(outcar, { energySigma0_eV: -10.5, energyOfIonicStep: 1, ionicConverged: undefined }))
  it('reads back what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -400_000, max: 400_000 }).filter((n) => n !== 0), { minLength: 1, maxLength: 40 }), (milli) => {
        const { columns, complete } = readText(outcarText({ ibrion: 6, wavenumbers: milli.map((n) => n / 100) }))
        expect([...columns[3]!.values]).toEqual(milli.map((n) => Math.abs(n / 100)))
        expect([...columns[5]!.values]).toEqual(milli.map((n) => (n < 0 ? 1 : 0)))
        expect(complete).toBe(true)
      })
    )
  })
  it('says that the list is missing', () => expect(readText(outcarText({ ibrion: 5, isFinished: false })).warnings[1]).toMatch(/without its list of frequencies/))
  it('notices a mode that is missing', () => {
    const gap = readText(outcarText({ ibrion: 5, wavenumbers: [3400, 1600, 45] }).replaceAll(/ +2 f .*\n/g, ''))
    expect([gap.complete, factOf(gap, 'modes')]).toEqual([false, 2])
    expect(gap.warnings[0]).toMatch(/has gaps/)
  })
})

describe('runs that went wrong', () => {
  it('an electronic loop that did not converge', () => {
    const outcar = readText(outcarText({ isConverged: false }))
    expectFacts(outcar, { electronicConverged: false })
    expect(outcar.warnings[0]).toMatch(/did not reach EDIFF/)
  })
  it('an electronic loop that VASP 5 calls converged when NELM ended it', () => {
    const ended = (step: number, change: string): string => outcarText({}).replace('   NELM   =     60;', '   NELM   =      8;\n   EDIFF  = 0.1E-05   stopping-criterion for ELM\n   NELM   =      8;')
      .replaceAll('(   1)  ---', `(${String(step).padStart(4)})  ---`).replaceAll(' number of electron      22', ` total energy-change (2. order) : ${change}\n number of electron      22`)
    expectFacts(readText(ended(8, '0.4829009E-02  (-0.1451214E-02)')), { electronicConverged: false })
    expectFacts(readText(ended(8, '0.4829009E-07  (-0.1451214E-06)')), { electronicConverged: true })
    expectFacts(readText(ended(7, '0.4829009E-02  (-0.1451214E-02)')), { electronicConverged: true })
  })
  it('a relaxation that ran out of steps', () => {
    const outcar = readText(outcarText({ isRelaxed: false }))
    expectFacts(outcar, { ionicConverged: false })
    expect(outcar.warnings[0]).toMatch(/continue it from CONTCAR/)
  })
  it('unfinished: what is there, and no convergence', () => {
    const outcar = readText(outcarText({ isFinished: false }))
    expect(outcar.complete).toBe(false)
    expectFacts(outcar, { energySigma0_eV: -10.875, electronicConverged: undefined, ionicConverged: undefined })
  })
  it('a number that is cut off does not count', () => {
    const text = outcarText()
    const outcar = readText(text.slice(0, text.lastIndexOf('-10.875') + 4))
    expectFacts(outcar, { ionicSteps: 2, energySigma0_eV: -10.75 })
    expect(factOf(readText(text.slice(0, text.indexOf('E-fermi') + 14)), 'fermiEnergy_eV')).toBeUndefined()
  })
  it('crashed before its first energy', () => {
    const text = outcarText()
    const outcar = readText(text.slice(0, text.indexOf('Dimension')))
    expect([outcar.complete, outcar.columns.map(({ values }) => values.length)]).toEqual([false, [0, 0, 0]])
    expectFacts(outcar, { nions: undefined, elements: undefined, energySigma0_eV: undefined, potentials: 'PAW_PBE Ru_pv 04Feb2005; PAW_PBE N_pv 04Feb2005' })
    expect(outcar.warnings).toHaveLength(2)
  })
  it('counts that contradict each other name no elements', () => expectFacts(readText(outcarText().replace('NIONS =      3', 'NIONS =      4')), { nions: 4, elements: undefined }))
  it('a huge count costs nothing', () =>
    expectFacts(readText(outcarText({ elements: [['Ru', 2]] }).replace('NIONS =      2', 'NIONS = 999999999').replace(/type = +2/, 'type = 999999999')), { elements: undefined }))
  it('a long line of rubbish costs time in proportion to its length', () => {
    expect(growthOf((times) => outcarText().replace(' SYSTEM', `${'2PiTHz'.repeat(times)} SYSTEM`), readText, 20_000)).toBeLessThan(10)
  })
  it('refuses another file', () => expect(() => readText('something else\n')).toThrow(ReadError))
})

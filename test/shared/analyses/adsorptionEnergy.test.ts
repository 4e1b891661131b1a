import { describe, expect, it } from 'vitest'
import { adsorptionEnergy } from '../../../src/shared/analyses/adsorptionEnergy'
import { freeEnergy } from '../../../src/shared/analyses/freeEnergy'
import { referenceReaction } from '../../../src/shared/thermochemistry/referenceReaction'
import { column, measurement, project, texts, type Given } from './project'

type Facts = Record<string, string | number | boolean>
const settingsOfAll: Facts = { encut_eV: 450, functional: 'PBE', vdw: 11, kPoints: 5, electronicConverged: true, ionicConverged: true }
const run = (folder: string, energy: number, catalyst: string | null = 'RuFe-NC', more: Facts = {}, modes: readonly number[] = []): Given => ({
  path: `lab/${folder}/OUTCAR`, fields: catalyst === null ? {} : { catalyst },
  measured: measurement('OTHER', modes.length > 0 ? [column('wavenumber', 'cm-1', modes)] : [column('energy', 'eV', [energy])], {
    facts: Object.entries<string | number | boolean>({ energySigma0_eV: energy, ...settingsOfAll, ...more, ...(modes.length > 0 ? { zeroPointEnergy_eV: 0 } : {}) }).filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }))
  })
})
const gases = [run('molecules/HNO3', -28.5, null), run('molecules/H2', -6.77, null), run('molecules/H2O', -14.22, null)]
const slab = run('RuFe-NC/slab', -300)
const of = (given: readonly Given[], settings = {}) => project(given, [adsorptionEnergy, freeEnergy], { settings }).of('adsorption-energy', 'RuFe-NC')
const value = (outcome: ReturnType<typeof of>, species: string, metric = 'adsorption_energy'): number | undefined => outcome.results.find((result) => result.metric === metric && result.conditions.species === species)?.value

describe('adsorption energies', () => {
  it('balances every species with HNO3, H2 and H2O, and counts its electrons', () => {
    expect(referenceReaction('NO3')).toEqual({ nitricAcid: 1, water: 0, hydrogen: -0.5 })
    expect(referenceReaction('NO2')).toEqual({ nitricAcid: 1, water: -1, hydrogen: 0.5 })
    expect(referenceReaction('H')).toEqual({ nitricAcid: 0, water: 0, hydrogen: 0.5 })
    // NO3⁻ + 9 H⁺ + 8 e⁻ → NH3 + 3 H2O.
    expect(referenceReaction('NH3')).toEqual({ nitricAcid: 1, water: -3, hydrogen: 4 })
    for (const formula of ['NO', 'NOH', 'HNO2', 'N', 'NH2', 'OH']) {
      const { nitricAcid, water, hydrogen } = referenceReaction(formula)
      const count = (element: string): number => [...formula.matchAll(/([NOH])(\d?)/g)].reduce((sum, [, name, n]) => sum + (name === element ? Number(n || 1) : 0), 0)
      expect([nitricAcid, 3 * nitricAcid + water, nitricAcid + 2 * hydrogen + 2 * water]).toEqual([count('N'), count('O'), count('H')])
    }
    expect(() => referenceReaction('CO')).toThrow(RangeError)
  })
  it('subtracts slab and molecules, by the names of the folders', () => {
    const out = of([slab, ...gases, run('RuFe-NC/slab_NO3_top', -327), run('RuFe-NC/slab_NO3_bridge', -327.4), run('RuFe-NC/NO2_ads', -318), run('RuFe-NC/H', -303.7)])
    const sites = out.results.filter(({ metric, conditions }) => metric === 'adsorption_energy' && conditions.species === '*NO3')
    expect(sites.map(({ conditions, value: energy }) => [conditions.site, Number(energy.toFixed(6)), conditions.electrons])).toEqual([['top', -327 + 300 + 28.5 - 3.385, -1], ['bridge', -327.4 + 300 + 28.5 - 3.385, -1]].map(([site, energy, n]) => [site, Number(Number(energy).toFixed(6)), n]))
    expect(value(out, '*NO2')).toBeCloseTo(-318 + 300 + 28.5 + 6.77 / 2 - 14.22, 9)
    expect(value(out, '*H')).toBeCloseTo(-303.7 + 300 + 3.385, 9)
    expect(value(out, '*H', 'adsorption_free_energy')).toBeCloseTo(-303.7 + 300 + 3.385 + 0.24, 9)
    expect(value(out, '*NO3', 'adsorption_free_energy')).toBeUndefined()
    expect(out.findings).toEqual([])
  })
  it('does not depend on a shift of all energies of an element', () => {
    // Another zero of the energy of nitrogen (−3 eV each atom) moves no adsorption energy.
    const shifted = [slab, run('molecules/HNO3', -31.5, null), gases[1]!, gases[2]!, run('RuFe-NC/NO2', -321)]
    expect(value(of(shifted), '*NO2')).toBeCloseTo(value(of([slab, ...gases, run('RuFe-NC/NO2', -318)]), '*NO2')!, 9)
  })
  it('refuses energies of different settings and says which', () => {
    const out = of([slab, ...gases, run('RuFe-NC/NO2', -318, 'RuFe-NC', { encut_eV: 400 }), run('RuFe-NC/H', -303.7, 'RuFe-NC', { vdw: '' })])
    expect(out.results).toEqual([])
    expect(texts(out.findings).filter((text) => text.includes('slab'))).toEqual([expect.stringContaining('differ in ENCUT 400 and 450'), expect.stringContaining('dispersion correction none and 11')])
    const loose = of([slab, ...gases, run('RuFe-NC/H', -303.7, 'RuFe-NC', { kPoints: 1, ionicConverged: false })])
    expect(value(loose, '*H')).toBeDefined()
    expect(texts(loose.findings)).toEqual([expect.stringContaining('has 1 k-points'), expect.stringContaining('did not converge (forces)')])
  })
  it('names another spin of the surface, not of a molecule', () => {
    const spin = (ispin: number) => ({ ispin })
    const of2 = (own: number, gas: number) => texts(of([run('RuFe-NC/slab', -300, 'RuFe-NC', spin(2)), ...gases.slice(0, 1), run('molecules/H2', -6.77, null, spin(gas)), ...gases.slice(2), run('RuFe-NC/H', -303.7, 'RuFe-NC', spin(own))]).findings)
    expect([of2(2, 1), of2(1, 1)]).toEqual([[], [expect.stringContaining('has ISPIN 1, ')]])
  })
  it('asks for the calculations that are missing', () => {
    expect(texts(of([run('RuFe-NC/NO2', -318), gases[1]!]).needs)).toEqual([expect.stringContaining('clean slab of RuFe-NC'), expect.stringContaining('HNO3'), expect.stringContaining('H2O')])
  })
  it('adds zero points and entropies of the modes, and makes a path of them', () => {
    const modes = [3400, 1600, 20]
    const given = [slab, ...gases, run('RuFe-NC/NO', -310), run('RuFe-NC/NO/freq', -310.1, 'RuFe-NC', {}, modes), run('RuFe-NC/N', -304), run('RuFe-NC/N/vib', -304, 'RuFe-NC', {}, [500, 500, 500])]
    const { of: outcome } = project(given, [adsorptionEnergy, freeEnergy])
    const adsorbed = outcome('adsorption-energy', 'RuFe-NC')
    const dE = -310 + 300 + 28.5 + 1.5 * 6.77 - 2 * 14.22
    expect(value(adsorbed, '*NO')).toBeCloseTo(dE, 9)
    // hν of 1 cm⁻¹ is 0.12398 meV; T·S of a 50 cm⁻¹ mode is 0.0624 eV at 298.15 K.
    const zeroPoint = (0.1239842e-3 * (3400 + 1600 + 20)) / 2
    const gasPart = 0.71 - 0.823 + 1.5 * (0.27 - 0.404) - 2 * (0.56 - 0.67)
    const ts = 0.0624
    expect(value(adsorbed, '*NO', 'adsorption_free_energy')).toBeCloseTo(dE + zeroPoint - ts - gasPart + 0.392, 2)
    expect(adsorbed.results.find(({ metric, conditions }) => metric === 'adsorption_free_energy' && conditions.species === '*NO')?.method).toContain('1 raised to 50 cm⁻¹')
    const path = outcome('free-energy', 'RuFe-NC')
    expect(path.results.filter(({ metric }) => metric === 'dg_step').map(({ conditions }) => [conditions.from, conditions.to, conditions.pathway])).toEqual([['*NO', '*N', 'from calculations']])
  })
  it('make no limiting potential of a step over states that are not known, and ask for these', () => {
    const both = (name: string, energy: number): Given[] => [run(`RuFe-NC/${name}`, energy), run(`RuFe-NC/${name}/freq`, energy, 'RuFe-NC', {}, [500, 500, 500])]
    const path = (...given: Given[]) => project([slab, ...gases, ...given], [adsorptionEnergy, freeEnergy]).of('free-energy', 'RuFe-NC')
    const lacking = path(...both('NO3', -329.5), run('RuFe-NC/NO2', -323.7), ...both('NH3', -319.9))
    expect(lacking.results.filter(({ metric }) => metric !== 'dg_step')).toEqual([])
    expect(texts(lacking.needs)).toEqual(['for the limiting potential: the states between *NO3 and *NH3, 9 electrons apart: frequencies of *NO2, energies and frequencies of *HNO2, *NO, *NOH, *N, *NH, *NH2; or a path typed on the card that takes them up at once'])
    // *NO3 → *NO2 takes two electrons in everybody's path.
    const whole = path(...both('NO3', -329.5), ...both('NO2', -323.7), ...both('HNO2', -327))
    expect(whole.needs).toEqual([])
    expect(whole.results.filter(({ metric }) => metric === 'limiting_potential')).toHaveLength(1)
    const typed = project([slab, ...gases, ...both('NO3', -329.5), ...both('NH3', -319.9)], [adsorptionEnergy, freeEnergy], { settings: { path: '*NO3 > *NH3' } }).of('free-energy', 'RuFe-NC')
    expect(typed.results.find(({ metric }) => metric === 'limiting_potential')?.method).toContain('9 electrons at once as the path has it')
  })
})

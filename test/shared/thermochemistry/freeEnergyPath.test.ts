import { describe, expect, it } from 'vitest'
import { atPotential, potentialDeterminingStep, stepsOf, type PathState } from '../../../src/shared/thermochemistry/freeEnergyPath'
import { freeEnergy } from '../../../src/shared/analyses/freeEnergy'
import { column, measurement, project, texts } from '../analyses/project'

/** Oxygen reduction on iron phthalocyanine, ΔG of the four steps at 0 V and pH 0 as listed openly with houzf/plot_ORR_G. */
const steps_eV = [-1.406, -1.961, -0.985, -0.568]
const path = ['O2', '*OOH', '*O', '*OH', 'H2O'].map((name, i): PathState => ({ name, electrons: i, freeEnergy_eV: steps_eV.slice(0, i).reduce((sum, step) => sum + step, 0) }))

const table = (states: readonly PathState[]) => ({
  path: 'energies.csv', fields: {},
  measured: measurement('TABLE', [
    { ...column('other', '', states.map((_, i) => i), 'species'), labels: states.map(({ name }) => name) }, column('energy', 'eV', states.map((state) => state.freeEnergy_eV), 'G'), column('other', '', states.map(({ electrons }) => electrons), 'electrons')
  ], { facts: [{ name: 'kind', value: 'energies' }] })
})
const of = (states: readonly PathState[], settings = {}) => project([table(states), { path: 'a', fields: { catalyst: 'FePc' } }], [freeEnergy], { settings }).of('free-energy', 'FePc')

describe('free energies along a path', () => {
  it('give back a published diagram at 0 V and at 1.23 V', () => {
    stepsOf(path).forEach(({ dG_eV }, i) => expect(dG_eV).toBeCloseTo(steps_eV[i]!, 9))
    expect(potentialDeterminingStep(path)).toMatchObject({ from: '*OH', to: 'H2O', limitingPotential_V: expect.closeTo(0.568, 9) })
    const outcome = of(path, { potential: 1.23 })
    expect(outcome.results.find(({ metric }) => metric === 'limiting_potential')?.value).toBeCloseTo(0.568, 9)
    const [figure] = outcome.figures
    const levels = figure?.kind === 'xy' ? figure.series[0]!.y.filter((_, i) => i % 2 === 0) : []
    // 4 × 1.23 V is the equilibrium: both ends lie level; the hardest step climbs 0.662 eV.
    expect(levels.at(-1)).toBeCloseTo(0, 2)
    expect(levels[4]! - levels[3]!).toBeCloseTo(0.662, 9)
  })
  it('fall by the potential times the electrons', () => {
    expect(atPotential(path, -0.5).map(({ freeEnergy_eV }, i) => freeEnergy_eV - path[i]!.freeEnergy_eV)).toEqual([0, -0.5, -1, -1.5, -2].map((value) => expect.closeTo(value, 9)))
  })
  it('from nitrate to ammonia add up to −8 e E°, or say so', () => {
    const whole = (sum: number): PathState[] => [{ name: 'NO3-', freeEnergy_eV: 0, electrons: 0 }, { name: '*NO', freeEnergy_eV: -2, electrons: 3 }, { name: 'NH3', freeEnergy_eV: sum, electrons: 8 }]
    expect(of(whole(-8 * 0.747)).findings).toEqual([])
    expect(texts(of(whole(-8 * 0.747 - 1.5)).findings)).toEqual([expect.stringContaining('E° = 0.93 V')])
  })
  it('part into branches, of which the one with the least demanding potential leads', () => {
    const states = [['*NO', 0, 3], ['*NOH', 0.5, 4], ['*HNO', 0.2, 4], ['*H2NO', -0.1, 5], ['*N', -1, 5], ['*NH3', -2, 8]].map(([name, freeEnergy_eV, electrons]) => ({ name, freeEnergy_eV, electrons }) as PathState)
    const outcome = of(states, { path: '*NO > (NOH* > *N | *HNO > *H2NO) > *NH3' })
    const potentials = outcome.results.filter(({ metric }) => metric === 'limiting_potential')
    expect(potentials.map(({ conditions, value }) => [conditions.pathway, value])).toEqual([['via *HNO, *H2NO', -0.2], ['via *NOH, *N', -0.5]])
    const [figure] = outcome.figures
    expect(figure?.kind === 'xy' && [figure.x.labels, figure.series.map(({ style }) => style)]).toEqual([['*NO', '*HNO / *NOH', '*H₂NO / *N', '*NH₃'], ['line', 'dashed']])
    expect(texts(of(states, { path: '*NO > *HNOH > *NH3' }).needs)).toEqual(['free energy of *HNOH of FePc; known are *NO, *NOH, *HNO, *H2NO, *N, *NH3'])
    expect(texts(of(states, { path: '*NO > (*NOH' }).findings)[0]).toContain('brackets')
  })
  it('take corrections with their source, and say what is none', () => {
    const states: PathState[] = [{ name: '*NO', freeEnergy_eV: 0, electrons: 3 }, { name: '*NOH', freeEnergy_eV: 0.5, electrons: 4 }]
    const outcome = of(states, { corrections: '*NOH −0.12 (ACS Catal. 12, 2022); nonsense' })
    const step = outcome.results.find(({ metric }) => metric === 'dg_step')!
    expect(step.value).toBeCloseTo(0.38, 9)
    expect(step.method).toContain('*NOH \u22120.12 eV (ACS Catal. 12, 2022)')
    expect(texts(outcome.findings)).toEqual([expect.stringContaining('"nonsense" is no correction')])
  })
  it('have no limiting potential while a state of their table is missing, nor across the gap that it leaves', () => {
    const states: PathState[] = [{ name: '*NO3', freeEnergy_eV: 0, electrons: -1 }, { name: '*NO2', freeEnergy_eV: NaN, electrons: 1 }, { name: '*HNO2', freeEnergy_eV: 0.3, electrons: 2 }, { name: '*NO', freeEnergy_eV: 0.1, electrons: 3 }]
    const lacking = of(states)
    expect(lacking.results.filter(({ metric }) => metric !== 'dg_step')).toEqual([])
    expect(texts(lacking.needs)).toEqual(['free energy of *NO2 in energies.csv'])
    const whole = of(states.map((state) => (state.name === '*NO2' ? { ...state, freeEnergy_eV: 0.9 } : state)))
    // Two electrons at once, as the table has it: 0.9 eV over two of them.
    expect(whole.results.find(({ metric }) => metric === 'limiting_potential')).toMatchObject({ value: -0.45, conditions: { from: '*NO3', to: '*NO2' }, method: expect.stringContaining('2 electrons at once as the path has it') })
  })
  it('without a common state have diagrams of their own', () => {
    const row = (pathway: string, name: string, G: number, n: number) => ({ pathway, name, G, n })
    const rows = [row('NO3RR', '*NO', 0, 3), row('NO3RR', '*NOH', 0.5, 4), row('by *HNO', '*NO', 0, 3), row('by *HNO', '*HNO', 0.3, 4), row('HER', 'H2O', 0, 0), row('HER', '*H', 0.2, 1)]
    const labels = [...new Set(rows.map(({ pathway }) => pathway))]
    const both = { ...table(rows.map(({ name, G, n }) => ({ name, freeEnergy_eV: G, electrons: n }))) }
    const measured = { ...both.measured, columns: [...both.measured.columns, { ...column('other', '', rows.map(({ pathway }) => labels.indexOf(pathway)), 'pathway'), labels }] }
    const { figures } = project([{ ...both, measured }, { path: 'a', fields: { catalyst: 'FePc' } }], [freeEnergy]).of('free-energy', 'FePc')
    expect(figures.flatMap((figure) => (figure.kind === 'xy' ? [[figure.id, figure.series.map(({ name }) => name)]] : []))).toEqual([['free-energy', ['FePc, NO₃RR', 'FePc, by *HNO']], ['free-energy-2', ['FePc, HER']]])
  })
})

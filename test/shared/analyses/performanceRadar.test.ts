import { describe, expect, it } from 'vitest'
import { rankCatalysts } from '../../../src/shared/analyses/performanceRadar/rankCatalysts'
import { scaledAxes } from '../../../src/shared/analyses/performanceRadar/scaledAxes'
import { performanceRadar } from '../../../src/shared/analyses/performanceRadar'
import type { Outcome, Result } from '../../../src/shared/analyses/analysis'
import type { RadarFigure } from '../../../src/shared/figure'

const figure = (groups: Record<string, (number | null)[]>, categories = ['FE(NH₃)', 'NH₃ yield', 'k', 'η(10 mA cm⁻²)']): RadarFigure => ({
  kind: 'radar', id: 'r', title: '', categories, x: { title: '', unit: '' }, y: { title: '', unit: '' },
  groups: Object.entries(groups).map(([name, values]) => ({ name, catalyst: name, values, raw: values.map(() => null) }))
})
const result = (catalyst: string, metric: string, value: number, potential?: number): Result =>
  ({ catalyst, metric, value, u: null, unit: 'x', method: 'm', inputs: [], conditions: potential === undefined ? {} : { potential_V_RHE: potential } })
const outcome = (catalyst: string, results: Result[]): Outcome => ({ catalyst, results } as unknown as Outcome)

describe('radar and ranking', () => {
  it('scales from the worst to the best and turns the overpotential round', () => {
    const [fe, eta] = scaledAxes([new Map([['A', 100], ['B', 50], ['C', 60]]), new Map([['A', 0.9], ['B', 0.7], ['C', 0.8]])], [false, true])
    expect([...fe!.values()]).toEqual([1, 0, 0.2])
    expect(eta!.get('B')).toBe(1)
    expect(eta!.get('C')).toBeCloseTo(0.5, 12)
  })
  it('gives the full polygon an area of 1 and a quarter where all axes are half', () => {
    const { ranked } = rankCatalysts(figure({ full: [1, 1, 1, 1], half: [0.5, 0.5, 0.5, 0.5] }), 'area')
    expect(ranked).toEqual([{ catalyst: 'full', score: 1 }, { catalyst: 'half', score: 0.25 }])
  })
  it('does not rank what lacks an axis, unless the rule needs that axis only', () => {
    const drawn = figure({ A: [1, 0.2, 0.3, 0.4], B: [0.5, null, 0.1, 0.2] })
    expect(rankCatalysts(drawn, 'area')).toMatchObject({ ranked: [{ catalyst: 'A' }], unranked: ['B'] })
    expect(rankCatalysts(drawn, 'FE(NH₃)').ranked.map(({ catalyst }) => catalyst)).toEqual(['A', 'B'])
  })
  it('takes each catalyst at its best or all at one potential, and says the order', () => {
    const upstream = new Map<string, Outcome[]>([
      ['faradaic-efficiency', [outcome('A', [result('A', 'fe_nh3', 99, -0.1), result('A', 'fe_nh3', 90, -0.5)]), outcome('B', [result('B', 'fe_nh3', 80, -0.1), result('B', 'fe_nh3', 95, -0.5)])]],
      ['ammonia-yield', [outcome('A', [result('A', 'yield_nh3_mass', 1, -0.5)]), outcome('B', [result('B', 'yield_nh3_mass', 3, -0.5)])]],
      ['linear-sweep', [outcome('A', [result('A', 'overpotential_10', 0.9)]), outcome('B', [result('B', 'overpotential_10', 0.8)])]]
    ])
    const run = (settings: Record<string, string | number>) => performanceRadar.compute({ catalyst: null, entries: [], common: [], defaults: { fields: {}, referencePotentials: {} } }, null,
      { rule: 'FE(NH₃)', potentialRule: 'best of each catalyst', potential: -0.5, ...settings }, { load: () => { throw new Error('no file is needed') }, derive: () => { throw new Error('no file is needed') }, upstream: () => undefined, upstreamAll: (id) => upstream.get(id) ?? [] })
    expect(run({}).findings[0]!.message.text).toBe('By FE(NH₃): A 1.00 > B 0.00.')
    expect(run({ potentialRule: 'at the potential below' }).findings[0]!.message.text).toBe('By FE(NH₃): B 1.00 > A 0.00.')
    expect(run({}).figures[0]).toMatchObject({ kind: 'radar', categories: ['FE(NH₃)', 'NH₃ yield', 'η(10 mA cm⁻²)'] })
  })
})

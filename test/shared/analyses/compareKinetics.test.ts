import { describe, expect, it } from 'vitest'
import type { Computed, ComputeContext, Conditions, Outcome } from '../../../src/shared/analyses/analysis'
import { compareKinetics } from '../../../src/shared/analyses/compareKinetics'
import type { BarsFigure } from '../../../src/shared/figure'

const outcome = (catalyst: string, ...ks: readonly (readonly [value: number, conditions: Conditions, n?: number])[]): Outcome => ({
  analysis: 'kinetics', catalyst, results: ks.map(([value, conditions, n]) => ({ catalyst, metric: 'k_zero_normalised', value, u: 0.001, unit: '1/h', conditions, method: '', inputs: [], ...(n === undefined ? {} : { n }) }))
} as unknown as Outcome)
const computed = (...outcomes: readonly Outcome[]): Computed => compareKinetics.compute({ catalyst: null, entries: [], common: [], defaults: { fields: {}, referencePotentials: {} } }, null, { order: 'zero order, C/C₀' },
  { upstreamAll: () => outcomes } as Pick<ComputeContext, 'upstreamAll'> as ComputeContext)
const figure = (...outcomes: readonly Outcome[]): BarsFigure | undefined => computed(...outcomes).figures[0] as BarsFigure | undefined

describe('rate constants beside each other', () => {
  const at = (potential_V_RHE: number, nitrate_M: number): Conditions => ({ potential_V_RHE, nitrate_M })
  it('are those of the nitrate that most catalysts have, a mean before its runs', () => {
    const drawn = figure(outcome('A', [0.4, at(-0.3, 0.005)], [0.02, at(-0.3, 0.1)]), outcome('B', [0.011, at(-0.3, 0.1)], [0.013, at(-0.3, 0.1)], [0.012, at(-0.3, 0.1), 2]), outcome('C', [0.03, at(-0.5, 0.1)]))!
    expect(drawn).toMatchObject({ title: 'Rate constants, 0.1 M NO₃⁻', categories: ['\u22120.3', '\u22120.5'] })
    expect(drawn.groups.map(({ name, values, points }) => [name, values, points])).toEqual([['A', [0.02, null], [[0.02], []]], ['B', [0.012, null], [[0.011, 0.013], []]], ['C', [null, 0.03], [[], [0.03]]]])
  })
  it('are not drawn of one catalyst, nor where nobody states the nitrate', () => {
    expect(figure(outcome('A', [0.02, at(-0.3, 0.1)]))).toBeUndefined()
    expect(figure(outcome('A', [0.02, {}]), outcome('B', [0.03, {}]))).toBeUndefined()
    expect(computed(outcome('A', [0.02, {}]), outcome('B', [0.03, {}])).needs.map(({ message, field }) => [message.text, field])).toEqual([[expect.stringContaining('concentration of nitrate of the kinetics of A, B'), 'nitrate_M']])
  })
})

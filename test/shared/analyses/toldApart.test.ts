import { describe, expect, it } from 'vitest'
import type { Conditions, Outcome, Result } from '../../../src/shared/analyses/analysis'
import { linesAgainstPotential } from '../../../src/shared/analyses/comparison'
import { barsAgainstPotential } from '../../../src/shared/analyses/potentialFigure'

const result = (value: number, conditions: Conditions, more: Partial<Result> = {}): Result => ({ catalyst: 'RuFe-NC', metric: 'conversion', value, u: null, unit: '%', conditions, method: '', inputs: [`e${value}`], ...more })
const look = { id: 'nitrogen-balance', title: '', yTitle: '', unit: '%', stacked: false }

describe('what was measured at one potential in two concentrations of nitrate', () => {
  const two = [result(24.6, { potential_V_RHE: -0.3, nitrate_M: 0.1, run: 'a' }), result(87.8, { potential_V_RHE: -0.3, nitrate_M: 0.005, run: 'b' })]
  it('has two bars that name them, and no replicates', () => {
    const figure = barsAgainstPotential(two, [{ name: 'conversion', metric: 'conversion' }], look)!
    expect(figure.categories).toEqual(['−0.3, 0.005 M NO₃⁻', '−0.3, 0.1 M NO₃⁻'])
    expect(figure.groups).toMatchObject([{ values: [87.8, 24.6], points: [[87.8], [24.6]] }])
  })
  it('keeps replicates under their mean where only their runs differ', () => {
    const runs = [1, 2].map((i) => result(20 + i, { potential_V_RHE: -0.3 + i / 1000, nitrate_M: 0.1, replicate: `r${i}` }))
    const figure = barsAgainstPotential([...runs, result(21.5, { potential_V_RHE: -0.2985, nitrate_M: 0.1, sd: 0.7 }, { n: 2 })], [{ name: 'conversion', metric: 'conversion' }], look)!
    expect(figure.categories).toEqual(['−0.299'])
    expect(figure.groups).toMatchObject([{ values: [21.5], points: [[21, 22]] }])
  })
  it('is two lines where catalysts are compared, also where only one of them has a mean', () => {
    const mean = result(25, { potential_V_RHE: -0.3, nitrate_M: 0.1, sd: 1 }, { n: 2, inputs: ['e24.6', 'e25.4'] })
    const lines = linesAgainstPotential([{ catalyst: 'RuFe-NC', results: [...two, mean] } as unknown as Outcome], 'conversion')
    expect(lines.map(({ name, y }) => [name, y])).toEqual([['RuFe-NC, 0.005 M NO₃⁻', [87.8]], ['RuFe-NC, 0.1 M NO₃⁻', [25]]])
  })
})

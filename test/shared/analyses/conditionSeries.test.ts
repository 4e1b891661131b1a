import { describe, expect, it } from 'vitest'
import { analyses } from '../../../src/shared/analyses'
import { withUnaccountedRest } from '../../../src/shared/analyses/faradaicEfficiency/unaccountedRest'
import type { BarsFigure } from '../../../src/shared/figure'
import type { FieldValues } from '../../../src/shared/metadata/fields'
import { column, measurement, project, type Given } from './project'

const t = Array.from({ length: 101 }, (_, i) => i * 36)
const runOf = (name: string, concentration: number, fields: FieldValues): Given[] => [
  { path: `${name}.txt`, fields: { catalyst: 'RuFe-NC', run: name, potential_V: -0.3, reference: 'RHE', area_cm2: 1, mass_mg: 0.5, volume_mL: 50, ...fields }, measured: measurement('CA', [column('time', 's', t), column('current', 'A', t.map(() => -0.02))]) },
  { fields: { catalyst: 'RuFe-NC', run: name, analyte: 'NH3', dilution: 1, concentration_ug_mL: concentration } }
]
const series = (given: Given[], settings = {}) => project(given, analyses, { settings }).of('condition-series', 'RuFe-NC').figures

describe('series of conditions', () => {
  it('draws FE against the concentration, with the spread of repeats', () => {
    const [figure] = series([...runOf('a', 20, { nitrate_M: 0.01 }), ...runOf('b', 80, { nitrate_M: 0.1 }), ...runOf('c', 84, { nitrate_M: 0.1 })])
    expect(figure).toMatchObject({ kind: 'xy', title: 'FE(NH₃) against c(NO₃⁻)', x: { unit: 'M' } })
    if (figure?.kind !== 'xy') throw new Error('a line figure is expected')
    const fe = (c: number): number => (100 * 8 * 96485.33212 * c * 50e-6) / 17.031 / 72
    expect(figure.series[0]!.x).toEqual([0.01, 0.1])
    expect(figure.series[0]!.y[0]).toBeCloseTo(fe(20), 9)
    expect(figure.series[0]!.y[1]).toBeCloseTo(fe(82), 9)
    expect(figure.series[0]!.yError![1]).toBeCloseTo((fe(84) - fe(80)) / Math.SQRT2, 9)
  })
  it('finds by itself what was varied, and keeps potentials apart', () => {
    const titles = (given: Given[]): string[] => [...new Set(series(given).flatMap((figure) => (figure.kind === 'xy' ? [figure.x.title] : [])))]
    expect(titles([...runOf('a', 20, { pH: 7 }), ...runOf('b', 30, { pH: 14 })])).toEqual(['pH'])
    expect(titles([...runOf('a', 20, { pH: 7 }), ...runOf('b', 30, { pH: 14, potential_V: -0.5 })])).toEqual([])
    expect(series([...runOf('a', 20, { pH: 7 }), ...runOf('b', 30, { pH: 14 })], { variable: 'temperature' })).toEqual([])
  })
  it('leaves out nitrate-free runs and cycles', () => {
    expect(series([...runOf('a', 20, { nitrate_M: 0.1 }), ...runOf('b', 1, { nitrate_M: 0 }), ...runOf('c', 30, { nitrate_M: 0.2, cycle: 2 })])).toEqual([])
  })
})

describe('rest of the stack of efficiencies', () => {
  const stack = (values: (number | null)[][]): BarsFigure => ({ kind: 'bars', id: 'f', title: '', categories: ['−0.1', '−0.2'], x: { title: '', unit: '' }, y: { title: '', unit: '%' }, stacked: true, groups: values.map((own, i) => ({ name: `p${i}`, values: own })) })
  it('fills up to 100 % and is never negative', () => {
    expect(withUnaccountedRest(stack([[90, 99], [4, 3]])).groups.at(-1)).toEqual({ name: 'not accounted for', values: [6, null] })
  })
  it('says nothing where only one product was looked for', () => {
    expect(withUnaccountedRest(stack([[90, 80], [null, null]])).groups).toHaveLength(2)
  })
})

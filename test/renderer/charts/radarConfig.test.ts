import { describe, expect, it } from 'vitest'
import type { RadarFigure } from '../../../src/shared/figure'
import { axisEnds } from '../../../src/renderer/charts/radarConfig'

const raw = (value: number, unit: string) => ({ value, u: 0.1, unit })
const figure: RadarFigure = {
  kind: 'radar', id: 'r', title: 'Radar', categories: ['FE(NH₃)', 'η', 'k'], x: { title: '', unit: '' }, y: { title: '', unit: '' },
  groups: [
    { name: 'A', values: [1, 0, null], raw: [raw(99.923, '%'), raw(-0.6912, 'V'), null] },
    { name: 'B', values: [0.5, 0.25, 1], raw: [raw(50, '%'), raw(-0.6, 'V'), raw(0.0211, '1/h')] },
    { name: 'C', values: [0, 1, null], raw: [raw(2.0341, '%'), raw(-0.3149, 'V'), null] }
  ]
}

describe('the axes of a radar', () => {
  it('say what their centre and rim are, the best at the rim', () => {
    expect([0, 1].map((axis) => axisEnds(figure, axis))).toEqual([['2.03 → 99.9 %'], ['\u22120.691 → \u22120.315 V']])
  })
  it('have a long unit below their ends', () => {
    const long: RadarFigure = { ...figure, categories: ['yield'], groups: [
      { name: 'A', values: [1], raw: [raw(3.3512, 'mg/h/mgcat')] }, { name: 'B', values: [0], raw: [raw(0.000162, 'mg/h/mgcat')] }
    ] }
    const [ends, unit, ...more] = axisEnds(long, 0)
    expect(ends).toBe('1.62 × 10⁻⁴ → 3.35')
    expect(unit).toMatch(/^mg h⁻¹ mg_cat⁻¹$/)
    expect(more).toEqual([])
  })
  it('say nothing where an end is missing', () => {
    expect(axisEnds(figure, 2)).toEqual([])
  })
})

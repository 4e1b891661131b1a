import { describe, expect, it } from 'vitest'
import type { Series } from '../../../src/shared/figure'
import { movedApart } from '../../../src/shared/analyses/movedApart'

const curve = (name: string, y: number[], catalyst = name): Series => ({ name, catalyst, style: 'line', x: y.map((_, i) => i), y, yError: y.map(() => 1) })

describe('curves above each other', () => {
  it('are scaled each to its own span, the first on top', () => {
    const [a, b] = movedApart([curve('a', [100, 300]), curve('b', [2, 4, 3])], 'scaled')
    expect([a!.y, b!.y]).toEqual([[1.1, 2.1], [0, 1, 0.5]])
    expect(a!.yError).toBeUndefined()
  })
  it('keep their heights against each other where they are as measured', () => {
    const [a, b] = movedApart([curve('a', [-4, 4]), curve('b', [-1, 1])], 'as measured')
    expect(a!.y[1]! - a!.y[0]!).toBeCloseTo(1, 12)
    expect(b!.y[1]! - b!.y[0]!).toBeCloseTo(0.25, 12)
  })
  it('share one scale and one step in a group; gaps stay gaps, and a curve without numbers is left out', () => {
    const [points, fit, other, none] = movedApart([curve('points', [0, 10], 'A'), curve('fit', [0, 5], 'A'), curve('other', [1, NaN, 3], 'B'), curve('none', [NaN], 'C')], 'scaled', ({ catalyst }) => catalyst!)
    expect(fit!.y[1]! - fit!.y[0]!).toBeCloseTo(0.5, 12)
    expect(fit!.y[0]).toBe(points!.y[0])
    expect(other!.y[1]).toBeNaN()
    expect(none).toBeUndefined()
  })
})

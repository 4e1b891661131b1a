import { describe, expect, it } from 'vitest'
import { mostPoints, visibleRows } from '../../../src/renderer/charts/visibleRows'

const long = Array.from({ length: 100_000 }, (_, i) => i / 1000)

describe('visibleRows', () => {
  it('gives a short series as it is', () => expect(visibleRows([1, 2], [3, Number.NaN], { min: 5, max: 6 })).toEqual({ x: [1, 2],
    y: [3, Number.NaN] }))

  it('thins a long series and keeps its one peak', () => {
    const y = long.map((x) => (x === 50.123 ? 1000 : Math.sin(x)))
    const seen = visibleRows(long, y, null)
    expect(seen.x.length).toBeLessThanOrEqual(mostPoints)
    expect(Math.max(...seen.y)).toBe(1000)
  })

  it('shows every row of a narrow window, with one neighbour on each side', () => {
    const seen = visibleRows(long, long, { min: 10, max: 11 })
    expect(seen.x).toHaveLength(1003)
    expect([seen.x[0], seen.x[1002]]).toEqual([9.999, 11.001])
  })

  it('keeps both passes of a cyclic curve apart', () => {
    const there = long.map((x) => x - 50)
    const seen = visibleRows([...there, ...there.toReversed()], [...there.map(() => 1), ...there.map(() => -1)], { min: 0, max: 0.5 })
    expect(seen.y.filter((y) => Number.isNaN(y))).toHaveLength(1)
    expect(seen.y.filter((y) => y === 1).length).toBe(seen.y.filter((y) => y === -1).length)
  })

  it('draws the line through a window that holds no point', () => {
    const sparse = Array.from({ length: 5000 }, (_, i) => i)
    expect(visibleRows(sparse, sparse, { min: 10.2, max: 10.8 }).x).toEqual(expect.arrayContaining([10, 11]))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellAt, cellEdges, colourAt, valueRange } from '../../src/shared/colourMap'

const luminance = ([r, g, b]: readonly [number, number, number]): number => 0.2126 * r + 0.7152 * g + 0.0722 * b

describe('colours of a surface', () => {
  it('get lighter all the way, so that print and colour-blind eyes see the order', () => {
    const shades = Array.from({ length: 101 }, (_, i) => luminance(colourAt(i / 100, 'sequential')))
    expect(shades.slice(1).every((shade, i) => shade > shades[i]!)).toBe(true)
  })
  it('are as dark on both sides of zero, which is white', () => {
    expect(luminance(colourAt(0.5, 'diverging'))).toBeGreaterThan(240)
    for (const share of [0, 0.1, 0.25]) expect(Math.abs(luminance(colourAt(share, 'diverging')) - luminance(colourAt(1 - share, 'diverging')))).toBeLessThan(45)
    expect(valueRange({ values: [[-1, 3], [NaN, 2]], isDiverging: true })).toEqual({ min: -3, max: 3 })
    expect(valueRange({ values: [[-1, 3]], isDiverging: true, limit: 0.5 })).toEqual({ min: -0.5, max: 0.5 })
    expect(valueRange({ values: [[-1, 3], [NaN, 2]] })).toEqual({ min: -1, max: 3 })
    expect(valueRange({ values: [[NaN]] })).toBeNull()
  })
  it('find the cell whose place is nearest', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (unordered, share) => {
      const places = [...unordered].sort((a, b) => a - b)
      const edges = cellEdges(places)
      const at = places[0]! + share * (places.at(-1)! - places[0]!)
      const nearest = Math.min(...places.map((place) => Math.abs(place - at)))
      expect(Math.abs(places[cellAt(edges, at)]! - at)).toBeCloseTo(nearest, 9)
    }))
    expect(cellAt(cellEdges([1, 2]), 3)).toBe(-1)
  })
})

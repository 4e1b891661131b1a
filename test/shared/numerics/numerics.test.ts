import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hilbertTransform } from '../../../src/shared/numerics/hilbertTransform'
import { interpolate } from '../../../src/shared/numerics/interpolate'
import { linearFit } from '../../../src/shared/numerics/linearFit'
import { mean } from '../../../src/shared/numerics/mean'
import { minMaxDecimate } from '../../../src/shared/numerics/minMaxDecimate'
import { sampleSd } from '../../../src/shared/numerics/sampleSd'
import { studentT95 } from '../../../src/shared/numerics/studentT95'
import { trapezoid } from '../../../src/shared/numerics/trapezoid'

describe('trapezoid', () => {
  it('is exact for straight lines on uneven steps', () => {
    expect(trapezoid([0, 1, 4, 4.5], [1, 3, 9, 10])).toBeCloseTo(4.5 + 4.5 ** 2, 12)
    expect(() => trapezoid([1], [1])).toThrow(RangeError)
    expect(() => trapezoid([1, 2], [1])).toThrow(RangeError)
  })
  it('adds up over parts', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 3, maxLength: 40 }), (y) => {
      const x = y.map((_, i) => i ** 1.5)
      const cut = Math.floor(y.length / 2)
      const parts = trapezoid(x.slice(0, cut + 1), y.slice(0, cut + 1)) + trapezoid(x.slice(cut), y.slice(cut))
      expect(parts).toBeCloseTo(trapezoid(x, y), 6)
    }))
  })
})

describe('linearFit', () => {
  it('gives the capacitance of the ECSA example', () => {
    const fit = linearFit([10, 20, 40, 60, 80, 100], [0.112, 0.221, 0.447, 0.662, 0.889, 1.103])
    expect(fit.slope * 1000).toBeCloseTo(11.036164383561639, 9)
  })
  it('finds any exact line again, weighted or not', () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true })
    fc.assert(fc.property(number, number, (slope, intercept) => {
      const x = [1, 2, 4, 7]
      const fit = linearFit(x, x.map((value) => intercept + slope * value), [1, 0.5, 0.2, 3])
      expect(fit.slope).toBeCloseTo(slope, 8)
      expect(fit.intercept).toBeCloseTo(intercept, 8)
    }))
  })
  it('counts a doubled weight as a doubled point', () => {
    const weighted = linearFit([0, 1, 2], [0, 1.2, 1.9], [1, 2, 1])
    const doubled = linearFit([0, 1, 1, 2], [0, 1.2, 1.2, 1.9])
    expect(weighted.slope).toBeCloseTo(doubled.slope, 12)
    expect(weighted.intercept).toBeCloseTo(doubled.intercept, 12)
  })
  it('has no residual with two points and refuses what is no line', () => {
    expect(linearFit([0, 1], [0, 1])).toMatchObject({ slope: 1, seSlope: null, residualSd: null })
    expect(linearFit([0, 1, 2], [3, 3, 3]).r2).toBeNull()
    for (const [x, y] of [[[1], [1]], [[1, 1], [1, 2]], [[1, 2], [1]], [[1, NaN], [1, 2]]] as const) expect(() => linearFit(x, y)).toThrow(RangeError)
    expect(() => linearFit([1, 2], [1, 2], [0, 1])).toThrow(RangeError)
  })
})

describe('mean and sampleSd', () => {
  it('know what they cannot tell', () => {
    expect([mean([1, 2, 6]), sampleSd([1, 2, 6])]).toEqual([3, Math.sqrt(7)])
    expect(() => mean([])).toThrow(RangeError)
    expect(() => sampleSd([1])).toThrow(RangeError)
  })
})

describe('interpolate', () => {
  it.each([[[400, 500, 600], [1, 2, 4]], [[600, 500, 400], [4, 2, 1]]])('works on %j', (x, y) => {
    expect([400, 450, 500, 550, 600].map((at) => interpolate(x, y, at))).toEqual([1, 1.5, 2, 3, 4])
    expect([interpolate(x, y, 399.9), interpolate(x, y, 600.1)]).toEqual([undefined, undefined])
  })
  it('needs points', () => expect(() => interpolate([], [], 1)).toThrow(RangeError))
})

describe('minMaxDecimate', () => {
  it('keeps peaks, ends and order within the limit', () => {
    const peak = fc.integer({ min: 0, max: 9999 })
    fc.assert(fc.property(peak, fc.integer({ min: 4, max: 500 }), (at, limit) => {
      const x = Array.from({ length: 10000 }, (_, i) => i)
      const curve = minMaxDecimate(x, x.map((i) => (i === at ? 7 : Math.sin(i))), limit)
      expect(curve.x.length).toBeLessThanOrEqual(limit)
      expect(Math.max(...curve.y)).toBe(7)
      expect([curve.x[0], curve.x.at(-1)]).toEqual([0, 9999])
      expect(curve.x).toEqual([...curve.x].sort((a, b) => a - b))
    }), { numRuns: 20 })
  })
  it('leaves a short curve alone but for what is not finite', () => {
    expect(minMaxDecimate([1, 2, 3, 4], [1, NaN, Infinity, 2], 10)).toEqual({ x: [1, 4], y: [1, 2] })
    expect(() => minMaxDecimate([1], [1], 3)).toThrow(RangeError)
  })
})

describe('studentT95', () => {
  it.each([[1, 12.7062], [2, 4.30265], [3, 3.18245], [4, 2.77645], [9, 2.26216], [30, 2.04227], [1000, 1.96234]])('%i degrees of freedom: %f', (df, t) => {
    expect(studentT95(df)).toBeCloseTo(t, 4)
  })
  it('refuses none', () => expect(() => studentT95(0)).toThrow(RangeError))
})

describe('hilbertTransform', () => {
  it.each([64, 301])('turns a cosine of %i points into a sine', (n) => {
    const turns = Array.from({ length: n }, (_, i) => (2 * Math.PI * 5 * i) / n)
    const transform = hilbertTransform(turns.map(Math.cos))
    turns.forEach((turn, i) => expect(transform[i]).toBeCloseTo(Math.sin(turn), 9))
  })
})

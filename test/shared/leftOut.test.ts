import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addStretch, pointKey, pointsLeftOut, removeStretches, stretchesLeftOut, togglePoint } from '../../src/shared/leftOut'

describe('points left out', () => {
  it('are numbers for all series or for one, as typed', () => {
    const isOut = pointsLeftOut('10; r2@40; 0,5')
    expect([isOut(10, 'r1'), isOut(40, 'r1'), isOut(40, 'r2'), isOut(0.5, ''), isOut(11, 'r1')]).toEqual([true, false, true, true, false])
  })
  it('are found again by the key that a click writes, whatever their size and series', () => {
    fc.assert(fc.property(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), fc.option(fc.string({ maxLength: 12 }), { nil: null }), (x, series) => {
      const text = togglePoint('7; a@8', pointKey(x, series))
      expect(pointsLeftOut(text)(x, series ?? 'any')).toBe(true)
      expect(togglePoint(text, pointKey(x, series))).toBe('7; a@8')
    }), { examples: [[0.5, 'x; y@z']] })
  })
  it('refuses what is no number in one sentence', () => {
    expect(() => pointsLeftOut('10; ten')).toThrow('"ten" in the list of points left out cannot be read; write them like 10; 40')
  })
})

describe('stretches left out', () => {
  it('are read with dash, hyphen or words, of all series or one', () => {
    expect(stretchesLeftOut('0.2–0.35; r2@1-1.5; 3 to 2', 'r2')).toEqual([{ from: 0.2, to: 0.35 }, { from: 1, to: 1.5 }, { from: 2, to: 3 }])
    expect(stretchesLeftOut('r2@1-1.5', 'r1')).toEqual([])
    expect(() => stretchesLeftOut('0.2', 'r1')).toThrow('cannot be read; write them like 0.2–0.35')
  })
  it('are added to the series that are seen and taken back where they lie', () => {
    const text = addStretch('0–0.1', ['−0.3 V, r1', 'r2'], { from: 0.51234567, to: 0.4 })
    expect(text).toBe('0–0.1; -0.3 V, r1@0.4–0.5123; r2@0.4–0.5123')
    expect(removeStretches(text, ['r2'], 0.45)).toBe('0–0.1; -0.3 V, r1@0.4–0.5123')
    expect(removeStretches(text, null, 0.45)).toBe('0–0.1')
    expect(removeStretches(text, null, 2)).toBe(text)
  })
})

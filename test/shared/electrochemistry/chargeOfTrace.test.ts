import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargeOfTrace, type TracePart } from '../../../src/shared/electrochemistry/chargeOfTrace'
import { column, measurement } from '../analyses/project'

const trace = (t: readonly number[], i: readonly number[]) => measurement('CA', [column('time', 's', t), column('current', 'A', i)])
const part = (more: Partial<TracePart> = {}): TracePart => ({ from_s: 0, to_s: Infinity, leftOut: [], leftOutAs: 'line', ...more })
const seconds = Array.from({ length: 101 }, (_, i) => i * 10)

describe('part of a trace', () => {
  const decaying = trace(seconds, seconds.map((t) => -1 - Math.exp(-t / 50)))
  it('is the whole when nothing is left out', () => {
    const whole = chargeOfTrace(decaying)
    expect(chargeOfTrace(decaying, undefined, part()).chargeC).toBeCloseTo(whole.chargeC, 9)
    expect(chargeOfTrace(decaying, undefined, part()).duration_s).toBe(whole.duration_s)
  })
  it('adds up: window before and after any time give the whole', () => {
    fc.assert(fc.property(fc.double({ min: 10, max: 990, noNaN: true }), (cut) => {
      const [before, after] = [part({ to_s: cut }), part({ from_s: cut })].map((piece) => chargeOfTrace(decaying, undefined, piece))
      expect(before!.chargeC + after!.chargeC).toBeCloseTo(chargeOfTrace(decaying).chargeC, 9)
      expect(before!.duration_s + after!.duration_s).toBeCloseTo(1000, 9)
    }))
  })
  it('is exact for a ramp, also between the points', () => {
    const ramp = trace(seconds, seconds.map((t) => -t / 1000))
    expect(chargeOfTrace(ramp, undefined, part({ from_s: 123.4, to_s: 777.7 })).chargeC).toBeCloseTo(-(777.7 ** 2 - 123.4 ** 2) / 2000, 9)
  })
  it('bridges a faulty stretch by a straight line, and lets nothing flow where the cell was off', () => {
    const faulty = trace(seconds, seconds.map((t) => (t > 300 && t < 400 ? 5 : -0.01)))
    const stretch = [{ from: 250, to: 450 }, { from: 280, to: 300 }]
    const bridged = chargeOfTrace(faulty, undefined, part({ leftOut: stretch }))
    expect([bridged.chargeC, bridged.duration_s]).toEqual([expect.closeTo(-10, 9), 1000])
    const off = chargeOfTrace(faulty, undefined, part({ leftOut: stretch, leftOutAs: 'nothing' }))
    expect([off.chargeC, off.duration_s]).toEqual([expect.closeTo(-8, 9), 800])
  })
  it('takes the current behind a start-up transient for the transient', () => {
    const spike = trace(seconds, seconds.map((t) => (t < 50 ? -3 : -0.02)))
    expect(chargeOfTrace(spike, undefined, part({ leftOut: [{ from: 0, to: 60 }] })).chargeC).toBeCloseTo(-20, 9)
  })
  it('does not count a gap that is left out, and says when nothing is left', () => {
    const gap = trace([...seconds.filter((t) => t < 300 || t > 600)], seconds.filter((t) => t < 300 || t > 600).map(() => -1))
    expect(chargeOfTrace(gap).largestGap).toBeGreaterThan(5)
    expect(chargeOfTrace(gap, undefined, part({ leftOut: [{ from: 285, to: 620 }] })).largestGap).toBe(1)
    expect(() => chargeOfTrace(gap, undefined, part({ from_s: 900, to_s: 100 }))).toThrow('leave nothing of the trace')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf, withDifference, type Difference } from '../../src/shared/difference'

/** As the other side has it. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const apply = (before: unknown, now: unknown): unknown => withDifference(sent(before), sent(differenceOf(before, now)))
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.integer({ min: 0, max: 3 }), fc.constantFrom(null, 'a', 'NO₃⁻', true, Number.NaN, Infinity), fc.array(tie('value'), { maxLength: 5 }), fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom('x', 'y', 'results', '__proto__', 'constructor'), tie('value'), { maxKeys: 4 }))
})).value

describe('the difference between two versions', () => {
  it('turns any value into any other', () => {
    fc.assert(fc.property(values, values, (before, now) => { expect(JSON.stringify(apply([before], [now]))).toBe(JSON.stringify(sent([now]))) }), { numRuns: 2000 })
  })
  it('is nothing for the same, and short where little differs', () => {
    const results = Array.from({ length: 2000 }, (_, i) => ({ metric: 'charge', value: i, conditions: { run: `R${i}` }, inputs: [`f${i}`] }))
    const before = { analysis: 'a', results, gone: undefined }
    expect(differenceOf(before, { ...sent(before) })).toBe(0)
    const now = { ...before, results: results.map((result, i) => (i === 7 ? { ...result, value: -1 } : { ...result })) }
    expect(differenceOf(before, now)).toEqual({ keys: { results: { items: [[7, { keys: { value: { is: -1 } } }]] } } } satisfies Difference)
    const longer = { ...before, results: [...results.slice(0, 5), { ...results[0]!, value: 0.5 }, ...results.slice(5)] }
    expect(JSON.stringify(differenceOf(before, longer)).length).toBeLessThan(200)
  })
  it('leaves what is the same as the objects of before', () => {
    const before = { figures: [{ x: [1, 2] }, { x: [3] }], results: [{ value: 1 }] }
    const after = withDifference(before, differenceOf(before, { figures: [{ x: [1, 2] }, { x: [4] }], results: [{ value: 1 }] })) as typeof before
    expect(after.figures[0]).toBe(before.figures[0])
    expect(after.results).toBe(before.results)
    expect(after.figures[1]).toEqual({ x: [4] })
  })
})

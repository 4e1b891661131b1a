import { describe, expect, it } from 'vitest'
import { remembered } from '../../src/shared/remembered'

describe('what is remembered', () => {
  const counted = (): { of: (subject: object, madeOf: readonly unknown[]) => number; made: () => number } => {
    const kept = remembered<number>()
    let made = 0
    return { of: (subject, madeOf) => kept(subject, madeOf, () => (made += 1)), made: () => made }
  }
  it('is given again where the subject and all that it is made of are the very same', () => {
    const { of, made } = counted()
    const [run, charge] = [{}, {}]
    expect([of(run, [charge, 8, undefined, NaN]), of(run, [charge, 8, undefined, NaN]), made()]).toEqual([1, 1, 1])
  })
  it('is made anew of another part, of more or fewer parts, and of a part that only looks the same', () => {
    const { of } = counted()
    const [run, charge] = [{}, { value: 1 }]
    const parts = [[charge, 8], [charge, 6], [charge], [charge, 6, 1], [{ value: 1 }, 6, 1], [], [null], [undefined], [0], [-0]]
    expect(parts.map((madeOf) => of(run, madeOf))).toEqual(parts.map((_, i) => i + 1))
  })
  it('is apart for every subject and every use', () => {
    const { of } = counted()
    const [one, other] = [{}, {}]
    expect([of(one, []), of(other, []), of(one, []), counted().of(one, [])]).toEqual([1, 2, 1, 1])
  })
  it('is made again after it failed', () => {
    const kept = remembered<string>()
    const run = {}
    expect(() => kept(run, [], () => { throw new Error('the disk is gone') })).toThrow('the disk is gone')
    expect(kept(run, [], () => 'back')).toBe('back')
  })
})

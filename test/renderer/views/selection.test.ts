import { describe, expect, it } from 'vitest'
import { all, at, nothingSelected, only, stepped, toggled, upTo, type Selection } from '../../../src/renderer/views/inbox/selection'

const order = ['a', 'b', 'c', 'd', 'e']
const ids = ({ ids: chosen }: Selection): string => order.filter((id) => chosen.has(id)).join('')

describe('rows chosen as in a file manager', () => {
  it('one, others beside it, and without one again', () => {
    const two = toggled(only('b'), 'd')
    expect([ids(two), two.current]).toEqual(['bd', 'd'])
    expect(ids(toggled(two, 'b'))).toBe('d')
    expect(ids(toggled(only('b'), 'b'))).toBe('')
    expect(ids(only('c'))).toBe('c')
  })
  it('a stretch turns about the row where it began', () => {
    const down = upTo(only('c'), 'e', order)
    expect([ids(down), ids(upTo(down, 'd', order)), ids(upTo(down, 'a', order))]).toEqual(['cde', 'cd', 'abc'])
    expect(upTo(down, 'a', order)).toMatchObject({ current: 'a', anchor: 'c' })
  })
  it('a stretch in addition keeps what was chosen', () => {
    expect(ids(upTo(toggled(only('a'), 'c'), 'd', order, true))).toBe('acd')
    expect(ids(upTo(toggled(only('a'), 'c'), 'd', order))).toBe('cd')
  })
  it('a stretch whose beginning has gone begins where the keyboard is, else at its end', () => {
    expect(ids(upTo({ ids: new Set(['x']), anchor: 'x', current: 'b' }, 'd', order))).toBe('bcd')
    expect(upTo({ ids: new Set(['x']), anchor: 'x', current: 'x' }, 'd', order)).toEqual(only('d'))
    expect(upTo(nothingSelected, 'd', order)).toEqual(only('d'))
  })
  it('all, with the keyboard where it was', () => {
    expect([ids(all(only('d'), order)), all(only('d'), order).current, all(nothingSelected, order).current]).toEqual(['abcde', 'd', 'a'])
    expect(all(nothingSelected, [])).toEqual(nothingSelected)
  })
  it('the keyboard stops at both ends, and begins at the first', () => {
    expect([stepped(only('b'), 1, order), stepped(only('b'), -5, order), stepped(only('b'), Infinity, order), stepped(nothingSelected, 1, order), stepped(only('x'), 1, order), stepped(only('b'), 1, [])]).toEqual(['c', 'a', 'e', 'a', 'a', null])
    expect(at(only('b'), 'd')).toEqual({ ...only('b'), current: 'd' })
  })
})

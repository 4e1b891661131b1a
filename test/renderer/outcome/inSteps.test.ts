import { describe, expect, it } from 'vitest'
import { figureSteps } from '../../../src/renderer/outcome/figureSteps'
import { rowSteps } from '../../../src/renderer/outcome/rowSteps'
import type { Figure } from '../../../src/shared/figure'

const figure = (id: string, points: number): Figure => ({
  kind: 'xy', id, title: id, x: { title: 'x', unit: '' }, y: { title: 'y', unit: '' },
  series: [{ name: id, style: 'line', x: Array.from({ length: points }, (_, i) => i), y: Array.from({ length: points }, () => 1) }]
})
const row = (key: string): { readonly key: string } => ({ key })
const keysOf = (rows: readonly { readonly key: string }[]): string => rows.map(({ key }) => key).join('')

describe('figures of a card that come in steps', () => {
  it('sets small ones together, and large ones one after the other', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => figure(id, id === 'b' || id === 'c' ? 3900 : 50))
    const steps = figureSteps([], [a!, b!, c!, d!])
    expect(steps.map((shown) => shown.map(({ id }) => id).join(''))).toEqual(['ab', 'abcd'])
  })
  it('shows that of before until the turn of the new one, and takes those away at once that have gone', () => {
    const before = [figure('gone', 10), figure('a', 9000), figure('b', 9000)]
    const now = [figure('a', 9000), figure('b', 9000), figure('new', 9000)]
    const steps = figureSteps(before, now)
    expect(steps).toHaveLength(3)
    expect(steps[0]).toEqual([now[0], before[2]])
    expect(steps[0]![0]).toBe(now[0])
    expect(steps[0]![1]).toBe(before[2])
    expect(steps[2]).toEqual(now)
  })
  it('takes no step for figures that are the same objects', () => {
    const same = [figure('a', 9000), figure('b', 9000), figure('c', 9000)]
    expect(figureSteps(same, [...same])).toEqual([same])
  })
})

describe('rows of a table that come in steps', () => {
  it('shows rows of before at once, whatever their numbers have become', () => {
    const many = Array.from({ length: 25 }, (_, i) => row(String.fromCharCode(97 + i)))
    const [first, ...more] = rowSteps(many, many.map(({ key }) => row(key)))
    expect(more).toEqual([])
    expect(keysOf(first!)).toBe(keysOf(many))
  })
  it('makes eight new ones in a step, keeps the others in their places until then, and never one key twice', () => {
    const before = [...'abcdefghij'].map(row)
    const now = [...'ABCDjEFGHIJKcLMNOPQRS'].map(row)
    const steps = rowSteps(before, now)
    expect(steps.map(keysOf)).toEqual(['ABCDjEFGH', 'ABCDjEFGHIJKcLMNOP', keysOf(now)])
    for (const shown of steps) expect(new Set(shown.map(({ key }) => key)).size).toBe(shown.length)
  })
})

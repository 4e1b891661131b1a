import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/shared/analyses/analysis'
import { dealCards } from '../../src/renderer/views/cards/dealCards'
import type { Card } from '../../src/renderer/views/cards/cardsOf'
import { keepUnchanged, inSteps } from '../../src/renderer/views/keepUnchanged'

const outcome = (analysis: string, key: string, more: Partial<Outcome> = {}): Outcome =>
  ({ analysis, version: 1, catalyst: 'NC', state: 'result', results: [], figures: [], needs: [], findings: [], trace: { appVersion: '1', settings: {}, key, inputs: [] }, ...more })

describe('outcomes that come again', () => {
  it('stay the same objects unless they changed', () => {
    const before = [outcome('a', '1'), outcome('b', '1'), outcome('c', '1')]
    const finding = { rule: 'r', level: 'note', catalyst: null, message: { id: 'x', text: 'x' }, source: '' } as never
    const next = keepUnchanged(before, [outcome('a', '1'), outcome('b', '2'), outcome('c', '1', { findings: [finding] })])
    expect(next.map((one, i) => one === before[i])).toEqual([true, false, false])
    expect(next[2]!.findings).toEqual([finding])
  })
  it('are set in steps where they are large, small ones together; new and gone ones come with the first', () => {
    const before = [outcome('a', '1'), outcome('b', '1'), outcome('c', '1'), outcome('d', '1'), outcome('gone', '1')]
    const large = [{ kind: 'heat', xs: Array(101).fill(0), ys: Array(40).fill(0) } as never]
    const steps = inSteps(before, [outcome('a', '2'), outcome('b', '1'), outcome('c', '2', { figures: large }), outcome('d', '2'), outcome('new', '1')])
    const keys = (step: readonly Outcome[]): string => step.map(({ analysis, trace }) => `${analysis}${trace.key}`).join(' ')
    expect(steps.map(keys)).toEqual(['a2 b1 c1 d1 new1', 'a2 b1 c2 d1 new1', 'a2 b1 c2 d2 new1'])
    expect(steps[0]![1]).toBe(before[1])
    expect(steps[0]![2]).toBe(before[2])
    expect(steps[0]![0]).toBe(steps[1]![0])
    expect(inSteps(before, [outcome('a', '2')])).toHaveLength(1)
    const many = Array.from({ length: 20 }, (_, i) => String(i))
    expect(inSteps(many.map((id) => outcome(id, '1')), many.map((id) => outcome(id, '2')))).toHaveLength(10)
  })
})

describe('cards in columns', () => {
  it('stay in order, and a tall one has the others beside it', () => {
    const figure = { kind: 'xy', id: 'f', title: '', x: { title: '', unit: '' }, y: { title: '', unit: '' }, series: [] } as const
    const cards = [1, 6, 1, 1, 1].map((figures, i): Card => ({ info: { id: String(i) } as Card['info'], outcome: outcome(String(i), '1', { figures: Array.from({ length: figures }, () => figure) }) }))
    expect(dealCards(cards, 2).map((column) => column.map(({ info }) => info.id))).toEqual([['0', '2', '3', '4'], ['1']])
    expect(dealCards(cards, 1)[0]).toEqual(cards)
  })
})

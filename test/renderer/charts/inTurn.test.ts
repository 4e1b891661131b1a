import { describe, expect, it } from 'vitest'
import { createInTurn } from '../../../src/renderer/charts/inTurn'

function window_() {
  let [time, frames] = [0, [] as (() => void)[]]
  const done: string[] = []
  const inTurn = createInTurn(() => time, (call) => frames.push(call))
  return {
    done,
    fill: () => inTurn.fill(),
    draw: (name: string, takes: number) => inTurn(() => { time += takes; done.push(name) }),
    frame: () => { const calls = frames; frames = []; calls.forEach((call) => call()) }
  }
}

describe('charts that change together', () => {
  it('are drawn at once while there is room in the frame, then in the next ones, in order', () => {
    const { done, draw, frame } = window_()
    for (const name of ['a', 'b', 'c', 'd', 'e']) draw(name, 5)
    expect(done).toEqual(['a', 'b'])
    frame()
    expect(done).toEqual(['a', 'b', 'c', 'd'])
    draw('f', 1)
    expect(done, 'none overtakes').toHaveLength(4)
    frame()
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    frame()
    draw('g', 50)
    expect(done.at(-1)).toBe('g')
  })

  it('are drawn behind what an answer changed', () => {
    const { done, draw, frame, fill } = window_()
    fill()
    for (const name of ['a', 'b']) draw(name, 1)
    expect(done).toEqual([])
    frame()
    expect(done).toEqual(['a', 'b'])
    frame()
    draw('c', 1)
    expect(done.at(-1), 'at once again').toBe('c')
  })

  it('one that takes long has a frame to itself', () => {
    const { done, draw, frame } = window_()
    for (const name of ['a', 'b', 'c']) draw(name, 40)
    for (const count of [1, 2, 3]) {
      expect(done).toHaveLength(count)
      frame()
    }
  })

  it('can be given up, and one that fails stops no other', () => {
    const { done, draw, frame } = window_()
    draw('a', 20)
    const giveUp = draw('b', 1)
    draw('c', 1)
    giveUp()
    frame()
    expect(done).toEqual(['a', 'c'])
  })
})

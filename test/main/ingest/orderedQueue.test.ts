import { expect, it } from 'vitest'
import { createOrderedQueue } from '../../../src/main/ingest/orderedQueue'

const after = (ms: number, value: number): Promise<number> => new Promise((resolve) => setTimeout(() => resolve(value), ms))

it('hands results over in the order of adding, whichever was ready first', async () => {
  const queue = createOrderedQueue<number>(3)
  const got: (number | string)[] = []
  for (const [i, ms] of [40, 1, 20, 1, 5, 30].entries()) queue.add(() => after(ms, i), (v) => got.push(v), (e) => got.push(e.message))
  queue.add(() => Promise.reject(new Error('no')), (v) => got.push(v), (e) => got.push(e.message))
  await queue.drained()
  expect(got).toEqual([0, 1, 2, 3, 4, 5, 'no'])
})

it('never runs more than its width at once', async () => {
  const queue = createOrderedQueue<number>(2)
  let running = 0
  let most = 0
  for (let i = 0; i < 10; i += 1) {
    queue.add(async () => { running += 1; most = Math.max(most, running); await after(3, i); running -= 1; return i }, () => undefined, () => undefined)
  }
  await queue.drained()
  expect(most).toBe(2)
})

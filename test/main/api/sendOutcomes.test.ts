import { describe, expect, it } from 'vitest'
import { createSendOutcomes } from '../../../src/main/api/sendOutcomes'
import { createReceived } from '../../../src/renderer/views/receivedOutcomes'
import type { Outcome } from '../../../src/shared/analyses/analysis'

const outcome = (analysis: string, value: number): Outcome => ({ analysis, value } as unknown as Outcome)

describe('outcomes on their way to the window', () => {
  it('are sent once, and again only when they are new', async () => {
    const [send, received] = [createSendOutcomes(), createReceived()]
    const [a, b] = [outcome('a', 1), outcome('b', 1)]
    const first = send([a, b], received.known())
    expect(first.map(({ json }) => json)).toEqual([JSON.stringify(a), JSON.stringify(b)])
    const shown = await received.take(first)
    const newB = outcome('b', 2)
    const second = send([a, newB], received.known())
    expect(second).toMatchObject([{ json: null }, { since: first[1]!.version, json: '{"keys":{"value":{"is":2}}}' }])
    const now = await received.take(second)
    expect(now).toEqual([a, newB])
    expect(now[0]).toBe(shown[0])
    expect(received.known()).toHaveLength(2)
  })
  it('are sent whole to a view that does not have the version before', async () => {
    const send = createSendOutcomes()
    const [slow, other] = [createReceived(), createReceived()]
    await slow.take(send([outcome('a', 1)], slow.known()))
    send([outcome('a', 2)], slow.known()) // its answer has not come when the view asks again
    const third = outcome('a', 3)
    expect(await slow.take(send([third], slow.known()))).toEqual([third])
    expect(await other.take(send([third], other.known()))).toEqual([third])
  })
  it('are all sent again by a process that was started anew', async () => {
    const received = createReceived()
    const a = outcome('a', 1)
    await received.take(createSendOutcomes()([a], []))
    const again = createSendOutcomes()([a], received.known())
    expect(again[0]?.json).toBe(JSON.stringify(a))
    expect(await received.take(again)).toEqual([a])
  })
})

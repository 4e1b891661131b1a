import { describe, expect, it } from 'vitest'
import { decide, type FileFacts } from '../../../src/main/ingest/decide'

const patience = { settleMs: 800, growingMs: 5000 }
const now = 1_000_000_000
const facts = (change: Partial<FileFacts>): FileFacts => ({ bytes: 10, mtimeMs: now - 100, nowMs: now, ...change })

describe('decide', () => {
  it.each<[string, Partial<FileFacts>, string]>([
    ['a file that we have, unchanged', { known: { bytes: 10, mtimeMs: now - 100 } }, 'known'],
    ['the same size but a later time', { known: { bytes: 10, mtimeMs: now - 5000 } }, 'wait'],
    ['the same size and time, but written since', { ctimeMs: now - 50, mtimeMs: now - 60_000, known: { bytes: 10, mtimeMs: now - 60_000, ctimeMs: now - 90_000 } }, 'read'],
    ['a place that an older program recorded', { ctimeMs: now - 50, known: { bytes: 10, mtimeMs: now - 100, ctimeMs: 0 } }, 'known'],
    ['a fresh file, first look', {}, 'wait'],
    ['an old file, first look', { mtimeMs: now - 60_000 }, 'read'],
    ['a time in the future proves nothing', { mtimeMs: now + 1e9 }, 'wait'],
    ['two equal looks a settle time apart', { previousLook: { bytes: 10, mtimeMs: now - 100, atMs: now - 800, firstSeenMs: now - 900 } }, 'read'],
    ['two equal looks too close together', { previousLook: { bytes: 10, mtimeMs: now - 100, atMs: now - 300, firstSeenMs: now - 300 } }, 'wait'],
    ['it grew since the last look', { previousLook: { bytes: 9, mtimeMs: now - 900, atMs: now - 850, firstSeenMs: now - 900 } }, 'wait'],
    ['it has been growing for long: read what is there', { previousLook: { bytes: 9, mtimeMs: now - 900, atMs: now - 850, firstSeenMs: now - 6000 } }, 'read']
  ])('%s', (_, change, verdict) => {
    expect(decide(facts(change), patience).verdict).toBe(verdict)
  })

  it.each([86_400_000, -86_400_000])('counts its looks in a time that the clock does not move: a jump of %d ms', (jump) => {
    const look = { bytes: 10, mtimeMs: now + jump - 100, atMs: 5000, firstSeenMs: 5000 }
    expect(decide({ bytes: 10, mtimeMs: now + jump - 100, nowMs: now + jump, steadyMs: 5800, previousLook: look }, patience)).toEqual({ verdict: 'read' })
    expect(decide({ bytes: 10, mtimeMs: now + jump - 100, nowMs: now + jump, steadyMs: 5500, previousLook: look }, patience)).toEqual({ verdict: 'wait', forMs: 300 })
  })

  it('waits only for the rest of the settle time', () => {
    const decision = decide(facts({ previousLook: { bytes: 10, mtimeMs: now - 100, atMs: now - 300, firstSeenMs: now - 300 } }), patience)
    expect(decision).toEqual({ verdict: 'wait', forMs: 500 })
  })
})

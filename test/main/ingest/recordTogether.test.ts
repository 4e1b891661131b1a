import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRecordTogether, type Unsaved } from '../../../src/main/ingest/recordTogether'
import type { Driver } from '../../../src/main/store/driver'

describe('files that are recorded together', () => {
  beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }) })
  afterEach(() => { vi.useRealTimers() })

  /** A disk on which every transaction takes so long. */
  const slow = (ms: number): Driver => ({ transaction: <T>(work: () => T): T => { vi.advanceTimersByTime(ms); return work() } }) as Driver
  const one = { bytes: 1, record: () => ({}) } as unknown as Unsaved
  const gathered = (ms: number): { readonly add: () => void; readonly saved: () => number } => {
    let saved = 0
    const together = createRecordTogether(slow(ms), { recorded: () => { saved += 1 }, failed: () => undefined, finished: () => undefined })
    return { add: () => together.add(one), saved: () => saved }
  }

  it('wait longer for each other where saving takes long', () => {
    const { add, saved } = gathered(200)
    add()
    vi.advanceTimersByTime(150)
    expect(saved()).toBe(1)
    add()
    vi.advanceTimersByTime(599)
    expect(saved()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(saved()).toBe(2)
  })
  it('do not keep a single one waiting for what a crowd took before', () => {
    const { add, saved } = gathered(300)
    add()
    vi.advanceTimersByTime(150)
    vi.advanceTimersByTime(5000)
    add()
    vi.advanceTimersByTime(150)
    expect(saved()).toBe(2)
  })
})

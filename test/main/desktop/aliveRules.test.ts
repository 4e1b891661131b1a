import { describe, expect, it } from 'vitest'
import { lookAfterSleep } from '../../../src/main/desktop/lookAfterSleep'
import { createReloadRule } from '../../../src/main/desktop/reloadRule'

describe('a window whose page crashes', () => {
  it('is loaded again, five times a minute at most, and for years', () => {
    let now = 0
    const isToReload = createReloadRule(() => now)
    const quick = Array.from({ length: 7 }, () => isToReload('crashed'))
    expect(quick).toEqual([true, true, true, true, true, false, false])
    for (let month = 0; month < 24; month += 1) {
      now += 30 * 86_400_000
      expect(isToReload('oom')).toBe(true)
    }
    expect(isToReload('clean-exit')).toBe(false)
  })
})

describe('a computer that wakes up', () => {
  it('has the open project looked through at once, and starts nothing where none is open', async () => {
    const listeners: (() => void)[] = []
    let isOpen = false
    let scans = 0
    lookAfterSleep({ on: (event, listener) => listeners.push(event === 'resume' ? listener : () => undefined) }, () => isOpen, async () => {
      scans += 1
      throw new Error('No project is open.') // closed a moment ago: nobody is to hear of it
    })
    for (const wake of listeners) wake()
    expect(scans).toBe(0)
    isOpen = true
    for (const wake of listeners) wake()
    await Promise.resolve()
    expect(scans).toBe(1)
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { applyChange, changesOf, labelOf, type Change } from '../../../src/main/project/changes'
import type { Driver } from '../../../src/main/store/driver'
import { openStore } from '../../../src/main/store/openStore'
import type { Command } from '../../../src/shared/api'

let driver: Driver
beforeEach(() => { driver = openStore(':memory:', { create: true }) })
const apply = (changes: readonly Change[]): Change[] => changes.map((change) => applyChange(driver, change, '2026-01-01T00:00:00Z'))
const run = (command: Command): Change[] => apply(changesOf(command, driver))
const reasons = () => Object.fromEntries(driver.all<{ finding: string; reason: string }>('SELECT finding, reason FROM acknowledgements ORDER BY finding').map(({ finding, reason }) => [finding, reason]))
const acknowledge = (findings: readonly string[], reason: string | null): Command => ({ kind: 'acknowledge', findings, reason })

describe('acknowledging findings', () => {
  it('gives many the same reason in one step, and taking it back brings what each had before', () => {
    run(acknowledge(['kk|a'], 'drift'))
    const back = run(acknowledge(['kk|a', 'kk|b', 'kk|c'], 'five frequencies only'))
    expect(reasons()).toEqual({ 'kk|a': 'five frequencies only', 'kk|b': 'five frequencies only', 'kk|c': 'five frequencies only' })
    apply(back.reverse())
    expect(reasons()).toEqual({ 'kk|a': 'drift' })
  })
  it('is withdrawn, and the step says of how many', () => {
    run(acknowledge(['kk|a', 'kk|b'], 'drift'))
    run(acknowledge(['kk|a'], null))
    expect(reasons()).toEqual({ 'kk|b': 'drift' })
    expect([acknowledge(['a'], 'x'), acknowledge(['a', 'b'], 'x'), acknowledge(['a'], null), acknowledge(['a', 'b'], null)].map((command) => labelOf(command, driver)))
      .toEqual(['acknowledge finding', 'acknowledge 2 findings', 'withdraw acknowledgement', 'withdraw 2 acknowledgements'])
  })
})

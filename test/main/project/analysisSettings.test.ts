import { beforeEach, describe, expect, it } from 'vitest'
import { applyChange, changesOf, type Change } from '../../../src/main/project/changes'
import { readOverrides } from '../../../src/main/project/projectSettings'
import { addCatalyst } from '../../../src/main/store/catalysts'
import type { Driver } from '../../../src/main/store/driver'
import { openStore } from '../../../src/main/store/openStore'
import type { Command } from '../../../src/shared/api'

let driver: Driver
beforeEach(() => {
  driver = openStore(':memory:', { create: true })
  for (const name of ['RuFe-NC', 'RuCo-NC']) addCatalyst(driver, name, false)
})
const run = (command: Command): Change[] => changesOf(command, driver).map((change) => applyChange(driver, change, '2026-01-01T00:00:00Z'))
const values = (catalyst: string | null) => Object.fromEntries(readOverrides(driver, 'tafel-slope', catalyst))
const set = (key: string, value: number, more: object = {}): Command => ({ kind: 'setAnalysisSetting', analysis: 'tafel-slope', key, value, ...more })

describe('settings of an analysis', () => {
  it('hold for one catalyst, with what belongs to the same step', () => {
    run(set('from', 0.5, { catalyst: 'RuFe-NC', also: { to: 5 } }))
    expect(values('RuFe-NC')).toEqual({ from: 0.5, to: 5 })
    expect([values('RuCo-NC'), values(null)]).toEqual([{}, {}])
  })
  it('hold for all catalysts, which ends what single ones had, and undo brings that back', () => {
    run(set('from', 0.5, { catalyst: 'RuFe-NC' }))
    run(set('to', 7, { catalyst: 'RuFe-NC' }))
    const backward = run(set('from', 1))
    expect([values('RuFe-NC'), values('RuCo-NC')]).toEqual([{ from: 1, to: 7 }, { from: 1 }])
    for (const change of backward.reverse()) applyChange(driver, change, '2026-01-01T00:00:00Z')
    expect([values('RuFe-NC'), values('RuCo-NC')]).toEqual([{ from: 0.5, to: 7 }, {}])
  })
  it('of one catalyst are taken back together, and undo brings them again', () => {
    run(set('from', 0.5, { catalyst: 'RuFe-NC', also: { to: 5 } }))
    const backward = run({ kind: 'setAnalysisSetting', analysis: 'tafel-slope', key: 'from', value: null, catalyst: 'RuFe-NC', also: { to: null } })
    expect(values('RuFe-NC')).toEqual({})
    for (const change of backward.reverse()) applyChange(driver, change, '2026-01-01T00:00:00Z')
    expect(values('RuFe-NC')).toEqual({ from: 0.5, to: 5 })
  })
})

import { describe, expect, it } from 'vitest'
import { createPreview } from '../../../src/main/project/preview'
import type { Project } from '../../../src/main/project/project'
import { readDefaults } from '../../../src/main/project/projectSettings'
import { addCatalyst } from '../../../src/main/store/catalysts'
import { writeMeasurements } from '../../../src/main/store/measurements'
import { openStore } from '../../../src/main/store/openStore'
import { readOutcomes } from '../../../src/main/store/outcomes'
import { readSettings, writeSetting } from '../../../src/main/store/settings'
import { summariseMeasurement } from '../../../src/shared/measurement'
import type { Entry } from '../../../src/shared/project'
import { column, measurement } from '../../shared/analyses/project'

function open() {
  const driver = openStore(':memory:', { create: true })
  addCatalyst(driver, 'RuFe-NC', false)
  const E = Array.from({ length: 600 }, (_, i) => 0.1 - i * 0.001)
  const sweep = measurement('LSV', [column('potential', 'V', E), column('current', 'A', E.map((e) => -1e-3 / (10 ** ((e + 0.15) / 0.118) + 0.05)))])
  driver.exec('PRAGMA foreign_keys = OFF')
  writeMeasurements(driver, 'f1', [sweep])
  const field = <T>(value: T) => ({ value, origin: 'runSheet' as const, where: 'row 2' })
  const entries: readonly Entry[] = [{
    id: 'f1:0', fileId: 'f1', path: 'lsv.txt', measurement: summariseMeasurement(sweep), tags: [], content: '1', revision: '1',
    fields: { catalyst: field('RuFe-NC'), reference: field('RHE'), area_cm2: field(1) }
  }]
  let reads = 0
  const counting = { ...driver, get: ((...words: Parameters<typeof driver.get>) => { if (words[0].includes('FROM measurements')) reads += 1; return driver.get(...words) }) as typeof driver.get }
  const project = { driver: counting, entries: () => entries, defaults: () => readDefaults(counting), shown: () => ({ outcomes: [], findings: [] }) } as unknown as Project
  return { driver, project, reads: () => reads }
}

describe('a preview', () => {
  it('computes with the settings that are tried, on top of those that hold, and keeps nothing', () => {
    const { driver, project } = open()
    writeSetting(driver, 'analysis:tafel-slope@RuFe-NC', 'to', 5)
    const preview = createPreview('test')
    const slope = (from: number): number => preview(project, 'tafel-slope', 'RuFe-NC', { from })!.results[0]!.value
    expect(slope(0.05)).toBeLessThan(slope(1))
    expect(preview(project, 'tafel-slope', 'RuFe-NC', { from: 1 })!.trace.settings).toMatchObject({ from: 1, to: 5 })
    expect(readOutcomes(driver)).toEqual([])
    expect([...readSettings(driver, 'analysis:tafel-slope')]).toEqual([])
  })
  it('reads the curves once for a whole movement', () => {
    const { project, reads } = open()
    const preview = createPreview('test')
    for (let from = 0.1; from < 1; from += 0.05) preview(project, 'tafel-slope', 'RuFe-NC', { from })
    expect(reads()).toBe(1)
  })
  it('has nothing to show of a catalyst without files, and refuses an analysis that is not there', () => {
    const { project } = open()
    const preview = createPreview('test')
    expect(preview(project, 'tafel-slope', 'NC', {})).toBe(null)
    expect(() => preview(project, 'tafel', null, {})).toThrow('That analysis is not among those of the program.')
  })
})

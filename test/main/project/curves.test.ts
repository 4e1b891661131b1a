import { describe, expect, it } from 'vitest'
import { createCurves } from '../../../src/main/project/curves'
import type { Project } from '../../../src/main/project/project'
import { writeMeasurements } from '../../../src/main/store/measurements'
import { openStore } from '../../../src/main/store/openStore'
import { summariseMeasurement } from '../../../src/shared/measurement'
import type { Entry } from '../../../src/shared/project'
import { column, measurement } from '../../shared/analyses/project'

function open() {
  const driver = openStore(':memory:', { create: true })
  driver.exec('PRAGMA foreign_keys = OFF')
  const values = Array.from({ length: 30_000 }, (_, i) => (i === 12_345 ? 9 : Math.sin(i)))
  const trace = measurement('CA', [{ ...column('other', '', values.map(() => 0)), labels: ['on'] }, column('time', 's', values.map((_, i) => i)), column('current', 'mA', values)])
  writeMeasurements(driver, 'f1', [trace])
  const entries: Entry[] = [{ id: 'f1:0', fileId: 'f1', path: 'a.txt', measurement: summariseMeasurement(trace), tags: [], content: '1', revision: '1', fields: {} }]
  let reads = 0
  const counting = { ...driver, get: ((...words: Parameters<typeof driver.get>) => { if (words[0].includes('FROM columns')) reads += 1; return driver.get(...words) }) as typeof driver.get }
  return { driver, entries, project: { driver: counting, entries: () => entries } as unknown as Project, reads: () => reads }
}

describe('the curve of an entry', () => {
  it('is read once for any number of windows, and again when its file was read again', () => {
    const { entries, project, reads } = open()
    const curves = createCurves()
    for (let max = 30_000; max > 12_400; max -= 1000) expect(Math.max(...curves(project, 'f1:0', [1, 2], { min: 12_300, max }, 500).y)).toBe(9)
    expect(reads()).toBe(2)
    entries[0] = { ...entries[0]!, revision: '2' }
    expect(curves(project, 'f1:0', [1, 2], null, 500)).toMatchObject({ rows: 30_000 })
    expect(reads()).toBe(4)
  })

  it('is refused in one sentence where there is none', () => {
    const { project } = open()
    const curves = createCurves()
    expect(() => curves(project, 'f2:0', [0, 1], null, 100)).toThrow('That entry has no curve to show.')
    for (const columns of [[0, 1], [1, 7]] as const) expect(() => curves(project, 'f1:0', columns, null, 100)).toThrow('That entry has no such columns of numbers.')
  })

  it('is not drawn from numbers that are not those that were stored', () => {
    const { driver, project } = open()
    driver.run('UPDATE columns SET values_ = ? WHERE position = 2', [new Uint8Array(8 * 30_000)])
    expect(() => createCurves()(project, 'f1:0', [1, 2], null, 100)).toThrow('damaged in the project file')
  })
})

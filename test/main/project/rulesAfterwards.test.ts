import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFile } from '../../../src/main/ingest/readFile'
import { openProject, type Project } from '../../../src/main/project/project'

const trace = (i_A: number): string => ['Time/s,Current/A', ...Array.from({ length: 40 }, (_, i) => `${i * 90},${i_A + 1e-6 * (i % 3)}`), ''].join('\n')

/** An edited number is shown before the rules for the whole project are asked; nothing of what they find is lost by that. */
describe('rules for the whole project', () => {
  let folder: string
  let project: Project
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rum-rules-'))
    project = openProject({
      path: ':memory:', create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', patience: { settleMs: 0, growingMs: 0 }, emit: () => undefined,
      pool: { read: (request) => Promise.resolve(readFile(request)), close: async () => undefined }
    })
    for (const [name, text] of [['RuFe-NC_CA_-0.3V_r1.csv', trace(-0.01)], ['RuCo-NC_CA_-0.3V_r1.csv', trace(-0.02)]] as const) writeFileSync(join(folder, name), text)
    await project.retry(['RuFe-NC_CA_-0.3V_r1.csv', 'RuCo-NC_CA_-0.3V_r1.csv'].map((name) => join(folder, name)))
    await project.settled()
  })
  afterEach(async () => {
    await project.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const spelled = (findings = project.findings()): number => findings.filter(({ rule }) => rule === 'catalyst-spelling').length
  const misspell = (): void => {
    const entry = project.entries().find(({ fields }) => fields.catalyst?.value === 'RuCo-NC')!
    project.execute({ kind: 'setField', entries: [entry.id], field: 'catalyst', value: 'RuFeNC' })
  }

  it('are asked by themselves once the edit was shown, and of its undoing', async () => {
    expect(spelled()).toBe(0)
    misspell()
    await project.settled()
    expect(spelled(project.shown().findings)).toBe(1)
    project.undo()
    await project.settled()
    expect(spelled(project.shown().findings)).toBe(0)
  })
  it('are asked at once where somebody asks for findings', () => {
    misspell()
    expect(spelled()).toBe(1)
    project.undo()
    expect(spelled()).toBe(0)
  })
})

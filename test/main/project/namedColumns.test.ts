import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFile } from '../../../src/main/ingest/readFile'
import { openProject, type Project } from '../../../src/main/project/project'
import type { TableColumnChoice } from '../../../src/shared/api'
import { workbookOf } from '../../shared/readers/spreadsheet/fixture'

/** 8 Ω before 30 Ω beside 20 µF: frequency, real part, negative imaginary part. */
const impedance = Array.from({ length: 40 }, (_, i) => {
  const f = 10 ** (5 - i / 8)
  const x = 2 * Math.PI * f * 30 * 20e-6
  return [f, 8 + 30 / (1 + x * x), (30 * x) / (1 + x * x)]
})
const names: readonly TableColumnChoice[] = [['f', 'frequency', 'Hz'], ['Z_re', 'z_real', 'ohm'], ['-Z_im', 'z_imag', 'ohm']].map(([name, quantity, unit], column) => ({ table: 0, column, name: name!, quantity: quantity!, unit: unit! }))

describe('naming the columns of a file', () => {
  let folder: string
  let project: Project
  /** What a reader has read is not at hand before. */
  let held: Promise<unknown> = Promise.resolve()
  const open = (create: boolean): Project => openProject({
    path: join(folder, 'p.rum'), create, workerFile: pathToFileURL('/never'), appVersion: 'test', patience: { settleMs: 0, growingMs: 0 }, emit: () => undefined,
    pool: { read: (request) => { const outcome = readFile(request); return held.then(() => outcome) }, close: async () => undefined }
  })
  const entry = () => project.entries()[0]!
  const resistances = () => project.outcomes().find(({ analysis, catalyst }) => analysis === 'impedance' && catalyst === 'RuCo-NC')?.results.length ?? 0
  const taken = () => entry().measurement!.columns.map(({ quantity }) => quantity).join()
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rum-columns-'))
    writeFileSync(join(folder, 'RuCo-NC spectrum.xlsx'), workbookOf({ Sheet1: [['f', 'Z_re', '-Z_im'], ...impedance] }))
    project = open(true)
    await project.retry([join(folder, 'RuCo-NC spectrum.xlsx')])
    await project.settled()
  })
  afterEach(async () => {
    await project.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const restart = async (): Promise<void> => {
    await project.close()
    project = open(false)
  }

  it('brings the results of what it becomes, and takes them back when it is undone, also after a restart', async () => {
    expect([entry().measurement!.technique, resistances()]).toEqual(['TABLE', 0])
    project.execute({ kind: 'nameColumns', fileIds: [entry().fileId], columns: names })
    await project.settled()
    expect([entry().measurement!.technique, taken()]).toEqual(['EIS', 'frequency,z_real,z_imag'])
    expect(resistances()).toBeGreaterThan(0)
    await restart()
    expect(resistances()).toBeGreaterThan(0)
    project.undo()
    await project.settled()
    expect([entry().measurement!.technique, taken(), resistances()]).toEqual(['TABLE', 'other,other,other', 0])
    await restart()
    expect(resistances()).toBe(0)
    project.redo()
    await project.settled()
    expect(resistances()).toBeGreaterThan(0)
  })
  it('holds what was said last where it was undone while the file was just being read', async () => {
    let release = (): void => undefined
    held = new Promise<void>((free) => { release = free })
    project.execute({ kind: 'nameColumns', fileIds: [entry().fileId], columns: names })
    await new Promise((soon) => setTimeout(soon, 50))
    project.undo()
    await new Promise((soon) => setTimeout(soon, 50))
    release()
    await project.settled()
    expect(taken()).toBe('other,other,other')
  })
})

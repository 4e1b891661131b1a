import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FolderNames, InboxRow } from '../../../src/shared/api'
import { readFile } from '../../../src/main/ingest/readFile'
import { inboxCounts, inboxPage, inboxRows, inboxTexts } from '../../../src/main/project/inboxPage'
import { previewFolder } from '../../../src/main/project/previewFolder'
import { openProject, type Project } from '../../../src/main/project/project'
import { openDriver } from '../../../src/main/store/driver'
import { migrations } from '../../../src/main/store/migrations'
import { traceOf } from '../../faults/faultLab'

let folder: string
let lab: string
let path: string
let reads: string[]
const inProcess = { read: async (request: Parameters<typeof readFile>[0]) => (reads.push(request.path), readFile(request)), close: async () => undefined }
const open = (): Project => openProject({ path, create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', pool: inProcess, patience: { settleMs: 0, growingMs: 0 }, emit: () => undefined })
const put = (name: string, n: number): void => {
  mkdirSync(dirname(join(lab, name)), { recursive: true })
  writeFileSync(join(lab, name), traceOf(n).replace(/Init E.*\r\n/, ''))
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rum-names-'))
  lab = join(folder, 'lab')
  path = join(folder, 'p.rum')
  reads = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function look(project: Project): Promise<void> {
  await project.folders.scanAll()
  await project.settled()
}
async function watched(): Promise<Project> {
  const project = open()
  project.folders.add([lab])
  await look(project)
  return project
}
const idOf = (project: Project): string => project.folders.list().find((one) => one.path === lab)!.id
const set = async (project: Project, names: Partial<FolderNames>): Promise<void> => {
  project.execute({ kind: 'setFolderNames', folder: idOf(project), names: { template: null, ignore: [], ...names } })
  await look(project)
}
const rows = (project: Project): InboxRow[] => inboxRows(project.driver, project.entries()).sort((a, b) => (a.path < b.path ? -1 : 1))
const below = (of: string): string => of.slice(lab.length + 1).replaceAll(sep, '/')
const states = (project: Project): Record<string, string> => Object.fromEntries(rows(project).map((row) => [below(row.path), row.status]))
const said = (project: Project): string[] => project.entries().map(({ path: of, fields }) =>
  `${below(of)}: ${[fields.catalyst, fields.technique, fields.potential_V, fields.replicate, fields.run].map((field) => (field ? `${field.value}${field.template === undefined ? '' : '*'}` : '-')).join(' ')}`).sort()
const numbers = (project: Project): string[] => project.outcomes().flatMap(({ results }) => results.map((result) => JSON.stringify(result))).sort()

const template = '{catalyst}_{technique}_{potential}_{replicate}'

describe('the template of a folder', () => {
  beforeEach(() => {
    put('Zed_CA_0.3_1.txt', 4)
    put('deep/Zed_CA_-0.3_2.txt', 7)
    put('CA_RuFe-NC_-0.4V_r3.txt', 10)
  })

  it('re-reads what came in before, at once and without reading a file, and undo and redo do the same', async () => {
    const project = await watched()
    const before = { said: said(project), numbers: numbers(project) }
    expect(before.said).toEqual(['CA_RuFe-NC_-0.4V_r3.txt: RuFe-NC CA -0.4 3 -', 'Zed_CA_0.3_1.txt: - CA - - -', 'deep/Zed_CA_-0.3_2.txt: - CA - - -'])
    reads = []
    project.execute({ kind: 'setFolderNames', folder: idOf(project), names: { template, ignore: [] } })
    const after = ['CA_RuFe-NC_-0.4V_r3.txt: RuFe-NC CA -0.4 3 -', 'Zed_CA_0.3_1.txt: Zed* CA* 0.3* 1* -', 'deep/Zed_CA_-0.3_2.txt: Zed* CA* -0.3* 2* -']
    expect(said(project)).toEqual(after)
    expect(project.state().catalysts.find(({ name }) => name === 'Zed')).toMatchObject({ isNew: true, entries: 2 })
    expect(project.outcomes().filter(({ catalyst }) => catalyst === 'Zed').length).toBeGreaterThan(0)
    expect(project.state().undo).toBe('set how the names of lab are read')
    const names = rows(project).map(({ name, note }) => [name, note])
    expect(names[0]).toEqual(['CA_RuFe-NC_-0.4V_r3.txt', `Its name does not fit the template ${template} (“RuFe-NC” is no {technique}); it was read by its words.`])
    expect(names.slice(1).map(([, note]) => note)).toEqual([null, null])
    project.undo()
    expect(said(project)).toEqual(before.said)
    expect(numbers(project)).toEqual(before.numbers)
    expect(project.state().catalysts.map(({ name }) => name)).not.toContain('Zed')
    project.redo()
    expect(said(project)).toEqual(after)
    await project.settled()
    expect(reads).toEqual([])
    await project.close()
  })
  it('holds after the project was opened again, for files that come later, and when the folder is not watched any more', async () => {
    const project = await watched()
    await set(project, { template })
    const before = { said: said(project), numbers: numbers(project) }
    copyFileSync(path, join(folder, 'copy.rum')) // as a killed program leaves it
    for (const end of ['-wal', '-shm']) try { copyFileSync(`${path}${end}`, join(folder, `copy.rum${end}`)) } catch { /* there is none */ }
    await project.close()
    for (const at of [path, join(folder, 'copy.rum')]) {
      path = at
      const again = open()
      await again.settled()
      expect(again.folders.list()[0]!.names).toEqual({ template, ignore: [] })
      expect(said(again)).toEqual(before.said)
      expect(numbers(again)).toEqual(before.numbers)
      await again.close()
    }
    const again = open()
    put('Zed_IT_m0p5V_9.txt', 12)
    await look(again)
    expect(said(again)).toContain('Zed_IT_m0p5V_9.txt: Zed* CA* -0.5* 9* -')
    await again.folders.remove(idOf(again))
    again.execute({ kind: 'setDefault', field: 'pH', value: 14 })
    expect(said(again)).toContain('Zed_CA_0.3_1.txt: Zed* CA* 0.3* 1* -')
    again.folders.add([lab])
    expect(again.folders.list()[0]!.names.template).toBe(template)
    await again.close()
  })
  it('makes a catalyst known for names elsewhere, whatever comes first', async () => {
    const other = join(folder, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'Zed_CA_-0.2V.txt'), traceOf(3).replace(/Init E.*\r\n/, ''))
    const project = await watched()
    project.folders.add([other])
    await look(project)
    const catalystThere = (): string | undefined => project.entries().find((entry) => entry.path.startsWith(other))?.fields.catalyst?.value
    expect(catalystThere()).toBeUndefined()
    project.execute({ kind: 'setFolderNames', folder: idOf(project), names: { template, ignore: [] } })
    expect(catalystThere()).toBe('Zed')
    project.execute({ kind: 'setFolderNames', folder: idOf(project), names: { template: null, ignore: [] } })
    expect(catalystThere()).toBeUndefined()
    await project.close()
  })
  it('is refused in one sentence where it is none, and nothing changes', async () => {
    const project = await watched()
    expect(() => project.execute({ kind: 'setFolderNames', folder: idOf(project), names: { template: '{catalyst}{technique}', ignore: [] } })).toThrow(/^Nothing stands between/)
    expect(() => project.execute({ kind: 'setFolderNames', folder: idOf(project), names: { template: null, ignore: ['../x'] } })).toThrow(/leads out of the watched folder/)
    expect(() => project.execute({ kind: 'setFolderNames', folder: 'gone', names: { template: null, ignore: [] } })).toThrow(/not watched any more/)
    expect([project.folders.list()[0]!.names, project.state().undo]).toEqual([{ template: null, ignore: [] }, null])
    await project.close()
  })
  it('is shown on names of the folder before it is applied', async () => {
    const project = await watched()
    const shown = previewFolder(project, idOf(project), { template: '{catalyst}_{technique}_{potential:-V}_{replicate}', ignore: ['deep/**'] })
    expect([shown.files, shown.measured, shown.fitting, shown.ignored, shown.isPart]).toEqual([3, 2, 1, 1, false])
    expect(shown.names.map(({ path: of, ignoredBy, misfit, fields }) => [of, ignoredBy, misfit === null, fields.map(({ key, value, isNew }) => `${key} ${value}${isNew ? ' new' : ''}`).join(', ')])).toEqual([
      ['Zed_CA_0.3_1.txt', null, true, 'catalyst Zed new, technique CA, potential_V -0.3, reference RHE, replicate 1'],
      ['CA_RuFe-NC_-0.4V_r3.txt', null, false, 'catalyst RuFe-NC, technique CA, potential_V -0.4, reference RHE, replicate 3'],
      ['deep/Zed_CA_-0.3_2.txt', 'deep/**', true, '']
    ])
    expect(previewFolder(project, idOf(project), { template: null, ignore: [] }).names.every(({ misfit }) => misfit === null)).toBe(true)
    expect(() => previewFolder(project, idOf(project), { template: '{x}', ignore: [] })).toThrow('“x” at character 2')
    expect(said(project).join()).not.toContain('*')
    await project.close()
  })
})

describe('the patterns of a folder', () => {
  beforeEach(() => {
    put('RuFe-NC_CA_-0.3V_r1.txt', 4)
    put('old/RuFe-NC_CA_-0.3V_r2.txt', 7)
    put('RuFe-NC_CA_-0.3V_TEST.txt', 10)
  })
  it('leave files out, listed with the pattern, and bring them back as they were, without reading them again', async () => {
    const project = await watched()
    const before = { said: said(project), numbers: numbers(project), states: states(project) }
    reads = []
    project.execute({ kind: 'setFolderNames', folder: idOf(project), names: { template: null, ignore: ['*_test*', 'OLD\\**'] } })
    expect(said(project)).toEqual(['RuFe-NC_CA_-0.3V_r1.txt: RuFe-NC CA -0.3 1 -'])
    expect(rows(project).map(({ status, reason, ignoredBy }) => [status, reason, ignoredBy])).toEqual([
      ['ignored', 'Left out by the pattern *_test* of its folder; it comes in when that pattern goes (Folders).', '*_test*'], ['ok', null, null],
      ['ignored', 'Left out by the pattern OLD\\** of its folder; it comes in when that pattern goes (Folders).', 'OLD\\**']
    ])
    expect(inboxCounts(project.driver)).toMatchObject({ files: 3, needsAttention: 0, byStatus: expect.arrayContaining([{ status: 'ok', count: 1 }, { status: 'ignored', count: 2 }]) as unknown })
    const found = (query: object): string[] => inboxPage(project.driver, project.entries(), { status: null, search: '', most: 50, ...query }).rows.map(({ name }) => name)
    expect(found({ status: 'ignored' })).toHaveLength(2)
    expect(found({ status: 'ok' })).toEqual(['RuFe-NC_CA_-0.3V_r1.txt'])
    expect(found({ search: 'left out by the pattern old' })).toEqual(['RuFe-NC_CA_-0.3V_r2.txt'])
    expect(inboxTexts(project.driver)).toContain('Left out by the pattern *_test* of its folder; it comes in when that pattern goes (Folders).')
    project.undo()
    expect({ said: said(project), numbers: numbers(project), states: states(project) }).toEqual(before)
    await look(project)
    expect(reads).toEqual([])
    await project.close()
  })
  it('keep files that come later from being opened, and let them in when they go', async () => {
    const project = open()
    project.folders.add([lab])
    project.execute({ kind: 'setFolderNames', folder: idOf(project), names: { template: null, ignore: ['*_test*', 'old/**'] } })
    await look(project)
    expect(reads.map(below)).toEqual(['RuFe-NC_CA_-0.3V_r1.txt'])
    expect(states(project)).toEqual({ 'RuFe-NC_CA_-0.3V_r1.txt': 'ok', 'RuFe-NC_CA_-0.3V_TEST.txt': 'ignored', 'old/RuFe-NC_CA_-0.3V_r2.txt': 'ignored' })
    await project.close()
    const again = open()
    await look(again)
    expect([reads.length, states(again)['old/RuFe-NC_CA_-0.3V_r2.txt']]).toEqual([1, 'ignored'])
    appendFileSync(join(lab, 'old/RuFe-NC_CA_-0.3V_r2.txt'), '\r\n')
    await look(again)
    expect(reads).toHaveLength(1)
    again.execute({ kind: 'setFolderNames', folder: idOf(again), names: { template: null, ignore: ['*_test*'] } })
    expect(states(again)['old/RuFe-NC_CA_-0.3V_r2.txt']).toBe('waiting')
    await again.close() // killed before it was read
    const third = open()
    await look(third)
    expect(states(third)).toEqual({ 'RuFe-NC_CA_-0.3V_r1.txt': 'ok', 'RuFe-NC_CA_-0.3V_TEST.txt': 'ignored', 'old/RuFe-NC_CA_-0.3V_r2.txt': 'ok' })
    await third.close()
  })
  it('leave out a place, not its copy elsewhere', async () => {
    copyFileSync(join(lab, 'RuFe-NC_CA_-0.3V_r1.txt'), join(lab, 'old', 'RuFe-NC_CA_-0.3V_r1.txt'))
    const project = await watched()
    const original = project.entries().find(({ path: of }) => of.endsWith('r1.txt'))!.path
    const inOld = original.includes('old')
    await set(project, { ignore: [inOld ? 'old/**' : '/*_r1.txt'] })
    expect(project.entries().find(({ path: of }) => of.endsWith('r1.txt'))?.path).not.toBe(original)
    expect(rows(project).find((row) => row.path === original)?.status).toBe('ignored')
    expect(rows(project).filter(({ status }) => status === 'duplicate')).toEqual([])
    expect(new Set(rows(project).map(({ id }) => id)).size).toBe(4)
    renameSync(project.entries().find(({ path: of }) => of.endsWith('r1.txt'))!.path, join(lab, 'renamed.txt'))
    await look(project)
    await set(project, {})
    expect(Object.values(states(project)).filter((status) => status === 'duplicate')).toHaveLength(1)
    expect(inboxCounts(project.driver).byStatus.find(({ status }) => status === 'duplicate')?.count).toBe(1)
    await project.close()
  })
  it('agree with their count whatever was ignored, copied and removed', async () => {
    const project = await watched()
    for (const ignore of [['*r1*'], ['old/**', '*r1*'], ['*'], []]) {
      await set(project, { ignore })
      const counts = Object.fromEntries(inboxCounts(project.driver).byStatus.map(({ status, count }) => [status, count]))
      const listed: Record<string, number> = {}
      for (const status of Object.values(states(project))) listed[status] = (listed[status] ?? 0) + 1
      expect(counts, ignore.join()).toEqual(listed)
    }
    await project.close()
  })
})

describe('a project of an older program', () => {
  it('opens with neither, keeps its numbers, and takes both', async () => {
    put('RuFe-NC_CA_-0.3V_r1.txt', 4)
    const now = await watched()
    const before = { said: said(now), numbers: numbers(now) }
    await now.close()
    const driver = openDriver(path)
    driver.exec(`DROP INDEX locationsIgnored; ALTER TABLE locations DROP COLUMN ignoredBy; DELETE FROM outcomes; PRAGMA user_version = ${migrations.length - 1}`)
    driver.close()
    const project = open()
    expect(project.folders.list()[0]!.names).toEqual({ template: null, ignore: [] })
    expect({ said: said(project), numbers: numbers(project) }).toEqual(before)
    await set(project, { template: '{run}_{technique}_{potential}_{replicate}', ignore: ['*.bak'] })
    expect(said(project)).toEqual(['RuFe-NC_CA_-0.3V_r1.txt: - CA* -0.3* 1* RuFe-NC*'])
    await project.close()
  })
})

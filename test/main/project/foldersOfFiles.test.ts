import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHost } from '../../../src/main/api/createHost'
import { readArchive, writeArchive } from '../../../src/main/export/projectArchive'
import { readFile } from '../../../src/main/ingest/readFile'
import { openProject, type Project } from '../../../src/main/project/project'
import { inboxRows } from '../../../src/main/project/inboxPage'
import { untilLetGo } from '../../../src/main/store/driver'
import { readLocations } from '../../../src/main/store/files'
import { openStore } from '../../../src/main/store/openStore'
import { originalNames } from '../../../src/main/store/originalNames'
import { readOutcomes } from '../../../src/main/store/outcomes'
import { traceOf } from '../../faults/faultLab'

/** What a file is stands only in the names of its folders; the sheet lies above them. */
let folder: string
let lab: string
let path: string
const inProcess = { read: async (request: Parameters<typeof readFile>[0]) => readFile(request), close: async () => undefined }
const open = (at = path): Project => openProject({ path: at, create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', pool: inProcess, patience: { settleMs: 0, growingMs: 0 }, emit: () => undefined })
const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(lab, name)), { recursive: true })
  writeFileSync(join(lab, name), text)
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rum-folders-'))
  lab = join(folder, 'lab')
  path = join(folder, 'p.rum')
  for (const r of [1, 2, 3]) put(`RuFe-NC/-0.3V/CA_r${r}.txt`, traceOf(3 * r + 1).replace(/Init E.*\r\n/, ''))
  const standards = [[0.02, 0], [0.21, 0.5], [0.4, 1], [0.78, 2]].map(([absorbance, concentration]) => `,,,standard,NH3,,,,,,,${absorbance},${concentration},`)
  put('runsheet.csv', ['file,catalyst,run,role,analyte,potential (V),reference,area (cm2),loading (mg/cm2),volume (mL),dilution,absorbance,concentration (ug/mL),replicate', ...standards,
    ...[1, 2, 3].flatMap((r) => [`CA_r${r}.txt,,,,,,,1,0.5,30,,,,`, `,RuFe-NC,,,NH3,-0.3,RHE,,,,50,0.3${r},,${r}`])].join('\n'))
})
afterEach(async () => {
  await untilLetGo()
  rmSync(folder, { recursive: true, force: true })
})

const resultsOf = (project: Project): string[] => project.outcomes().flatMap(({ results }) => results.map((result) => JSON.stringify(result))).sort()
const efficiencies = (results: readonly string[]): number => results.filter((result) => result.includes('"fe_nh3"') && result.includes('"RuFe-NC"') && result.includes('"potential_V_RHE":-0.3')).length
async function watched(): Promise<Project> {
  const project = open()
  project.folders.add([lab])
  await project.folders.scanAll()
  await project.settled()
  expect(efficiencies(resultsOf(project))).toBe(4) // three runs and their mean
  return project
}

describe('a folder that is not watched any more', () => {
  it('leaves every number as it was, also after a restart and when its files are read again', async () => {
    const project = await watched()
    const before = resultsOf(project)
    await project.folders.remove(project.folders.list()[0]!.id)
    expect(resultsOf(project)).toEqual(before)
    await project.retry(readLocations(project.driver).map((location) => location.path))
    await project.settled()
    expect(resultsOf(project)).toEqual(before)
    expect(originalNames(project.driver).map(({ name }) => name)).toContain('lab/RuFe-NC/-0.3V/CA_r1.txt')
    await project.close()
    const again = open()
    again.driver.run('DELETE FROM outcomes')
    await again.close()
    const anew = open()
    expect(resultsOf(anew)).toEqual(before)
    await anew.close()
  })
  it('takes its files back when it is watched again: it counts them, and knows when one is gone', async () => {
    const project = await watched()
    const before = resultsOf(project)
    await project.folders.remove(project.folders.list()[0]!.id)
    project.folders.add([`${lab}/`])
    await project.folders.scanAll()
    await project.settled()
    expect(project.folders.list().map(({ files }) => files)).toEqual([4])
    expect(resultsOf(project)).toEqual(before)
    rmSync(join(lab, 'RuFe-NC/-0.3V/CA_r1.txt'))
    await project.folders.scanAll()
    await project.settled()
    expect(readLocations(project.driver).filter(({ missing }) => missing).map((location) => location.path)).toEqual([join(lab, 'RuFe-NC/-0.3V/CA_r1.txt')])
    await project.close()
  })
})

describe('a folder that is dropped', () => {
  it('gives its files the names of its folders, its own too, as if it were watched', async () => {
    const watching = await watched()
    const wanted = resultsOf(watching)
    await watching.close()
    const dropped = join(folder, 'dropped.rum')
    const host = createHost({ workerFile: pathToFileURL(resolve('out/main/readWorker.js')), emit: () => undefined })
    await host.open(dropped, { create: true })
    await host.importDropped([lab])
    await vi.waitFor(async () => expect((await host.inbox({ status: null, search: '', most: 50 })).rows.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'ok']), { timeout: 20_000 })
    await host.shutdown()
    const project = open(dropped)
    await project.settled()
    expect(project.folders.list()).toEqual([])
    expect(resultsOf(project)).toEqual(wanted)
    await project.close()
  })
})

/** The same project as another system would have written it. */
function movedTo(root: string, separator: string, from: string, to: string): void {
  copyFileSync(from, to)
  const driver = openStore(to, { create: false })
  const moved = (before: string): string => before.replace(folder, root).replaceAll(/[\\/]/g, separator)
  for (const table of ['locations', 'folders']) for (const { path: before } of driver.all<{ path: string }>(`SELECT path FROM ${table}`)) driver.run(`UPDATE ${table} SET path = ? WHERE path = ?`, [moved(before), before])
  driver.run('DELETE FROM outcomes')
  driver.close()
}

describe('a project of another system', () => {
  it.each([['Windows', 'C:\\Users\\me', '\\'], ['a share', '\\\\nas\\group', '\\'], ['a drive', 'E:', '\\'], ['macOS', '/Users/me', '/']])('of %s: the same numbers, computed anew, packed and unpacked', async (_, root, separator) => {
    const here = await watched()
    const wanted = resultsOf(here)
    await here.close()
    const there = join(folder, 'there.rum')
    movedTo(root, separator, path, there)
    const project = open(there)
    expect(resultsOf(project)).toEqual(wanted)
    expect(inboxRows(project.driver, project.entries()).map(({ name }) => name).sort()).toEqual(['CA_r1.txt', 'CA_r2.txt', 'CA_r3.txt', 'runsheet.csv'])
    expect(originalNames(project.driver).map(({ name }) => name).sort()).toEqual([...[1, 2, 3].map((r) => `lab/RuFe-NC/-0.3V/CA_r${r}.txt`), 'lab/runsheet.csv'])
    await writeArchive(project.driver, join(folder, 'all.zip'))
    await project.folders.remove(project.folders.list()[0]!.id)
    expect(resultsOf(project)).toEqual(wanted)
    await project.close()
    const unpacked = join(folder, 'unpacked.rum')
    await readArchive(join(folder, 'all.zip'), unpacked)
    const store = openStore(unpacked, { create: false })
    store.run('DELETE FROM outcomes')
    store.close()
    const anew = open(unpacked)
    expect(resultsOf(anew)).toEqual(wanted)
    await anew.close()
    const kept = openStore(unpacked, { create: false })
    expect(readOutcomes(kept).flatMap(({ results }) => results)).toHaveLength(wanted.length)
    kept.close()
  })
})

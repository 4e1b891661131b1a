import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { disk } from '../../../src/main/disk'
import { readFile } from '../../../src/main/ingest/readFile'
import { watchFolder } from '../../../src/main/ingest/watchFolder'
import { openProject } from '../../../src/main/project/project'
import { readLocations } from '../../../src/main/store/files'
import { traceOf } from '../../faults/faultLab'

/** A disk that finds a file in whatever case it is asked for, as Windows and macOS do. */
const real = { ...disk }
let root: string
let lab: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rum-case-'))
  lab = join(root, 'lab')
  mkdirSync(lab)
  for (const call of ['lstat', 'stat', 'realpath', 'statSync', 'openSync', 'realpathSync', 'readFileSync'] as const) {
    const asked = real[call] as (path: string, ...rest: unknown[]) => unknown
    Object.assign(disk, { [call]: (path: string, ...rest: unknown[]) => asked(onDisk(path), ...rest) })
  }
})
afterEach(() => {
  Object.assign(disk, real)
  rmSync(root, { recursive: true, force: true })
})
function onDisk(path: string): string {
  if (!path.startsWith(lab) || path === lab) return path
  const folder = onDisk(dirname(path))
  return join(folder, (existsSync(folder) ? readdirSync(folder) : []).find((name) => name.toLowerCase() === basename(path).toLowerCase()) ?? basename(path))
}

it('a file of which only the case was changed is gone under its old name', async () => {
  writeFileSync(join(lab, 'rufe.txt'), 'a')
  const [touched, gone] = [vi.fn(), vi.fn()]
  const watched = watchFolder(lab, { touched, gone, missed: () => undefined, trouble: (error) => { throw error } }, true)
  await watched.ready
  renameSync(join(lab, 'rufe.txt'), join(lab, 'RuFe.txt'))
  await vi.waitFor(() => expect(touched).toHaveBeenCalledWith(join(lab, 'RuFe.txt')), { timeout: 20_000 })
  await vi.waitFor(() => expect(gone).toHaveBeenCalledWith(join(lab, 'rufe.txt')), { timeout: 20_000 })
  await watched.close()
  expect(touched).not.toHaveBeenCalledWith(join(lab, 'rufe.txt'))
})

it('a file and a folder of which only the case was changed are no copies of themselves', async () => {
  const statuses: string[] = []
  const project = openProject({
    path: join(root, 'p.rum'), create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', patience: { settleMs: 0, growingMs: 0 }, emit: () => undefined,
    pool: { read: async (request) => readFile(request), close: async () => undefined }, onRecorded: ({ recorded }) => statuses.push(recorded.status)
  })
  const known = async (): Promise<string[]> => {
    await project.settled()
    return readLocations(project.driver).filter(({ missing }) => !missing).map(({ path }) => path.slice(lab.length + 1)).sort()
  }
  mkdirSync(join(lab, 'sub'))
  writeFileSync(join(lab, 'rufe_ca_-0.3v_r1.txt'), traceOf(1))
  writeFileSync(join(lab, 'sub', 'RuFe_CA_-0.4V_r1.txt'), traceOf(2))
  project.folders.add([lab])
  await project.folders.scanAll()
  expect(await known()).toEqual(['rufe_ca_-0.3v_r1.txt', join('sub', 'RuFe_CA_-0.4V_r1.txt')])
  const ids = project.entries().map(({ id }) => id).sort()
  renameSync(join(lab, 'rufe_ca_-0.3v_r1.txt'), join(lab, 'RuFe_CA_-0.3V_r1.txt'))
  renameSync(join(lab, 'sub'), join(lab, 'Sub'))
  const names = ['RuFe_CA_-0.3V_r1.txt', join('Sub', 'RuFe_CA_-0.4V_r1.txt')]
  await project.retry(names.map((name) => join(lab, name))) // before anybody has said that the old ones are gone
  expect(await known()).toEqual(names)
  expect(project.entries().map(({ id }) => id).sort()).toEqual(ids)
  expect(statuses).toEqual(['ok', 'ok', 'ok', 'ok'])
  await project.close()
})

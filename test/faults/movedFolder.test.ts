import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, vi } from 'vitest'
import { readFile } from '../../src/main/ingest/readFile'
import { openProject } from '../../src/main/project/project'
import { readLocations } from '../../src/main/store/files'
import { brokenRules, traceOf } from './faultLab'

/** Windows and macOS say nothing when the watched folder itself is moved away. */
const silent = vi.hoisted(() => ({ is: false }))
vi.mock('../../src/main/ingest/watchFolder', async (original) => {
  const real = await original<typeof import('../../src/main/ingest/watchFolder')>()
  const watchFolder: typeof real.watchFolder = (root, events, ...rest) => {
    const unless = (pass: (path: string) => void) => (path: string): void => { if (!silent.is) pass(path) }
    return real.watchFolder(root, { ...events, touched: unless(events.touched), gone: unless(events.gone) }, ...rest)
  }
  return { watchFolder }
})

it('a watched folder that is moved away without a word is trouble all the same, and is watched again when it is back', async () => {
  const root = mkdtempSync(join(tmpdir(), 'rum-moved-'))
  const lab = join(root, 'lab')
  mkdirSync(lab)
  writeFileSync(join(lab, 'RuFe-NC_CA_-0.2V_r1.txt'), traceOf(0))
  const project = openProject({
    path: join(root, 'p.rum'), create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', pool: { read: async (request) => readFile(request), close: async () => undefined },
    patience: { settleMs: 50, growingMs: 600 }, rescan: { everyMs: 600_000, troubledMs: 100 }, emit: () => undefined
  })
  const known = (): number => readLocations(project.driver).filter(({ missing }) => !missing).length
  const eventually = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 60_000, interval: 20 })
  project.folders.add([lab])
  await project.folders.start()
  await eventually(() => expect(known()).toBe(1))
  silent.is = true
  renameSync(lab, `${lab}.away`)
  await eventually(() => expect(project.state().watch.reason).toContain('cannot be reached'))
  expect(known()).toBe(1)
  silent.is = false
  renameSync(`${lab}.away`, lab)
  await eventually(() => expect(project.state().watch).toEqual({ state: 'watching', reason: null }))
  writeFileSync(join(lab, 'RuFe-NC_CA_-0.3V_r1.txt'), traceOf(1)) // no scan is due for ten minutes: only a living watcher sees it
  await eventually(() => expect(known()).toBe(2))
  expect(brokenRules(project.driver)).toEqual([])
  await project.close()
  rmSync(root, { recursive: true, force: true })
}, 120_000)

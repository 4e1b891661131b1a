import { appendFileSync, closeSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { disk } from '../../src/main/disk'
import { readFile } from '../../src/main/ingest/readFile'
import { openProject, type Project } from '../../src/main/project/project'
import { locationsOfFile, readFiles, readLocations } from '../../src/main/store/files'
import { readSummaries } from '../../src/main/store/measurements'
import { brokenRules, traceName, traceOf } from './faultLab'

/** What files do on instrument computers and shares, watched by the real watcher. */
let root: string
let lab: string
let project: Project
let notices: string[]
const inProcess = { read: async (request: Parameters<typeof readFile>[0]) => readFile(request), close: async () => undefined }

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rum-restless-'))
  lab = join(root, 'lab')
  mkdirSync(lab)
  notices = []
  project = openProject({
    path: join(root, 'p.rum'), create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', pool: inProcess, patience: { settleMs: 150, growingMs: 600 }, rescan: { everyMs: 600_000, troubledMs: 100 },
    emit: (event, payload) => { if (event === 'notice') notices.push((payload as { text: string }).text) }
  })
  project.folders.add([lab])
})
afterEach(async () => {
  expect(brokenRules(project.driver)).toEqual([])
  await project.close()
  rmSync(root, { recursive: true, force: true })
})

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(lab, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
async function until(what: string, holds: () => boolean, withinMs = 60_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${what}; ${JSON.stringify(readLocations(project.driver))} ${JSON.stringify(readFiles(project.driver).map(({ status, reason }) => [status, reason]))}`)
    await pause(20)
  }
}
const fileAt = (path: string) => {
  const location = readLocations(project.driver).find((one) => one.path === path)
  return location && readFiles(project.driver).find(({ id }) => id === location.fileId)
}
const rowsAt = (path: string): number => readSummaries(project.driver, fileAt(path)?.id ?? '')[0]?.summary.columns[0]?.rows ?? 0
const isRead = (path: string, rows = 60): boolean => ['ok', 'partial'].includes(fileAt(path)?.status ?? '') && rowsAt(path) === rows
const isMissing = (path: string): boolean => readLocations(project.driver).find((one) => one.path === path)?.missing === true

describe('a file that is being written', () => {
  it('made at its full size with zeros and filled slowly: never taken for whole before it is', async () => {
    await project.folders.start()
    const whole = Buffer.from(traceOf(1))
    const path = put('RuFe-NC_CA_-0.3V.txt', Buffer.alloc(whole.length))
    const seen = new Set<string>()
    for (let at = 0; at < whole.length; at += 400) {
      const handle = openSync(path, 'r+')
      writeSync(handle, whole, at, Math.min(400, whole.length - at), at)
      closeSync(handle)
      await pause(320) // longer than the settle time: each look finds it at rest
      const { status } = fileAt(path) ?? {}
      if (at + 400 < whole.length && status !== undefined) seen.add(status)
    }
    await until('the whole trace', () => isRead(path) && fileAt(path)?.status === 'ok')
    expect([...seen]).not.toContain('ok')
    expect(readSummaries(project.driver)).toHaveLength(1)
  }, 20_000)

  it('growing without rest: read as it is meanwhile, one measurement, all of it in the end', async () => {
    await project.folders.start()
    const lines = traceOf(2, 60).split('\r\n')
    const path = put('RuFe-NC_CA_-0.4V.txt', lines.slice(0, 20).join('\r\n') + '\r\n')
    let meanwhile = 0
    for (const line of lines.slice(20, -1)) {
      appendFileSync(path, `${line}\r\n`)
      await pause(40)
      if (rowsAt(path) > 0 && rowsAt(path) < 60) meanwhile += 1
    }
    await until('all rows', () => isRead(path))
    expect(meanwhile).toBeGreaterThan(0)
    expect(readSummaries(project.driver)).toHaveLength(1)
    expect(readFiles(project.driver)).toHaveLength(1)
  }, 20_000)

  it('written anew with the same size and the same mtime: found by one scan', async () => {
    const path = put('RuFe-NC_CA_-0.2V.txt', traceOf(3))
    const old = new Date(Date.now() - 86_400_000)
    utimesSync(path, old, old)
    await project.folders.scanAll()
    await project.settled()
    const before = fileAt(path)!.sha256
    const other = traceOf(3).replace('-1.', '-2.')
    expect(other).toHaveLength(traceOf(3).length)
    writeFileSync(path, other)
    utimesSync(path, old, old)
    await project.folders.scanAll()
    await project.settled()
    expect(fileAt(path)!.sha256).not.toBe(before)
    expect(readFiles(project.driver)).toHaveLength(1)
  })

  it.each([['1970', 0], ['2099', 4_070_908_800]])('with a time of %s: read once, and not again at every scan', async (_year, seconds) => {
    const path = put('RuFe-NC_CA_-0.2V.txt', traceOf(4))
    utimesSync(path, seconds, seconds)
    await project.folders.scanAll()
    await until('read', () => isRead(path))
    const { at } = fileAt(path)!
    await pause(20)
    await project.folders.scanAll()
    await project.settled()
    expect(fileAt(path)!.at).toBe(at)
  })

  it('locked by another program: the others come in, no pop-up, and it follows by itself', async () => {
    const path = put('RuFe-NC_CA_-0.2V.txt', traceOf(5))
    const open = disk.openSync
    disk.openSync = (name, ...rest) => {
      if (name === path) throw Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' })
      return open(name, ...rest)
    }
    try {
      await project.folders.start()
      const other = put('RuCo-NC_CA_-0.3V.txt', traceOf(6))
      await until('the other one', () => isRead(other))
      await until('listed as waiting', () => fileAt(path)?.status === 'waiting')
      expect(fileAt(path)!.reason).toContain('it is tried again by itself')
    } finally {
      disk.openSync = open
    }
    await until('the locked one', () => isRead(path))
    expect(notices).toEqual([])
  }, 20_000)
})

describe('files that move', () => {
  it('renamed, alone and with their folder: the same measurements with their edits, nothing twice', async () => {
    for (let i = 0; i < 12; i += 1) put(traceName(i), traceOf(i))
    await project.folders.start()
    await until('all', () => readSummaries(project.driver).length === 12)
    await project.settled()
    const before = readSummaries(project.driver).map(({ id }) => id)
    const edited = fileAt(join(lab, traceName(0)))!.id
    project.execute({ kind: 'setField', entries: [`${edited}:0`], field: 'volume_mL', value: 31 })
    renameSync(join(lab, traceName(0)), join(lab, 'RuFe-NC', 'RuFe-NC_CA_-0.2V_first.txt'))
    renameSync(join(lab, 'RuCo-NC'), join(lab, 'RuCo-NC of June'))
    await until('the new places', () => fileAt(join(lab, 'RuFe-NC', 'RuFe-NC_CA_-0.2V_first.txt'))?.id === edited && readLocations(project.driver).filter(({ path, missing }) => path.includes('of June') && !missing).length === 3)
    await project.folders.scanAll()
    await project.settled()
    expect(readSummaries(project.driver).map(({ id }) => id)).toEqual(before)
    expect(readLocations(project.driver)).toHaveLength(12)
    expect(project.entries().find(({ id }) => id === `${edited}:0`)!.fields.volume_mL?.value).toBe(31)
  }, 20_000)

  it('one content under five names is one measurement; one name with five contents ends as the last', async () => {
    const first = put('a/RuFe-NC_CA_-0.2V.txt', traceOf(7))
    for (const folder of ['b', 'c', 'd', 'e']) { mkdirSync(join(lab, folder)); copyFileSync(first, join(lab, folder, 'RuFe-NC_CA_-0.2V.txt')) }
    const path = put('RuNi-NC_CA_-0.3V.txt', traceOf(8))
    await project.folders.scanAll()
    await until('read', () => readSummaries(project.driver).length === 2)
    await project.settled()
    expect(locationsOfFile(project.driver, fileAt(first)!.id)).toHaveLength(5)
    for (let i = 9; i < 13; i += 1) {
      writeFileSync(path, traceOf(i))
      await project.folders.scanAll()
      await project.settled()
    }
    expect(readSummaries(project.driver)).toHaveLength(2)
    expect(project.driver.all('SELECT sha256 FROM originals')).toHaveLength(6)
  }, 20_000)

  it('deleted: the numbers stay, the file says that it is gone, and is there again when it returns', async () => {
    const path = put('RuFe-NC_CA_-0.2V.txt', traceOf(14))
    put('RuFe-NC_CA_-0.3V.txt', traceOf(15))
    await project.folders.start()
    await until('read', () => readSummaries(project.driver).length === 2)
    const kept = readFileSync(path)
    rmSync(path)
    await until('gone', () => isMissing(path))
    expect(readSummaries(project.driver)).toHaveLength(2)
    writeFileSync(path, kept)
    await until('back', () => !isMissing(path))
    expect(readFiles(project.driver)).toHaveLength(2)
  }, 20_000)
})

describe('a watched folder that vanishes', () => {
  const trouble = (): string | null => project.folders.list()[0]!.status.state === 'trouble' ? project.folders.list()[0]!.status.reason : null

  it('a share that is gone is trouble, not deletion; when it is back, new files come in as before', async () => {
    const path = put('RuFe-NC_CA_-0.2V.txt', traceOf(16))
    await project.folders.start()
    await until('read', () => isRead(path))
    renameSync(lab, `${lab}.away`)
    await until('noticed', () => trouble()?.includes('cannot be reached') === true)
    expect(isMissing(path)).toBe(false)
    await pause(400)
    expect(isMissing(path)).toBe(false)
    renameSync(`${lab}.away`, lab)
    await until('watching again', () => project.folders.list()[0]!.status.state === 'watching')
    const later = put('RuCo-NC_CA_-0.2V.txt', traceOf(17)) // no scan is due for ten minutes: only a living watcher sees it
    await until('a file written after its return', () => isRead(later))
    expect(isMissing(path)).toBe(false)
    expect(notices).toEqual([])
  }, 30_000)

  it('a mount point that is empty because nothing is mounted is not "all deleted"', async () => {
    const path = put('RuFe-NC_CA_-0.2V.txt', traceOf(18))
    await project.folders.scanAll()
    await until('read', () => isRead(path))
    renameSync(lab, `${lab}.away`)
    mkdirSync(lab)
    await project.folders.scanAll()
    expect(trouble()).toContain('is the share connected?')
    expect(isMissing(path)).toBe(false)
    rmSync(lab, { recursive: true })
    renameSync(`${lab}.away`, lab)
    await project.folders.scanAll()
    expect(trouble()).toBeNull()
    expect(statSync(path).size).toBeGreaterThan(0)
  })

  it('a folder that is not there when the project is opened is watched once it comes', async () => {
    rmSync(lab, { recursive: true })
    await project.folders.start()
    expect(trouble()).toContain('cannot be reached')
    mkdirSync(lab)
    await until('watching', () => trouble() === null)
    const path = put('RuFe-NC_CA_-0.2V.txt', traceOf(19))
    await until('read', () => isRead(path))
    expect(existsSync(path)).toBe(true)
  }, 20_000)
})

import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { disk } from '../../src/main/disk'
import { roomFor, roomLimits } from '../../src/main/ingest/diskRoom'
import { readFile } from '../../src/main/ingest/readFile'
import { createSleepSense } from '../../src/main/ingest/sleepSense'
import { openProject, type Project } from '../../src/main/project/project'
import { readFiles, readLocations } from '../../src/main/store/files'
import { readSummaries } from '../../src/main/store/measurements'
import { brokenRules, randomFrom, traceName, traceOf } from './faultLab'

/** What a watcher does not hear, what a reader must not hold, and what a full disk must not break. */
const lost = vi.hoisted(() => ({ share: 0, count: 0, random: () => 0 }))
vi.mock('../../src/main/ingest/watchFolder', async (original) => {
  const real = await original<typeof import('../../src/main/ingest/watchFolder')>()
  type Events = Parameters<typeof real.watchFolder>[1]
  const watchFolder: typeof real.watchFolder = (root, events, ...rest) => {
    const mostly = (pass: (path: string) => void) => (path: string): void => {
      if (lost.random() < lost.share) lost.count += 1
      else pass(path)
    }
    return real.watchFolder(root, { ...events, touched: mostly(events.touched), gone: mostly(events.gone) } satisfies Events, ...rest)
  }
  return { watchFolder }
})

const isFull = process.env['RUM_FAULTS'] === 'full'
const isLinux = process.platform === 'linux'
/** Drops events by itself where so many come, and says so: then everything is looked through, and nothing is missing. */
const isWindows = process.platform === 'win32'
let root: string
let lab: string
let project: Project
let notices: string[]
const inProcess = { read: async (request: Parameters<typeof readFile>[0]) => readFile(request), close: async () => undefined }

beforeEach(() => {
  Object.assign(lost, { share: 0, count: 0, random: randomFrom(1) })
  root = mkdtempSync(join(tmpdir(), 'rum-watching-'))
  lab = join(root, 'lab')
  mkdirSync(lab)
  notices = []
  project = openProject({
    path: join(root, 'p.rum'), create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', pool: inProcess, patience: { settleMs: 150, growingMs: 600 }, rescan: { everyMs: 600_000, troubledMs: 100 }, roomEveryMs: 20,
    emit: (event, payload) => { if (event === 'notice') notices.push((payload as { text: string }).text) }
  })
  project.folders.add([lab])
})
afterEach(async () => {
  expect(brokenRules(project.driver)).toEqual([])
  await project.close()
  rmSync(root, { recursive: true, force: true })
})

const lastYear = new Date('2025-06-13T13:13:28Z')
function put(path: string, content: string): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  utimesSync(path, lastYear, lastYear)
  return path
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
/** Ends only what hangs; how long it takes on a busy machine is no part of what is tested. */
async function until(what: string, holds: () => boolean, withinMs = 60_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${what}; ${JSON.stringify(project.folders.list())}`)
    await pause(20)
  }
}
const known = (): number => readLocations(project.driver).filter(({ missing }) => !missing).length
const reasonOf = (): string | null => project.state().watch.reason

describe('a watcher that does not hear everything', () => {
  const count = isFull ? 15_000 : 600
  it(`30 % of the events of ${count} files that are copied into the folder are lost: the next scan finds all`, async () => {
    const source = join(root, 'source')
    for (let i = 0; i < count; i += 1) put(join(source, `part ${i % 20}`, `note ${i}.log`), `speed ${i}\n`)
    for (let i = 0; i < 9; i += 1) put(join(source, traceName(i)), traceOf(i))
    await project.folders.start()
    lost.share = 0.3
    cpSync(source, lab, { recursive: true, preserveTimestamps: true })
    await until('what was heard', () => (lost.count > count / 10 || isWindows) && known() > count / 2)
    await project.settled()
    if (!isWindows) expect(known()).toBeLessThan(count + 9)
    await project.folders.scanAll()
    await project.settled()
    expect(known()).toBe(count + 9)
    expect(readSummaries(project.driver)).toHaveLength(9)
    rmSync(join(lab, 'part 3'), { recursive: true })
    await project.folders.scanAll()
    await until('what was deleted', () => known() === count + 9 - count / 20)
  }, 600_000)

  it('a folder that is moved in, renamed and removed is followed with all that is in it', async () => {
    await project.folders.start()
    const outside = join(root, 'campaign')
    for (let i = 0; i < 6; i += 1) put(join(outside, 'deep', traceName(i)), traceOf(i))
    renameSync(outside, join(lab, 'campaign'))
    await until('moved in', () => readSummaries(project.driver).length === 6 && known() === 6)
    renameSync(join(lab, 'campaign'), join(lab, 'campaign of June'))
    await until('renamed', () => readLocations(project.driver).filter(({ path, missing }) => path.includes('of June') && !missing).length === 6)
    put(join(lab, 'campaign of June', 'deep', traceName(7)), traceOf(7))
    await until('a file in the renamed one', () => readSummaries(project.driver).length === 7)
    rmSync(join(lab, 'campaign of June'), { recursive: true })
    put(join(lab, 'left.txt'), 'so that the folder is not empty')
    await until('removed', () => known() === 1)
    expect(readSummaries(project.driver)).toHaveLength(7)
  }, 120_000)

  it('a share without events is looked through again and again, and what is appended is seen', async () => {
    await project.folders.set(project.folders.list()[0]!.id, { polling: true })
    await project.folders.start()
    const path = put(join(lab, traceName(0)), traceOf(0, 30))
    await until('the first rows', () => readSummaries(project.driver)[0]?.summary.columns[0]?.rows === 30)
    writeFileSync(path, traceOf(0, 60))
    await until('all rows', () => readSummaries(project.driver)[0]?.summary.columns[0]?.rows === 60)
  }, 120_000)

  it('a scan that somebody stops says how far it came, is not begun again by itself, and goes on when asked', async () => {
    for (let i = 0; i < 1500; i += 1) put(join(lab, `part ${i % 3}`, `note ${i}.log`), `speed ${i}\n`)
    const scanning = project.folders.scanAll()
    await until('some are read', () => known() > 0)
    project.cancel(`scan:${project.folders.list()[0]!.id}`)
    await scanning
    await project.settled()
    const some = known()
    expect(some).toBeLessThan(1500)
    expect(reasonOf()).toMatch(/was stopped after \d+ files; new files still come in/)
    await project.folders.scanAll()
    await project.settled()
    expect(known()).toBe(1500)
    expect(reasonOf()).toBeNull()
  }, 120_000)

  it('sleep is known by a beat that comes too late', () => {
    let now = 0
    const slept = createSleepSense(() => now)
    const beats = [5000, 11_000, 16_000, 16_000 + 8 * 3_600_000, 16_000 + 8 * 3_600_000 + 5000, 0].map((at) => (now = at, slept()))
    expect(beats).toEqual([false, false, false, true, false, false])
  })
})

describe.runIf(isLinux)('the reader beside the instrument', () => {
  /** What of the folder this process holds open. */
  const held = (): string[] => readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)].filter((target) => target.startsWith(lab))
    } catch {
      return [] // closed since it was listed
    }
  })

  it('holds no file longer than it reads it, nor one whose reading failed', async () => {
    for (let i = 0; i < 12; i += 1) put(join(lab, traceName(i)), traceOf(i))
    put(join(lab, 'half.txt'), traceOf(12).slice(0, 300))
    await project.folders.start()
    const open = disk.readSync
    const failing = put(join(lab, 'RuFe-NC_CA_-0.9V.txt'), traceOf(13))
    disk.readSync = () => { throw Object.assign(new Error('EIO'), { code: 'EIO' }) }
    expect(() => readFile({ path: failing, reader: null, columnNames: null, archive: true })).toThrow('EIO')
    disk.readSync = open
    await until('all', () => readSummaries(project.driver).length >= 13)
    await project.settled()
    expect(held()).toEqual([])
  }, 120_000)

  it('is open while the instrument appends, renames or deletes: no call of the instrument fails, and no half line becomes a number', () => {
    const cycles = isFull ? 1000 : 60
    const read = disk.readSync
    const whole = traceOf(1)
    const more = '3600.0, -1.0000e-2\r\n'
    const instrument = [(path: string) => appendFileSync(path, more), (path: string) => renameSync(path, `${path}.done`), (path: string) => rmSync(path)]
    let during = 0
    for (let i = 0; i < cycles; i += 1) {
      const path = put(join(lab, `RuFe-NC_CA_-0.2V_${i}.txt`), whole)
      const asked = (...args: Parameters<typeof read>): number => {
        if (held().includes(path)) during += 1
        instrument[i % 3]!(path)
        disk.readSync = read
        return read(...args)
      }
      Object.assign(disk, { readSync: asked })
      const { status, measurements } = readFile({ path, reader: null, columnNames: null, archive: false })
      expect([status, measurements[0]?.columns[0]?.values.length]).toEqual(['ok', 60])
      if (i % 3 === 0) expect(readFileSync(path, 'utf8')).toBe(whole + more)
      expect(existsSync(path)).toBe(i % 3 === 0)
    }
    expect(during).toBe(cycles)
    expect(held()).toEqual([])
  }, 120_000)

  it('is told by folders, not by files: one watch for each folder and no handle for any file', async () => {
    const watches = (): number => readdirSync('/proc/self/fd').reduce((sum, fd) => {
      try {
        return sum + (readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8').match(/^inotify wd/gm)?.length ?? 0)
      } catch {
        return sum
      }
    }, 0)
    for (let i = 0; i < 200; i += 1) put(join(lab, `part ${i % 4}`, `note ${i}.log`), `speed ${i}\n`)
    const before = watches()
    await project.folders.start()
    expect(watches() - before).toBe(5)
    await project.settled()
    expect(held()).toEqual([])
  }, 60_000)
})

describe('a disk that fills up', () => {
  it('the rule: warned below 250 MB, stopped below 50 MB, and on again only above 75 MB', () => {
    const steps = [1e12, 250e6, 249e6, 50e6, 49e6, 60e6, 74e6, 76e6, 300e6]
    let room = roomFor(steps[0]!, 'ample')
    const rooms = steps.map((free) => (room = roomFor(free, room)))
    expect(rooms).toEqual(['ample', 'ample', 'little', 'little', 'none', 'none', 'none', 'little', 'ample'])
    expect(roomLimits).toEqual({ warn: 250e6, stop: 50e6, goOn: 75e6 })
  })

  it('one notice and a quiet status; nothing is read while it is full, all of it when there is room, what was asked for by hand too', async () => {
    const statfs = disk.statfs
    let free = 1e12
    Object.assign(disk, { statfs: async () => ({ bavail: free / 4096, bsize: 4096 }) })
    try {
      await project.folders.start()
      put(join(lab, traceName(0)), traceOf(0))
      await until('the first', () => readSummaries(project.driver).length === 1)
      free = 200e6
      await until('warned', () => reasonOf()?.includes('Only 200 MB are free') === true)
      put(join(lab, traceName(1)), traceOf(1))
      await until('still read', () => readSummaries(project.driver).length === 2)
      free = 20e6
      await until('stopped', () => reasonOf()?.includes('goes on by itself above 75 MB') === true)
      const left = put(join(lab, traceName(2)), traceOf(2))
      await project.retry([left])
      await project.folders.scanAll()
      await project.settled()
      expect(readFiles(project.driver)).toHaveLength(2)
      expect(notices).toEqual([expect.stringContaining('Only 200 MB are free') as string])
      free = 1e12
      await until('on again', () => readSummaries(project.driver).length === 3)
      await until('quiet', () => reasonOf() === null)
    } finally {
      Object.assign(disk, { statfs })
    }
  }, 120_000)
})

const isRoot = isLinux && process.getuid?.() === 0
const mount = (...args: string[]): boolean => spawnSync('mount', args).status === 0
const canMount = isRoot && (() => {
  const place = mkdtempSync(join(tmpdir(), 'rum-mount-'))
  const done = mount('-t', 'tmpfs', 'none', place)
  if (done) spawnSync('umount', [place])
  rmSync(place, { recursive: true, force: true })
  return done
})()
if (!canMount) console.info('not run: a mount that drops and returns read-only needs Linux and the right to mount; a folder that vanishes and returns is tested in restlessFiles')

describe.runIf(canMount)('a share that drops', () => {
  it('unmounted for a while and mounted again read-only: trouble, nothing deleted, and it goes on by itself', async () => {
    const share = join(root, 'share')
    for (let i = 0; i < 4; i += 1) put(join(share, traceName(i)), traceOf(i))
    expect(mount('--bind', share, lab)).toBe(true)
    try {
      await project.folders.start()
      await until('read', () => readSummaries(project.driver).length === 4)
      spawnSync('umount', ['-l', lab])
      await project.folders.scanAll()
      await until('noticed', () => reasonOf()?.includes('is the share connected?') === true)
      expect(known()).toBe(4)
      put(join(share, traceName(4)), traceOf(4))
      expect(mount('--bind', share, lab)).toBe(true)
      expect(mount('-o', 'remount,ro,bind', lab)).toBe(true)
      expect(() => writeFileSync(join(lab, 'x'), 'x')).toThrow('EROFS')
      await until('what came meanwhile', () => readSummaries(project.driver).length === 5)
      await until('well again', () => reasonOf() === null)
      put(join(share, traceName(5)), traceOf(5)) // no scan is due for ten minutes: only a living watcher sees it
      await until('what comes afterwards', () => readSummaries(project.driver).length === 6)
      expect([known(), notices]).toEqual([6, []])
    } finally {
      spawnSync('umount', ['-l', lab])
    }
  }, 120_000)
})

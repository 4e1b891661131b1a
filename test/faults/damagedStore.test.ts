import { closeSync, copyFileSync, cpSync, existsSync, ftruncateSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { disk } from '../../src/main/disk'
import { readFile } from '../../src/main/ingest/readFile'
import { openProject, type Project } from '../../src/main/project/project'
import { openDriver, untilLetGo, type Driver } from '../../src/main/store/driver'
import { readMeasurement, readSummaries } from '../../src/main/store/measurements'
import { migrations } from '../../src/main/store/migrations'
import { openStore, StoreError } from '../../src/main/store/openStore'
import { recoverOriginals } from '../../src/main/store/recoverOriginals'
import { sha256Bytes } from '../../src/main/store/sha256'
import { brokenRules, contentOf, randomFrom, writeLab, type Content } from './faultLab'

const isFull = process.env['RUM_FAULTS'] === 'full'
const root = mkdtempSync(join(tmpdir(), 'rum-hurt-'))
const lab = join(root, 'lab')
/** A project that was closed, and one as a power cut leaves it: its last changes are in the log beside it. */
const [closed, hot, work] = [join(root, 'closed.rum'), join(root, 'hot.rum'), join(root, 'work.rum')]
const pageBytes = 4096
const frameBytes = 24 + pageBytes
let wanted: Content

const inProcess = { read: async (request: Parameters<typeof readFile>[0]) => readFile(request), close: async () => undefined }
const open = (path: string): Project => openProject({ path, create: true, workerFile: pathToFileURL('/never'), appVersion: 'test', pool: inProcess, patience: { settleMs: 0, growingMs: 0 }, emit: () => undefined })
async function readAll(project: Project): Promise<void> {
  project.folders.add([lab])
  await project.folders.scanAll()
  await project.settled()
}
async function remove(path: string): Promise<void> {
  await untilLetGo()
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true })
}
async function take(from: string): Promise<void> {
  await remove(work)
  copyFileSync(from, work)
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${work}-wal`)
}
function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(path, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}
const noise = (length: number, random: () => number): Buffer => Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
const said = (work: () => unknown): string => {
  try {
    work()
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError)
    return (error as Error).message
  }
}
function withStore<T>(path: string, look: (driver: Driver) => T): T {
  const driver = openStore(path, { create: false })
  try {
    return look(driver)
  } finally {
    driver.close()
  }
}
const isSentence = (text: string): boolean => !text.includes('\n') && text.endsWith('.') && text.length < 500

beforeAll(async () => {
  writeLab(lab, 9)
  const project = open(closed)
  await readAll(project)
  wanted = contentOf(project.driver)
  await project.close()
  const running = open(join(root, 'running.rum'))
  await readAll(running)
  copyFileSync(running.path, hot)
  copyFileSync(`${running.path}-wal`, `${hot}-wal`)
  await running.close()
})
afterAll(async () => {
  await untilLetGo()
  rmSync(root, { recursive: true, force: true })
})
beforeEach(() => remove(work))

describe('a torn end', () => {
  it('the log cut off at any byte of its last pages: opens at the last whole change, and reads the rest again', async () => {
    const size = statSync(`${hot}-wal`).size
    const wrong: string[] = []
    let cuts = 0
    for (let left = size; left > size - (isFull ? 1 : 4) * frameBytes; left -= isFull ? 1 : 331) {
      await take(hot)
      const handle = openSync(`${work}-wal`, 'r+')
      ftruncateSync(handle, left)
      closeSync(handle)
      cuts += 1
      const driver = openStore(work, { create: true })
      wrong.push(...brokenRules(driver).map((broken) => `cut at ${left} of ${size}: ${broken}`))
      driver.close()
      if (cuts % (isFull ? 500 : 10) !== 1) continue
      const project = open(work)
      await readAll(project)
      expect(contentOf(project.driver)).toEqual(wanted)
      await project.close()
    }
    console.info(`the log cut off at ${cuts} places: ${wrong.length} broken rules`)
    expect(wrong).toEqual([])
  }, 600_000)

  it('the log cut off, or a sector of it never written, anywhere: never a half record', async () => {
    const random = randomFrom(7)
    const size = statSync(`${hot}-wal`).size
    for (let i = 0; i < (isFull ? 500 : 25); i += 1) {
      await take(hot)
      const at = 512 * Math.floor((random() * size) / 512)
      overwrite(`${work}-wal`, at, i % 2 === 0 ? noise(Math.min(512, size - at), random) : Buffer.alloc(Math.min(4096, size - at)))
      const driver = openStore(work, { create: true })
      expect(brokenRules(driver), `sector at ${at}`).toEqual([])
      driver.close()
    }
  }, 120_000)

  it('pages of the project that were half written while the log was taken over: the log mends them', async () => {
    const log = readFileSync(`${hot}-wal`)
    const pages = new Set<number>()
    for (let at = 32; at + frameBytes <= log.length; at += frameBytes) pages.add(log.readUInt32BE(at))
    expect(pages.size).toBeGreaterThan(20)
    await take(hot)
    const random = randomFrom(3)
    const inFile = statSync(work).size / pageBytes
    for (const page of pages) if (page > 1 && page <= inFile && random() < 0.5) overwrite(work, (page - 1) * pageBytes + 512, noise(1024, random))
    const driver = openStore(work, { create: false })
    expect(brokenRules(driver)).toEqual([])
    expect(contentOf(driver)).toEqual(wanted)
    driver.close()
  })
})

/** Bytes of every file of the lab that is not empty or ignored by its name. */
const originals = (): Map<string, string> => new Map(readdirSync(lab, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('~$') && entry.name !== 'empty.txt')
  .map((entry) => [sha256Bytes(readFileSync(join(entry.parentPath, entry.name))), entry.name]))

describe('a damaged project', () => {
  const out = join(root, 'out')
  beforeEach(() => rmSync(out, { recursive: true, force: true }))
  const hashesIn = (paths: readonly string[]): string[] => paths.map((path) => sha256Bytes(readFileSync(path))).sort()

  it('every original comes out of a whole one, byte for byte, by its name', async () => {
    const { written, lost } = await recoverOriginals(closed, out)
    expect(lost).toBe(0)
    expect(hashesIn(written)).toEqual([...originals().keys()].sort())
    expect(readFileSync(join(out, 'lab', 'runsheet.csv'))).toEqual(readFileSync(join(lab, 'runsheet.csv')))
    expect(readdirSync(out)).toEqual(['lab'])
  })

  it('noise on any page: one sentence, or the numbers are right; what comes out is as it was; the project is not touched', async () => {
    const random = randomFrom(11)
    const all = originals()
    const pages = statSync(closed).size / pageBytes
    let refused = 0
    let recovered = 0
    let runs = 0
    for (let i = 0; i < (isFull ? 400 : 20); i += 1, runs += 1) {
      await take(closed)
      overwrite(work, pageBytes * Math.floor(random() * pages) + 64 * Math.floor(random() * 50), noise(512, random))
      const before = sha256Bytes(readFileSync(work))
      const message = said(() => openStore(work, { create: false }).close())
      if (message !== '') {
        refused += 1
        expect(isSentence(message), message).toBe(true)
        expect(message).toContain(work)
        expect(sha256Bytes(readFileSync(work)), 'refused, so left as it is').toBe(before)
      }
      rmSync(out, { recursive: true, force: true })
      const { written } = await recoverOriginals(work, out)
      for (const hash of hashesIn(written)) expect(all.has(hash)).toBe(true)
      recovered += written.length
    }
    console.info(`noise of 512 bytes on ${runs} pages: refused ${refused} times; ${(100 * recovered / (runs * all.size)).toFixed(1)} % of the originals came out byte for byte`)
    expect(refused).toBeGreaterThan(0)
    expect(recovered).toBeGreaterThan(0.8 * runs * all.size)
  }, 600_000)

  it('one flipped bit in the numbers of a measurement is noticed, which SQLite itself does not', async () => {
    await take(closed)
    const [measurement] = withStore(work, (driver) => readSummaries(driver))
    const values = withStore(work, (driver) => readMeasurement(driver, measurement!.id).columns[1]!.values)
    const file = readFileSync(work)
    const at = file.indexOf(Buffer.from(values.buffer, values.byteOffset, 200))
    expect(at).toBeGreaterThan(pageBytes)
    overwrite(work, at + 100, Uint8Array.of(file[at + 100]! ^ 1))
    withStore(work, (driver) => {
      expect(brokenRules(driver)).toEqual([])
      expect(() => readMeasurement(driver, measurement!.id)).toThrow('its numbers are damaged')
    })
  })

  it('without its first page: one sentence, and every original comes out', async () => {
    await take(closed)
    overwrite(work, 0, noise(pageBytes, randomFrom(5)))
    const message = said(() => openStore(work, { create: false }))
    expect(isSentence(message), message).toBe(true)
    expect(message).toContain('rum recover')
    expect(hashesIn((await recoverOriginals(work, out)).written)).toEqual([...originals().keys()].sort())
  })

  it('half of it, nothing of it, a text, another program\'s database: one sentence each', async () => {
    await take(closed)
    const handle = openSync(work, 'r+')
    ftruncateSync(handle, pageBytes * Math.floor(statSync(work).size / pageBytes / 2))
    closeSync(handle)
    const sentences = [said(() => openStore(work, { create: false }))]
    writeFileSync(work, '')
    sentences.push(said(() => openStore(work, { create: false })))
    writeFileSync(work, 'My thesis, chapter 1. '.repeat(400))
    sentences.push(said(() => openStore(work, { create: true })))
    expect(readFileSync(work, 'utf8')).toBe('My thesis, chapter 1. '.repeat(400))
    await remove(work)
    const other = openDriver(work)
    other.exec('CREATE TABLE songs (name TEXT)')
    other.close()
    sentences.push(said(() => openStore(work, { create: true })))
    sentences.push(said(() => openStore(join(root, 'nowhere.rum'), { create: false })))
    for (const text of sentences) expect(isSentence(text), text).toBe(true)
    expect(sentences.map((text) => /damaged|0 bytes|no RuM project|another program|does not exist/.exec(text)?.[0])).toEqual(['damaged', '0 bytes', 'no RuM project', 'another program', 'does not exist'])
  })
})

describe('a project of an older layout', () => {
  const writeOld = async (): Promise<void> => {
    await remove(work)
    const driver = openDriver(work)
    driver.exec(`${migrations[0]!}; PRAGMA user_version = 1; PRAGMA application_id = ${0x52754d57};`)
    driver.run('INSERT INTO files VALUES (?, ?, ?, ?, NULL, NULL, NULL, NULL, NULL, NULL, 0, ?)', ['f1', 'abc', 3, 'ok', '2026-01-01'])
    driver.close()
  }
  const backup = `${work}.before-layout-${migrations.length}`
  beforeEach(async () => {
    await untilLetGo()
    rmSync(backup, { force: true })
  })

  it('is copied before it is brought up to date, and the copy opens again', async () => {
    await writeOld()
    openStore(work, { create: false }).close()
    const old = openDriver(backup)
    expect(old.get('PRAGMA user_version')).toEqual({ user_version: 1 })
    expect(old.get('SELECT id, sha256 FROM files')).toEqual({ id: 'f1', sha256: 'abc' })
    old.close()
    await untilLetGo()
    cpSync(backup, work)
    const again = openStore(work, { create: false })
    expect(again.get('SELECT id, contentKey FROM files')).toEqual({ id: 'f1', contentKey: 'abc' })
    again.close()
  })
  it('is left as it is when the copy cannot be made', async () => {
    await writeOld()
    const rename = disk.renameSync
    disk.renameSync = () => { throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }) }
    try {
      expect(said(() => openStore(work, { create: false }))).toContain('left as it is')
    } finally {
      disk.renameSync = rename
    }
    const driver = openDriver(work)
    expect(driver.get('PRAGMA user_version')).toEqual({ user_version: 1 })
    driver.close()
    expect(existsSync(`${backup}.tmp`)).toBe(false)
  })
  it('of a newer program is refused with the reason', async () => {
    await writeOld()
    const driver = openDriver(work)
    driver.exec('PRAGMA user_version = 99')
    driver.close()
    expect(said(() => openStore(work, { create: false }))).toContain('newer RuM Workbench (layout 99')
  })
})

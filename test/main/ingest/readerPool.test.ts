import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createIngest } from '../../../src/main/ingest/ingest'
import { createReaderPool, ReaderStopped, type PoolLimits, type ReaderPool } from '../../../src/main/ingest/readerPool'
import { readFiles, readLocations } from '../../../src/main/store/files'
import { openStore } from '../../../src/main/store/openStore'

const folder = mkdtempSync(join(tmpdir(), 'rum-pool-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A worker that does what the file's name says, as a reader with a defect or a file made to harm would. */
const workerFile = join(folder, 'worker.mjs')
writeFileSync(workerFile, `
  import { createHash } from 'node:crypto'
  import { parentPort } from 'node:worker_threads'
  const kept = []
  parentPort.on('message', ({ id, request }) => {
    const { path } = request
    if (path.includes('hang')) for (;;);
    if (path.includes('eat')) for (;;) kept.push(Array.from({ length: 10000 }, (_, i) => ({ i })))
    if (path.includes('throw')) throw new Error('a defect')
    if (path.includes('mute')) return
    if (path.includes('quit')) process.exit(0)
    else {
      const sha256 = createHash('sha256').update(path).digest('hex')
      parentPort.postMessage({ id, outcome: { status: 'unrecognised', reason: 'read', sha256, contentKey: sha256, companions: [], bytes: 1, mtimeMs: 0, ctimeMs: 0, reader: null, format: null, vendor: null, recognisedBecause: null, measurements: [], rows: [], problems: [], deflated: null } })
    }
  })
`)

let pool: ReaderPool | null = null
afterEach(() => pool?.close())
function poolOf(limits: Partial<PoolLimits> = {}): ReaderPool {
  pool = createReaderPool(pathToFileURL(workerFile), { workers: 1, memoryMb: 64, timeoutMs: 60_000, ...limits })
  return pool
}
const request = (name: string) => ({ path: join(folder, name), reader: null, columnNames: null, archive: false })

describe('a file that is too much for its reader', () => {
  it.each<[string, Partial<PoolLimits>, RegExp]>([
    ['hang.txt', { timeoutMs: 3_000 }, /^Reading took longer than 3 s and was stopped; export a smaller part\.$/],
    ['eat.txt', {}, /^Reading needs more than 64 MB of memory; export a smaller part\.$/],
    ['throw.txt', {}, /^The reader stopped \(a defect\); please report this file\.$/],
    ['quit.txt', {}, /^The reader gave no answer for this file; please report it\.$/],
    ['mute.txt', {}, /^The reader gave no answer for this file; please report it\.$/]
  ])('%s is stopped with one sentence, and those behind it are read', async (name, limits, sentence) => {
    const readers = poolOf(limits)
    const [bad, ...good] = await Promise.allSettled([name, 'a.txt', 'b.txt', 'c.txt'].map((each) => readers.read(request(each))))
    expect(bad).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(sentence) } })
    expect((bad as PromiseRejectedResult).reason).toBeInstanceOf(ReaderStopped)
    expect(good).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }, { status: 'fulfilled' }])
  })

  it('is named in the Inbox with that sentence, beside the others', async () => {
    const lab = join(folder, 'lab')
    mkdirSync(lab)
    const names = ['hang.txt', 'quit.txt', 'good.txt']
    for (const name of names) writeFileSync(join(lab, name), name)
    const driver = openStore(':memory:', { create: true })
    const ingest = createIngest({ driver, pool: poolOf({ timeoutMs: 3_000, workers: 2 }), archive: () => false, answers: () => ({}), onRecorded: () => undefined, onStoreTrouble: (error) => { throw error } })
    for (const name of names) await ingest.consider({ path: join(lab, name), folderId: null, folderPath: lab }, undefined, { force: true })
    await ingest.idle()
    const files = new Map(readFiles(driver).map((file) => [file.id, file]))
    const stated = new Map(readLocations(driver).map((location) => [location.path.slice(lab.length + 1), files.get(location.fileId)!]))
    expect([...stated].map(([name, { status }]) => [name, status]).sort()).toEqual([['good.txt', 'unrecognised'], ['hang.txt', 'error'], ['quit.txt', 'error']])
    expect(stated.get('hang.txt')!.reason).toMatch(/longer than 3 s/)
    expect(stated.get('quit.txt')!.reason).toMatch(/no answer/)
    await ingest.close()
    driver.close()
  })

  it('does not keep a program from closing', async () => {
    const readers = poolOf()
    const hung = readers.read(request('hang.txt'))
    const waiting = readers.read(request('a.txt'))
    await Promise.all([expect(hung).rejects.toThrow('The program is closing.'), expect(waiting).rejects.toThrow('The program is closing.'), readers.close()])
  })
})

describe('files that will come soon', () => {
  const asked = join(folder, 'asked')
  /** Notes what it is asked for, and is ready when the file `go` is there. */
  const own = join(folder, 'starting.mjs')
  const go = join(folder, 'go')
  writeFileSync(own, `import { appendFileSync, existsSync } from 'node:fs'
    import { parentPort } from 'node:worker_threads'
    appendFileSync(${JSON.stringify(asked)}, 'started')
    parentPort.on('message', ({ id, request }) => {
      appendFileSync(${JSON.stringify(asked)}, ' ' + request.path)
      parentPort.postMessage({ id, outcome: { measurements: [], status: request.path } })
    })
    const look = () => (existsSync(${JSON.stringify(go)}) ? parentPort.postMessage({ isReady: true }) : setTimeout(look, 5))
    look()
  `)
  const notes = (): string => (existsSync(asked) ? readFileSync(asked, 'utf8') : '')
  const one = { path: 'one', reader: null, columnNames: null, archive: false }
  let readers: ReaderPool
  beforeEach(() => {
    for (const path of [asked, go]) rmSync(path, { force: true })
    pool = readers = createReaderPool(pathToFileURL(own), { workers: 1, memoryMb: 64, timeoutMs: 60_000 })
  })

  it('find their readers started, and practised on one of them', async () => {
    readers.prepare?.(3, one)
    await expect.poll(notes, { timeout: 20_000 }).toBe('started')
    writeFileSync(go, '')
    await expect.poll(notes, { timeout: 20_000 }).toBe('started one')
    readers.prepare?.(3, one)
    expect(await readers.read({ ...one, path: 'two' })).toMatchObject({ status: 'two' })
    expect(notes()).toBe('started one two')
  })

  it('do not wait for practice where they come first', async () => {
    readers.prepare?.(3, one)
    const read = readers.read({ ...one, path: 'two' })
    await expect.poll(notes, { timeout: 20_000 }).toBe('started two')
    expect(await read).toMatchObject({ status: 'two' })
    writeFileSync(go, '')
    expect(await readers.read({ ...one, path: 'three' })).toMatchObject({ status: 'three' })
  })
})

describe('a pool that is closed', () => {
  it('lets nobody wait who asks it later', async () => {
    const readers = poolOf()
    const early = readers.read(request('hang.txt'))
    await Promise.all([readers.close(), expect(early).rejects.toThrow('The program is closing.')])
    await expect(readers.read(request('a.txt'))).rejects.toThrow('The program is closing.')
  })

  it('ends though an answer was on its way', async () => {
    const readers = poolOf()
    await readers.read(request('a.txt'))
    const late = readers.read(request('b.txt')).catch(() => null)
    const until = performance.now() + 300
    while (performance.now() < until); // the worker answers meanwhile, and nobody can hear it yet
    await expect(Promise.race([readers.close().then(() => 'closed'), new Promise((done) => setTimeout(done, 5000, 'still open'))])).resolves.toBe('closed')
    await late
  })

  it('does not keep a project open whose file was just being looked at', async () => {
    const driver = openStore(':memory:', { create: true })
    const ingest = createIngest({ driver, pool: poolOf(), archive: () => false, answers: () => ({}), onRecorded: () => undefined, onStoreTrouble: () => undefined })
    const path = join(folder, 'late.txt')
    writeFileSync(path, 'late')
    const looking = ingest.consider({ path, folderId: null, folderPath: null }, undefined, { immediately: true })
    await expect(Promise.race([ingest.close().then(() => 'closed'), new Promise((late) => setTimeout(late, 5000, 'still open'))])).resolves.toBe('closed')
    await looking
    await ingest.idle()
    driver.close()
  })
})

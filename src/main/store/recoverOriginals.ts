import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, isThere } from '../disk'
import { openDriver, untilLetGo, type Driver } from './driver'
import { openStore } from './openStore'
import { besides, earlier, originalNames } from './originalNames'
import { readOriginal } from './originals'
import { sha256Bytes } from './sha256'

export interface Recovered {
  readonly written: readonly string[]
  /** Originals that are known but whose bytes are not whole any more. */
  readonly lost: number
  /** Whole, but there was no way to write them. */
  readonly unwritten: readonly { readonly name: string; readonly why: string }[]
}

const pageBytes = 4096

/**
 * Writes every original file that a project still holds under `folder`, damaged or not. Only bytes that have their SHA-256 are written:
 * a file is there as it was or not at all. The project itself is only copied from.
 */
export async function recoverOriginals(project: string, folder: string): Promise<Recovered> {
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, '.project-copy.rum')
  const removeCopy = (): void => { for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${end}`, { force: true }) }
  removeCopy()
  try {
    copyFileSync(project, copy)
    for (const end of ['-wal', '-journal']) if (isThere(`${project}${end}`)) copyFileSync(`${project}${end}`, `${copy}${end}`)
    if (!opens(copy)) await mendFirstPage(copy)
    return writeAll(copy, folder)
  } finally {
    await untilLetGo()
    removeCopy()
  }
}

function opens(copy: string): boolean {
  try {
    const driver = openDriver(copy)
    try {
      return driver.all('SELECT sha256 FROM originals LIMIT 1').length >= 0
    } finally {
      driver.close()
    }
  } catch {
    return false
  }
}

/** Every project of this layout begins with the same page but for its counts: that of an empty one stands in for a damaged one. */
async function mendFirstPage(copy: string): Promise<void> {
  const empty = `${copy}.empty`
  rmSync(empty, { force: true })
  try {
    openStore(empty, { create: true }).close()
    const page = Buffer.alloc(pageBytes)
    const source = openSync(empty, 'r')
    readSync(source, page, 0, pageBytes, 0)
    closeSync(source)
    page.writeUInt32BE(Math.ceil(statSync(copy).size / pageBytes), 28) // size of the database in pages
    page.fill(0, 32, 40) // no list of free pages
    const target = openSync(copy, 'r+')
    writeSync(target, page, 0, pageBytes, 0)
    closeSync(target)
  } finally {
    await untilLetGo()
    for (const end of ['', '-wal', '-shm']) rmSync(`${empty}${end}`, { force: true })
  }
}

function writeAll(copy: string, folder: string): Recovered {
  const driver = openDriver(copy)
  try {
    const names = new Map((orUndefined(() => originalNames(driver)) ?? []).map(({ sha256, name }) => [sha256, name]))
    const known = new Set([...names.keys(), ...hashesOf(driver)])
    const written: string[] = []
    const unwritten: { name: string; why: string }[] = []
    let lost = 0
    for (const sha256 of known) {
      const bytes = orUndefined(() => readOriginal(driver, sha256))
      if (bytes === undefined || sha256Bytes(bytes) !== sha256) {
        lost += 1
        continue
      }
      const name = names.get(sha256) ?? earlier(sha256)
      const found = place(folder, [name, ...besides(name, sha256), earlier(sha256)], bytes)
      if ('path' in found) written.push(found.path)
      else unwritten.push({ name, why: found.why })
    }
    return { written, lost, unwritten }
  } finally {
    driver.close()
  }
}

/**
 * Under the first of the names that takes it: one that is another file already, or that the disk refuses, is passed over. A file is there
 * under its name only when it is whole.
 */
function place(folder: string, names: readonly string[], bytes: Uint8Array): { readonly path: string } | { readonly why: string } {
  const unfinished = join(folder, '.recovering.tmp')
  let why = 'other files have its name'
  for (const name of names) {
    const path = join(folder, name)
    try {
      if (isThere(path)) {
        if (statSync(path).isFile() && readFileSync(path).equals(bytes)) return { path }
        continue
      }
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(unfinished, bytes)
      renameSync(unfinished, path)
      return { path }
    } catch (error) {
      rmSync(unfinished, { force: true })
      why = codeOf(error) || String(error)
    }
  }
  return { why }
}

/** Asked for in 256 parts, so that a damaged page hides only what lies on it. */
function hashesOf(driver: Driver): string[] {
  const found = new Set<string>()
  for (let part = 0; part < 256; part += 1) {
    const prefix = part.toString(16).padStart(2, '0')
    for (const order of ['ASC', 'DESC']) {
      let last: string | undefined
      for (;;) {
        const from = last ?? (order === 'ASC' ? prefix : `${prefix}g`)
        const next = orUndefined(() => driver.get<{ sha256: string }>(
          `SELECT sha256 FROM originals WHERE sha256 ${order === 'ASC' ? '>' : '<'} ? ORDER BY sha256 ${order} LIMIT 1`, [from]))?.sha256
        if (next === undefined || !next.startsWith(prefix)) break
        found.add(next)
        last = next
      }
    }
  }
  return [...found]
}

function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined // on a damaged page: what lies elsewhere is still read
  }
}

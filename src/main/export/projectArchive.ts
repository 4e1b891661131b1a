import { createHash } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream, openSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { appVersion } from '../appVersion'
import { isThere } from '../disk'
import { untilLetGo, type Driver } from '../store/driver'
import { openStore, writeSnapshot } from '../store/openStore'
import { readOriginal } from '../store/originals'
import { originalNames } from '../store/originalNames'
import { sha256Bytes } from '../store/sha256'
import { renamed, writeFileSafely } from './writeFileSafely'
import { zipped } from './zipped'

/** One zip with everything: the project, every original file as it was, and a list of SHA-256 sums that proves it. */
interface Manifest { readonly format: 'rum-archive'; readonly appVersion: string; readonly project: string; readonly originals: readonly { readonly path: string; readonly sha256: string }[] }

const projectName = 'project.rum'
const manifestName = 'manifest.json'
const mostBytes = 0xffff_fff0 // of a zip without the 64-bit extension
const mostManifestBytes = 64e6
const readme = 'project.rum is the project of RuM Workbench; "rum unpack" or the File menu opens it on any computer.\noriginals/ holds every instrument file as it was; manifest.json lists their SHA-256.\n'

/** Writes the archive of an open project. Its results are those stored at this moment. */
export async function writeArchive(driver: Driver, path: string): Promise<{ path: string; originals: number }> {
  const snapshot = join(dirname(path), `.${process.pid}.snapshot.rum.tmp`)
  rmSync(snapshot, { force: true })
  try {
    writeSnapshot(driver, snapshot)
    const names = originalNames(driver)
    const size = statSync(snapshot).size + (driver.get<{ n: number | null }>('SELECT sum(bytes) AS n FROM originals')?.n ?? 0)
    if (size > mostBytes) throw new Error(`The project and its files have ${(size / 1e9).toFixed(1)} GB, more than a zip takes; copy the .rum file itself, it holds the same.`)
    const manifest: Manifest = {
      format: 'rum-archive', appVersion, project: await sha256Of(snapshot), originals: names.map(({ sha256, name }) => ({ path: `originals/${name}`, sha256 }))
    }
    const written = await writeFileSafely(path, zipped(async function* () {
      yield { name: 'README.txt', chunks: [Buffer.from(readme)] }
      yield { name: manifestName, chunks: [Buffer.from(JSON.stringify(manifest, null, 1))] }
      yield { name: projectName, chunks: createReadStream(snapshot) as AsyncIterable<Uint8Array> }
      for (const { sha256, name } of names) yield { name: `originals/${name}`, chunks: [readOriginal(driver, sha256)!] }
    }()))
    return { ...written, originals: names.length }
  } finally {
    rmSync(snapshot, { force: true })
  }
}

/**
 * Makes a project of an archive at `path`, which must be free. Nothing but the project is taken out, under that one path; it is there only
 * when its sum, SQLite's check and every original agree with the list. Folders that this computer does not have are paused.
 */
export async function readArchive(archive: string, path: string): Promise<{ originals: number }> {
  if (isThere(path)) throw new Error(`${path} already exists; choose another name.`)
  const unfinished = join(dirname(path), `.${process.pid}.unpacked.rum.tmp`)
  const removeUnfinished = (): void => { for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${end}`, { force: true }) }
  removeUnfinished()
  try {
    const parts = partsOf(archive)
    const manifest = await manifestOf(archive, parts.get(manifestName))
    if (await extract(archive, parts.get(projectName), unfinished) !== manifest.project) throw new Error(damaged(archive))
    const driver = openStore(unfinished, { create: false })
    try {
      for (const { sha256, path: name } of manifest.originals) {
        const bytes = readOriginal(driver, sha256)
        if (bytes === undefined || sha256Bytes(bytes) !== sha256) throw new Error(`${archive} is damaged: ${name} is not as it was; copy the archive again.`)
      }
      for (const { id, path: folder } of driver.all<{ id: string; path: string }>('SELECT id, path FROM folders')) if (!isThere(folder)) driver.run('UPDATE folders SET paused = 1 WHERE id = ?', [id])
    } finally {
      driver.close()
      await untilLetGo()
    }
    await renamed(unfinished, path)
    return { originals: manifest.originals.length }
  } finally {
    removeUnfinished()
  }
}

const damaged = (archive: string): string => `${archive} is damaged or no archive of a RuM project; copy it again from where it was made.`

interface ZipPart { readonly offset: number; readonly packed: number; readonly bytes: number; readonly method: number }

/** The zip's own table of contents, from its end. */
function partsOf(archive: string): Map<string, ZipPart> {
  const handle = openSync(archive, 'r')
  try {
    const { size } = statSync(archive)
    const end = bytesAt(handle, Math.max(0, size - 66_000), Math.min(size, 66_000))
    const at = end.lastIndexOf('PK\x05\x06', undefined, 'latin1')
    if (at < 0 || at + 22 > end.length) throw new Error(damaged(archive))
    const [count, length, start] = [end.readUInt16LE(at + 10), end.readUInt32LE(at + 12), end.readUInt32LE(at + 16)]
    if (start + length > size) throw new Error(damaged(archive))
    const table = bytesAt(handle, start, length)
    const parts = new Map<string, ZipPart>()
    for (let i = 0, p = 0; i < count && p + 46 <= table.length; i += 1) {
      const [nameLength, rest] = [table.readUInt16LE(p + 28), table.readUInt16LE(p + 30) + table.readUInt16LE(p + 32)]
      const header = bytesAt(handle, table.readUInt32LE(p + 42), 30)
      if (header.length < 30) throw new Error(damaged(archive))
      parts.set(table.toString('utf8', p + 46, p + 46 + nameLength), {
        offset: table.readUInt32LE(p + 42) + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), packed: table.readUInt32LE(p + 20), bytes: table.readUInt32LE(p + 24), method: table.readUInt16LE(p + 10)
      })
      p += 46 + nameLength + rest
    }
    return parts
  } finally {
    closeSync(handle)
  }
}

function bytesAt(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(handle, bytes, 0, length, at))
}

/** A part unpacked to a file; returns its SHA-256. It is stopped where it grows beyond what the zip says of it. */
async function extract(archive: string, part: ZipPart | undefined, to: string): Promise<string> {
  if (part?.method !== 8 || part.packed === 0) throw new Error(damaged(archive))
  const hash = createHash('sha256')
  let left = part.bytes
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length
      hash.update(chunk)
      done(left < 0 ? new Error(damaged(archive)) : null, chunk)
    }
  })
  try {
    await pipeline(createReadStream(archive, { start: part.offset, end: part.offset + part.packed - 1 }), createInflateRaw(), counted, createWriteStream(to, { flush: true }))
  } catch (error) {
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('Z_') ? new Error(damaged(archive), { cause: error }) : error
  }
  return hash.digest('hex')
}

async function manifestOf(archive: string, part: ZipPart | undefined): Promise<Manifest> {
  if (!part || part.bytes > mostManifestBytes) throw new Error(damaged(archive))
  const chunks: Buffer[] = []
  try {
    for await (const chunk of createReadStream(archive, { start: part.offset, end: part.offset + part.packed - 1 }).pipe(createInflateRaw({ maxOutputLength: mostManifestBytes }))) chunks.push(chunk as Buffer)
    const manifest = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Manifest
    if (manifest.format !== 'rum-archive' || typeof manifest.project !== 'string' || !Array.isArray(manifest.originals)) throw new Error('another format')
    return manifest
  } catch (error) {
    throw new Error(damaged(archive), { cause: error })
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}

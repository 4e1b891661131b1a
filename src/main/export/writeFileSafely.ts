import { basename, dirname, extname, join } from 'node:path'
import type { Exported } from '../../shared/api'
import { codeOf, disk, isThere } from '../disk'

const locked = new Set(['EBUSY', 'EPERM', 'EACCES'])
const MOST_NAMES = 20
/** A virus scanner lets go of a new file within a moment; Excel does not. */
const patienceMs = [30, 60, 120, 240, 480] as const
let sequence = 0
/** Written beside a target that was held, by this process: a watcher replaces it at the next change. */
const besides = new Set<string>()

/**
 * Writes a whole file or none of it: beside its place, to the disk, then renamed over it. A target that another program holds open
 * (Excel on Windows) stays as it is and the file gets the next free name; the path that was written is returned. No other file of that
 * name is replaced, but one that this process wrote there for the same reason.
 */
export async function writeFileSafely(path: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<Exported> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${(sequence += 1)}.tmp`)
  try {
    const handle = await disk.open(temporary, 'w')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    for (let i = 1; i <= MOST_NAMES; i += 1) {
      const target = i === 1 ? path : join(dirname(path), `${basename(path, extname(path))} (${i})${extname(path)}`)
      if (i > 1 && isThere(target) && !besides.has(target)) continue
      try {
        await renamed(temporary, target, i === 1 ? patienceMs : [])
        if (i === 1) return { path }
        besides.add(target)
        return { path: target, held: path }
      } catch (error) {
        if (!locked.has(codeOf(error))) throw error
      }
    }
    throw new Error(`${path} is open in another program and its numbered copies are taken; close one and export again.`)
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined)
    throw sentence(path, error)
  }
}

/** Renames over the target, and tries again after each of the pauses while somebody holds it. */
export async function renamed(from: string, to: string, pauses: readonly number[] = patienceMs): Promise<void> {
  for (const pause of pauses) {
    try {
      return await disk.rename(from, to)
    } catch (error) {
      if (!locked.has(codeOf(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return disk.rename(from, to)
}

function sentence(path: string, error: unknown): Error {
  switch (codeOf(error)) {
    case 'ENOSPC': return new Error(`The disk is full, so ${path} could not be written; free some space and export again.`, { cause: error })
    case 'ENOENT': return new Error(`The folder of ${path} does not exist; choose another place.`, { cause: error })
    case 'EROFS':
    case 'EACCES':
    case 'EPERM': return new Error(`${dirname(path)} may not be written to; choose another folder.`, { cause: error })
    default: return error instanceof Error ? error : new Error(String(error))
  }
}

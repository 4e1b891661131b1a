import { join } from 'node:path'
import { disk, isAbsence } from '../disk'
import type { FileState } from './decide'

export interface SeenFile extends FileState { readonly path: string }

const maxDepth = 100
/** Asked of the disk at once: a share answers each question after some milliseconds, but many together. */
const together = 32

/**
 * Every regular file under a folder, in no particular order; no more than the names of one folder are held. Symbolic links are not followed
 * (a link may lead out of the folder or round in a circle). A sub-folder that cannot be listed is reported and the rest goes on.
 */
export async function* scanFolder(root: string, onTrouble: (path: string, error: unknown) => void): AsyncGenerator<SeenFile> {
  const pending: { path: string; depth: number }[] = [{ path: root, depth: 0 }]
  for (let folder = pending.pop(); folder; folder = pending.pop()) {
    const names: string[] = []
    const folders: string[] = []
    try {
      for await (const item of await disk.opendir(folder.path, { bufferSize: 512 })) {
        if (item.isDirectory()) folders.push(item.name)
        else if (item.isFile()) names.push(item.name)
      }
    } catch (error) {
      onTrouble(folder.path, error)
      continue
    }
    const { path: parent, depth } = folder
    if (depth < maxDepth) for (const name of folders.sort()) pending.push({ path: join(parent, name), depth: depth + 1 })
    names.sort()
    for (let at = 0; at < names.length; at += together) {
      for (const seen of await Promise.all(names.slice(at, at + together).map((name) => stateOf(join(parent, name), onTrouble)))) if (seen) yield seen
    }
  }
}

async function stateOf(path: string, onTrouble: (path: string, error: unknown) => void): Promise<SeenFile | null> {
  try {
    const { size, mtimeMs, ctimeMs } = await disk.stat(path)
    return { path, bytes: size, mtimeMs, ctimeMs }
  } catch (error) {
    if (!isAbsence(error)) onTrouble(path, error) // what is gone since it was listed is no trouble
    return null
  }
}

/** As they come, `most` at a time. */
export async function* inGroups<Item>(items: AsyncIterable<Item>, most: number): AsyncGenerator<Item[]> {
  let group: Item[] = []
  for await (const item of items) {
    group.push(item)
    if (group.length < most) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

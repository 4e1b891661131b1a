import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import { disk } from '../disk'
import type { FileState } from './decide'

export interface SeenFile extends FileState { readonly path: string }

const maxDepth = 100

/**
 * Every regular file under a folder, in no particular order. Symbolic links are not followed (a link may lead out of the
 * folder or round in a circle). A sub-folder that cannot be listed is reported and the rest goes on.
 */
export async function* scanFolder(root: string, onTrouble: (path: string, error: unknown) => void): AsyncGenerator<SeenFile> {
  const pending: { path: string; depth: number }[] = [{ path: root, depth: 0 }]
  for (let folder = pending.pop(); folder; folder = pending.pop()) {
    const found: Dirent[] = []
    try {
      for await (const item of await disk.opendir(folder.path)) found.push(item)
    } catch (error) {
      onTrouble(folder.path, error)
      continue
    }
    found.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const item of found) {
      const path = join(folder.path, item.name)
      if (item.isDirectory() && folder.depth < maxDepth) pending.push({ path, depth: folder.depth + 1 })
      if (!item.isFile()) continue
      try {
        const { size, mtimeMs, ctimeMs } = await disk.stat(path)
        yield { path, bytes: size, mtimeMs, ctimeMs }
      } catch (error) {
        onTrouble(path, error)
      }
    }
  }
}

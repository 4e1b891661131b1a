import { watch, type FSWatcher } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { liesIn } from '../../shared/storedPath'
import { disk, isAbsence } from '../disk'

export interface FolderEvents {
  /** Look at this file: it is new, or it changed. */
  readonly touched: (path: string) => void
  /** Nothing is at this path any more: a file, or a folder with all that was in it. */
  readonly gone: (path: string) => void
  /** The system dropped events: anything may have changed. */
  readonly missed: () => void
  readonly trouble: (error: unknown) => void
}
export interface FolderWatch { readonly close: () => Promise<void>; readonly ready: Promise<void> }

/** What happens to a path within so long is looked at once. */
const gatherMs = 5

/**
 * Events are hints: they only make us look. What they miss, the next scan finds. Folders are watched, never files: half a million files are
 * a thousand watches and no open handle. Windows and macOS watch a whole tree in one; Linux wants one watch for each folder.
 */
export function watchFolder(root: string, events: FolderEvents, isWholeTree = process.platform !== 'linux'): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  /** Path → whether it was made, removed or renamed, not only written to. */
  let hints = new Map<string, boolean>()
  let timer: NodeJS.Timeout | null = null
  let looking: Promise<void> = Promise.resolve()
  let isClosed = false
  let isTroubled = false

  const hint = (path: string, isRename: boolean): void => {
    if (isClosed) return
    hints.set(path, isRename || hints.get(path) === true)
    timer ??= setTimeout(() => { looking = looking.then(look) }, gatherMs)
  }
  const look = async (): Promise<void> => {
    timer = null
    const now = hints
    hints = new Map()
    for (const [path, isRename] of now) if (!isClosed) await lookAt(path, isRename)
  }
  const lookAt = async (path: string, isRename: boolean): Promise<void> => {
    try {
      const facts = await disk.lstat(path)
      const now = isRename && isWholeTree ? await otherSpelling(path) : null
      if (now !== null) {
        events.gone(path)
        return hint(now, true)
      }
      if (facts.isFile()) events.touched(path)
      else if (facts.isDirectory() && isRename && path !== root) await enter(path, events.touched)
    } catch (error) {
      if (!isAbsence(error)) return events.touched(path) // whoever reads it tries again until it can be looked at
      leave(path)
      events.gone(path)
    }
  }
  /** Watches a folder and those in it, anew where it was watched: another one may stand under its name. Watched before listed: nothing falls between. */
  const enter = async (folder: string, found: (path: string) => void): Promise<void> => {
    leave(folder)
    const pending = [folder]
    for (let path = pending.pop(); path !== undefined && !isClosed; path = pending.pop()) {
      if (!isWholeTree || path === root) start(path)
      try {
        for await (const item of await disk.opendir(path, { bufferSize: 512 })) {
          if (item.isDirectory()) pending.push(join(path, item.name))
          else if (item.isFile()) found(join(path, item.name))
        }
      } catch {
        // It is gone again, or may not be listed: the scan says so.
      }
    }
  }
  /** Said once: where the system has no watches left, every further folder would say so. */
  const trouble = (error: unknown): void => {
    if (!isTroubled) events.trouble(error)
    isTroubled = true
  }
  const start = (folder: string): void => {
    if (isTroubled) return
    try {
      const watcher = watch(folder, { recursive: isWholeTree })
      watchers.get(folder)?.close() // a folder that came while its parent was listed is met twice
      watchers.set(folder, watcher)
      watcher.on('change', (kind, name) => (name === null ? events.missed() : hint(join(folder, name.toString()), kind === 'rename')))
      watcher.on('error', (error) => {
        leave(folder)
        // Windows says so when a watched folder is deleted; only one that is still there is in trouble.
        disk.stat(folder).then(() => trouble(error), () => events.gone(folder))
      })
    } catch (error) {
      if (!isAbsence(error)) trouble(error)
    }
  }
  const leave = (folder: string): void => {
    if (!watchers.has(folder)) return
    for (const [path, watcher] of watchers) {
      if (path !== folder && !liesIn(folder, path)) continue
      watcher.close()
      watchers.delete(path)
    }
  }

  const ready = isWholeTree ? Promise.resolve(start(root)) : enter(root, () => undefined)
  return {
    ready,
    async close() {
      isClosed = true
      if (timer) clearTimeout(timer)
      await ready
      await looking
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    }
  }
}

/** Windows and macOS find a file under its old name, too, when only the case of letters was changed: what it is called now, null where it is called so. */
async function otherSpelling(path: string): Promise<string | null> {
  const name = basename(await disk.realpath(path))
  return name !== basename(path) && name.toLowerCase() === basename(path).toLowerCase() ? join(dirname(path), name) : null
}

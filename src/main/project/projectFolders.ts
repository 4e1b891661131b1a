import { resolve, sep } from 'node:path'
import type { Folder, WatchStatus } from '../../shared/api'
import { disk, isThere } from '../disk'
import { networkKindOf } from '../networkPlace'
import type { Ingest } from '../ingest/ingest'
import { scanFolder } from '../ingest/scanFolder'
import { watchFolder } from '../ingest/watchFolder'
import type { Driver } from '../store/driver'
import { readLocations } from '../store/files'
import { sha256Text } from '../store/sha256'

interface FolderRow { id: string; path: string; polling: number; paused: number; archive: number; lastScan: string | null }
interface Live { watcher: { close: () => Promise<void> } | null; timer: NodeJS.Timeout | null; status: WatchStatus; scanning: Promise<void> | null; isLost: boolean }

export interface Rescan { readonly everyMs: number; readonly troubledMs: number }

export interface FolderOptions {
  readonly driver: Driver
  readonly ingest: Ingest
  readonly onStatus: () => void
  readonly onProgress: (folderId: string, done: number, finished: boolean) => void
  /** How often everything is looked through, and how soon again while something is wrong. */
  readonly rescan?: Rescan
}

export interface ProjectFolders {
  list(): Folder[]
  add(paths: readonly string[]): void
  set(id: string, change: { paused?: boolean; polling?: boolean; archive?: boolean }): Promise<void>
  remove(id: string): Promise<void>
  /** Starts watching and scanning every folder that is not paused; resolves after the first scans. */
  start(): Promise<void>
  scanAll(): Promise<void>
  cancelScan(id: string): void
  placeOf(path: string): { path: string; folderId: string | null; folderPath: string | null }
  archive(folderId: string | null): boolean
  close(): Promise<void>
}

const watching: WatchStatus = { state: 'watching', reason: null }

/** The watched folders of one project: events for speed, scans for certainty, and a folder that vanishes is trouble, not deletion. */
export function createProjectFolders({ driver, ingest, onStatus, onProgress, rescan = { everyMs: 300_000, troubledMs: 5000 } }: FolderOptions): ProjectFolders {
  const live = new Map<string, Live>()
  const cancelled = new Set<string>()
  const rows = (): FolderRow[] => driver.all<FolderRow>('SELECT id, path, polling, paused, archive, lastScan FROM folders ORDER BY path')
  const liveOf = (id: string): Live => {
    const found = live.get(id) ?? { watcher: null, timer: null, status: { state: 'none', reason: null }, scanning: null, isLost: false }
    live.set(id, found)
    return found
  }
  const setStatus = (id: string, status: WatchStatus): void => {
    const folder = liveOf(id)
    if (folder.status.state === status.state && folder.status.reason === status.reason) return
    folder.status = status
    onStatus()
  }
  const placeIn = (row: FolderRow, path: string) => ({ path, folderId: row.id, folderPath: row.path })

  const unreachable = (row: FolderRow): WatchStatus => ({ state: 'trouble', reason: `The folder ${row.path} cannot be reached; it is looked for again by itself.` })
  const isReachable = async (row: FolderRow): Promise<boolean> => {
    try {
      return (await disk.stat(row.path)).isDirectory()
    } catch {
      return false
    }
  }

  const scan = async (row: FolderRow): Promise<void> => {
    const seen = new Set<string>()
    let done = 0
    let troubled: string | null = null
    if (!(await isReachable(row))) return lose(row, unreachable(row))
    await watchAgain(row)
    for await (const file of scanFolder(row.path, (path) => { troubled = path })) {
      if (cancelled.has(row.id)) break
      seen.add(file.path)
      await ingest.consider(placeIn(row, file.path), file)
      done += 1
      if (done % 50 === 0) onProgress(row.id, done, false)
    }
    onProgress(row.id, done, true)
    const known = readLocations(driver).filter((location) => location.folderId === row.id && !location.missing)
    if (seen.size === 0 && known.length > 0 && !cancelled.has(row.id)) {
      lose(row, { state: 'trouble', reason: `The folder ${row.path} is empty but ${known.length} files are known: is the share connected?` })
      return
    }
    if (!cancelled.delete(row.id) && troubled === null) for (const { path } of known) if (!seen.has(path)) ingest.gone(path)
    driver.run('UPDATE folders SET lastScan = ? WHERE id = ?', [new Date().toISOString(), row.id])
    setStatus(row.id, troubled === null ? watching : { state: 'trouble', reason: `${String(troubled)} cannot be listed; the rest is watched.` })
  }

  /** Never rejects: what goes wrong is the folder's status. */
  const scanOnce = (row: FolderRow): Promise<void> => {
    const folder = liveOf(row.id)
    const failed = (error: unknown): void => setStatus(row.id, { state: 'trouble', reason: `Looking through ${row.path} failed (${error instanceof Error ? error.message : 'unknown'}); it is tried again by itself.` })
    folder.scanning ??= scan(row).catch(failed).finally(() => { folder.scanning = null })
    return folder.scanning
  }
  const schedule = (row: FolderRow): void => {
    const folder = live.get(row.id)
    if (!folder?.watcher) return
    if (folder.timer) clearTimeout(folder.timer)
    folder.timer = setTimeout(() => void scanOnce(row).then(() => schedule(row)), folder.status.state === 'trouble' ? rescan.troubledMs : rescan.everyMs)
    folder.timer.unref()
  }
  /** A folder that vanished has another inode, or another mount, when it returns: the old watcher would stay deaf. */
  const lose = (row: FolderRow, status: WatchStatus): void => {
    liveOf(row.id).isLost = true
    setStatus(row.id, status)
  }
  const watchAgain = async (row: FolderRow): Promise<void> => {
    const folder = liveOf(row.id)
    if (!folder.isLost || !folder.watcher) return
    await folder.watcher.close()
    folder.isLost = false
    await watch(row).ready
  }
  /** A share that drops takes its files with it: only a folder that is still there can lose one. */
  const gone = async (row: FolderRow, path: string): Promise<void> => {
    if (live.get(row.id)?.status.state !== 'watching') return
    if (await isReachable(row)) return ingest.gone(path)
    lose(row, unreachable(row))
    schedule(row)
  }

  const startOne = async (row: FolderRow): Promise<void> => {
    if (row.paused) return setStatus(row.id, { state: 'paused', reason: null })
    await watch(row).ready
    await scanOnce(row)
    schedule(row)
  }
  const watch = (row: FolderRow): ReturnType<typeof watchFolder> => {
    const watcher = watchFolder(row.path, row.polling === 1, {
      touched: (path) => void ingest.consider(placeIn(row, path)),
      gone: (path) => void gone(row, path),
      trouble: (error) => setStatus(row.id, { state: 'trouble', reason: `Watching ${row.path} failed (${error instanceof Error ? error.message : 'unknown'}); it is scanned from time to time instead.` })
    })
    liveOf(row.id).watcher = watcher
    return watcher
  }
  const stopOne = async (id: string): Promise<void> => {
    const folder = live.get(id)
    if (!folder) return
    if (folder.timer) clearTimeout(folder.timer)
    cancelled.add(id)
    await folder.watcher?.close()
    await folder.scanning
    cancelled.delete(id)
    live.delete(id)
  }

  const api: ProjectFolders = {
    list() {
      const counts = new Map(driver.all<{ folderId: string; n: number }>('SELECT folderId, count(*) AS n FROM locations WHERE folderId IS NOT NULL GROUP BY folderId').map((r) => [r.folderId, r.n]))
      return rows().map((row) => ({
        id: row.id, path: row.path, polling: row.polling === 1, paused: row.paused === 1, archive: row.archive === 1, files: counts.get(row.id) ?? 0,
        status: row.paused ? { state: 'paused', reason: null } : liveOf(row.id).status, lastScan: row.lastScan
      }))
    },
    add(paths) {
      for (const path of paths.map((p) => resolve(p))) {
        const inside = rows().find((row) => path === row.path || path.startsWith(row.path + sep))
        if (!inside) driver.run('INSERT INTO folders (id, path, polling) VALUES (?, ?, ?)', [`d${sha256Text(path).slice(0, 10)}`, path, isNetworkPath(path) ? 1 : 0])
      }
    },
    async set(id, change) {
      const row = rows().find((folder) => folder.id === id)
      if (!row) return
      const flag = (value: boolean | undefined, old: number): number => (value === undefined ? old : value ? 1 : 0)
      driver.run('UPDATE folders SET paused = ?, polling = ?, archive = ? WHERE id = ?', [flag(change.paused, row.paused), flag(change.polling, row.polling), flag(change.archive, row.archive), id])
      if (change.paused === undefined && change.polling === undefined) return
      await stopOne(id)
      await startOne(rows().find((folder) => folder.id === id)!)
    },
    async remove(id) {
      await stopOne(id)
      driver.transaction(() => {
        driver.run('UPDATE locations SET folderId = NULL WHERE folderId = ?', [id])
        driver.run('DELETE FROM folders WHERE id = ?', [id])
      })
    },
    start: async () => void (await Promise.all(rows().filter((row) => !live.get(row.id)?.watcher).map(startOne))),
    scanAll: async () => void (await Promise.all(rows().filter((row) => !row.paused).map(scanOnce))),
    cancelScan: (id) => void cancelled.add(id),
    placeOf(path) {
      const row = rows().find((folder) => path.startsWith(folder.path + sep))
      return row ? placeIn(row, path) : { path, folderId: null, folderPath: null }
    },
    archive: (folderId) => folderId === null || rows().find((row) => row.id === folderId)?.archive !== 0,
    close: async () => void (await Promise.all([...live.keys()].map(stopOne)))
  }
  return api
}

/** Shares give no reliable events; a folder that is not there yet is judged by its path. The user can switch it. */
const isNetworkPath = (path: string): boolean => (isThere(path) ? networkKindOf(path) !== null : path.startsWith('\\\\') || /^\/(mnt|net|Volumes)\//.test(path))

import { resolve } from 'node:path'
import type { Folder, WatchStatus } from '../../shared/api'
import { isSamePath, liesIn, spelledIn } from '../../shared/storedPath'
import { disk } from '../disk'
import { isNetworkPath } from '../networkPlace'
import type { Ingest } from '../ingest/ingest'
import { createPathSet } from '../ingest/pathSet'
import { inGroups, scanFolder } from '../ingest/scanFolder'
import { createSleepSense } from '../ingest/sleepSense'
import { watchFolder } from '../ingest/watchFolder'
import type { Driver } from '../store/driver'
import { sha256Text } from '../store/sha256'
import { applyPatterns, readFolderNames } from './folderNames'
import { countOfFolder, knownAsTheyAre, leaveRoot, pathsBelow, pathsOfFolder, takeUnder } from './knownPaths'
import { oneAtATime } from './oneAtATime'
import { untilChanged } from './untilChanged'

interface FolderRow { id: string; path: string; polling: number; paused: number; archive: number; lastScan: string | null }
interface Live {
  watcher: { close: () => Promise<void> } | null
  timer: NodeJS.Timeout | null
  status: WatchStatus
  scanning: Promise<void> | null
  scanMs: number
  isLost: boolean
  /** Why no events come, or not all; null where they do. */
  deaf: string | null
  /** Somebody stopped the scan: it is not begun again before somebody asks for it. */
  isStopped: boolean
}

export interface Rescan { readonly everyMs: number; readonly troubledMs: number }
/** Where no events come (a share), a folder is looked through so often, and for at most a fifth of the time. */
const poll = { everyMs: 1000, restPerScan: 4 } as const
const progressEveryMs = 200
/** The store is asked of so many files at once what it knows of them. */
const askedTogether = 200
const beatMs = 5000

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
  /** Looks through one watched folder, by its path, where it is being watched. */
  look(path: string): Promise<void>
  cancelScan(id: string): void
  placeOf(path: string): { path: string; folderId: string | null; folderPath: string | null }
  archive(folderId: string | null): boolean
  close(): Promise<void>
}

const watching: WatchStatus = { state: 'watching', reason: null }

/** The watched folders of one project: events for speed, scans for certainty, and a folder that vanishes is trouble, not deletion. */
export function createProjectFolders({ driver, ingest, onStatus, onProgress, rescan = { everyMs: 300_000, troubledMs: 5000 } }: FolderOptions): ProjectFolders {
  const live = new Map<string, Live>()
  const cancelled = new Map<string, 'asked' | 'closing'>()
  /** Asked for with every file. */
  let notArchived: Set<string> | null = null
  const rows = (): FolderRow[] => driver.all<FolderRow>('SELECT id, path, polling, paused, archive, lastScan FROM folders ORDER BY path')
  const liveOf = (id: string): Live => {
    const found = live.get(id) ?? { watcher: null, timer: null, status: { state: 'none', reason: null }, scanning: null, scanMs: 0, isLost: false, deaf: null, isStopped: false }
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

  const scan = async (row: FolderRow, isQuiet: boolean): Promise<void> => {
    const started = performance.now()
    const seen = createPathSet(Math.floor(Math.random() * 2 ** 32))
    let troubled: string | null = null
    let shownMs = started
    if (!(await isReachable(row))) return lose(row, unreachable(row))
    await watchAgain(row)
    for await (const files of inGroups(scanFolder(row.path, (path) => { troubled = path }), askedTogether)) {
      const known = knownAsTheyAre(driver, files)
      for (const file of files) {
        if (cancelled.has(row.id)) break
        seen.add(file.path)
        if (!known.has(file.path)) await ingest.consider(placeIn(row, file.path), file)
        if (isQuiet || performance.now() - shownMs < progressEveryMs) continue
        shownMs = performance.now()
        onProgress(row.id, seen.size(), false)
      }
      if (cancelled.has(row.id)) break
    }
    liveOf(row.id).scanMs = performance.now() - started
    if (!isQuiet) onProgress(row.id, seen.size(), true)
    const why = cancelled.get(row.id)
    if (why !== undefined) return why === 'asked' ? stopped(row, seen.size()) : undefined
    const known = seen.size() === 0 ? countOfFolder(driver, row.id) : 0
    if (known > 0) return lose(row, { state: 'trouble', reason: `The folder ${row.path} is empty but ${known} files are known: is the share connected?` })
    if (troubled === null) for (const path of pathsOfFolder(driver, row.id)) if (!seen.has(path)) ingest.gone(path)
    noteScan(row)
    const { deaf } = liveOf(row.id)
    setStatus(row.id, troubled !== null ? { state: 'trouble', reason: `${String(troubled)} cannot be listed; the rest is watched.` } : deaf !== null ? { state: 'trouble', reason: deaf } : watching)
  }
  const stopped = (row: FolderRow, count: number): void => {
    liveOf(row.id).isStopped = true
    setStatus(row.id, { state: 'trouble', reason: `Looking through ${row.path} was stopped after ${count} files; new files still come in, and "Look for changes now" goes on with the rest.` })
  }
  /** A share is looked through every second: its hour is written down less often. */
  const noteScan = (row: FolderRow): void => {
    const now = new Date()
    const last = rows().find(({ id }) => id === row.id)?.lastScan ?? null
    if (last === null || Math.abs(now.getTime() - Date.parse(last)) > poll.everyMs * 60 || row.polling === 0) driver.run('UPDATE folders SET lastScan = ? WHERE id = ?', [now.toISOString(), row.id])
  }

  /** Never rejects: what goes wrong is the folder's status. A scan that nobody asked for shows no progress. */
  const scanOnce = (row: FolderRow, isQuiet = false): Promise<void> => {
    const folder = liveOf(row.id)
    if (!isQuiet) folder.isStopped = false
    const failed = (error: unknown): void => setStatus(row.id, { state: 'trouble', reason: `Looking through ${row.path} failed (${error instanceof Error ? error.message : 'unknown'}); it is tried again by itself.` })
    folder.scanning ??= scan(row, isQuiet).catch(failed).finally(() => {
      folder.scanning = null
      if (cancelled.get(row.id) === 'asked') cancelled.delete(row.id)
    })
    return folder.scanning
  }
  const schedule = (row: FolderRow, soonMs?: number): void => {
    const folder = live.get(row.id)
    if (!folder?.watcher) return
    if (folder.timer) clearTimeout(folder.timer)
    folder.timer = null
    if (folder.isStopped) return
    const pollMs = Math.max(poll.everyMs, poll.restPerScan * folder.scanMs)
    const everyMs = row.polling === 1 || folder.deaf !== null ? Math.min(pollMs, rescan.everyMs) : rescan.everyMs
    const isTroubled = folder.status.state === 'trouble' && folder.deaf === null
    folder.timer = setTimeout(() => void scanOnce(row, true).then(() => schedule(row)), soonMs ?? (isTroubled ? rescan.troubledMs : everyMs))
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
  /** Whether a folder that is watched is still there; one that is not is lost. */
  const isStillThere = async (row: FolderRow): Promise<boolean> => {
    const isWatched = (): boolean => live.get(row.id)?.status.state === 'watching'
    if (!isWatched()) return false
    const isThereNow = await isReachable(row)
    if (!isWatched()) return false // closed meanwhile, or lost: the next scan tells the rest
    if (isThereNow) return true
    lose(row, unreachable(row))
    schedule(row)
    return false
  }
  /** Windows and macOS say nothing when the watched folder itself is moved away. */
  const missFolders = oneAtATime(async () => {
    for (const row of rows()) if (row.polling === 0) await isStillThere(row)
  })
  /** A share that drops takes its files with it: only a folder that is still there can lose one. */
  const gone = async (row: FolderRow, path: string): Promise<void> => {
    if (!(await isStillThere(row))) return
    try {
      for (const known of [path, ...pathsBelow(driver, path)]) ingest.gone(known)
    } catch {
      schedule(row, rescan.troubledMs) // a store that does not answer now: the scan asks again
    }
  }

  const startOne = async (row: FolderRow): Promise<void> => {
    if (row.paused) return setStatus(row.id, { state: 'paused', reason: null })
    await watch(row).ready
    await scanOnce(row)
    schedule(row)
  }
  const watch = (row: FolderRow): { readonly ready: Promise<void> } => {
    const folder = liveOf(row.id)
    folder.deaf = null
    if (row.polling === 1) folder.watcher = { close: async () => undefined }
    if (row.polling === 1) return { ready: Promise.resolve() }
    const watcher = watchFolder(row.path, {
      touched: (path) => void ingest.consider(placeIn(row, path)),
      gone: (path) => void gone(row, path),
      missed: () => schedule(row, poll.everyMs),
      trouble(error) {
        folder.deaf = `Watching ${row.path} failed (${error instanceof Error ? error.message : 'unknown'}); it is looked through from time to time instead.`
        setStatus(row.id, { state: 'trouble', reason: folder.deaf })
        schedule(row)
      }
    })
    folder.watcher = watcher
    return watcher
  }
  const stopOne = async (id: string): Promise<void> => {
    const folder = live.get(id)
    if (!folder) return
    if (folder.timer) clearTimeout(folder.timer)
    cancelled.set(id, 'closing')
    await folder.watcher?.close()
    await folder.scanning
    await folder.watcher?.close() // a scan that found a lost folder again has made another one meanwhile
    if (folder.timer) clearTimeout(folder.timer)
    cancelled.delete(id)
    live.delete(id)
  }
  const scanAll = async (isQuiet = false): Promise<void> => void (await Promise.all(rows().filter((row) => !row.paused).map((row) => scanOnce(row, isQuiet).then(() => schedule(row)))))
  const wasAsleep = createSleepSense(Date.now)
  const beat = setInterval(() => void (wasAsleep() ? scanAll(true) : missFolders()), beatMs).unref()

  const filesOfFolders = untilChanged(driver, () =>
    new Map(driver.all<{ folderId: string; n: number }>('SELECT folderId, count(*) AS n FROM locations WHERE folderId IS NOT NULL GROUP BY folderId').map(({ folderId, n }) => [folderId, n])))
  const api: ProjectFolders = {
    list() {
      const counts = filesOfFolders()
      return rows().map((row) => ({
        id: row.id, path: row.path, polling: row.polling === 1, paused: row.paused === 1, archive: row.archive === 1, names: readFolderNames(driver, row.path), files: counts.get(row.id) ?? 0,
        status: row.paused ? { state: 'paused', reason: null } : liveOf(row.id).status, lastScan: row.lastScan
      }))
    },
    add(paths) {
      notArchived = null
      for (const path of paths.map((p) => resolve(p))) {
        if (rows().some((row) => isSamePath(row.path, path) || liesIn(row.path, path))) continue
        const id = `d${sha256Text(path).slice(0, 10)}`
        driver.transaction(() => {
          driver.run('INSERT INTO folders (id, path, polling) VALUES (?, ?, ?)', [id, path, isNetworkPath(path) ? 1 : 0])
          takeUnder(driver, id, path)
          applyPatterns(driver, path)
        })
      }
    },
    async set(id, change) {
      const row = rows().find((folder) => folder.id === id)
      if (!row) return
      const flag = (value: boolean | undefined, old: number): number => (value === undefined ? old : value ? 1 : 0)
      notArchived = null
      driver.run('UPDATE folders SET paused = ?, polling = ?, archive = ? WHERE id = ?', [flag(change.paused, row.paused), flag(change.polling, row.polling), flag(change.archive, row.archive), id])
      if (change.paused === undefined && change.polling === undefined) return
      await stopOne(id)
      await startOne(rows().find((folder) => folder.id === id)!)
    },
    async remove(id) {
      await stopOne(id)
      notArchived = null
      driver.transaction(() => {
        leaveRoot(driver, id)
        driver.run('DELETE FROM folders WHERE id = ?', [id])
      })
    },
    start: async () => void (await Promise.all(rows().filter((row) => !live.get(row.id)?.watcher).map(startOne))),
    scanAll: () => scanAll(),
    async look(path) {
      const row = rows().find((folder) => folder.path === path)
      if (!row || row.paused || !live.get(row.id)?.watcher) return
      await live.get(row.id)?.scanning // one that began before may have passed what comes in now
      await scanOnce(row)
      schedule(row)
    },
    cancelScan(id) {
      if (live.get(id)?.scanning) cancelled.set(id, 'asked')
    },
    placeOf(path) {
      const row = rows().find((folder) => liesIn(folder.path, path))
      return row ? placeIn(row, spelledIn(row.path, path)) : { path, folderId: null, folderPath: null }
    },
    archive: (folderId) => folderId === null || !(notArchived ??= new Set(rows().flatMap(({ id, archive }) => (archive === 0 ? [id] : [])))).has(folderId),
    async close() {
      clearInterval(beat)
      await Promise.all([...live.keys()].map(stopOne))
    }
  }
  return api
}

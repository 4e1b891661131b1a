import { beginningIn, liesIn } from '../../shared/storedPath'
import { isSameState, type FileState } from '../ingest/decide'
import type { SeenFile } from '../ingest/scanFolder'
import type { Driver } from '../store/driver'

const page = 1000

/** The paths that a folder is known to hold, a page at a time. */
export function* pathsOfFolder(driver: Driver, folderId: string): Generator<string> {
  for (let last = ''; ;) {
    const found = driver.all<{ path: string }>('SELECT path FROM locations WHERE path > ? AND folderId = ? AND missing = 0 ORDER BY path LIMIT ?', [last, folderId, page])
    for (const { path } of found) yield path
    if (found.length < page) return
    last = found[found.length - 1]!.path
  }
}

export const countOfFolder = (driver: Driver, folderId: string): number =>
  driver.get<{ n: number }>('SELECT count(*) AS n FROM locations WHERE folderId = ? AND missing = 0', [folderId])?.n ?? 0

/** The known paths below one that is no more: of a folder with all that was in it. */
export function pathsBelow(driver: Driver, path: string): string[] {
  const from = beginningIn(path)
  const behind = from.slice(0, -1) + String.fromCharCode(from.charCodeAt(from.length - 1) + 1)
  return driver.all<{ path: string }>('SELECT path FROM locations WHERE path > ? AND path < ? AND missing = 0', [from, behind]).map((row) => row.path)
}

/** Those that are on the disk as they were when they were last looked at: nothing is to be done for them. */
export function knownAsTheyAre(driver: Driver, files: readonly SeenFile[]): ReadonlySet<string> {
  const known = new Map(driver.all<FileState & { path: string }>(
    'SELECT path, bytes, mtimeMs, ctimeMs FROM locations WHERE missing = 0 AND path IN (SELECT value FROM json_each(?))', [JSON.stringify(files.map(({ path }) => path))]).map((state) => [state.path, state]))
  return new Set(files.flatMap((file) => {
    const before = known.get(file.path)
    return before && isSameState(before, file) ? [file.path] : []
  }))
}

/** The files of a folder that is not watched any more keep it as what gives them their names: what they are stays as it was. */
export function leaveRoot(driver: Driver, folderId: string): void {
  driver.run('UPDATE locations SET folderId = NULL, root = (SELECT path FROM folders WHERE id = ?) WHERE folderId = ?', [folderId, folderId])
}

/** What is known of a folder and belongs to none (it was dropped, or watched before) belongs to it from now on. */
export function takeUnder(driver: Driver, folderId: string, folder: string): void {
  const below = driver.all<{ path: string }>('SELECT path FROM locations WHERE folderId IS NULL').flatMap(({ path }) => (liesIn(folder, path) ? [path] : []))
  driver.run('UPDATE locations SET folderId = ?, root = NULL WHERE path IN (SELECT value FROM json_each(?))', [folderId, JSON.stringify(below)])
}

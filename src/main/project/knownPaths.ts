import { sep } from 'node:path'
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
export const pathsBelow = (driver: Driver, path: string): string[] =>
  driver.all<{ path: string }>('SELECT path FROM locations WHERE path > ? AND path < ? AND missing = 0', [path + sep, path + String.fromCharCode(sep.charCodeAt(0) + 1)]).map((row) => row.path)

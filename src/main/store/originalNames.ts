import { createDistinctNames, safeFileName } from '../../shared/fileNames'
import { nameOfPath, partsBelow } from '../../shared/storedPath'
import type { Driver } from './driver'

export interface OriginalName { readonly sha256: string; /** Relative, with `/`, below the watched folder's own name; no two are the same on any system. */ readonly name: string }

/** Where each kept original lay. No part of a stored path leads out of the folder that it is written to. */
export function originalNames(driver: Driver): OriginalName[] {
  const rows = driver.all<{ sha256: string; path: string; root: string | null }>(
    `SELECT f.sha256, l.path, ${rootOf(driver)} AS root FROM locations l JOIN files f ON f.id = l.fileId LEFT JOIN folders d ON d.id = l.folderId
     WHERE f.sha256 IN (SELECT sha256 FROM originals) ORDER BY l.sequence`)
  const names = new Map<string, string>()
  for (const { sha256, path, root } of rows) if (!names.has(sha256)) names.set(sha256, nameIn(root, path))
  // What a file held before it was written anew is kept, too, but lies nowhere any more.
  for (const { sha256 } of driver.all<{ sha256: string }>('SELECT sha256 FROM originals ORDER BY sha256')) if (!names.has(sha256)) names.set(sha256, earlier(sha256))
  const distinct = createDistinctNames()
  return [...names].map(([sha256, name]) => ({ sha256, name: distinct([name, ...besides(name, sha256)]) }))
}

export const earlier = (sha256: string): string => `earlier versions/${sha256.slice(0, 16)}.bin`

/** Where another file has the name already: beside it, else above all folders. */
export function besides(name: string, sha256: string): string[] {
  const at = name.lastIndexOf('/') + 1
  const own = `${sha256.slice(0, 8)}_${name.slice(at)}`
  return [name.slice(0, at) + own, own]
}

/** Recovery also reads projects of a layout that had no roots yet. */
const rootOf = (driver: Driver): string => (driver.get("SELECT 1 AS one FROM pragma_table_info('locations') WHERE name = 'root'") ? 'coalesce(d.path, l.root)' : 'd.path')

function nameIn(root: string | null, path: string): string {
  const below = root === null ? null : partsBelow(root, path)
  const parts = root === null || below === null ? [nameOfPath(path)] : [nameOfPath(root), ...below]
  return parts.filter((part) => !['', '.', '..'].includes(part)).map(safeFileName).join('/') || 'file'
}

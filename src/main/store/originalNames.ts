import { basename, dirname, join, relative } from 'node:path'
import type { Driver } from './driver'

export interface OriginalName { readonly sha256: string; /** Relative, with `/`, below the watched folder's own name; no two are the same. */ readonly name: string }

/** Where each kept original lay. No part of a stored path leads out of the folder that it is written to. */
export function originalNames(driver: Driver): OriginalName[] {
  const rows = driver.all<{ sha256: string; path: string; root: string | null }>(
    `SELECT f.sha256, l.path, d.path AS root FROM locations l JOIN files f ON f.id = l.fileId LEFT JOIN folders d ON d.id = l.folderId
     WHERE f.sha256 IN (SELECT sha256 FROM originals) ORDER BY l.sequence`)
  const names = new Map<string, string>()
  for (const { sha256, path, root } of rows) if (!names.has(sha256)) names.set(sha256, root === null ? safe(basename(path)) : `${safe(basename(root))}/${safe(relative(root, path))}`)
  // What a file held before it was written anew is kept, too, but lies nowhere any more.
  for (const { sha256 } of driver.all<{ sha256: string }>('SELECT sha256 FROM originals ORDER BY sha256')) if (!names.has(sha256)) names.set(sha256, earlier(sha256))
  const taken = new Set<string>()
  return [...names].map(([sha256, name]) => {
    const free = taken.has(name.toLowerCase()) ? join(dirname(name), `${sha256.slice(0, 8)}_${basename(name)}`).replaceAll('\\', '/') : name
    taken.add(free.toLowerCase())
    return { sha256, name: free }
  })
}

export const earlier = (sha256: string): string => `earlier versions/${sha256.slice(0, 16)}.bin`

const safe = (path: string): string =>
  path.split(/[\\/]/).filter((part) => !['', '.', '..'].includes(part)).map((part) => part.replace(/[<>:"|?*\p{Cc}]/gu, '_')).join('/') || 'file'

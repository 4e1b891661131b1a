/**
 * Paths as a project keeps them: full, and as the system wrote them that saw the file. A project that was made on Windows is opened on macOS,
 * and the reverse: how a path is taken apart follows from its own form (`C:\…`, `\\server\share\…`, `/…`), never from the system that runs.
 */

const isWindows = (path: string): boolean => /^(?:[a-z]:(?:[\\/]|$)|\\\\)/i.test(path)

/** From `/` on a name may hold a backslash; else both slashes part names. */
const separators = (path: string): RegExp => (path.startsWith('/') ? /\/+/ : /[\\/]+/)

/** Its names, from the outermost on; a drive (`E:`) or a server is the first. */
export const partsOfPath = (path: string): string[] => path.split(separators(path)).filter((part) => part !== '')

/** Its last name, of a file or a folder; a root (`/`, `E:\`) has none. */
export function nameOfPath(path: string): string {
  const name = partsOfPath(path).at(-1) ?? ''
  return isWindows(name) ? '' : name
}

/** The folder that it lies in, without a separator at its end. */
export const folderOfPath = (path: string): string => withoutEnd(path.slice(0, path.lastIndexOf(partsOfPath(path).at(-1) ?? '')))

/** A root (`/`, `E:\`, `\\nas\lab\`) ends with a separator, any other folder need not. */
const withoutEnd = (folder: string): string => folder.replace(folder.startsWith('/') ? /\/+$/ : /[\\/]+$/, '')

/** How the paths of all that lies in a folder begin. */
export const beginningIn = (folder: string): string => `${withoutEnd(folder)}${isWindows(folder) ? '\\' : '/'}`

/** The names from a folder down to what lies in it, at any depth; null where it does not. On Windows A and a are one. */
export function partsBelow(folder: string, path: string): string[] | null {
  if (isWindows(folder) !== isWindows(path)) return null
  const same = (part: string): string => (isWindows(path) ? part.toLowerCase() : part)
  const [above, all] = [partsOfPath(folder), partsOfPath(path)]
  return all.length > above.length && above.every((part, i) => same(part) === same(all[i]!)) ? all.slice(above.length) : null
}

/** What lies in a folder, under the folder's own spelling: Windows takes `c:\lab` for `C:\Lab`, a list of known paths does not. */
export const spelledIn = (folder: string, path: string): string => {
  const below = partsBelow(folder, path)
  return below === null ? path : `${beginningIn(folder)}${below.join(isWindows(folder) ? '\\' : '/')}`
}

export const liesIn = (folder: string, path: string): boolean => partsBelow(folder, path) !== null

/** The same folder, with or without a separator at the end, and on Windows in any case. */
export const isSamePath = (one: string, other: string): boolean => !liesIn(one, other) && liesIn(one, `${beginningIn(other)}x`)

/** Names for files that every system takes: what is written on one is copied to another. */

const mostBytes = 200
const ofDevices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?=\s*(?:\.|$))/i
const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** One name, without a folder: nothing that Windows forbids or cuts off, and not longer than Linux takes; its extension stays. */
export function safeFileName(name: string): string {
  const plain = endSafely(name.replace(/[<>:"/\\|?*\p{Cc}]/gu, '_')).replace(ofDevices, '_$&')
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? ''
  const stem = [...plain.slice(0, plain.length - extension.length)]
  while (stem.length > 1 && bytesOf(stem.join('')) > mostBytes - extension.length) stem.length = Math.min(stem.length - 1, mostBytes)
  return endSafely(stem.join('') + extension) || '_'
}

/** Windows drops dots and blanks from the end of a name. */
const endSafely = (name: string): string => name.replace(/[. ]+$/, (end) => '_'.repeat(end.length))

/** What macOS and Windows take for one and the same name. */
const keyOf = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase()

/**
 * Gives each file, with its folders, a name of its own: no two that are alike on any system, and none that is a folder of another. The first
 * of `names` that is free is taken, then the last of them with a number.
 */
export function createDistinctNames(): (names: readonly [string, ...string[]]) => string {
  const files = new Set<string>()
  const folders = new Set<string>()
  const foldersOf = (key: string): string[] => [...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index))
  const isFree = (path: string): boolean => {
    const key = keyOf(path)
    return !files.has(key) && !folders.has(key) && !foldersOf(key).some((folder) => files.has(folder))
  }
  return (names) => {
    let free = names.find(isFree)
    for (let n = 2; free === undefined; n += 1) if (isFree(numbered(names.at(-1)!, n))) free = numbered(names.at(-1)!, n)
    files.add(keyOf(free))
    for (const folder of foldersOf(keyOf(free))) folders.add(folder)
    return free
  }
}

const numbered = (path: string, n: number): string => path.replace(/(?=\.[A-Za-z0-9]{1,10}$)|(?<!\.[A-Za-z0-9]{1,10})$/, ` (${n})`)

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createProjectFolders, type ProjectFolders } from '../../../src/main/project/projectFolders'
import { leaveRoot, pathsBelow, takeUnder } from '../../../src/main/project/knownPaths'
import { openStore } from '../../../src/main/store/openStore'
import type { Driver } from '../../../src/main/store/driver'
import type { Ingest } from '../../../src/main/ingest/ingest'
import { readLocation } from '../../../src/main/store/files'

/** A drive or a share that is watched as a whole; Windows resolves its root with a separator at the end. */
vi.mock('node:path', async (original) => {
  const path = await original<typeof import('node:path')>()
  return { ...path, default: path, resolve: (...parts: string[]) => (/^[A-Za-z]:|^\\\\/.test(parts.at(-1)!) ? path.win32.resolve(...parts) : path.resolve(...parts)) }
})

let driver: Driver
let folders: ProjectFolders
beforeEach(() => {
  driver = openStore(':memory:', { create: true })
  folders = createProjectFolders({ driver, ingest: {} as Ingest, onStatus: () => undefined, onProgress: () => undefined })
})
afterEach(async () => {
  await folders.close()
  driver.close()
})
const known = (...paths: string[]): void => {
  driver.run("INSERT OR IGNORE INTO files (id, sha256, bytes, status, at) VALUES ('f1', '', 0, 'ok', '')")
  paths.forEach((path, i) => driver.run("INSERT INTO locations (path, fileId, folderId, bytes, mtimeMs, sequence) VALUES (?, 'f1', NULL, 0, 0, ?)", [path, i]))
}

it.each<readonly [root: string, inside: string, spelled: string, outside: string]>([
  ['E:\\', 'E:\\RuFe\\a.txt', 'E:\\RuFe\\a.txt', 'F:\\a.txt'], ['\\\\nas\\lab', '\\\\nas\\lab\\RuFe\\a.txt', '\\\\nas\\lab\\RuFe\\a.txt', '\\\\nas\\lab2\\a.txt'], ['C:\\Lab', 'c:\\lab\\RuFe\\a.txt', 'C:\\Lab\\RuFe\\a.txt', 'C:\\Lab2\\a.txt'],
  ...(process.platform === 'win32' ? [] : [['/', '/a.txt', '/a.txt', 'E:\\a.txt'] as const]) // Windows takes / for the root of the drive it is on
])('%s holds its files, in its own spelling, and no others', (root, inside, spelled, outside) => {
  folders.add([root])
  const { id, path } = folders.list()[0]!
  expect(folders.placeOf(inside)).toEqual({ path: spelled, folderId: id, folderPath: path })
  expect(folders.placeOf(outside).folderId).toBeNull()
})
it('is not watched twice, in whatever case and with or without its end', () => {
  folders.add(['E:\\', 'e:\\', 'E:\\RuFe', '\\\\nas\\lab', '\\\\NAS\\lab\\', '\\\\nas\\lab\\x'])
  expect(folders.list().map(({ path }) => path)).toEqual(['E:\\', '\\\\nas\\lab\\'])
})
it('with the folders in it: what vanishes with them is known', () => {
  known('E:\\RuFe\\a.txt', 'E:\\RuFe\\b\\c.txt', 'E:\\RuFe2\\a.txt', '/lab/RuFe/a.txt', '/lab/RuFe2/a.txt')
  expect(pathsBelow(driver, 'E:\\RuFe')).toEqual(['E:\\RuFe\\a.txt', 'E:\\RuFe\\b\\c.txt'])
  expect(pathsBelow(driver, 'E:\\')).toEqual(['E:\\RuFe2\\a.txt', 'E:\\RuFe\\a.txt', 'E:\\RuFe\\b\\c.txt'])
  expect(pathsBelow(driver, '/lab/RuFe')).toEqual(['/lab/RuFe/a.txt'])
})
it('takes what it holds and leaves itself behind as the root of it', () => {
  known('E:\\RuFe\\a.txt', 'F:\\a.txt')
  driver.run("INSERT INTO folders (id, path) VALUES ('d1', 'E:\\')")
  takeUnder(driver, 'd1', 'E:\\')
  const places = (): unknown[] => ['E:\\RuFe\\a.txt', 'F:\\a.txt'].map((path) => readLocation(driver, path)).map((place) => [place?.folderId, place?.root])
  expect(places()).toEqual([['d1', null], [null, null]])
  leaveRoot(driver, 'd1')
  expect(places()).toEqual([[null, 'E:\\'], [null, null]])
})

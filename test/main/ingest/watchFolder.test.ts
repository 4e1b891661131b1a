import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { disk } from '../../../src/main/disk'
import { watchFolder } from '../../../src/main/ingest/watchFolder'

/** Every watcher that was made and not closed. */
const open = vi.hoisted(() => new Set<object>())
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const watch = (path: string, options: { recursive: boolean }): ReturnType<typeof real.watch> => {
    const watcher = real.watch(path, options)
    open.add(watcher)
    watcher.on('close', () => open.delete(watcher))
    return watcher
  }
  return { ...real, watch }
})

const root = mkdtempSync(join(tmpdir(), 'rum-watch-'))
const real = { ...disk }
afterEach(() => {
  Object.assign(disk, real)
  rmSync(root, { recursive: true, force: true })
})

describe.runIf(process.platform === 'linux')('watches of a tree, one a folder', () => {
  it('a folder that comes while its parent is still listed is watched once, and no watch outlives the end', async () => {
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => { goOn = resolve })
    disk.opendir = (async (path: string, options: object) => {
      if (path === root) await held
      return real.opendir(path, options)
    }) as typeof disk.opendir
    const touched = vi.fn()
    const watched = watchFolder(root, { touched, gone: () => undefined, missed: () => undefined, trouble: (error) => { throw error } }, false)
    mkdirSync(join(root, 'late'))
    writeFileSync(join(root, 'late', 'a.txt'), 'a')
    await vi.waitFor(() => expect(touched).toHaveBeenCalledWith(join(root, 'late', 'a.txt')), { timeout: 60_000 })
    goOn()
    await watched.ready
    await vi.waitFor(() => expect(open.size).toBe(2), { timeout: 10_000 })
    await watched.close()
    await vi.waitFor(() => expect(open.size).toBe(0), { timeout: 10_000 })
  })
})

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import type { RecentProject } from '../../shared/api'
import { isSamePath } from '../../shared/storedPath'
import { settingsFile } from './settingsFile'

const schema = z.array(z.object({ path: z.string(), openedAt: z.string() }))
const kept = 12

export interface RecentProjects {
  list(): readonly RecentProject[]
  opened(path: string): void
  /** Fails in one sentence when the project is not in the list. */
  pathOf(id: string): string
}

/** The projects opened last, newest first. The window knows them by id, not by path. */
export function createRecentProjects(path: string, now: () => Date): RecentProjects {
  const file = settingsFile<z.infer<typeof schema>>(path, schema, [])
  return {
    list: () => file.read().map((item) => ({
      id: idOf(item.path), name: basename(item.path, '.rum'), folder: dirname(item.path), openedAt: item.openedAt, exists: existsSync(item.path)
    })),
    opened(projectPath) {
      const others = file.read().filter((item) => !isSamePath(item.path, projectPath))
      file.write([{ path: projectPath, openedAt: now().toISOString() }, ...others].slice(0, kept))
    },
    pathOf(id) {
      const item = file.read().find((candidate) => idOf(candidate.path) === id)
      if (!item) throw new Error('That project is no longer in the list of recent projects.')
      return item.path
    }
  }
}

const idOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 16)

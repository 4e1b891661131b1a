import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

export interface SettingsFile<T> { read(): T; write(value: T): void }

/**
 * A small JSON file of the app's own, written whole or not at all. A file that cannot be understood is kept aside
 * (NAME.damaged) and the fallback is used.
 */
export function settingsFile<T>(path: string, schema: z.ZodType<T>, fallback: T): SettingsFile<T> {
  return {
    read() {
      let text: string
      try {
        text = readFileSync(path, 'utf8')
      } catch {
        return fallback // not written yet
      }
      try {
        return schema.parse(JSON.parse(text))
      } catch {
        renameSync(path, `${path}.damaged`)
        return fallback
      }
    },
    write(value) {
      mkdirSync(dirname(path), { recursive: true })
      const temporary = `${path}.${process.pid}.tmp`
      writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`)
      renameSync(temporary, path)
    }
  }
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { codeOf, disk } from '../disk'

const held = new Set(['EBUSY', 'EPERM', 'EACCES'])

export interface SettingsFile<T> { read(): T; write(value: T): void }

/**
 * A small JSON file of the app's own, written whole or not at all, but where a virus scanner of Windows holds it: then it is written in its place.
 * A file that cannot be understood is kept aside (NAME.damaged) and the fallback is used.
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
        try {
          disk.renameSync(path, `${path}.damaged`)
        } catch {
          // It is held: the next reading tries again, or it is written over.
        }
        return fallback
      }
    },
    write(value) {
      mkdirSync(dirname(path), { recursive: true })
      const text = `${JSON.stringify(value, null, 2)}\n`
      const temporary = `${path}.${process.pid}.tmp`
      writeFileSync(temporary, text)
      try {
        disk.renameSync(temporary, path)
      } catch (error) {
        if (!held.has(codeOf(error))) throw error
        writeFileSync(path, text)
        disk.rmSync(temporary, { force: true })
      }
    }
  }
}

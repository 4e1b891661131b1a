import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { whereFrom } from '../whereFrom'

export interface Log { write(event: string, error?: unknown): void }

const largestBytes = 1_000_000

/** One file, kept under 1 MB with one predecessor. It holds what happened and where in the program; never a value or a name of the data. */
export function createLog(path: string, now: () => Date): Log {
  mkdirSync(dirname(path), { recursive: true })
  return {
    write(event, error) {
      try {
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestBytes) renameSync(path, `${path}.old`)
        appendFileSync(path, `${now().toISOString()} ${event}${error === undefined ? '' : ` ${whereFrom(error)}`}\n`)
      } catch {
        // A full or read-only disk must not stop the program because of its log.
      }
    }
  }
}

import { closeSync, copyFileSync, fstatSync, openSync, readFileSync, readSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { lstat, mkdir, open, opendir, realpath, rename, rm, stat, statfs } from 'node:fs/promises'

/**
 * Every call by which ingest, the store and the exports touch the disk: one place, so that a test can make any single call fail
 * (test/faults/diskFaults.test.ts). SQLite's own calls are below it; driver.ts is their seam.
 */
export const disk = { closeSync, copyFileSync, fstatSync, openSync, readFileSync, readSync, realpathSync: realpathSync.native, renameSync, rmSync, statSync, lstat, mkdir, open, opendir, realpath, rename, rm, stat, statfs }

export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

/** The only errors that prove that nothing is there; a share that is gone, a lock or a full table of handles prove nothing. */
export const isAbsence = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))

/** Whether something is at a path. What cannot be looked at counts as there: a copy is no rename only because the disk stutters. */
export function isThere(path: string): boolean {
  try {
    disk.statSync(path)
    return true
  } catch (error) {
    return !isAbsence(error)
  }
}

/** Whether two ways of writing a path lead to one file: Windows and macOS find it in whatever case it is written. */
export function isOneFile(one: string, other: string): boolean {
  if (one === other) return true
  if (one.toLowerCase() !== other.toLowerCase()) return false
  try {
    return disk.realpathSync(one) === disk.realpathSync(other)
  } catch {
    return false
  }
}

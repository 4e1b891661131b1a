import { dirname } from 'node:path'
import { codeOf, disk, isThere } from '../disk'
import { networkKindOf } from '../networkPlace'
import { longForm, openDriver, type Driver } from './driver'
import { migrations } from './migrations'

/** 'RuMW' in ASCII: tells a project from any other SQLite file. */
const applicationId = 0x52754d57
/** A program that is just ending gets so long to let go of the project. */
const lockWaitMs = 500

export class StoreError extends Error {}

export interface StoreOptions {
  readonly create: boolean
  /** Asked of the system when left out. */
  readonly isOnNetwork?: boolean
}

function pragma(driver: Driver, name: string): number {
  const row = driver.get<Record<string, number>>(`PRAGMA ${name}`)
  return Number(row?.[name] ?? 0)
}

/**
 * Opens a project database for this process alone: integrity check, backup before a migration, then the missing migrations in one
 * transaction. Throws StoreError with one sentence.
 */
export function openStore(path: string, { create, isOnNetwork }: StoreOptions): Driver {
  const isFile = path !== ':memory:'
  const exists = isFile && isThere(path)
  if (isFile && !exists && !create) throw new StoreError(`The project ${path} does not exist; choose another or create it.`)
  let driver: Driver | null = null
  let isRefused = true
  try {
    if (exists && !create && holdsNothing(path)) throw new StoreError(`${path} holds nothing (0 bytes); restore a copy, or delete it and create the project again.`)
    driver = openDriver(path)
    driver.exec(`PRAGMA busy_timeout = ${lockWaitMs}; PRAGMA locking_mode = EXCLUSIVE;`)
    const version = layoutOf(driver, path, exists)
    isRefused = false
    takeAlone(driver, isOnNetwork ?? (isFile && networkKindOf(dirname(path)) !== null))
    migrate(driver, path, version)
    return driver
  } catch (error) {
    driver?.close({ untouched: isRefused })
    throw error instanceof StoreError ? error : new StoreError(sentence(path, error))
  }
}

const holdsNothing = (path: string): boolean => disk.statSync(path).size === 0 && !isThere(`${path}-wal`)

/**
 * The system's lock on the file, held until it is closed or the process dies: a second program or computer is turned away and nothing
 * is left behind by a crash. A write-ahead log works on no network file system; there SQLite's older journal is used.
 */
function takeAlone(driver: Driver, isOnNetwork: boolean): void {
  driver.exec(`PRAGMA journal_mode = ${isOnNetwork ? 'DELETE' : 'WAL'}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;`)
  // What is read and written again and again while a folder comes in stays in memory (16 MB), and the log goes to its places less often.
  driver.exec('PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000;')
  driver.exec('BEGIN EXCLUSIVE; COMMIT;')
}

/** The layout of a whole RuM project, 0 for a new file; anything else is refused before a byte of it is changed. */
function layoutOf(driver: Driver, path: string, exists: boolean): number {
  const version = pragma(driver, 'user_version')
  const isEmpty = version === 0 && driver.all('SELECT name FROM sqlite_master').length === 0
  if (!isEmpty && pragma(driver, 'application_id') !== applicationId) {
    throw new StoreError(`${path} is a database of another program, not a RuM project.`)
  }
  if (version > migrations.length) {
    throw new StoreError(`${path} was written by a newer RuM Workbench (layout ${version}, this one knows ${migrations.length}); update the program.`)
  }
  if (exists && !isEmpty) {
    const check = driver.get<{ quick_check: string }>('PRAGMA quick_check')?.quick_check ?? 'no answer'
    if (check !== 'ok') throw new StoreError(damaged(path, check))
  }
  return version
}

function migrate(driver: Driver, path: string, version: number): void {
  if (version === migrations.length) return
  if (version > 0) backUp(driver, path)
  driver.transaction(() => {
    for (const migration of migrations.slice(version)) driver.exec(migration)
    driver.exec(`PRAGMA user_version = ${migrations.length}; PRAGMA application_id = ${applicationId};`)
  })
}

/** A whole copy, with what is still in the log, under its final name only when it is complete. */
function backUp(driver: Driver, path: string): void {
  const backup = `${path}.before-layout-${migrations.length}`
  const unfinished = `${backup}.tmp`
  disk.rmSync(unfinished, { force: true })
  try {
    writeSnapshot(driver, unfinished)
    disk.renameSync(unfinished, backup)
  } catch (error) {
    disk.rmSync(unfinished, { force: true })
    throw new StoreError(`${path} comes from an older version and was left as it is, because the copy that is made first could not be written (${reasonOf(error)}); make room beside it and open it again.`)
  }
}

/** The whole project as one file, as it is at this moment. The file must not exist. */
export const writeSnapshot = (driver: Driver, path: string): void => driver.exec(`VACUUM INTO '${longForm(path).replaceAll('\'', '\'\'')}'`)

function sentence(path: string, error: unknown): string {
  const code = codeOf(error)
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return `${path} is open already, in another window, in rum watch or on another computer; close it there first.`
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(path, reasonOf(error))
  if (code === 'SQLITE_NOTADB') return `${path} is no RuM project, or its beginning is damaged; restore a copy, or get the original files out with: rum recover "${path}" FOLDER.`
  return `The project ${path} cannot be opened (${reasonOf(error)}); check that it is a RuM project and that you may write there.`
}

const damaged = (path: string, why: string): string =>
  `${path} is damaged (${why.replace(/\s+/g, ' ').slice(0, 120)}); restore a copy, or get the original files out with: rum recover "${path}" FOLDER.`

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ')

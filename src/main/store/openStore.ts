import { disk, isThere } from '../disk'
import { openDriver, type Driver } from './driver'
import { migrations } from './migrations'

/** 'RuMW' in ASCII: tells a project from any other SQLite file. */
const applicationId = 0x52754d57

export class StoreError extends Error {}

function pragma(driver: Driver, name: string): number {
  const row = driver.get<Record<string, number>>(`PRAGMA ${name}`)
  return Number(row?.[name] ?? 0)
}

/**
 * Opens a project database: integrity check, backup before a migration, then the missing migrations in one transaction.
 * Throws StoreError with one sentence.
 */
export function openStore(path: string, options: { readonly create: boolean }): Driver {
  const isFile = path !== ':memory:'
  const exists = isFile && isThere(path)
  if (isFile && !exists && !options.create) throw new StoreError(`The project ${path} does not exist; choose another or create it.`)
  let driver: Driver
  try {
    driver = openDriver(path)
    driver.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 3000;')
  } catch (error) {
    throw new StoreError(`The project ${path} cannot be opened (${reasonOf(error)}); check that it is a RuM project and that you may write there.`)
  }
  try {
    migrate(driver, path, exists)
  } catch (error) {
    driver.close()
    throw error instanceof StoreError ? error : new StoreError(`The project ${path} cannot be opened (${reasonOf(error)}).`)
  }
  return driver
}

function migrate(driver: Driver, path: string, exists: boolean): void {
  const version = pragma(driver, 'user_version')
  const isEmpty = version === 0 && driver.all('SELECT name FROM sqlite_master').length === 0
  if (!isEmpty && pragma(driver, 'application_id') !== applicationId) {
    throw new StoreError(`${path} is a database of another program, not a RuM project.`)
  }
  if (version > migrations.length) {
    throw new StoreError(`${path} was written by a newer RuM Workbench (layout ${version}, this one knows ${migrations.length}); update the program.`)
  }
  if (exists && !isEmpty) {
    const check = driver.get<{ quick_check: string }>('PRAGMA quick_check')
    if (check?.quick_check !== 'ok') throw new StoreError(`${path} is damaged (${check?.quick_check ?? 'no answer'}); restore a copy.`)
    if (version < migrations.length) {
      driver.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      disk.copyFileSync(path, `${path}.before-layout-${migrations.length}`)
    }
  }
  if (version === migrations.length) return
  driver.transaction(() => {
    for (const migration of migrations.slice(version)) driver.exec(migration)
    driver.exec(`PRAGMA user_version = ${migrations.length}; PRAGMA application_id = ${applicationId};`)
  })
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ')

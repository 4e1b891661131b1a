import { win32 } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Libsql from 'libsql'

/** A value SQLite can hold. Booleans and undefined are refused here: the native library would abort the process on them. */
export type SqlValue = string | number | bigint | null | Uint8Array

export interface Driver {
  exec(sql: string): void
  run(sql: string, parameters?: readonly SqlValue[]): number
  all<Row>(sql: string, parameters?: readonly SqlValue[]): Row[]
  get<Row>(sql: string, parameters?: readonly SqlValue[]): Row | undefined
  /** All or nothing; nested calls join the outer one. */
  transaction<T>(work: () => T): T
  /** `untouched`: not a byte of the file is changed by closing it. */
  close(how?: { readonly untouched: boolean }): void
}

function checked(parameters: readonly SqlValue[]): SqlValue[] {
  return parameters.map((value, i) => {
    if (value === null || typeof value === 'string' || typeof value === 'bigint') return value
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw new TypeError(`SQL parameter ${i + 1} is ${value}`)
      return value
    }
    if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    throw new TypeError(`SQL parameter ${i + 1} has the type ${typeof value}`)
  })
}

/**
 * libsql closes the file only when its statements are garbage: until then the lock would stay and the last changes would lie in NAME.rum-wal,
 * not in the one file that people copy. Leaving the write-ahead log writes them over and gives the lock back now.
 */
function letGo(database: Libsql.Database, untouched: boolean): boolean {
  try {
    if (!untouched) database.exec('PRAGMA journal_mode = DELETE')
    database.exec('PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_master;')
    return true
  } catch {
    return false // a disk that is full or gone: the log stays beside the project and is taken over when it is opened again
  }
}

let collect: (() => void) | null = null
function collectGarbage(): void {
  if (!collect) setFlagsFromString('--expose-gc')
  collect ??= runInNewContext('gc') as () => void
  collect()
}

/** Where the lock could not be given back, the statements are made garbage, and the file is closed a moment later. */
function collectStatements(): void {
  setImmediate(collectGarbage)
  setTimeout(collectGarbage, 100).unref() // what was still on its way when the first one came
}

/**
 * Until the system has back the files of what was closed: the lock is gone at once, but libsql holds the file until its statements are garbage,
 * and Windows lets nobody rename, replace or delete a file that is open.
 */
export async function untilLetGo(): Promise<void> {
  await nextTurn()
  collectGarbage()
  await nextTurn() // what became garbage is closed between two turns
}

type Statement = Libsql.Statement<[unknown[]]>

/** A row as `all` gives it: libsql adds how long a single one took, and hands its blobs out as Buffers. */
function rowOf<Row>(found: unknown): Row | undefined {
  if (found === undefined) return undefined
  const row = found as Record<string, unknown>
  delete row['_metadata']
  for (const name in row) {
    const value = row[name]
    if (value instanceof Uint8Array) row[name] = value.byteLength === value.buffer.byteLength ? value.buffer : value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength)
  }
  return row as Row
}

/** Blobs come back as ArrayBuffer. */
export type Blob = ArrayBuffer

/** Windows takes more than 260 letters only in its own long form; names beside the project (-journal, .before-layout-N.tmp) add some. */
export const longForm = (path: string, platform: string = process.platform): string => (platform === 'win32' && path.length > 220 ? win32.toNamespacedPath(path) : path)

/** The only file that knows which SQLite is underneath (docs/decisions: libsql). `:memory:` for a project without a file. */
export function openDriver(path: string): Driver {
  const database = new Libsql(longForm(path))
  const statements = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = database.prepare(sql) as unknown as Statement
      statements.set(sql, statement)
    }
    return statement
  }
  let depth = 0
  const driver: Driver = {
    exec: (sql) => void database.exec(sql),
    run: (sql, parameters = []) => prepare(sql).run(checked(parameters)).changes,
    all: <Row>(sql: string, parameters: readonly SqlValue[] = []) => prepare(sql).all(checked(parameters)) as Row[],
    get: <Row>(sql: string, parameters: readonly SqlValue[] = []) => rowOf<Row>(prepare(sql).get(checked(parameters))),
    transaction(work) {
      if (depth > 0) return work()
      database.exec('BEGIN IMMEDIATE')
      depth += 1
      try {
        const value = work()
        database.exec('COMMIT')
        return value
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK') // after a full disk SQLite has taken it back already
        throw error
      } finally {
        depth -= 1
      }
    },
    close: ({ untouched } = { untouched: false }) => {
      statements.clear()
      const isFree = letGo(database, untouched)
      database.close()
      if (!isFree) collectStatements()
    }
  }
  return driver
}

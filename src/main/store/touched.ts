import type { Driver } from './driver'

/** What was written since the last look: ids of files (their rows, places, measurements, sheet rows) and of entries that were edited. */
export interface Touched {
  readonly files: ReadonlySet<string>
  readonly edits: ReadonlySet<string>
  /** A watched folder came, went or moved: names of folders may mean something else now. */
  readonly folders: boolean
}

const watched = [
  { table: 'files', kind: 'file', column: 'id', update: 'UPDATE' }, { table: 'locations', kind: 'file', column: 'fileId', update: 'UPDATE' },
  { table: 'measurements', kind: 'file', column: 'fileId', update: 'UPDATE' }, { table: 'sheetRows', kind: 'file', column: 'fileId', update: 'UPDATE' },
  { table: 'edits', kind: 'edit', column: 'entryId', update: 'UPDATE' }, { table: 'folders', kind: 'folder', column: 'id', update: 'UPDATE OF path' }
] as const

/**
 * The store itself notes which rows are written (temporary triggers, in memory), so that no writer can forget to say so. Each call gives
 * what came since the call before; what is noted is lost with the connection and never reaches the project file.
 */
export function watchTouched(driver: Driver): () => Touched {
  driver.exec('PRAGMA temp_store = MEMORY; CREATE TEMP TABLE IF NOT EXISTS touched (kind TEXT NOT NULL, id TEXT NOT NULL);')
  for (const { table, kind, column, update } of watched) {
    for (const [event, rows] of [['INSERT', ['NEW']], ['DELETE', ['OLD']], [update, ['OLD', 'NEW']]] as const) {
      const notes = rows.map((row) => `INSERT INTO touched VALUES ('${kind}', ${row}.${column});`).join(' ')
      driver.exec(`CREATE TEMP TRIGGER IF NOT EXISTS "${table} ${event}" AFTER ${event} ON main.${table} BEGIN ${notes} END;`)
    }
  }
  looks.set(driver, 0)
  return () => {
    const rows = driver.all<{ kind: string; id: string }>('SELECT DISTINCT kind, id FROM touched')
    if (rows.length > 0) driver.run('DELETE FROM touched')
    if (rows.some(({ kind }) => kind !== 'edit')) looks.set(driver, (looks.get(driver) ?? 0) + 1)
    const ids = (kind: string): Set<string> => new Set(rows.flatMap((row) => (row.kind === kind ? [row.id] : [])))
    return { files: ids('file'), edits: ids('edit'), folders: ids('folder').size > 0 }
  }
}

const looks = new WeakMap<Driver, number>()

/** Another number after every write to files, their places and what they hold; an edit leaves it. null where nobody watches yet, or while such a write waits to be looked at. */
export function filesVersion(driver: Driver): number | null {
  const look = looks.get(driver)
  if (look === undefined || driver.get("SELECT 1 AS one FROM touched WHERE kind <> 'edit' LIMIT 1")) return null
  return look
}

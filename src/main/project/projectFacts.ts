import type { Folder } from '../../shared/api'
import type { Driver } from '../store/driver'

/** Counts and states of a project, for a report: nothing that names or quotes the data. */
export type ProjectFacts = Readonly<Record<string, string | number>>

export function projectFacts(driver: Driver, folders: readonly Folder[], network: string | null): ProjectFacts {
  const one = (sql: string): string | number => Object.values(driver.get<Record<string, string | number>>(sql) ?? {})[0] ?? ''
  const statuses = driver.all<{ status: string; n: number }>('SELECT status, count(*) AS n FROM files GROUP BY status ORDER BY status')
  return {
    'project layout': one('PRAGMA user_version'), 'SQLite': one('SELECT sqlite_version()'), 'journal': one('PRAGMA journal_mode'), 'network share': network ?? 'no',
    'check': one('PRAGMA quick_check'), 'size / MB': (Number(one('PRAGMA page_count')) * Number(one('PRAGMA page_size')) / 1e6).toFixed(1),
    'files': statuses.map(({ status, n }) => `${n} ${status}`).join(', ') || 'none', 'places': one('SELECT count(*) FROM locations'), 'missing places': one('SELECT count(*) FROM locations WHERE missing = 1'),
    'measurements': one('SELECT count(*) FROM measurements'), 'originals': one('SELECT count(*) FROM originals'), 'edits': one('SELECT count(*) FROM edits'), 'outcomes': one('SELECT count(*) FROM outcomes'),
    'readers used': driver.all<{ reader: string; n: number }>('SELECT reader, count(*) AS n FROM files WHERE reader IS NOT NULL GROUP BY reader ORDER BY reader').map(({ reader, n }) => `${n} ${reader}`).join(', ') || 'none',
    'folders': folders.map(({ polling, status, files }) => `${status.state}${polling ? ', polled' : ''}, ${files} files`).join('; ') || 'none'
  }
}

import type { Driver } from './driver'

/** Keeps which paths the reader of `wantedBy` looked for beside it. */
export function writeCompanions(driver: Driver, wantedBy: string, paths: readonly string[]): void {
  driver.run('DELETE FROM companions WHERE wantedBy = ?', [wantedBy])
  for (const path of paths) driver.run('INSERT OR IGNORE INTO companions (path, wantedBy) VALUES (?, ?)', [path, wantedBy])
}

/** The files that are read with this one. */
export const readersOfCompanion = (driver: Driver, path: string): string[] =>
  driver.all<{ wantedBy: string }>('SELECT wantedBy FROM companions WHERE path = ? ORDER BY wantedBy', [path]).map(({ wantedBy }) => wantedBy)

import type { Finding } from '../../shared/analyses/analysis'
import type { Driver } from './driver'

/** Among the catalysts, for what the rules that look at the whole project found: no catalyst has a line feed in its name. */
export const WHOLE_PROJECT = '\n'

/** Findings per catalyst (null: those that belong to none) and of the whole project, as the last run left them. '' stands for null, which no catalyst is called. */
export const readGroupFindings = (driver: Driver): Map<string | null, readonly Finding[]> =>
  new Map(driver.all<{ id: string; finding: string }>('SELECT id, finding FROM findings').map(({ id, finding }) => [id === '' ? null : id, JSON.parse(finding) as Finding[]]))

/** Writes those that differ from what is stored. */
export function writeGroupFindings(driver: Driver, groups: ReadonlyMap<string | null, readonly Finding[]>): void {
  const stored = new Map(driver.all<{ id: string; finding: string }>('SELECT id, finding FROM findings').map(({ id, finding }) => [id, finding]))
  for (const [catalyst, findings] of groups) {
    const [id, text] = [catalyst ?? '', JSON.stringify(findings)]
    if (stored.get(id) !== text) driver.run('INSERT INTO findings VALUES (?, ?) ON CONFLICT DO UPDATE SET finding = excluded.finding', [id, text])
    stored.delete(id)
  }
  for (const id of stored.keys()) driver.run('DELETE FROM findings WHERE id = ?', [id])
}

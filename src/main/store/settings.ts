import type { Driver } from './driver'

/** scope: 'default' (fields), 'reference' (E° by electrode), 'analysis:<id>', 'meta'. Values are JSON. */
export function readSetting(driver: Driver, scope: string, key: string): unknown {
  const row = driver.get<{ value: string }>('SELECT value FROM settings WHERE scope = ? AND key = ?', [scope, key])
  return row ? (JSON.parse(row.value) as unknown) : undefined
}

export function readSettings(driver: Driver, scope: string): Map<string, unknown> {
  const rows = driver.all<{ key: string; value: string }>('SELECT key, value FROM settings WHERE scope = ? ORDER BY key', [scope])
  return new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
}

/** undefined or null removes it. */
export function writeSetting(driver: Driver, scope: string, key: string, value: unknown): void {
  if (value === undefined || value === null) driver.run('DELETE FROM settings WHERE scope = ? AND key = ?', [scope, key])
  else driver.run('INSERT INTO settings VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [scope, key, JSON.stringify(value)])
}

import type { Outcome } from '../../shared/analyses/analysis'
import type { Driver } from './driver'

/** The catalyst's column cannot be NULL in a key: '' stands for project-wide, which no catalyst is called. */
const keyOf = (catalyst: string | null): string => catalyst ?? ''

export const readOutcomes = (driver: Driver): Outcome[] =>
  driver.all<{ outcome: string }>('SELECT outcome FROM outcomes ORDER BY catalyst, analysis').map((row) => JSON.parse(row.outcome) as Outcome)

/** Writes what changed and removes what no longer exists, in one transaction. */
export function writeOutcomes(driver: Driver, changed: readonly Outcome[], all: readonly Outcome[]): void {
  const kept = new Set(all.map((outcome) => JSON.stringify([outcome.analysis, keyOf(outcome.catalyst)])))
  driver.transaction(() => {
    for (const row of driver.all<{ analysis: string; catalyst: string }>('SELECT analysis, catalyst FROM outcomes')) {
      if (!kept.has(JSON.stringify([row.analysis, row.catalyst]))) driver.run('DELETE FROM outcomes WHERE analysis = ? AND catalyst = ?', [row.analysis, row.catalyst])
    }
    for (const outcome of changed) {
      driver.run('INSERT INTO outcomes VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET key = excluded.key, outcome = excluded.outcome',
        [outcome.analysis, keyOf(outcome.catalyst), outcome.trace.key, JSON.stringify(outcome)])
    }
  })
}

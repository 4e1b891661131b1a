import type { Outcome } from '../../shared/analyses/analysis'
import type { Figure } from '../../shared/figure'
import type { Driver } from './driver'
import { orNotNow } from './orNotNow'

/** The catalyst's column cannot be NULL in a key: '' stands for project-wide, which no catalyst is called. */
const keyOf = (catalyst: string | null): string => catalyst ?? ''

interface Listed { readonly analysis: string; readonly catalyst: string; readonly version: number; readonly state: Outcome['state']; readonly key: string }
type Body = Omit<Outcome, keyof Omit<Listed, 'key'> | 'figures'>
/** Everything of an outcome but its figures; one that is forgotten here does not compile. */
const BODY = Object.keys({ results: 0, needs: 0, findings: 0, rows: 0, choices: 0, trace: 0 } satisfies Record<keyof Body, 0>) as readonly (keyof Body)[]

/** An outcome as it lies in the store, with the key that tells whether it is still right: nothing of its numbers is read before somebody looks at them. */
export interface StoredOutcome { readonly key: string; readonly outcome: Outcome }

export const listOutcomes = (driver: Driver): StoredOutcome[] =>
  driver.all<Listed>('SELECT analysis, catalyst, version, state, key FROM outcomes ORDER BY catalyst, analysis').map((row) => ({ key: row.key, outcome: fromStore(driver, row) }))

export const readOutcomes = (driver: Driver): Outcome[] => listOutcomes(driver).map(({ outcome }) => outcome)

function fromStore(driver: Driver, row: Listed): Outcome {
  let body: Body | undefined
  const read = (): Body => (body ??= JSON.parse(textOf(driver, 'body', row)) as Body)
  const { analysis, version, catalyst, state } = row
  return Object.defineProperties({ analysis, version, catalyst: catalyst === '' ? null : catalyst, state }, {
    ...Object.fromEntries(BODY.map((name): [string, PropertyDescriptor] => [name, { enumerable: true, get: () => read()[name] }])),
    figures: figuresFromStore(driver, row)
  }) as Outcome
}

/** Read anew at each look: figures are most of an outcome, and looked at the least. */
const figuresFromStore = (driver: Driver, row: Pick<Listed, 'analysis' | 'catalyst' | 'key'>): PropertyDescriptor =>
  ({ enumerable: true, configurable: true, get: () => JSON.parse(textOf(driver, 'figures', row)) as readonly Figure[] })

function textOf(driver: Driver, part: 'body' | 'figures', { analysis, catalyst, key }: Pick<Listed, 'analysis' | 'catalyst' | 'key'>): string {
  const row = orNotNow(() => driver.get<{ text: string }>(`SELECT ${part} AS text FROM outcomes WHERE analysis = ? AND catalyst = ? AND key = ?`, [analysis, catalyst, key]))
  if (!row) throw new RangeError(`the outcome ${analysis} of ${catalyst || 'the project'} is no longer in the project`)
  return row.text
}

/** Writes what changed and removes what no longer exists, in one transaction. */
export function writeOutcomes(driver: Driver, changed: readonly Outcome[], gone: readonly Outcome[]): void {
  driver.transaction(() => {
    for (const { analysis, catalyst } of gone) driver.run('DELETE FROM outcomes WHERE analysis = ? AND catalyst = ?', [analysis, keyOf(catalyst)])
    for (const { analysis, catalyst, version, state, figures, ...body } of changed) {
      driver.run('INSERT INTO outcomes VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET version = excluded.version, state = excluded.state, key = excluded.key, body = excluded.body, figures = excluded.figures',
        [analysis, keyOf(catalyst), version, state, body.trace.key, JSON.stringify(body), JSON.stringify(figures)])
    }
  })
}

/** Once they are stored for certain, figures are held by the store alone. */
export function leaveFigures(driver: Driver, stored: readonly Outcome[]): void {
  for (const outcome of stored) Object.defineProperty(outcome, 'figures', figuresFromStore(driver, { analysis: outcome.analysis, catalyst: keyOf(outcome.catalyst), key: outcome.trace.key }))
}

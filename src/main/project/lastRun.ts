import { analyses } from '../../shared/analyses'
import { checks } from '../../shared/checks'
import type { Entry, ProjectDefaults } from '../../shared/project'
import type { Driver } from '../store/driver'
import { sha256Text, shortSum } from '../store/sha256'
import type { Overrides } from './projectSettings'

/** All that outcomes depend on, as a run saw it: what is the same at the next run need not be looked at again, not even after a restart. */
export interface Run {
  /** Of the program: its version, its analyses and their versions, its rules. */
  readonly program: string
  readonly catalysts: string
  readonly defaults: string
  /** Per catalyst ('': what belongs to none), a sum over its entries in their order. */
  readonly entries: Readonly<Record<string, string>>
  /** Per scope, what the user set. */
  readonly overrides: Readonly<Record<string, string>>
  /** A sum over all of these. */
  readonly signature: string
}

export interface RunInput {
  readonly appVersion: string
  readonly groups: ReadonlyMap<string | null, readonly Entry[]>
  readonly catalysts: readonly string[]
  readonly defaults: ProjectDefaults
  readonly overrides: Overrides
}

const sums = new WeakMap<readonly Entry[], string>()

function sumOf(entries: readonly Entry[]): string {
  let sum = sums.get(entries)
  if (sum === undefined) {
    sum = shortSum(entries.map(({ id, path, revision }) => `${id}\n${path}\n${revision}`).join('\n'))
    sums.set(entries, sum)
  }
  return sum
}

const programOf = (appVersion: string): string => shortSum(JSON.stringify([appVersion, analyses.map(({ id, version }) => [id, version]), checks.map(({ rule }) => rule)]))

export function runOf({ appVersion, groups, catalysts, defaults, overrides }: RunInput): Run {
  const entries = Object.fromEntries([...groups].map(([catalyst, group]) => [catalyst ?? '', sumOf(group)]))
  const run = { program: programOf(appVersion), catalysts: catalysts.join('\n'), defaults: JSON.stringify(defaults), entries, overrides: overrides.texts }
  return { ...run, signature: sha256Text(JSON.stringify(run)) }
}

/** Whether an analysis of a catalyst (null: of the project or of all catalysts) would see the very same. */
export function compareRuns(before: Run, now: Run): (analysis: string, catalyst: string | null) => boolean {
  if (before.program !== now.program || before.catalysts !== now.catalysts || before.defaults !== now.defaults || before.entries[''] !== now.entries['']) return () => false
  const [others, settings] = [differing(before.entries, now.entries), differing(before.overrides, now.overrides)]
  return (analysis, catalyst) => {
    if (catalyst === null ? others.size > 0 : others.has(catalyst)) return false
    return settings.size === 0 || !(settings.has(analysis) || settings.has(`${analysis}@${catalyst}`))
  }
}

function differing(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set([...Object.keys(before), ...Object.keys(now)].filter((name) => before[name] !== now[name]))
}

const KEY = 'lastRun'

/** The run of the last time, if this program would see things as that one did. */
export function readRun(driver: Driver, appVersion: string): Run | null {
  const row = driver.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', [KEY])
  if (!row) return null
  const run = JSON.parse(row.value) as Run
  return run.program === programOf(appVersion) ? run : null
}

/** null: the next program looks at everything again. */
export function writeRun(driver: Driver, run: Run | null): void {
  if (run === null) driver.run('DELETE FROM meta WHERE key = ?', [KEY])
  else driver.run('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [KEY, JSON.stringify(run)])
}

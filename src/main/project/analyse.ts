import type { Finding, Outcome } from '../../shared/analyses/analysis'
import { analyses } from '../../shared/analyses'
import { NotNow, runAnalyses } from '../../shared/analyses/engine'
import { runChecks } from '../../shared/checks'
import type { Measurement } from '../../shared/measurement'
import type { Entry, ProjectDefaults } from '../../shared/project'
import { codeOf } from '../disk'
import type { Driver } from '../store/driver'
import { readMeasurement } from '../store/measurements'
import { readOutcomes, writeOutcomes } from '../store/outcomes'
import { sha256Text } from '../store/sha256'
import type { Built } from './entries'
import { readOverrides } from './projectSettings'

export interface AnalysisState {
  outcomes(): readonly Outcome[]
  findings(): readonly Finding[]
  /** Computes what changed, stores it, and returns what is new. */
  update(built: Built, catalysts: readonly string[], defaults: ProjectDefaults): readonly Outcome[]
}

/** What the last run saw: per catalyst (null: what belongs to all) the entries in their order. */
interface Run { readonly catalysts: string; readonly defaults: string; readonly revisions: ReadonlyMap<string | null, string>; readonly settings: Map<string, string> }

function revisionsOf(entries: readonly Entry[]): Map<string | null, string> {
  const parts = new Map<string | null, string[]>([[null, []]])
  for (const { id, path, revision, fields } of entries) {
    const catalyst = fields.catalyst?.value ?? null
    const part = parts.get(catalyst) ?? []
    part.push(id, path, revision)
    parts.set(catalyst, part)
  }
  return new Map([...parts].map(([catalyst, part]) => [catalyst, part.join('\n')]))
}

/** A disk that fails while numbers are read is no fault of the analysis: nothing is concluded from it. What is damaged for good is. */
function loadNow(driver: Driver, id: string): Measurement {
  try {
    return readMeasurement(driver, id)
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_') && !codeOf(error).startsWith('SQLITE_CORRUPT')) throw new NotNow((error as Error).message)
    throw error
  }
}

const place = (analysis: string, catalyst: string | null): string => `${analysis}\n${catalyst ?? ''}`

export function createAnalysisState(driver: Driver, appVersion: string): AnalysisState {
  let outcomes = readOutcomes(driver)
  let before: Run | null = null
  let findings: readonly Finding[] = []
  return {
    outcomes: () => outcomes,
    findings: () => findings,
    update({ entries, rowsWithoutFile }, catalysts, defaults) {
      const now: Run = { catalysts: catalysts.join('\n'), defaults: JSON.stringify(defaults), revisions: revisionsOf(entries), settings: new Map() }
      const last = before?.catalysts === now.catalysts && before.defaults === now.defaults && before.revisions.get(null) === now.revisions.get(null) ? before : null
      const all = last !== null && catalysts.every((name) => last.revisions.get(name) === now.revisions.get(name)) && last.revisions.size === now.revisions.size
      const stored = new Map(outcomes.map((outcome) => [place(outcome.analysis, outcome.catalyst), outcome]))
      const output = runAnalyses({
        analyses, entries, catalysts, defaults, appVersion,
        overrides: (id, catalyst) => readOverrides(driver, id, catalyst),
        load: (id) => loadNow(driver, id),
        stored: (id, catalyst) => stored.get(place(id, catalyst)),
        unchanged(id, catalyst, settings) {
          const own = JSON.stringify(settings)
          now.settings.set(place(id, catalyst), own)
          const isSame = last !== null && (catalyst === null ? all : last.revisions.get(catalyst) === now.revisions.get(catalyst)) && last.settings.get(place(id, catalyst)) === own
          return isSame ? stored.get(place(id, catalyst)) : undefined
        },
        digest: (text) => sha256Text(text).slice(0, 24)
      })
      const isFewer = output.outcomes.length !== outcomes.length
      if (output.computed.length > 0 || isFewer) writeOutcomes(driver, output.computed, output.outcomes)
      outcomes = [...output.outcomes]
      before = now
      findings = runChecks({ outcomes, entries, rowsWithoutFile })
      return output.computed
    }
  }
}

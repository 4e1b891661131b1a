import type { Finding, Outcome } from '../../shared/analyses/analysis'
import { analyses } from '../../shared/analyses'
import { runAnalyses } from '../../shared/analyses/engine'
import { runChecks } from '../../shared/checks'
import type { ProjectDefaults } from '../../shared/project'
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

const place = (analysis: string, catalyst: string | null): string => `${analysis}\n${catalyst ?? ''}`

export function createAnalysisState(driver: Driver, appVersion: string): AnalysisState {
  let outcomes = readOutcomes(driver)
  let findings: readonly Finding[] = []
  return {
    outcomes: () => outcomes,
    findings: () => findings,
    update({ entries, rowsWithoutFile }, catalysts, defaults) {
      const stored = new Map(outcomes.map((outcome) => [place(outcome.analysis, outcome.catalyst), outcome]))
      const output = runAnalyses({
        analyses, entries, catalysts, defaults, appVersion,
        overrides: (id, catalyst) => readOverrides(driver, id, catalyst),
        load: (id) => readMeasurement(driver, id),
        stored: (id, catalyst) => stored.get(place(id, catalyst)),
        digest: (text) => sha256Text(text).slice(0, 24)
      })
      const isFewer = output.outcomes.length !== outcomes.length
      if (output.computed.length > 0 || isFewer) writeOutcomes(driver, output.computed, output.outcomes)
      outcomes = [...output.outcomes]
      findings = runChecks({ outcomes, entries, rowsWithoutFile })
      return output.computed
    }
  }
}

import type { Finding } from '../analyses/analysis'
import { calibrationQuality } from './calibrationQuality'
import type { Check, CheckInput } from './check'
import { efficiencyAbove100 } from './efficiencyAbove100'
import { efficiencySum } from './efficiencySum'
import { fewReplicates } from './fewReplicates'
import { findingKey } from './findingKey'
import { missingControls } from './missingControls'
import { runSheetRows } from './runSheetRows'

/** One line per rule. */
export const checks: readonly Check[] = [efficiencyAbove100, efficiencySum, calibrationQuality, fewReplicates, missingControls, runSheetRows]

const rank = { error: 0, warning: 1, note: 2 } as const

/** What the analyses noticed themselves and what the rules find, errors first, each said once. */
export function runChecks(input: CheckInput): Finding[] {
  const all = [...input.outcomes.flatMap((outcome) => outcome.findings), ...checks.flatMap((check) => check.run(input))]
  const unique = new Map(all.map((finding) => [findingKey(finding), finding]))
  return [...unique.values()].sort((a, b) => rank[a.level] - rank[b.level])
}

import type { Finding } from '../analyses/analysis'
import { bandOverlap } from './bandOverlap'
import { calibrationQuality } from './calibrationQuality'
import type { Check, CheckInput } from './check'
import { compensation } from './compensation'
import { efficiencyAbove100 } from './efficiencyAbove100'
import { efficiencySum } from './efficiencySum'
import { emptyPotential } from './emptyPotential'
import { fewReplicates } from './fewReplicates'
import { findingKey } from './findingKey'
import { highConversion } from './highConversion'
import { missingControls } from './missingControls'
import { productBeforeOnset } from './productBeforeOnset'
import { rateConstantUnit } from './rateConstantUnit'
import { runSheetRows } from './runSheetRows'
import { statedFacts } from './statedFacts'
import { statedTrends } from './statedTrends'

/** One line per rule. */
export const checks: readonly Check[] = [
  efficiencyAbove100, efficiencySum, calibrationQuality, fewReplicates, missingControls, productBeforeOnset, highConversion, compensation, emptyPotential,
  rateConstantUnit, bandOverlap, statedTrends, statedFacts, runSheetRows
]

const rank = { error: 0, warning: 1, note: 2 } as const

/** What the analyses noticed themselves and what the rules find, errors first, each said once. */
export function runChecks(input: CheckInput): Finding[] {
  const all = [...input.outcomes.flatMap((outcome) => outcome.findings), ...checks.flatMap((check) => check.run(input))]
  const unique = new Map(all.map((finding) => [findingKey(finding), finding]))
  return [...unique.values()].sort((a, b) => rank[a.level] - rank[b.level])
}

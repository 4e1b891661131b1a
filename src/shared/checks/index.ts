import type { Finding, Outcome } from '../analyses/analysis'
import type { Entry } from '../project'
import { ammoniaLoss } from './ammoniaLoss'
import { assayConditions } from './assayConditions'
import { bandOverlap } from './bandOverlap'
import { batteryVoltage } from './batteryVoltage'
import { unusedBlank } from './blanksInUse'
import { catalystSpelling } from './catalystSpelling'
import { calibrationMatrix } from './calibrationMatrix'
import { calibrationQuality } from './calibrationQuality'
import type { Check, CheckInput } from './check'
import { compensation } from './compensation'
import { counterElectrode } from './counterElectrode'
import { dilutionFactor } from './dilutionFactor'
import { efficiencyAbove100 } from './efficiencyAbove100'
import { efficiencySum } from './efficiencySum'
import { duplicatedRows } from './duplicatedRows'
import { emptyPotential } from './emptyPotential'
import { fewReplicates } from './fewReplicates'
import { findingKey } from './findingKey'
import { highConversion } from './highConversion'
import { literatureConditions } from './literatureConditions'
import { missingControls, nitrateFreeControl } from './missingControls'
import { onsetDefinition } from './onsetDefinition'
import { pHDrift } from './pHDrift'
import { productBeforeOnset } from './productBeforeOnset'
import { rateConstantUnit } from './rateConstantUnit'
import { replicateSpread } from './replicateSpread'
import { resistanceDiffers } from './resistanceDiffers'
import { runDisagrees } from './runDisagrees'
import { runSheetRows } from './runSheetRows'
import { salicylateRange } from './salicylateRange'
import { sampleAcidity } from './sampleAcidity'
import { spinTrapConditions } from './spinTrapConditions'
import { stabilityConditions } from './stabilityConditions'
import { statedFacts } from './statedFacts'
import { statedTrends } from './statedTrends'
import { unnamedColumns } from './unnamedColumns'

/** One line per rule. */
export const checks: readonly Check[] = [
  efficiencyAbove100, efficiencySum, calibrationQuality, fewReplicates, replicateSpread, missingControls, unusedBlank, nitrateFreeControl, productBeforeOnset, highConversion, compensation,
  resistanceDiffers, emptyPotential, duplicatedRows, onsetDefinition, pHDrift, counterElectrode, ammoniaLoss, calibrationMatrix, sampleAcidity, assayConditions, salicylateRange, dilutionFactor, batteryVoltage,
  rateConstantUnit, bandOverlap, spinTrapConditions, stabilityConditions, literatureConditions, statedTrends, statedFacts, runDisagrees, runSheetRows, catalystSpelling, unnamedColumns
]

const rank = { error: 0, warning: 1, note: 2 } as const

/** What the analyses noticed themselves and what the rules find, errors first, each said once. */
export function runChecks(input: CheckInput): Finding[] {
  return inOrder([...input.outcomes.flatMap((outcome) => outcome.findings), ...checks.flatMap((check) => check.run(input))])
}

/** The same findings group by group: those of catalysts of which nothing changed are given again. */
export interface CheckGroup { readonly catalyst: string | null; readonly outcomes: readonly Outcome[]; readonly entries: readonly Entry[]; /** Its findings of the time before, where nothing of it has changed. */ readonly known?: readonly Finding[] | undefined }

export function findingsOfGroup({ outcomes, entries, known }: CheckGroup, { gives, settings }: Pick<CheckInput, 'gives' | 'settings'> = {}): readonly Finding[] {
  if (known) return known
  const input: CheckInput = { outcomes, entries, rowsWithoutFile: [], ...(gives ? { gives } : {}), ...(settings ? { settings } : {}) }
  return [...outcomes.flatMap((outcome) => outcome.findings), ...checks.filter(({ scope }) => scope === 'catalyst').flatMap((check) => check.run(input))]
}

/** Of the rules that look at the whole project. */
export const findingsOfProject = (input: CheckInput): readonly Finding[] => checks.filter(({ scope }) => scope === 'project').flatMap((check) => check.run(input))

export function inOrder(all: readonly Finding[]): Finding[] {
  const unique = new Map(all.map((finding) => [findingKey(finding), finding]))
  return [...unique.values()].sort((a, b) => rank[a.level] - rank[b.level])
}

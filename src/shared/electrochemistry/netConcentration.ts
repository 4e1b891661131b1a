import type { Finding, Need } from '../analyses/analysis'
import type { Entry } from '../project'
import { readingsOf, type Electrolysis } from './electrolysis'
import type { Analyte } from './species'
import { combinedSpread, type Spread } from './spread'
import { undilutedConcentration, type AmountContext, type ConcentrationNeeds, type Undiluted } from './undilutedConcentration'

/** Concentration of the undiluted electrolyte less that of its blank, µg/mL. */
export interface NetConcentration {
  readonly value: number
  readonly spread: Spread | null
  readonly sample: Undiluted
  readonly blank: Undiluted | null
  readonly inputs: readonly string[]
}

/** Those of the run, else the reagent blanks of all. */
export function blanksOf(run: Electrolysis, analyte: Analyte, { entries, reagentBlanks }: AmountContext): readonly Entry[] {
  const own = readingsOf(run.blanks, analyte, entries)
  return own.length > 0 ? own : readingsOf(reagentBlanks, analyte, entries)
}

/**
 * c·D − c_blank·D_blank: the blank of the run, else the reagent blank of all (contracts 6). Both are read from one line, so that its
 * error is largely theirs in common. Where that of the blank is not known (one concentration of another instrument), that of the difference is not.
 */
export function netConcentration(run: Electrolysis, readings: readonly Entry[], analyte: Analyte, context: AmountContext, findings: Finding[]): NetConcentration | ConcentrationNeeds {
  const sample = undilutedConcentration(readings, analyte, context, findings, 'sample')
  const blanks = blanksOf(run, analyte, context)
  const blank = blanks.length === 0 ? null : undilutedConcentration(blanks, analyte, context, findings, 'blank')
  const needs: Need[] = [...('needs' in sample ? sample.needs : []), ...(blank && 'needs' in blank ? blank.needs : [])]
  if ('needs' in sample || (blank && 'needs' in blank)) return { needs }
  return {
    value: sample.value - (blank?.value ?? 0), spread: combinedSpread([[1, sample.spread], ...(blank ? [[-1, blank.spread] as const] : [])]), sample, blank,
    inputs: [...sample.inputs, ...(blank?.inputs ?? [])]
  }
}

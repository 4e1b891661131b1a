import type { Finding, Need, Term } from '../analyses/analysis'
import { MOLAR_MASS_G_PER_MOL } from '../constants'
import { message } from '../message'
import type { Entry } from '../project'
import type { Contribution } from '../quantity'
import { analyteOfEntry, nameOf, type Electrolysis } from './electrolysis'
import { ownBasis, type Analyte } from './species'
import { undilutedConcentration, type AmountContext } from './undilutedConcentration'

export { amountContext, type AmountContext } from './undilutedConcentration'

export type Product = Extract<Analyte, 'NH3' | 'NO2'>

/** How much of a product one electrolysis made: n = (c·k·D − blank)·V/M. */
export interface ProductAmount {
  readonly amountMol: number
  readonly u_mol: number | null
  readonly mass_mg: number
  readonly terms: readonly Term[]
  readonly budget: readonly Contribution[]
  readonly inputs: readonly string[]
  readonly method: string
  readonly findings: readonly Finding[]
}
export interface AmountNeeds { readonly needs: readonly Need[] }

/** undefined: nothing was read of this product. */
export function productAmount(run: Electrolysis, product: Product, context: AmountContext): ProductAmount | AmountNeeds | undefined {
  const of = (ids: readonly string[]): Entry[] => ids.flatMap((id) => context.entries.get(id) ?? []).filter((entry) => analyteOfEntry(entry) === product)
  const readings = of(run.readings)
  if (readings.length === 0) return undefined
  const findings: Finding[] = []
  const volume_mL = run.fields.volume_mL?.value
  const sample = undilutedConcentration(readings, product, context, findings, 'sample')
  const ownBlanks = of(run.blanks)
  const blanks = ownBlanks.length > 0 ? ownBlanks : of(context.reagentBlanks)
  const blank = blanks.length === 0 ? null : undilutedConcentration(blanks, product, context, findings, 'blank')
  const needs = [...('needs' in sample ? sample.needs : []), ...(blank && 'needs' in blank ? blank.needs : [])]
  if (volume_mL === undefined) needs.push({ message: message('needs.volume', 'electrolyte volume of {file}', { file: nameOf(readings[0]) }), where: 'runSheet', field: 'volume_mL', entries: readings.map((r) => r.id) })
  else if (!(volume_mL > 0)) needs.push({ message: message('needs.volumePositive', 'an electrolyte volume above 0 mL for {file}', { file: nameOf(readings[0]) }), where: 'runSheet', field: 'volume_mL', entries: readings.map((r) => r.id) })
  if (needs.length > 0 || 'needs' in sample || (blank && 'needs' in blank) || volume_mL === undefined) return { needs }

  const molarMass = MOLAR_MASS_G_PER_MOL[ownBasis[product]]
  const blank_ug_mL = blank?.value ?? 0
  const perMl = (volume_mL * 1e-6) / molarMass
  const amountMol = (sample.value - blank_ug_mL) * perMl
  const budget: Contribution[] = []
  if (sample.u !== null) budget.push({ source: `reading of ${product} (calibration)`, u: sample.u * perMl })
  if (blank && blank.u !== null) budget.push({ source: `blank of ${product} (calibration)`, u: blank.u * perMl })
  const blankText = blank ? `blank ${blank_ug_mL.toPrecision(4)} µg/mL subtracted` : 'no blank'
  const terms: Term[] = [
    { name: 'concentration_ug_mL', value: sample.measured }, { name: 'basisFactor', value: sample.basisFactor }, { name: 'dilution', value: sample.dilution },
    { name: 'blank_ug_mL', value: blank_ug_mL }, { name: 'volume_mL', value: volume_mL }, { name: 'molarMass_g_mol', value: molarMass }
  ]
  return {
    amountMol, u_mol: sample.u === null ? null : Math.hypot(...budget.map((part) => part.u)), mass_mg: amountMol * molarMass * 1000, terms, budget, findings,
    inputs: [...sample.inputs, ...(blank?.inputs ?? [])], method: `${product} from ${readings.length} reading(s) by calibration, ${blankText}`
  }
}

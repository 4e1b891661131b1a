import type { Finding, Need, Outcome, Term } from '../analyses/analysis'
import { MOLAR_MASS_G_PER_MOL } from '../constants'
import type { Measurement } from '../measurement'
import { message, type Message } from '../message'
import { mean } from '../numerics/mean'
import { sampleSd } from '../numerics/sampleSd'
import type { CatalystEntries, Entry } from '../project'
import type { Contribution } from '../quantity'
import { assayAbsorbance, assayWavelength, wavelengthText } from './assayAbsorbance'
import { calibrationOf, inverse, type CalibrationFit } from './calibrationFit'
import { analyteOfEntry, nameOf, type Electrolysis } from './electrolysis'
import { basisOf, ownBasis, type Analyte, type Basis } from './species'

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

export interface AmountContext {
  readonly entries: ReadonlyMap<string, Entry>
  readonly reagentBlanks: readonly string[]
  readonly calibration: Outcome | undefined
  readonly load: (entryId: string) => Measurement
}

export const amountContext = (view: CatalystEntries, reagentBlanks: readonly string[], calibration: Outcome | undefined, load: AmountContext['load']): AmountContext =>
  ({ entries: new Map([...view.entries, ...view.common].map((entry) => [entry.id, entry])), reagentBlanks, calibration, load })

/** Concentration of the undiluted electrolyte in the product's own species, µg/mL. */
interface Undiluted { readonly measured: number; readonly basisFactor: number; readonly dilution: number; readonly value: number; readonly u: number | null; readonly inputs: readonly string[] }

/** undefined: nothing was read of this product. */
export function productAmount(run: Electrolysis, product: Product, context: AmountContext): ProductAmount | AmountNeeds | undefined {
  const of = (ids: readonly string[]): Entry[] => ids.flatMap((id) => context.entries.get(id) ?? []).filter((entry) => analyteOfEntry(entry) === product)
  const readings = of(run.readings)
  if (readings.length === 0) return undefined
  const findings: Finding[] = []
  const volume_mL = run.fields.volume_mL?.value
  const sample = undiluted(readings, product, context, findings, 'sample')
  const ownBlanks = of(run.blanks)
  const blanks = ownBlanks.length > 0 ? ownBlanks : of(context.reagentBlanks)
  const blank = blanks.length === 0 ? null : undiluted(blanks, product, context, findings, 'blank')
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

/** Readings of one dilution are averaged before the inverse calibration; several dilutions are averaged as undiluted concentrations. */
function undiluted(readings: readonly Entry[], product: Product, context: AmountContext, findings: Finding[], what: 'sample' | 'blank'): Undiluted | AmountNeeds {
  const needs: Need[] = []
  const byDilution = new Map<number, Entry[]>()
  for (const entry of readings) {
    const dilution = entry.fields.dilution?.value ?? (what === 'blank' ? 1 : undefined)
    if (dilution === undefined || !(dilution > 0)) {
      needs.push({ message: message('needs.dilution', 'dilution of the {product} reading of {file} (1 if undiluted)', { product, file: nameOf(entry) }), where: 'runSheet', field: 'dilution', entries: [entry.id] })
      continue
    }
    if (entry.fields.dilution === undefined) findings.push(note('blankDilution', product, message('note.blankDilution', 'The blank in {place} states no dilution; it was taken as undiluted.', { place: nameOf(entry) })))
    byDilution.set(dilution, [...(byDilution.get(dilution) ?? []), entry])
  }
  const parts: Undiluted[] = []
  for (const [dilution, entries] of byDilution) {
    const part = concentrationOf(entries, product, dilution, context, findings, what)
    if ('needs' in part) needs.push(...part.needs)
    else parts.push(part)
  }
  const [first] = parts
  if (needs.length > 0 || !first) return { needs }
  if (parts.length === 1) return first
  const value = mean(parts.map((part) => part.value))
  const u = parts.some((part) => part.u === null) ? null : Math.hypot(...parts.map((part) => part.u ?? 0)) / parts.length
  return { measured: value, basisFactor: 1, dilution: 1, value, u, inputs: parts.flatMap((part) => part.inputs) }
}

function concentrationOf(entries: readonly Entry[], product: Product, dilution: number, context: AmountContext, findings: Finding[], what: 'sample' | 'blank'): Undiluted | AmountNeeds {
  const typed = entries.filter((entry) => entry.fields.absorbance === undefined && entry.measurement === null)
  const inputs = entries.map((entry) => entry.id)
  if (typed.length === entries.length) return typedConcentration(typed, product, dilution, inputs)
  const fit = calibrationOf(context.calibration, product)
  if (!fit) return { needs: [{ message: message('needs.calibration', 'calibration of {product}: standards with concentration and absorbance', { product }), where: 'runSheet', field: 'concentration_ug_mL', entries: inputs }] }
  const absorbances: number[] = []
  for (const entry of entries.filter((candidate) => !typed.includes(candidate))) {
    const absorbance = absorbanceOf(entry, product, context)
    if (typeof absorbance !== 'number') return { needs: [absorbance] }
    absorbances.push(absorbance)
  }
  const { concentration, u } = inverse(fit, absorbances)
  const basisFactor = MOLAR_MASS_G_PER_MOL[ownBasis[product]] / MOLAR_MASS_G_PER_MOL[fit.basis]
  if (what === 'sample') findings.push(...rangeFindings(mean(absorbances), concentration, fit, entries))
  return { measured: concentration, basisFactor, dilution, value: concentration * basisFactor * dilution, u: u === null ? null : u * basisFactor * dilution, inputs }
}

/** Concentrations that another instrument gave (IC, NMR): their scatter is their uncertainty. */
function typedConcentration(entries: readonly Entry[], product: Product, dilution: number, inputs: readonly string[]): Undiluted | AmountNeeds {
  const values: number[] = []
  for (const entry of entries) {
    const written = entry.fields.basis?.value.trim()
    const basis: Basis | undefined = written ? basisOf(written) : ownBasis[product]
    if (basis === undefined) return { needs: [{ message: message('needs.basis', 'species of the concentration of {file} (basis: NH3, NH4+, NO2-, …)', { file: nameOf(entry) }), where: 'runSheet', field: 'basis', entries: [entry.id] }] }
    values.push(((entry.fields.concentration_ug_mL?.value ?? NaN) * MOLAR_MASS_G_PER_MOL[ownBasis[product]]) / MOLAR_MASS_G_PER_MOL[basis])
  }
  const measured = mean(values)
  const u = values.length > 1 ? (sampleSd(values) / Math.sqrt(values.length)) * dilution : null
  return { measured, basisFactor: 1, dilution, value: measured * dilution, u, inputs }
}

function absorbanceOf(entry: Entry, product: Product, context: AmountContext): number | Need {
  if (entry.fields.absorbance !== undefined) return entry.fields.absorbance.value
  const wavelength = context.calibration && assayWavelength(context.calibration.trace.settings, product)
  const absorbance = wavelength && assayAbsorbance(context.load(entry.id), wavelength)
  if (absorbance !== undefined) return absorbance
  const at = wavelength ? wavelengthText(wavelength) : 'the wavelength of the assay'
  return { message: message('needs.absorbanceAt', 'a spectrum of {file} that covers {at}', { file: nameOf(entry), at }), where: 'inbox', entries: [entry.id] }
}

function rangeFindings(absorbance: number, concentration: number, fit: CalibrationFit, entries: readonly Entry[]): Finding[] {
  const params = { product: fit.analyte, file: nameOf(entries[0]), a: absorbance.toPrecision(4), c: concentration.toPrecision(4), top: fit.maxAbsorbance.toPrecision(4), loq: fit.loq?.toPrecision(3) ?? '' }
  const ids = entries.map((entry) => entry.id)
  const found = (id: string, text: string): Finding => ({ rule: 'calibration-range', level: 'warning', catalyst: null, message: message(id, text, params), source: 'bio-protocol 9625320: dilute into the calibrated range', entries: ids })
  const result: Finding[] = []
  const step = Math.abs(fit.maxConcentration) * 1e-9
  if (concentration > fit.maxConcentration + step) result.push(found('finding.aboveStandards', 'The {product} reading of {file} (A = {a}) lies above the highest standard (A = {top}): dilute and measure again.'))
  else if (fit.loq !== null && concentration < fit.loq) result.push(found('finding.belowLoq', 'The {product} reading of {file} ({c} µg/mL) lies below the limit of quantification ({loq} µg/mL).'))
  else if (concentration < fit.minConcentration - step) result.push(found('finding.belowStandards', 'The {product} reading of {file} ({c} µg/mL) lies below the lowest standard.'))
  if (absorbance > 2) result.push({ ...found('finding.absorbanceAbove2', 'The absorbance {a} of {file} is above 2, where a spectrometer is no longer linear: dilute and measure again.'), rule: 'absorbance-above-2' })
  return result
}

const note = (rule: string, product: Product, text: Message): Finding => ({ rule, level: 'note', catalyst: null, message: text, source: 'run sheet', conditions: { analyte: product } })

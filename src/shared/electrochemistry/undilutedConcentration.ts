import type { ComputeContext, Finding, Need, Outcome } from '../analyses/analysis'
import { MOLAR_MASS_G_PER_MOL } from '../constants'
import { message, type Message } from '../message'
import { mean } from '../numerics/mean'
import { sampleSd } from '../numerics/sampleSd'
import type { CatalystEntries, Entry } from '../project'
import { remembered } from '../remembered'
import { assayAbsorbance, assayWavelength, wavelengthText } from './assayAbsorbance'
import { calibrationName, calibrationNames, calibrationOf, inverse, type CalibrationFit } from './calibrationFit'
import { nameOf } from './electrolysis'
import { isSpectrum } from './electrolysisMember'
import { basisOf, ownBasis, type Analyte, type Basis } from './species'
import { combinedSpread, ownSpread, type Spread } from './spread'
import { unreadableNeed } from './unreadable'

/** Concentration of the undiluted electrolyte in the analyte's own species (NH3, NO2⁻, NO3⁻), µg/mL: measured · basisFactor · dilution. */
export interface Undiluted {
  readonly measured: number
  readonly basisFactor: number
  readonly dilution: number
  readonly value: number
  /** null: not known. */
  readonly spread: Spread | null
  readonly inputs: readonly string[]
}
export interface ConcentrationNeeds { readonly needs: readonly Need[] }

export interface AmountContext {
  readonly entries: ReadonlyMap<string, Entry>
  readonly reagentBlanks: readonly string[]
  readonly calibration: Outcome | undefined
  readonly derive: ComputeContext['derive']
  /** All that the amount of an electrolysis is made of but for its own entries: the same electrolysis has the same. */
  readonly madeOf: readonly unknown[]
}

export const amountContext = ({ entries, common }: CatalystEntries, reagentBlanks: readonly string[], calibration: Outcome | undefined, derive: AmountContext['derive']): AmountContext =>
  ({ ...shared(entries, [common, reagentBlanks, calibration], () => sharedOf([...entries, ...common], reagentBlanks, calibration)), reagentBlanks, calibration, derive })
const shared = remembered<Pick<AmountContext, 'entries' | 'madeOf'>>()

function sharedOf(all: readonly Entry[], reagentBlanks: readonly string[], calibration: Outcome | undefined): Pick<AmountContext, 'entries' | 'madeOf'> {
  const entries = new Map(all.map((entry) => [entry.id, entry]))
  return { entries, madeOf: [calibration, ...reagentBlanks.map((id) => entries.get(id))] }
}

/** Readings of one dilution are averaged before the inverse calibration; several dilutions, and absorbances beside concentrations of another instrument, are averaged as undiluted concentrations. */
export function undilutedConcentration(readings: readonly Entry[], product: Analyte, context: AmountContext, findings: Finding[], what: 'sample' | 'blank'): Undiluted | ConcentrationNeeds {
  const needs: Need[] = []
  const alike = new Map<string, { readonly dilution: number; readonly entries: Entry[] }>()
  for (const entry of readings) {
    const unreadable = unreadableNeed(entry.fields, 'dilution')
    if (unreadable) {
      needs.push({ ...unreadable, entries: [entry.id] })
      continue
    }
    const dilution = entry.fields.dilution?.value ?? (what === 'blank' ? 1 : undefined)
    if (dilution === undefined || !(dilution > 0)) {
      needs.push({ message: message('needs.dilution', 'dilution of the {product} reading of {file} (1 if undiluted)', { product, file: nameOf(entry) }), where: 'runSheet', field: 'dilution', entries: [entry.id] })
      continue
    }
    if (entry.fields.dilution === undefined) findings.push(note('blankDilution', product, message('note.blankDilution', 'The blank in {place} states no dilution; it was taken as undiluted.', { place: nameOf(entry) })))
    const key = `${dilution} ${isTyped(entry)}`
    const group = alike.get(key)
    if (group) group.entries.push(entry)
    else alike.set(key, { dilution, entries: [entry] })
  }
  const parts: Undiluted[] = []
  for (const { dilution, entries } of alike.values()) {
    const part = concentrationOf(entries, product, dilution, context, findings, what)
    if ('needs' in part) needs.push(...part.needs)
    else parts.push(part)
  }
  const [first] = parts
  if (needs.length > 0 || !first) return { needs }
  if (parts.length === 1) return first
  const value = mean(parts.map((part) => part.value))
  if (what === 'sample') findings.push(...methodsApart(readings, parts, product))
  const spread = combinedSpread(parts.map((part) => [1 / parts.length, part.spread]))
  return { measured: value, basisFactor: 1, dilution: 1, value, spread, inputs: parts.flatMap((part) => part.inputs) }
}

/** By how much a second method may differ (checks.md 11). */
const METHODS_AGREE = 0.1

/** An assay and another instrument (IC, NMR) that disagree about one sample: their mean is that of neither. */
function methodsApart(readings: readonly Entry[], parts: readonly Undiluted[], product: Analyte): Finding[] {
  const typed = new Set(readings.filter(isTyped).map(({ id }) => id))
  const [others, assays] = ([true, false] as const).map((isOther) => parts.filter(({ inputs }) => typed.has(inputs[0]!) === isOther).map(({ value }) => value))
  if (!others?.length || !assays?.length) return []
  const [other, assay] = [mean(others), mean(assays)]
  const off = Math.abs(other - assay) / Math.abs(assay)
  if (!(off > METHODS_AGREE)) return []
  const params = { product, file: nameOf(readings[0]), assay: assay.toPrecision(4), other: other.toPrecision(4), off: (100 * off).toFixed(0) }
  return [{
    rule: 'second-method', level: 'warning', catalyst: null, source: 'Bragulla et al., PMC12864167: a second method; within 10 % (our own threshold)', entries: readings.map(({ id }) => id),
    message: message('finding.methodsApart', 'The {product} of {file} is {assay} µg/mL by the assay and {other} µg/mL by another instrument, {off} % apart: their mean is taken, find out which is right.', params)
  }]
}

/** A concentration that another instrument gave. */
const isTyped = (entry: Entry): boolean => entry.fields.absorbance === undefined && !isSpectrum(entry)

function concentrationOf(entries: readonly Entry[], product: Analyte, dilution: number, context: AmountContext, findings: Finding[], what: 'sample' | 'blank'): Undiluted | ConcentrationNeeds {
  const inputs = entries.map((entry) => entry.id)
  if (entries.every(isTyped)) return typedConcentration(entries, product, dilution, inputs)
  const fit = calibrationFor(entries, product, context)
  if ('message' in fit) return { needs: [fit] }
  const absorbances: number[] = []
  for (const entry of entries) {
    const absorbance = absorbanceOf(entry, product, context)
    if (typeof absorbance !== 'number') return { needs: [absorbance] }
    absorbances.push(absorbance)
  }
  const { concentration, spread } = inverse(fit, absorbances)
  const basisFactor = MOLAR_MASS_G_PER_MOL[ownBasis[product]] / MOLAR_MASS_G_PER_MOL[fit.basis]
  if (what === 'sample') findings.push(...rangeFindings(mean(absorbances), concentration, fit, entries))
  return { measured: concentration, basisFactor, dilution, value: concentration * basisFactor * dilution, spread: combinedSpread([[basisFactor * dilution, spread]]), inputs }
}

/** The calibration that the readings name, else the only one, else the one without a name. */
function calibrationFor(entries: readonly Entry[], product: Analyte, context: AmountContext): CalibrationFit | Need {
  const names = calibrationNames(context.calibration, product)
  const ids = entries.map((entry) => entry.id)
  const stated = [...new Set(entries.map(calibrationName))].filter((name) => name !== '')
  const need = (text: Message, field: Need['field']): Need => ({ message: text, where: 'runSheet', field, entries: ids })
  if (names.length === 0) return need(message('needs.calibration', 'calibration of {product}: standards with concentration and absorbance', { product }), 'concentration_ug_mL')
  const name = stated.length === 0 ? (names.length === 1 ? names[0]! : '') : stated.length === 1 ? stated[0]! : undefined
  const fit = name === undefined ? undefined : calibrationOf(context.calibration, product, name)
  const params = { product, file: nameOf(entries[0]), names: names.map((known) => known || '(without a name)').join(', '), stated: stated.join(', ') }
  if (fit) return fit
  return stated.length === 0
    ? need(message('needs.whichCalibration', 'calibration of the {product} reading of {file}: one of {names}', params), 'calibration')
    : need(message('needs.knownCalibration', 'standards of the {product} calibration “{stated}” of {file}; there are {names}', params), 'calibration')
}

/** Concentrations that another instrument gave (IC, NMR): their scatter is their uncertainty. */
function typedConcentration(entries: readonly Entry[], product: Analyte, dilution: number, inputs: readonly string[]): Undiluted | ConcentrationNeeds {
  const values: number[] = []
  for (const entry of entries) {
    const written = entry.fields.basis?.value.trim()
    const basis: Basis | undefined = written ? basisOf(written) : ownBasis[product]
    if (basis === undefined) return { needs: [{ message: message('needs.basis', 'species of the concentration of {file} (basis: NH3, NH4+, NO2-, …)', { file: nameOf(entry) }), where: 'runSheet', field: 'basis', entries: [entry.id] }] }
    values.push(((entry.fields.concentration_ug_mL?.value ?? NaN) * MOLAR_MASS_G_PER_MOL[ownBasis[product]]) / MOLAR_MASS_G_PER_MOL[basis])
  }
  const measured = mean(values)
  const spread = values.length > 1 ? ownSpread((sampleSd(values) / Math.sqrt(values.length)) * dilution) : null
  return { measured, basisFactor: 1, dilution, value: measured * dilution, spread, inputs }
}

function absorbanceOf(entry: Entry, product: Analyte, context: AmountContext): number | Need {
  if (entry.fields.absorbance !== undefined) return entry.fields.absorbance.value
  const wavelength = context.calibration && assayWavelength(context.calibration.trace.settings, product)
  const absorbance = wavelength ? context.derive(entry.id, 'absorbance', wavelength, (spectrum) => assayAbsorbance(spectrum, wavelength) ?? null) : null
  if (absorbance !== null) return absorbance
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

const note = (rule: string, product: Analyte, text: Message): Finding => ({ rule, level: 'note', catalyst: null, message: text, source: 'run sheet', conditions: { analyte: product } })

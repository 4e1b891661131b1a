import type { Finding, Need, Term } from '../analyses/analysis'
import { MOLAR_MASS_G_PER_MOL } from '../constants'
import { message } from '../message'
import type { Entry } from '../project'
import type { Contribution } from '../quantity'
import { nameOf, readingsOf, type Electrolysis } from './electrolysis'
import { ownBasis, type Analyte } from './species'
import { remembered } from '../remembered'
import { netConcentration } from './netConcentration'
import { lineUncertainty, uncertaintyOf } from './spread'
import { readingsInTime } from './timesOfElectrolysis'
import type { AmountContext, Undiluted } from './undilutedConcentration'

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

type Found = ProductAmount | AmountNeeds | undefined
/** Half a dozen analyses ask for the same amounts; after an edit most are those of before. An electrolysis is another one where an entry of it is. */
const found = { NH3: remembered<Found>(), NO2: remembered<Found>() }

/** undefined: nothing was read of this product. */
export const productAmount = (run: Electrolysis, product: Product, context: AmountContext): Found => found[product](run, context.madeOf, () => amountOf(run, product, context))

function amountOf(run: Electrolysis, product: Product, context: AmountContext): Found {
  const readings = readingsOf(run.readings, product, context.entries)
  if (readings.length === 0) return undefined
  const findings: Finding[] = []
  const volume_mL = run.fields.volume_mL?.value
  const { atEnd, earlier } = readingsInTime(readings, run.end_h)
  if (atEnd.length === 0) return { needs: [needOfEnd(run, product, earlier)] }
  if (earlier.length > 0) findings.push(noteOfEarlier(product, earlier))
  const net = netConcentration(run, atEnd, product, context, findings)
  const needs: Need[] = 'needs' in net ? [...net.needs] : []
  if (volume_mL === undefined) needs.push({ message: message('needs.volume', 'electrolyte volume of {file}', { file: nameOf(readings[0]) }), where: 'runSheet', field: 'volume_mL', entries: readings.map((r) => r.id) })
  else if (!(volume_mL > 0)) needs.push({ message: message('needs.volumePositive', 'an electrolyte volume above 0 mL for {file}', { file: nameOf(readings[0]) }), where: 'runSheet', field: 'volume_mL', entries: readings.map((r) => r.id) })
  if (needs.length > 0 || 'needs' in net || volume_mL === undefined) return { needs }

  const { sample, blank, spread } = net
  const molarMass = MOLAR_MASS_G_PER_MOL[ownBasis[product]]
  const blank_ug_mL = blank?.value ?? 0
  const perMl = (volume_mL * 1e-6) / molarMass
  const amountMol = net.value * perMl
  const part = (source: string, u: number): Contribution[] => (u > 0 ? [{ source, u: u * perMl }] : [])
  const budget = spread === null ? [] : [...part(`reading of ${product}`, sample.spread?.own ?? 0), ...part(`blank of ${product}`, blank?.spread?.own ?? 0), ...part(`calibration line of ${product}`, lineUncertainty(spread))]
  const blankText = blank ? `blank ${blank_ug_mL.toPrecision(4)} µg/mL subtracted` : 'no blank'
  const terms: Term[] = [
    { name: 'concentration_ug_mL', value: sample.measured }, { name: 'basisFactor', value: sample.basisFactor }, { name: 'dilution', value: sample.dilution },
    { name: 'blank_ug_mL', value: blank_ug_mL }, { name: 'volume_mL', value: volume_mL }, { name: 'molarMass_g_mol', value: molarMass }
  ]
  if (blank) findings.push(...notAboveBlank(net.value, blank, product, atEnd))
  return {
    amountMol, u_mol: spread === null ? null : uncertaintyOf(spread) * perMl, mass_mg: amountMol * molarMass * 1000, terms, budget, findings,
    inputs: net.inputs, method: `${product} from ${atEnd.length} reading(s)${earlier.length > 0 ? ' at the end' : ''} by calibration, ${blankText}`
  }
}

/** The charge is that of the whole electrolysis, so is the product. */
function needOfEnd(run: Electrolysis, product: Product, earlier: readonly Entry[]): Need {
  const params = { product, file: nameOf(earlier[0]), last: Math.max(...earlier.map(timeOf)), end: run.end_h === null ? '?' : Number(run.end_h.toPrecision(4)) }
  return { message: message('needs.readingAtEnd', '{product} reading of {file} at the end of the electrolysis ({end} h): the last one was taken at {last} h', params), where: 'runSheet', field: 'time_h', entries: earlier.map(({ id }) => id) }
}

const timeOf = (entry: Entry): number => entry.fields.time_h?.value ?? NaN

function noteOfEarlier(product: Product, earlier: readonly Entry[]): Finding {
  const times = [...new Set(earlier.map(timeOf))].sort((a, b) => a - b).join(', ')
  return {
    rule: 'earlier-reading', level: 'note', catalyst: null, source: 'run sheet', entries: earlier.map(({ id }) => id),
    message: message('note.earlierReadings', 'The {product} readings of {file} at {times} h were taken on the way: the product is that of the end.', { product, file: nameOf(earlier[0]), times })
  }
}

const BLANK_SDS = 3

/** A product is there where the sample exceeds its blank by three standard deviations of it (checks.md 9). */
function notAboveBlank(net_ug_mL: number, blank: Undiluted, product: Product, readings: readonly Entry[]): Finding[] {
  /** Where the scatter of the blank is not known, only what does not exceed it at all is certain. */
  const limit = blank.spread && BLANK_SDS * uncertaintyOf(blank.spread)
  if (net_ug_mL > (limit ?? 0)) return []
  const params = { product, file: nameOf(readings[0]), net: net_ug_mL.toPrecision(3), blank: blank.value.toPrecision(3), limit: limit === null ? 'not known' : `${limit.toPrecision(2)} µg/mL` }
  return [{
    rule: 'not-above-blank', level: 'error', catalyst: null, source: 'sample ≥ blank + 3 sd (our own threshold)', entries: [...readings.map(({ id }) => id), ...blank.inputs],
    message: message('finding.notAboveBlank', 'The {product} of {file} exceeds its blank ({blank} µg/mL) by {net} µg/mL, not by more than 3 u of the blank ({limit}): no {product} is proven.', params)
  }]
}

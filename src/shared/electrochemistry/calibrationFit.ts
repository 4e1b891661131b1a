import type { Outcome, Result } from '../analyses/analysis'
import { linearFit } from '../numerics/linearFit'
import { mean } from '../numerics/mean'
import type { Entry } from '../project'
import type { Analyte, Basis } from './species'
import { uncertaintyOf, type Spread } from './spread'

export const weightings = ['none', '1/x', '1/x²'] as const
export type Weighting = (typeof weightings)[number]

/** Concentrations in µg/mL of `basis`; absorbance without unit. null where two standards leave no residual. */
export interface CalibrationFit {
  /** '' for the only one, or the one without a name. */
  readonly name: string
  readonly analyte: Analyte
  readonly basis: Basis
  readonly weighting: Weighting
  readonly slope: number
  readonly intercept: number
  readonly seSlope: number | null
  readonly seIntercept: number | null
  readonly residualSd: number | null
  readonly n: number
  /** Different concentrations; readings of one concentration are one level. */
  readonly levels: number
  readonly meanAbsorbance: number
  readonly meanConcentration: number
  readonly sxx: number
  readonly r2: number
  readonly lod: number | null
  readonly loq: number | null
  readonly minConcentration: number
  readonly maxConcentration: number
  readonly maxAbsorbance: number
  /** Weight of a standard of 1 µg/mL, so that a reading between the standards can be weighted too. */
  readonly unitWeight: number
}

export interface CalibrationPoint { readonly concentration: number; readonly absorbance: number }
export interface CalibrationKind { readonly name?: string; readonly analyte: Analyte; readonly basis: Basis; readonly weighting: Weighting }

const power = { none: 0, '1/x': 1, '1/x²': 2 } as const satisfies Record<Weighting, number>

/**
 * A = a + b·c by least squares; LOD = 3.3 s_y/|b|, LOQ = 10 s_y/|b|. RangeError for fewer than two different concentrations,
 * for an absorbance that does not change, and for weights 1/x or 1/x² with a standard of zero.
 */
export function fitCalibration(points: readonly CalibrationPoint[], kind: CalibrationKind): CalibrationFit {
  const x = points.map((point) => point.concentration)
  const y = points.map((point) => point.absorbance)
  const raw = kind.weighting === 'none' ? undefined : x.map((c) => c ** -power[kind.weighting])
  const fit = linearFit(x, y, raw)
  if (fit.slope === 0 || fit.r2 === null) throw new RangeError('The absorbance of the standards does not change with concentration.')
  const limit = (factor: number): number | null => (fit.residualSd === null ? null : (factor * fit.residualSd) / Math.abs(fit.slope))
  return {
    ...kind, name: kind.name ?? '', slope: fit.slope, intercept: fit.intercept, seSlope: fit.seSlope, seIntercept: fit.seIntercept, residualSd: fit.residualSd, n: fit.n, levels: new Set(x).size,
    meanAbsorbance: fit.meanY, meanConcentration: fit.meanX, sxx: fit.sxx, r2: fit.r2, lod: limit(3.3), loq: limit(10),
    minConcentration: Math.min(...x), maxConcentration: Math.max(...x), maxAbsorbance: Math.max(...y),
    unitWeight: raw ? fit.n / raw.reduce((sum, weight) => sum + weight, 0) : 1
  }
}

export interface InverseReading { readonly concentration: number; readonly u: number | null; /** u in its parts: readings of one line err together. */ readonly spread: Spread | null }

/**
 * c0 = (ȳ0 − a)/b of m readings with s(c0) = (s_y/|b|)·√(1/(m w0) + 1/n + (ȳ0 − ȳ)²/(b² Sxx)); w0 = 1 without weights.
 * u is null for two standards, and for weighted fits where c0 ≤ 0 has no weight. RangeError without a reading.
 */
export function inverse(fit: CalibrationFit, readings: readonly number[]): InverseReading {
  const reading = mean(readings)
  const concentration = (reading - fit.intercept) / fit.slope
  if (fit.residualSd === null || (fit.weighting !== 'none' && !(concentration > 0))) return { concentration, u: null, spread: null }
  const weight = fit.unitWeight * concentration ** -power[fit.weighting]
  const s_c = fit.residualSd / Math.abs(fit.slope)
  const line = [s_c / Math.sqrt(fit.n), (s_c * (reading - fit.meanAbsorbance)) / (fit.slope * Math.sqrt(fit.sxx))] as const
  const spread: Spread = { own: s_c / Math.sqrt(readings.length * weight), lines: new Map([[`${fit.analyte}\n${fit.name}`, line]]) }
  return { concentration, u: uncertaintyOf(spread), spread }
}

/** Which of several calibrations an entry states; '': none. */
export const calibrationName = (entry: Entry): string => entry.fields.calibration?.value.trim() ?? ''

/** Names of the calibrations that an analyte has; '' is the one without a name. */
export function calibrationNames(outcome: Outcome | undefined, analyte: Analyte): readonly string[] {
  return outcome?.results.flatMap(({ metric, conditions }) => (metric === 'cal_slope' && conditions.analyte === analyte ? [String(conditions.calibration ?? '')] : [])) ?? []
}

/** The fit of one analyte, rebuilt from the calibration's results; undefined when that analyte has none of that name. */
export function calibrationOf(outcome: Outcome | undefined, analyte: Analyte, name = ''): CalibrationFit | undefined {
  const found = (metric: string): Result | undefined =>
    outcome?.results.find((result) => result.metric === metric && result.conditions.analyte === analyte && (result.conditions.calibration ?? '') === name)
  const slope = found('cal_slope')
  const intercept = found('cal_intercept')
  const r2 = found('cal_r2')
  if (!slope || !intercept || !r2) return undefined
  const stated = (key: string): number => {
    const value = slope.conditions[key]
    if (typeof value !== 'number') throw new RangeError(`The calibration of ${analyte} does not hold ${key}.`)
    return value
  }
  const lod = found('cal_lod')?.value ?? null
  return {
    name, analyte, basis: slope.conditions.basis as Basis, weighting: slope.conditions.weighting as Weighting,
    slope: slope.value, intercept: intercept.value, seSlope: slope.u, seIntercept: intercept.u, r2: r2.value,
    residualSd: lod === null ? null : (lod * Math.abs(slope.value)) / 3.3, lod, loq: found('cal_loq')?.value ?? null, n: slope.n ?? 0, levels: stated('levels'),
    meanAbsorbance: stated('mean_absorbance'), meanConcentration: stated('mean_ug_mL'), sxx: stated('sxx'),
    minConcentration: stated('min_ug_mL'), maxConcentration: stated('max_ug_mL'), maxAbsorbance: stated('max_absorbance'), unitWeight: stated('unit_weight')
  }
}

/** The results that `calibrationOf` reads back; no catalyst unless the standards belong to one. */
export function calibrationResults(fit: CalibrationFit, where: { readonly method: string; readonly inputs: readonly string[] }): readonly Result[] {
  const conditions = { analyte: fit.analyte, ...(fit.name === '' ? {} : { calibration: fit.name }), basis: fit.basis }
  const result = (metric: string, value: number | null, unit: string, u: number | null = null): Result[] =>
    value === null ? [] : [{ catalyst: null, metric, value, u, unit, conditions, n: fit.n, ...where }]
  const whole = {
    ...conditions, weighting: fit.weighting, mean_absorbance: fit.meanAbsorbance, mean_ug_mL: fit.meanConcentration, sxx: fit.sxx,
    min_ug_mL: fit.minConcentration, max_ug_mL: fit.maxConcentration, max_absorbance: fit.maxAbsorbance, unit_weight: fit.unitWeight, levels: fit.levels
  }
  return [
    ...result('cal_slope', fit.slope, 'mL/ug', fit.seSlope).map((slope) => ({ ...slope, conditions: whole })),
    ...result('cal_intercept', fit.intercept, '1', fit.seIntercept),
    ...result('cal_r2', fit.r2, '1'),
    ...result('cal_lod', fit.lod, 'ug/mL'),
    ...result('cal_loq', fit.loq, 'ug/mL')
  ]
}

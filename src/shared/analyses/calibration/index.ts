import { MOLAR_MASS_G_PER_MOL } from '../../constants'
import { assayAbsorbance, assayWavelength, byWavelength, namedAssays, wavelengthText, type AssayWavelength } from '../../electrochemistry/assayAbsorbance'
import { calibrationResults, fitCalibration, weightings, type Weighting } from '../../electrochemistry/calibrationFit'
import { ownBasis, type Analyte, type Basis } from '../../electrochemistry/species'
import type { Figure } from '../../figure'
import { pointsLeftOut } from '../../leftOut'
import { message, type Message } from '../../message'
import { defineAnalysis, type ComputeContext, type Finding, type Level, type Need, type Result } from '../analysis'
import { calibrationFigure } from './calibrationFigure'
import { findStandards, type Standard, type Standards } from './standards'

const SOURCE = 'ICH Q2(R1) 6.3, 7.3; IUPAC calibration, Pure Appl. Chem. 70 (1998) 993'

export const calibration = defineAnalysis<Standards>({
  id: 'calibration',
  version: 4,
  title: 'Calibration of the assays',
  tab: 'performance',
  scope: 'project',
  metrics: ['cal_slope', 'cal_intercept', 'cal_r2', 'cal_lod', 'cal_loq'],
  about: {
    equation: 'A = a + b·c (least squares); LOD = 3.3 s_y/b, LOQ = 10 s_y/b; s_y = √(Σ w r²/(n − 2)), weights scaled to a mean of 1',
    source: SOURCE,
    assumes: [
      'every reading of a standard is a point of its own',
      'errors of the concentrations are small against those of the absorbances',
      'standards and samples are read at the same wavelength and path length',
      'without a basis the concentration is that of the analyte itself (NH₃, NO₂⁻, NO₃⁻)'
    ]
  },
  settings: [
    { key: 'assay_NH3', label: 'Assay of NH₃', default: byWavelength, options: [byWavelength, ...namedAssays.NH3!.keys()] },
    { key: 'wavelength_NH3', label: 'Wavelength of the NH₃ assay, if it is not named', unit: 'nm', default: 655 },
    { key: 'baseline_NH3', label: 'Baseline under the NH₃ band between two wavelengths (nm), as 560-800; empty: none', default: '' },
    { key: 'assay_NO2', label: 'Assay of NO₂⁻', default: byWavelength, options: [byWavelength, ...namedAssays.NO2!.keys()] },
    { key: 'wavelength_NO2', label: 'Wavelength of the NO₂⁻ assay, if it is not named', unit: 'nm', default: 540 },
    { key: 'baseline_NO2', label: 'Baseline under the NO₂⁻ band between two wavelengths (nm), as 450-650; empty: none', default: '' },
    { key: 'wavelength_NO3', label: 'Wavelength of the NO₃⁻ assay', unit: 'nm', default: 220 },
    { key: 'background_NO3', label: 'Wavelength subtracted twice in the NO₃⁻ assay (0: none)', unit: 'nm', default: 275 },
    { key: 'weighting', label: 'Weights of the standards', default: 'none', options: weightings },
    { key: 'leftOut', label: 'Standards left out (µg/mL), as 4 or NH3@4; NO2@0.5', default: '' }
  ],
  after: [],
  collect: (view) => {
    const plan = findStandards(view.entries)
    return plan && { entries: plan.series.flatMap(({ standards }) => standards.map((standard) => standard.entry)), plan }
  },
  compute: (_view, plan, settings, context) => {
    const results: Result[] = []
    const figures: Figure[] = []
    const needs: Need[] = [...plan.needs]
    const findings: Finding[] = []
    const isLeftOut = pointsLeftOut(String(settings.leftOut))
    for (const { analyte, name, standards } of plan.series) {
      const called = name === '' ? analyte : `${analyte} ${name}`
      const found = (level: Level, text: Message): void => {
        findings.push({ rule: 'calibration', level, catalyst: null, message: text, source: SOURCE, conditions: { analyte, ...(name === '' ? {} : { calibration: name }) } })
      }
      try {
        const wavelength = assayWavelength(settings, analyte)
        const basis = commonBasis(analyte, standards, found)
        const points = standards.flatMap((standard) => pointOf(standard, basis, analyte, wavelength, context, found))
        const isOut = points.map((point) => isLeftOut(point.concentration, called))
        const used = points.filter((_, i) => !isOut[i])
        if (new Set(used.map((point) => point.concentration)).size < 2) {
          needs.push({ message: message('needs.standards', 'at least two standards of {analyte} with different concentrations', { analyte: called }), where: 'runSheet', field: 'concentration_ug_mL' })
          continue
        }
        const weighting = weightings.find((name) => name === settings.weighting) ?? 'none'
        const fit = fitCalibration(used, { name, analyte, basis, weighting })
        const read = typedOnly(standards) ? 'typed in' : wavelength ? wavelengthText(wavelength) : ''
        results.push(...calibrationResults(fit, { method: methodText(weighting, used.length, points.length - used.length, basis, read), inputs: used.map((point) => point.entry) }))
        figures.push(calibrationFigure(fit, points, isOut, { setting: 'leftOut', value: String(settings.leftOut) }, read))
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        found('error', message('calibration.noFit', 'The standards of {analyte} give no line: {why} Check them, or choose other weights.', { analyte: called, why: error.message }))
      }
    }
    return { results, figures, needs, findings: [...findings, ...changedSlopes(results)] }
  }
})

/** Lines of one analyte whose slope left the first one's by more than a tenth: another reagent, cuvette or mistake (checks.md 3). */
function changedSlopes(results: readonly Result[]): Finding[] {
  const slopes = results.filter(({ metric }) => metric === 'cal_slope')
  return slopes.flatMap((slope): Finding[] => {
    const first = slopes.find(({ conditions }) => conditions.analyte === slope.conditions.analyte && conditions.basis === slope.conditions.basis) ?? slope
    const change = 100 * (slope.value / first.value - 1)
    if (Math.abs(change) <= 10) return []
    const params = { analyte: String(slope.conditions.analyte), name: String(slope.conditions.calibration ?? ''), change: change.toFixed(0), first: String(first.conditions.calibration ?? '') }
    const text = message('calibration.slopeChanged', 'The slope of the calibration “{name}” of {analyte} differs by {change} % from that of “{first}”.', params)
    return [{ rule: 'calibration', level: 'warning', catalyst: null, message: text, source: SOURCE, conditions: { analyte: params.analyte, calibration: params.name } }]
  })
}

type Found = (level: Level, text: Message) => void
interface Point { readonly entry: string; readonly concentration: number; readonly absorbance: number }

const typedOnly = (standards: readonly Standard[]): boolean => standards.every((standard) => standard.absorbance !== null)

/** The basis that the standards state; with several, that of the first, to which the others are converted. */
function commonBasis(analyte: Analyte, standards: readonly Standard[], found: Found): Basis {
  const stated = new Set(standards.map((standard) => standard.basis ?? ownBasis[analyte]))
  const [basis = ownBasis[analyte]] = stated
  if (standards.some((standard) => standard.basis === null)) {
    found('note', message('calibration.basisAssumed', 'Some standards of {analyte} do not state their basis; their concentration was taken as that of {own}.', { analyte, own: ownBasis[analyte] }))
  }
  if (stated.size > 1) {
    found('note', message('calibration.basisMixed', 'The standards of {analyte} are stated in {bases}; all were converted to {basis}.', { analyte, bases: [...stated].join(', '), basis }))
  }
  return basis
}

function pointOf(standard: Standard, basis: Basis, analyte: Analyte, wavelength: AssayWavelength | undefined, context: ComputeContext, found: Found): Point[] {
  const stated = standard.basis ?? ownBasis[analyte]
  const concentration = stated === basis ? standard.concentration_ug_mL : (standard.concentration_ug_mL * MOLAR_MASS_G_PER_MOL[basis]) / MOLAR_MASS_G_PER_MOL[stated]
  if (standard.absorbance !== null) return [{ entry: standard.entry, concentration, absorbance: standard.absorbance }]
  const absorbance = wavelength && assayAbsorbance(context.load(standard.entry), wavelength)
  if (absorbance !== undefined) return [{ entry: standard.entry, concentration, absorbance }]
  const at = wavelength ? wavelengthText(wavelength) : 'a wavelength'
  found('warning', message('calibration.notCovered', 'The spectrum of the {c} µg/mL standard of {analyte} has no absorbance at {at}; it is not a point of the calibration.', { c: standard.concentration_ug_mL, analyte, at }))
  return []
}

function methodText(weighting: Weighting, n: number, without: number, basis: Basis, read: string): string {
  return `least squares of ${n} standards${without === 0 ? '' : ` (${without} left out)`}, weights ${weighting}, concentration as ${basis}, absorbance ${read === 'typed in' ? read : `at ${read}`}`
}

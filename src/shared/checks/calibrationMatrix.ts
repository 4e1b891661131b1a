import type { Finding } from '../analyses/analysis'
import { calibrationName } from '../electrochemistry/calibrationFit'
import { electrolytesDiffer } from '../electrochemistry/electrolyteParts'
import { groupBy } from '../groupBy'
import { message } from '../message'
import type { Entry } from '../project'
import { assaysOf, type Assay, type Stated } from './assayReadings'
import type { Check } from './check'
import { statedInRuns } from '../electrochemistry/statedInRuns'
import { number, placeOf, some } from './stated'
import { OWN, threshold } from './thresholds'

const SOURCE = 'bio-protocol 12148516 (standards in the electrolyte); Pai et al. 2001 (pH, salts)'

/** Salts and pH move the colour: standards are made in the electrolyte of the samples. What nobody states of the standards is one quiet note. */
export const calibrationMatrix: Check = {
  rule: 'calibration-matrix',
  scope: 'project',
  run: (input) => {
    const assays = assaysOf(input, ['NH3', 'NO2']).filter(({ standards }) => standards.length > 0)
    if (assays.length === 0) return []
    const stated = statedInRuns(input.entries)
    const silent = assays.filter(({ standards, samples }) => samples.some((sample) => stated(sample, 'electrolyte')) && standards.every((entry) => matrixOf(entry) === undefined))
    return [...assays.flatMap((assay) => [...electrolyteFindings(assay, stated), ...pHFindings(assay, stated, threshold(input, 'matrixPH'))]), ...(silent.length === 0 ? [] : [noteOf(silent)])]
  }
}

/** The default of the project is that of its electrolyses: it says nothing of what somebody made standards in. */
const own = <K extends 'electrolyte' | 'pH' | 'samplePH'>(entry: Entry, key: K): Entry['fields'][K] => (entry.fields[key]?.origin === 'projectDefault' ? undefined : entry.fields[key])
const matrixOf = (standard: Entry): string | undefined => own(standard, 'electrolyte')?.value
const standardPH = (standard: Entry): number | undefined => (own(standard, 'samplePH') ?? own(standard, 'pH'))?.value

/** Those whose calibration a sample names, all where it names none. */
const ofItsCalibration = (sample: Entry, standards: readonly Entry[]): readonly Entry[] => {
  const named = standards.filter((standard) => calibrationName(standard) === calibrationName(sample))
  return named.length > 0 ? named : standards
}

function electrolyteFindings({ analyte, standards, samples }: Assay, statedOf: Stated): Finding[] {
  const pairs = groupBy(samples.flatMap((sample) => {
    const stated = statedOf(sample, 'electrolyte')?.value
    const other = stated === undefined ? undefined : ofItsCalibration(sample, standards).find((standard) => { const matrix = matrixOf(standard); return matrix !== undefined && electrolytesDiffer(matrix, stated) })
    return other === undefined ? [] : [{ sample, of: matrixOf(other)!, standard: other, stated: stated! }]
  }), ({ of, stated }) => `${of}\n${stated}`)
  return [...pairs.values()].map((found): Finding => ({
    rule: 'calibration-matrix', level: 'warning', catalyst: null, metric: 'cal_slope', conditions: { analyte }, source: SOURCE, entries: [found[0]!.standard.id, ...found.map(({ sample }) => sample.id)],
    message: message('check.matrixElectrolyte', 'The {analyte} standards ({standard}) are in {matrix}, but the samples {samples} in {electrolyte}: salts move the colour; make the standards in the electrolyte.', {
      analyte, standard: placeOf(found[0]!.standard, 'electrolyte'), matrix: found[0]!.of, samples: some(found.map(({ sample }) => placeOf(sample, 'absorbance'))), electrolyte: found[0]!.stated
    })
  }))
}

/** One finding an analyte, of the sample that is farthest off. */
function pHFindings({ analyte, standards, samples }: Assay, statedOf: Stated, most: number): Finding[] {
  const off = samples.flatMap((sample) => {
    const here = (sample.fields.samplePH ?? statedOf(sample, 'pH'))?.value
    const standard = ofItsCalibration(sample, standards).find((entry) => standardPH(entry) !== undefined)
    const there = standard && standardPH(standard)
    return here === undefined || there === undefined || Math.abs(here - there) <= most ? [] : [{ sample, here, there, standard: standard! }]
  }).toSorted((a, b) => Math.abs(b.here - b.there) - Math.abs(a.here - a.there))
  const [worst] = off
  return !worst ? [] : [{
    rule: 'calibration-matrix', level: 'warning', catalyst: null, metric: 'cal_slope', conditions: { analyte }, source: OWN, entries: [worst.standard.id, ...off.map(({ sample }) => sample.id)],
    message: message('check.matrixPH', 'The {analyte} standards ({standard}) have pH {there}, but the sample {sample} pH {here} ({n} differ by more than {most}): the colour depends on pH; bring both to one, or state the sample pH if they were.', {
      analyte, standard: placeOf(worst.standard, 'pH'), there: number(worst.there), sample: placeOf(worst.sample, 'absorbance'), here: number(worst.here), n: off.length, most
    })
  }]
}

const noteOf = (silent: readonly Assay[]): Finding => ({
  rule: 'calibration-matrix', level: 'note', catalyst: null, metric: 'cal_slope', source: SOURCE, entries: silent.flatMap(({ standards }) => standards.map(({ id }) => id)),
  message: message('check.matrixUnknown', 'The standards of {analytes} do not say which electrolyte they are in (run sheet: electrolyte): it should be that of the samples.', { analytes: silent.map(({ analyte }) => analyte).join(', ') })
})

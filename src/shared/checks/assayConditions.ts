import type { Finding } from '../analyses/analysis'
import { assayWavelength } from '../electrochemistry/assayAbsorbance'
import { message } from '../message'
import type { Entry } from '../project'
import { assaySettings, assaysOf, type Assay } from './assayReadings'
import type { Check, CheckInput } from './check'
import { number, placeOf } from './stated'

const SOURCE = 'bio-protocol: NH₃ at 655 nm after 1–2 h; Griess at 540 nm'
/** Between these the colour of indophenol and salicylate stands; that of Griess comes sooner, and nothing is said of it. */
const [FROM_min, TO_min] = [60, 120] as const
/** Slits are wider. */
const NEAR_nm = 2

/** Where and when a colour was read: at one wavelength for standards and samples, after the time that it takes. Not recorded at all is one quiet note. */
export const assayConditions: Check = {
  rule: 'assay-conditions',
  scope: 'project',
  run: (input) => {
    const assays = assaysOf(input, ['NH3', 'NO2'])
    return [...assays.flatMap((assay) => [...wavelengths(assay, input), ...waits(assay)]), ...unrecorded(assays)]
  }
}

/** As typed beside the absorbance; of a spectrum that of the assay. */
function wavelengthOf(entry: Entry, { analyte }: Assay, input: CheckInput): number | undefined {
  if (entry.fields.absorbance !== undefined) return entry.fields.wavelength_nm?.value
  try {
    return assayWavelength(assaySettings(input), analyte)?.main_nm
  } catch (error) {
    // The card of the calibration says that its baseline cannot be read.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function wavelengths(assay: Assay, input: CheckInput): Finding[] {
  const standard = assay.standards.find((entry) => wavelengthOf(entry, assay, input) !== undefined)
  const there = standard && wavelengthOf(standard, assay, input)!
  const others = there === undefined ? [] : assay.samples.filter((entry) => Math.abs((wavelengthOf(entry, assay, input) ?? there) - there) > NEAR_nm)
  const [first] = others
  return !first || !standard || there === undefined ? [] : [{
    rule: 'assay-conditions', level: 'warning', catalyst: null, metric: 'cal_slope', conditions: { analyte: assay.analyte }, source: SOURCE, entries: [standard.id, ...others.map(({ id }) => id)],
    message: message('check.assayWavelength', 'The {analyte} standards ({standard}) are read at {there} nm, but {sample} at {here} nm ({n} samples): one line holds for one wavelength.', {
      analyte: assay.analyte, standard: placeOf(standard, 'wavelength_nm'), there: number(there, 4), sample: placeOf(first, 'wavelength_nm'), here: number(wavelengthOf(first, assay, input)!, 4), n: others.length
    })
  }]
}

function waits({ analyte, samples, standards }: Assay): Finding[] {
  const off = analyte !== 'NH3' ? [] : [...standards, ...samples].filter(({ fields: { waitTime_min } }) => waitTime_min !== undefined && (waitTime_min.value < FROM_min || waitTime_min.value > TO_min))
  const [first] = off
  return !first ? [] : [{
    rule: 'assay-conditions', level: 'warning', catalyst: null, metric: 'cal_slope', conditions: { analyte }, source: SOURCE, entries: off.map(({ id }) => id),
    message: message('check.assayWait', 'The colour of {analyte} in {sample} was read after {time} min ({n} readings outside {from}–{to} min): before it has come, or when it fades.', {
      analyte, sample: placeOf(first, 'waitTime_min'), time: number(first.fields.waitTime_min!.value), n: off.length, from: FROM_min, to: TO_min
    })
  }]
}

/** A laboratory that writes it down for some readings has thought of it. */
function unrecorded(assays: readonly Assay[]): Finding[] {
  const all = ({ samples, standards }: Assay): readonly Entry[] => [...standards, ...samples]
  const withoutTime = assays.filter((assay) => all(assay).every(({ fields }) => fields.waitTime_min === undefined))
  const withoutPlace = assays.filter((assay) => all(assay).every(({ fields }) => fields.absorbance !== undefined && fields.wavelength_nm === undefined))
  const note = (of: readonly Assay[], text: Finding['message']): Finding[] => (of.length === 0 ? [] : [{ rule: 'assay-conditions', level: 'note', catalyst: null, metric: 'cal_slope', source: SOURCE, entries: of.flatMap((assay) => all(assay).map(({ id }) => id)), message: text }])
  const analytes = (of: readonly Assay[]): string => of.map(({ analyte }) => analyte).join(', ')
  return [
    ...note(withoutTime, message('check.waitUnknown', 'How long the colour of {analytes} stood before it was read is not on record (run sheet or Settings: wait time).', { analytes: analytes(withoutTime) })),
    ...note(withoutPlace, message('check.wavelengthUnknown', 'At which wavelength the absorbances of {analytes} were read is not on record (run sheet: wavelength, or absorbance (655 nm)).', { analytes: analytes(withoutPlace) }))
  ]
}

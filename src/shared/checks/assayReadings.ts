import { analyteOfEntry } from '../electrochemistry/analyteOfEntry'
import { isSpectrum } from '../electrochemistry/electrolysisMember'
import { roleOf } from '../electrochemistry/role'
import type { Analyte } from '../electrochemistry/species'
import type { Settings } from '../analyses/analysis'
import type { Entry } from '../project'
import { perEntry } from '../perEntry'
import type { CheckInput } from './check'
import type { statedInRuns } from '../electrochemistry/statedInRuns'

/** What a colour was read of: an absorbance that was typed in, or a UV-Vis spectrum. Concentrations of other instruments are none. */
const colouredAnalyte = perEntry((entry): Analyte | undefined =>
  (entry.fields.absorbance !== undefined || isSpectrum(entry) ? analyteOfEntry(entry) : undefined))

export interface Assay { readonly analyte: Analyte; readonly standards: readonly Entry[]; /** Blanks are not among them: they may well be in another matrix. */ readonly samples: readonly Entry[] }
/** Of a field of an entry, where its own rows or those of its run state it. */
export type Stated = ReturnType<typeof statedInRuns>

/** Standards and samples of the colour assays of these analytes, where there are samples. */
export function assaysOf({ entries }: CheckInput, analytes: readonly Analyte[]): readonly Assay[] {
  return analytes.flatMap((analyte): Assay[] => {
    const own = entries.filter((entry) => colouredAnalyte(entry) === analyte)
    const samples = own.filter((entry) => !['standard', 'blank'].includes(roleOf(entry) ?? ''))
    return samples.length === 0 ? [] : [{ analyte, samples, standards: own.filter((entry) => roleOf(entry) === 'standard') }]
  })
}

/** Settings that the calibration was made with. */
export const assaySettings = ({ outcomes }: CheckInput): Settings => outcomes.find(({ analysis }) => analysis === 'calibration')?.trace.settings ?? {}

import type { Need } from '../analyses/analysis'
import type { FieldKey } from '../metadata/fields'
import { runKey } from '../metadata/inheritCatalyst'
import type { Entry, ProjectDefaults } from '../project'
import { perEntry } from '../perEntry'
import { remembered } from '../remembered'
import { setPotentialScaleOf } from './potentialScale'
import { isBattery, roleOf } from './role'
import { techniqueOf } from './techniqueOf'

/** unclear: a reading that may be of another electrolysis, of the same file or, where it `lacks` a field, of the same run or potential. */
export type Part = 'trace' | 'reading' | 'blank' | 'unclear'
/** What one entry is to an electrolysis; a trace whose own row states what was read of its product is two of them. */
export interface Member { readonly entry: Entry; readonly part: Part; /** As runKey has it. */ readonly run: string | null; readonly potential_V: number | null; readonly needs: readonly Need[]; readonly lacks?: FieldKey }

export const hasColumns = ({ measurement }: Entry, ...quantities: readonly string[]): boolean => quantities.every((quantity) => measurement?.columns.some((column) => column.quantity === quantity))

export function isReading(entry: Entry): boolean {
  const { absorbance, concentration_ug_mL } = entry.fields
  return absorbance !== undefined || (entry.measurement === null && entry.fields.h2_ppm !== undefined) || (entry.measurement === null && concentration_ug_mL !== undefined) || isSpectrum(entry)
}

/** An infrared spectrum has an absorbance too, but no wavelength and no assay. */
export const isSpectrum = (entry: Entry): boolean => hasColumns(entry, 'absorbance', 'wavelength')

/** Of a file's entry only what a person wrote is a reading: '50ppm' in the name of a trace may be its nitrate. */
function isStated(entry: Entry, key: FieldKey): boolean {
  const field = entry.fields[key]
  return field !== undefined && (entry.measurement === null || field.origin === 'runSheet' || field.origin === 'edit')
}

const readings = ['absorbance', 'concentration_ug_mL', 'h2_ppm'] as const
/** Who states the reading in the row of a trace; undefined for a trace alone. */
export const readingInRow = perEntry((entry) => readings.flatMap((key) => (isStated(entry, key) ? entry.fields[key]! : []))[0])

/** Holds how much of a dissolved analyte there is, not only H2. */
export const readsSolute = perEntry((entry) => entry.fields.absorbance !== undefined || isStated(entry, 'concentration_ug_mL') || isSpectrum(entry))

export function partsOf(entry: Entry, isTrace: boolean): Part[] {
  const reading: Part = roleOf(entry) === 'blank' ? 'blank' : 'reading'
  if (!isTrace) return [reading]
  return readingInRow(entry) ? ['trace', reading] : ['trace']
}

/** Entries are never changed, only replaced: of the thousands of a catalyst an edit makes one anew. */
const members = remembered<readonly Member[]>()
export const memberOf = (entry: Entry, defaults: ProjectDefaults): readonly Member[] => members(entry, [defaults], () => newMembersOf(entry, defaults))

function newMembersOf(entry: Entry, defaults: ProjectDefaults): Member[] {
  if (roleOf(entry) === 'standard' || isBattery(entry)) return []
  const isTrace = ['CA', 'CP'].includes(techniqueOf(entry) ?? '') && hasColumns(entry, 'current', 'time')
  if (!isTrace && !isReading(entry)) return []
  const applied = entry.fields.potential_V
  const scale = applied && setPotentialScaleOf(entry.fields, defaults)
  const potential_V = !applied || !scale || 'needs' in scale ? null : round6(scale.toRhe(applied.value))
  return partsOf(entry, isTrace).map((part) => ({ entry, part, run: runKey(entry), potential_V, needs: scale && 'needs' in scale ? scale.needs : [] }))
}

const round6 = (value: number): number => Math.round(value * 1e6) / 1e6

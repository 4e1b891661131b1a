import { fieldDefinitions, type FieldKey } from '../../metadata/fields'
import { synonymsOf } from './fieldSynonyms'

/** Letters and digits only, lower case: 'Scan-Rate ' and 'scan_rate' are one name. */
export const nameKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The field without its unit: 'area (cm2)' → 'area'. */
const plainName = (header: string): string => header.replace(/\s*\([^)]*\)$/, '')

/** One letter says too little: these count only together with a unit of their field. */
const letters: readonly (readonly [string, FieldKey])[] = [
  ['e', 'potential_V'],
  ['t', 'time_h'],
  ['t', 'temperature_C'],
  ['c', 'concentration_ug_mL'],
  ['v', 'volume_mL'],
  ['a', 'area_cm2'],
  ['m', 'mass_mg']
]

export const fieldByName: ReadonlyMap<string, FieldKey> = new Map(
  fieldDefinitions.flatMap(({ key, header }) =>
    [plainName(header), ...synonymsOf(key, plainName(header))].map((name): [string, FieldKey] => [nameKey(name), key])
  )
)

export const fieldsByLetter = (name: string): readonly FieldKey[] => letters.filter(([letter]) => letter === name).map(([, key]) => key)

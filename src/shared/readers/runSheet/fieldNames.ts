import { fieldDefinitions, type FieldKey } from '../../metadata/fields'

/** Letters and digits only, lower case: 'Scan-Rate ' and 'scan_rate' are one name. */
export const nameKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The field without its unit: 'area (cm2)' → 'area'. */
const plainName = (header: string): string => header.replace(/\s*\([^)]*\)$/, '')

const furtherNames: Readonly<Partial<Record<FieldKey, readonly string[]>>> = {
  file: ['filename', 'file path'],
  catalyst: ['catalysts', 'catalyst name'],
  run: ['run id', 'run no', 'run name'],
  potential_V: ['applied potential', 'set potential', 'working potential'],
  reference: ['reference electrode', 'ref electrode', 'ref'],
  temperature_C: ['temp'],
  nitrate_M: ['no3', 'nitrate concentration', 'no3 concentration'],
  area_cm2: ['electrode area', 'geometric area'],
  loading_mg_cm2: ['catalyst loading', 'mass loading'],
  mass_mg: ['catalyst mass'],
  volume_mL: ['vol', 'electrolyte volume'],
  dilution: ['dilution factor'],
  time_h: ['duration', 'electrolysis time'],
  absorbance: ['abs'],
  concentration_ug_mL: ['conc'],
  calibration: ['calibration name', 'calibration set', 'standard series'],
  ru_ohm: ['uncompensated resistance', 'solution resistance'],
  irFraction: ['ir compensation', 'ir'],
  replicate: ['rep', 'replicate no', 'replicate number'],
  cycle: ['cycle no', 'cycle number'],
  znMass_mg: ['mass zn', 'zinc mass'],
  flow_mL_min: ['flow rate', 'gas flow'],
  note: ['notes', 'comment', 'comments', 'remark', 'remarks']
}

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
    [plainName(header), ...(furtherNames[key] ?? [])].map((name): [string, FieldKey] => [nameKey(name), key])
  )
)

export const fieldsByLetter = (name: string): readonly FieldKey[] => letters.filter(([letter]) => letter === name).map(([, key]) => key)

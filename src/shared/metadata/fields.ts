/**
 * Every condition that a file, a name, a run sheet or a person can state. One table: the run sheet's headers, its
 * template, the Run sheet view and the parser all come from it. Header texts are fixed by the contracts.
 */
export const fieldDefinitions = [
  { key: 'file', header: 'file', kind: 'text' },
  { key: 'catalyst', header: 'catalyst', kind: 'text' },
  { key: 'technique', header: 'technique', kind: 'text' },
  { key: 'run', header: 'run', kind: 'text' },
  { key: 'role', header: 'role', kind: 'text' },
  { key: 'analyte', header: 'analyte', kind: 'text' },
  { key: 'potential_V', header: 'potential (V)', kind: 'number', unit: 'V' },
  { key: 'reference', header: 'reference', kind: 'text' },
  { key: 'pH', header: 'pH', kind: 'number' },
  { key: 'pHAfter', header: 'pH after', kind: 'number', isRare: true },
  { key: 'temperature_C', header: 'temperature (C)', kind: 'number', unit: 'C' },
  { key: 'electrolyte', header: 'electrolyte', kind: 'text' },
  { key: 'nitrate_M', header: 'nitrate (M)', kind: 'number', unit: 'M' },
  { key: 'area_cm2', header: 'area (cm2)', kind: 'number', unit: 'cm2' },
  { key: 'loading_mg_cm2', header: 'loading (mg/cm2)', kind: 'number', unit: 'mg/cm2' },
  { key: 'mass_mg', header: 'mass (mg)', kind: 'number', unit: 'mg' },
  { key: 'volume_mL', header: 'volume (mL)', kind: 'number', unit: 'mL' },
  { key: 'dilution', header: 'dilution', kind: 'number' },
  { key: 'time_h', header: 'time (h)', kind: 'number', unit: 'h' },
  { key: 'absorbance', header: 'absorbance', kind: 'number' },
  { key: 'concentration_ug_mL', header: 'concentration (ug/mL)', kind: 'number', unit: 'ug/mL' },
  { key: 'basis', header: 'basis', kind: 'text' },
  { key: 'calibration', header: 'calibration', kind: 'text' },
  { key: 'wavelength_nm', header: 'wavelength (nm)', kind: 'number', unit: 'nm', isRare: true },
  { key: 'waitTime_min', header: 'wait time (min)', kind: 'number', unit: 'min', isRare: true },
  { key: 'samplePH', header: 'sample pH', kind: 'number', isRare: true },
  { key: 'counterElectrode', header: 'counter electrode', kind: 'text', isRare: true },
  { key: 'membrane', header: 'membrane', kind: 'text', isRare: true },
  { key: 'trap', header: 'trap', kind: 'text', isRare: true },
  { key: 'cell', header: 'cell type', kind: 'text', isRare: true },
  { key: 'normalisation', header: 'normalisation', kind: 'text', isRare: true },
  { key: 'freshElectrolyte', header: 'fresh electrolyte', kind: 'text', isRare: true },
  { key: 'leached', header: 'leached metal', kind: 'text', isRare: true },
  { key: 'ru_ohm', header: 'Ru (ohm)', kind: 'number', unit: 'ohm' },
  { key: 'irFraction', header: 'iR fraction', kind: 'number' },
  { key: 'scanRate_mV_s', header: 'scan rate (mV/s)', kind: 'number', unit: 'mV/s' },
  { key: 'replicate', header: 'replicate', kind: 'text' },
  { key: 'cycle', header: 'cycle', kind: 'number' },
  { key: 'znMass_mg', header: 'zn mass (mg)', kind: 'number', unit: 'mg' },
  { key: 'flow_mL_min', header: 'flow (mL/min)', kind: 'number', unit: 'mL/min' },
  { key: 'h2_ppm', header: 'h2 (ppm)', kind: 'number', unit: 'ppm' },
  { key: 'note', header: 'note', kind: 'text' }
] as const satisfies readonly FieldDefinition[]

export interface FieldDefinition {
  readonly key: string
  readonly header: string
  readonly kind: 'text' | 'number'
  readonly unit?: string
  /** Few laboratories write it down: the template has its column only where something states it. */
  readonly isRare?: true
}

type Definition = (typeof fieldDefinitions)[number]
export type FieldKey = Definition['key']
type ValueOf<D extends Definition> = D['kind'] extends 'number' ? number : string

/** Facts as one source states them. */
export type FieldValues = { readonly [D in Definition as D['key']]?: ValueOf<D> }
export type FieldValue = string | number

/** Highest first: the order of precedence (contracts.md 3). */
export const origins = ['edit', 'runSheet', 'fileName', 'folderName', 'header', 'projectDefault'] as const
export type Origin = (typeof origins)[number]

/** A value that won, who stated it and where: 'runsheet.xlsx, row 5', 'RuFe-NC_CA_-0.3V.txt'. */
export interface Sourced<T> {
  readonly value: T
  readonly origin: Origin
  readonly where: string
  /** Of a potential: the reference that its own source states with it, where that is not the entry's `reference`. */
  readonly against?: string
  /** Of a file name that the template of its folder read: that template. */
  readonly template?: string
}
/** A cell of a run sheet that states a field, but not so that it can be read. */
export interface Unreadable { readonly field: FieldKey; readonly text: string; readonly where: string }
export type ResolvedFields = { readonly [D in Definition as D['key']]?: Sourced<ValueOf<D>> } & {
  /** Fields without a value because of what their run sheet says: what lower origins state was not taken in its place. */
  readonly unreadable?: readonly Unreadable[]
}
/** The fields that have a value. */
export const statedFields = ({ unreadable: _without, ...fields }: ResolvedFields): [FieldKey, Sourced<FieldValue>][] => Object.entries(fields) as [FieldKey, Sourced<FieldValue>][]

import { fieldDefinitions, type FieldDefinition, type FieldKey } from '../metadata/fields'
import { kindOf } from '../metadata/kindOf'
import type { Entry } from '../project'
import { nameOfPath } from '../storedPath'
import type { Cell, Workbook } from '../workbook'

/**
 * A run sheet with one row a file, filled with what is known of it: headers exactly as the reader takes them. The units stand in
 * the headers, so the row below them is left empty.
 */
export function buildRunSheetTemplate(entries: readonly Entry[]): Workbook {
  const files = entries.filter((entry) => entry.measurement !== null)
  /** A column that nobody fills would only be in the way; it is read wherever somebody adds it. */
  const fields = fieldDefinitions.filter(({ key, ...field }: FieldDefinition) => !field.isRare || files.some((entry) => isStated(entry, key as FieldKey)) || isAsked(key as FieldKey, files))
  const rows = files.map((entry): Cell[] => fields.map((field: FieldDefinition) => {
    if (field.key === 'file') return `${nameOfPath(entry.path)}${entry.measurement?.title ? `#${entry.measurement.title}` : ''}`
    return isStated(entry, field.key as FieldKey) ? entry.fields[field.key as FieldKey]!.value : null
  }))
  return { sheets: [{ name: 'runsheet', preamble: [], rows, columns: fields.map(({ header, key }) => ({ header, unit: '', width: key === 'file' ? 40 : Math.max(10, header.length + 2) })) }] }
}

/** What cycles and a comparison with the literature hang on: a project that has them is asked for it. */
const isAsked = (key: FieldKey, files: readonly Entry[]): boolean =>
  ((key === 'freshElectrolyte' || key === 'leached') && files.some(({ fields }) => fields.cycle !== undefined)) || ((key === 'cell' || key === 'normalisation') && files.some((entry) => kindOf(entry) === 'literature'))

/** A default of the project holds without being written into every row. */
const isStated = ({ fields }: Entry, key: FieldKey): boolean => fields[key] !== undefined && fields[key].origin !== 'projectDefault'

import { fieldDefinitions, type FieldDefinition, type FieldKey } from '../metadata/fields'
import type { Entry } from '../project'
import { nameOfPath } from '../storedPath'
import type { Cell, Workbook } from '../workbook'

/**
 * A run sheet with one row a file, filled with what is known of it: headers exactly as the reader takes them. The units stand in
 * the headers, so the row below them is left empty.
 */
export function buildRunSheetTemplate(entries: readonly Entry[]): Workbook {
  const files = entries.filter((entry) => entry.measurement !== null)
  const rows = files.map((entry): Cell[] => fieldDefinitions.map((field: FieldDefinition) => {
    if (field.key === 'file') return `${nameOfPath(entry.path)}${entry.measurement?.title ? `#${entry.measurement.title}` : ''}`
    const known = entry.fields[field.key as FieldKey]
    // A default of the project holds without being written into every row.
    return known === undefined || known.origin === 'projectDefault' ? null : known.value
  }))
  return { sheets: [{ name: 'runsheet', preamble: [], rows, columns: fieldDefinitions.map(({ header, key }) => ({ header, unit: '', width: key === 'file' ? 40 : Math.max(10, header.length + 2) })) }] }
}

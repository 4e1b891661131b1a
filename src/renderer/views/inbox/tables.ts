import type { FileDetail } from '@shared/api'
import type { MeasurementSummary } from '@shared/measurement'
import type { Entry } from '@shared/project'

/** A table of a file whose columns can be named; `table` is its place in the file, with which its id ends. */
export interface NamedTable { readonly id: string; readonly table: number; readonly measurement: MeasurementSummary; readonly entry: Entry }

export const tablesOf = ({ columnNames, entries }: Pick<FileDetail, 'columnNames' | 'entries'>): NamedTable[] => (columnNames === null ? [] : entries.flatMap((entry) =>
  (entry.measurement ? [{ id: entry.id, table: Number(entry.id.slice(entry.id.lastIndexOf(':') + 1)), measurement: entry.measurement, entry }] : [])))

export const rowsOf = ({ columns }: MeasurementSummary): number => columns[0]?.rows ?? 0

/** The one that was chosen, else the longest. */
export const chosenOf = (tables: readonly NamedTable[], chosen: string | null): NamedTable | undefined =>
  tables.find(({ id }) => id === chosen) ?? tables.toSorted((a, b) => rowsOf(b.measurement) - rowsOf(a.measurement))[0]

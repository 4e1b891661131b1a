import type { FieldKey } from '../../metadata/fields'
import { withMergedCells } from '../table/mergedCells'
import type { MergedCells, SheetCell, SheetRow } from '../table/sheetTable'
import type { HeaderRow } from './headerRow'

/** What was measured counts once, however many rows its cell is merged over; the others have rules of their own. */
const apart: ReadonlySet<FieldKey> = new Set(['absorbance', 'h2_ppm', 'file', 'technique', 'concentration_ug_mL'])

/**
 * Merged cells of a run sheet below its header: conditions and words count for each of their rows. A concentration does so beside an absorbance
 * (several readings of one standard), else it is itself the reading. A file does where the row says nothing else of where it
 * belongs: the second reading of a file would be lost, that of a run is not. A technique is that of files.
 */
export function withMergedFields(rows: readonly SheetRow[], merged: readonly MergedCells[], header: HeaderRow): readonly SheetRow[] {
  const keys = new Map(header.fields.map(({ index, field }) => [index, field.key]))
  const columns = new Map(header.fields.map(({ index, field }) => [field.key, index]))
  const states = (cells: readonly SheetCell[], key: FieldKey): boolean => (cells[columns.get(key) ?? -1] ?? null) !== null
  const fill = (before: readonly SheetRow[], isMeant: (key: FieldKey | undefined, cells: readonly SheetCell[]) => boolean): readonly SheetRow[] =>
    withMergedCells(before, merged, header.row, (column, cells) => isMeant(keys.get(column), cells))
  const conditions = fill(rows, (key) => key === undefined || !apart.has(key))
  const files = fill(conditions, (key, cells) => key === 'file' && !states(cells, 'run') && !(states(cells, 'catalyst') && states(cells, 'potential_V')))
  return fill(files, (key, cells) => (key === 'technique' && states(cells, 'file')) || (key === 'concentration_ug_mL' && states(cells, 'absorbance')))
}

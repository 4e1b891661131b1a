import type { FieldValues } from '../../shared/metadata/fields'
import type { RunSheetRow, UnreadCell } from '../../shared/readers/reader'
import { sha256Text } from './sha256'
import type { Driver } from './driver'

export interface StoredRow extends RunSheetRow { readonly id: string; readonly fileId: string }

/** What tells one row from another even when rows are inserted above it: an edit in the app stays with its reading. */
const identifying = ['file', 'catalyst', 'technique', 'run', 'role', 'analyte', 'potential_V', 'replicate', 'cycle', 'time_h'] as const satisfies readonly (keyof FieldValues)[]

function identity(fields: FieldValues): string {
  const isStandard = /^(std|standard)/i.test(fields.role ?? '')
  return JSON.stringify([...identifying.map((key) => fields[key] ?? null), isStandard ? (fields.concentration_ug_mL ?? null) : null])
}

/** Of a file whose earlier ones are forgotten (`forgetContents`). */
export function writeSheetRows(driver: Driver, fileId: string, rows: readonly RunSheetRow[]): void {
  const seen = new Map<string, number>()
  for (const row of rows) {
    const key = sha256Text(identity(row.fields)).slice(0, 12)
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    driver.run('INSERT INTO sheetRows VALUES (?, ?, ?, ?, ?)', [`${fileId}#${key}-${count}`, fileId, row.row, JSON.stringify(row.fields), JSON.stringify([...row.tags, ...(row.unread ?? [])])])
  }
}

export const readSheetRows = (driver: Driver, fileId?: string): StoredRow[] =>
  driver
    .all<{ id: string; fileId: string; row: number; fields: string; tags: string }>(
      `SELECT id, fileId, row, fields, tags FROM sheetRows${fileId === undefined ? '' : ' WHERE fileId = ?'} ORDER BY fileId, row`, fileId === undefined ? [] : [fileId])
    .map(({ fields, tags, ...rest }) => ({ ...rest, fields: JSON.parse(fields) as FieldValues, ...kept(JSON.parse(tags) as readonly KeptCell[]) }))

type KeptCell = StoredRow['tags'][number] | UnreadCell
const isUnread = (cell: KeptCell): cell is UnreadCell => 'field' in cell

/** Cells that are no field, and those of a field that could not be read, stand in one list; rows of earlier programs have none of the second kind. */
function kept(cells: readonly KeptCell[]): Pick<StoredRow, 'tags' | 'unread'> {
  const unread = cells.filter(isUnread)
  return { tags: cells.filter((cell) => !isUnread(cell)), ...(unread.length > 0 ? { unread } : {}) }
}

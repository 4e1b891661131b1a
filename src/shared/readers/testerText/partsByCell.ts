import type { ScannedRecords } from '../batteryText/scanRecords'
import type { TesterHeader } from './testerColumn'

/** Columns that say of which cell a row is. */
const ofCell = new Set(['test', 'cell', 'testid', 'channelid'])

export interface CellPart { readonly title: string; readonly scanned: ScannedRecords }

/** The rows of every cell by themselves: those of two cells would make one curve of both. A file of one cell is one part without a title. */
export function partsByCell(headers: readonly TesterHeader[], scanned: ScannedRecords): CellPart[] {
  const keys = headers.flatMap(({ base }, at) => (ofCell.has(base) && scanned.columns[at]!.some((value) => !Object.is(value, scanned.columns[at]![0])) ? [at] : []))
  if (keys.length === 0) return [{ title: '', scanned }]
  const rows = new Map<string, number[]>()
  for (let row = 0; row < scanned.rows; row += 1) {
    const title = keys.map((at) => `${headers[at]!.name} ${scanned.labels[at]?.[scanned.columns[at]![row]!] ?? scanned.columns[at]![row]}`).join(', ')
    const own = rows.get(title)
    if (own) own.push(row)
    else rows.set(title, [row])
  }
  return [...rows].map(([title, own]) => ({
    title,
    scanned: { ...scanned, rows: own.length, columns: scanned.columns.map((values) => Float64Array.from(own, (row) => values[row]!)) }
  }))
}

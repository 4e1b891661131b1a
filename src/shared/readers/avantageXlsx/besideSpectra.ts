import type { NamedValue } from '../../measurement'
import type { SheetCell, SheetTable } from '../table/sheetTable'

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const textOf = (cell: SheetCell | undefined): string => (typeof cell === 'string' ? cell.trim() : '')

/** '22:56:55  Thursday, November 14, 2024'. */
export function avantageDate(text: string): string | null {
  const match = /^(\d{2}:\d{2}:\d{2})\s{1,4}[A-Za-z]{3,12},\s{1,2}([A-Za-z]{3,12})\s{1,2}(\d{1,2}),\s{1,2}(\d{4})$/.exec(text.trim())
  const month = match ? months.indexOf(match[2]!.toLowerCase()) : -1
  return match && month >= 0 ? `${match[4]}-${String(month + 1).padStart(2, '0')}-${match[3]!.padStart(2, '0')}T${match[1]}` : null
}

/** When the file was exported, as the sheet Titles says it. */
export function exportDate(sheets: readonly SheetTable[]): string | null {
  for (const { name, rows } of sheets) {
    if (name !== 'Titles') continue
    for (const { cells } of rows.slice(0, 5)) if (avantageDate(textOf(cells[0])) !== null) return avantageDate(textOf(cells[0]))
  }
  return null
}

/** Tables of fitted or found peaks as settings: 'Quantifications, C1s C-C: Atomic %'. */
export function peakSettings(sheets: readonly SheetTable[]): NamedValue[] {
  return sheets.filter(({ name }) => name === 'Quantifications' || name === 'Peak Table').flatMap(({ name: sheet, rows }) => {
    const headerAt = rows.findIndex(({ cells }) => textOf(cells[1]) === 'Name')
    const header = rows[headerAt]?.cells ?? []
    return headerAt < 0 ? [] : rows.slice(headerAt + 1).flatMap(({ cells }) => header.flatMap((label, c) => {
      const value = cells[c] ?? null
      return c < 2 || value === null || textOf(label) === '' ? [] : [{ name: `${sheet}, ${textOf(cells[1])}: ${textOf(label)}`, value }]
    }))
  })
}

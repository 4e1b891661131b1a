import type { FigureTable, TableCell } from './figureTable'

/** Tab-separated for the clipboard: numbers with a dot and all their digits, texts on one line. */
export function tsv(table: FigureTable): string {
  return [table.header, ...table.rows].map((row) => row.map(tsvCell).join('\t')).join('\n')
}

/** A text that a spreadsheet would take for a formula is led by an apostrophe. */
function tsvCell(cell: TableCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = cell.replace(/[\t\r\n]+/g, ' ')
  return /^[=+@-]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
}

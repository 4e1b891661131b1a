import type { SheetCell, SheetTable } from '../table/sheetTable'

const textOf = (cell: SheetCell): string => (cell === null ? '' : String(cell).replace(/[\t\r\n]+/g, ' ').trim())

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length
  while (end > 0 && cells[end - 1] === '') end -= 1
  return cells.slice(0, end)
}

/**
 * A sheet as the text that its instrument would have written: a line for every row of the sheet, tabs between the cells. An empty cell at
 * the end of a row is not in the sheet but is in a table: lines of several cells are as wide as the widest row of numbers.
 */
export function sheetText({ rows }: SheetTable): string {
  const lines: (readonly string[])[] = []
  let width = 0
  for (const { row, cells } of rows) {
    while (lines.length < row - 1) lines.push([])
    const line = withoutEmptyEnd(cells.map(textOf))
    if (cells.filter((cell) => typeof cell === 'number').length >= 2) width = Math.max(width, line.length)
    lines.push(line)
  }
  return lines.map((cells) => (cells.length < 2 ? cells : [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')]).join('\t') + '\n').join('')
}

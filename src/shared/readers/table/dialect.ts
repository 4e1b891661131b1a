import { parseDecimal } from '../text/parseDecimal'

/** How a text separates its cells and writes its decimals. */
export interface Dialect {
  readonly separator: '\t' | ';' | ',' | ' '
  readonly decimal: '.' | ','
}

/** In the order in which equals are preferred. A comma cannot be both. */
export const dialects: readonly Dialect[] = [
  { separator: '\t', decimal: '.' },
  { separator: '\t', decimal: ',' },
  { separator: ';', decimal: '.' },
  { separator: ';', decimal: ',' },
  { separator: ',', decimal: '.' },
  { separator: ' ', decimal: '.' },
  { separator: ' ', decimal: ',' }
]

/** Cells of one line without the blanks around them; quotation marks may hold the separator. */
export function splitCells(line: string, separator: Dialect['separator']): string[] {
  if (line.includes('"')) return quotedCells(line, separator)
  if (separator === ' ') {
    const text = line.trim()
    return text === '' ? [] : text.split(/\s+/)
  }
  return line.split(separator).map((cell) => cell.trim())
}

function quotedCells(line: string, separator: Dialect['separator']): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && (letter === separator || (separator === ' ' && letter === '\t'))) {
      if (separator !== ' ' || cell !== '') cells.push(cell.trim())
      cell = ''
    } else cell += letter
  }
  if (separator !== ' ' || cell !== '') cells.push(cell.trim())
  return cells
}

export type CellKind = 'number' | 'empty' | 'text'

/** What instruments print where they have no number. */
const noNumber: ReadonlySet<string> = new Set(
  ['', ...'nan n/a #n/a na - -- --- ---- null inf -inf +inf infinity overflow ovrflw over 1.#inf -1.#ind 1.#qnan ****'.split(' ')]
)

export function cellKind(cell: string, decimal: Dialect['decimal']): CellKind {
  if (!Number.isNaN(parseDecimal(cell, decimal))) return 'number'
  return noNumber.has(cell.toLowerCase()) ? 'empty' : 'text'
}

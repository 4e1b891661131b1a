import { cellKind, dialects, splitCells, type CellKind, type Dialect } from './dialect'

export interface TableLayout {
  readonly dialect: Dialect
  /** What each column of the table's rows holds. */
  readonly kinds: readonly CellKind[]
}

/** A table has two columns of numbers and three rows at least; less is a coincidence of a text. */
const minimumNumberColumns = 2
export const minimumRows = 3

const sampledLines = 300
const letterOf = { number: 'n', empty: 'e', text: 't' } as const
const kindOf = new Map<string, CellKind>([
  ['n', 'number'],
  ['e', 'empty'],
  ['t', 'text']
])

/** Beginning, middle and end: a long header must not hide the table, nor a long table the time to find it. */
function sample(lines: readonly string[]): readonly string[] {
  if (lines.length <= 3 * sampledLines) return lines
  const middle = Math.floor(lines.length / 2)
  return [...lines.slice(0, sampledLines), ...lines.slice(middle, middle + sampledLines), ...lines.slice(-sampledLines)]
}

interface Candidate {
  readonly dialect: Dialect
  readonly pattern: string
  readonly rows: number
  readonly texts: number
  readonly numbers: number
}

/** Two rows of one table: every cell of the same kind, or empty in one of them. */
const areAlike = (a: string, b: string): boolean =>
  a.length === b.length && [...a].every((letter, i) => letter === b[i] || letter === 'e' || b[i] === 'e')
const joined = (a: string, b: string): string => [...a].map((letter, i) => (letter === 'e' ? b[i]! : letter)).join('')

const triedPatterns = 20

function mostFrequentRow(lines: readonly string[], dialect: Dialect): Candidate | null {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const pattern = splitCells(line, dialect.separator)
      .map((cell) => letterOf[cellKind(cell, dialect.decimal)])
      .join('')
    if (pattern.includes('n')) counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  }
  const frequent = [...counts].sort(([, a], [, b]) => b - a).slice(0, triedPatterns)
  let best: Candidate | null = null
  for (const [seed] of frequent) {
    let pattern = seed
    let rows = 0
    for (const [other, count] of frequent) {
      if (!areAlike(pattern, other)) continue
      pattern = joined(pattern, other)
      rows += count
    }
    const numbers = pattern.split('n').length - 1
    if (numbers >= minimumNumberColumns && rows > (best?.rows ?? 0)) best = { dialect, pattern, rows, numbers, texts: pattern.split('t').length - 1 }
  }
  return best
}

/** The dialect under which most lines are rows of the same make; null: no table of numbers. */
export function tableLayout(lines: readonly string[]): TableLayout | null {
  const few = sample(lines)
  let best: Candidate | null = null
  for (const dialect of dialects) {
    const found = mostFrequentRow(few, dialect)
    if (!found || found.rows < minimumRows) continue
    const isBetter =
      !best ||
      found.rows > best.rows ||
      (found.rows === best.rows && (found.texts < best.texts || (found.texts === best.texts && found.numbers > best.numbers)))
    if (isBetter) best = found
  }
  return best && { dialect: best.dialect, kinds: [...best.pattern].map((letter) => kindOf.get(letter) ?? 'text') }
}

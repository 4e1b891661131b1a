import { parseDecimal } from '../text/parseDecimal'
import { cellKind, splitCells } from './dialect'
import { minimumRows, tableLayout, type TableLayout } from './tableLayout'

/** One column of a table: numbers, or texts where no cell is a number. */
export interface BlockColumn {
  readonly values: Float64Array
  readonly labels?: readonly string[]
}

export interface NumberBlock {
  readonly layout: TableLayout
  /** Lines of the table: first … end − 1, counted from 0. */
  readonly first: number
  readonly end: number
  readonly columns: readonly BlockColumn[]
  /** Lines within the table that are none of its rows. */
  readonly skipped: readonly number[]
  /** Rows of the same make outside the table. */
  readonly rowsElsewhere: number
}

/** A remark or an empty line may stand between two rows; more than two lines end the table. */
const longestGap = 2

/** The cells of a row of the table, or null: another number of cells, or words where the table has numbers. */
function rowCells(line: string, { dialect, kinds }: TableLayout): string[] | null {
  const cells = splitCells(line, dialect.separator)
  if (cells.length !== kinds.length) return null
  let numbers = 0
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] === 'text') continue
    const kind = cellKind(cells[i]!, dialect.decimal)
    if (kind === 'text') return null
    if (kind === 'number') numbers++
  }
  return numbers > 0 ? cells : null
}

interface Run {
  first: number
  end: number
  rows: string[][]
  skipped: number[]
}

/** The longest stretch of rows of the same make. */
export function numberBlock(lines: readonly string[], layout = tableLayout(lines)): NumberBlock | null {
  if (!layout) return null
  const runs: Run[] = []
  let run: Run | null = null
  let gap: number[] = []
  for (const [i, line] of lines.entries()) {
    const cells = rowCells(line, layout)
    if (!cells) {
      if (run) gap.push(i)
      continue
    }
    if (run && gap.length <= longestGap) {
      run.skipped.push(...gap.filter((at) => lines[at]!.trim() !== ''))
      run.rows.push(cells)
      run.end = i + 1
    } else runs.push((run = { first: i, end: i + 1, rows: [cells], skipped: [] }))
    gap = []
  }
  const best = runs.reduce<Run | null>((longest, other) => (longest && longest.rows.length >= other.rows.length ? longest : other), null)
  if (!best || best.rows.length < minimumRows) return null
  const { first, end, rows, skipped } = best
  return {
    layout,
    first,
    end,
    skipped,
    columns: columnsOf(rows, layout),
    rowsElsewhere: runs.reduce((sum, other) => sum + other.rows.length, 0) - rows.length
  }
}

function columnsOf(rows: readonly (readonly string[])[], { dialect, kinds }: TableLayout): BlockColumn[] {
  return kinds.map((kind, column): BlockColumn => {
    if (kind !== 'text') return { values: Float64Array.from(rows, (cells) => parseDecimal(cells[column]!, dialect.decimal)) }
    const seen = new Map<string, number>()
    const values = Float64Array.from(rows, (cells) => {
      const text = cells[column]!
      if (text === '') return NaN
      const known = seen.get(text)
      if (known === undefined) seen.set(text, seen.size)
      return known ?? seen.size - 1
    })
    return { values, labels: [...seen.keys()] }
  })
}

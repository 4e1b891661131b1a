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
  readonly rows: number
  readonly columns: readonly BlockColumn[]
  /** Lines within the table that are none of its rows. */
  readonly skipped: readonly number[]
}

/** A remark or an empty line may stand between two rows; more than two lines end the table, and so does one behind which a rising (or falling) first column begins anew. */
const longestGap = 2

/** Collects rows; texts are kept as indices into a list of the different ones. */
class Growing {
  readonly skipped: number[] = []
  rows = 0
  private readonly columns: number[][]
  private readonly labels: Map<string, number>[]

  /** Whether the first column only rose (1) or only fell (−1) so far; 0: neither. */
  private direction = NaN

  constructor(private readonly layout: TableLayout, readonly first: number, public end = first) {
    this.columns = layout.kinds.map(() => [])
    this.labels = layout.kinds.map(() => new Map<string, number>())
  }

  add(cells: readonly string[], numbers: readonly number[], line: number): void {
    this.layout.kinds.forEach((kind, i) => this.columns[i]!.push(kind === 'text' ? this.labelOf(cells[i]!, this.labels[i]!) : numbers[i]!))
    this.turn()
    this.rows++
    this.end = line + 1
  }

  private turn(): void {
    const x = this.columns[0]!
    const step = this.layout.kinds[0] === 'text' || x.length < 2 ? NaN : Math.sign(x.at(-1)! - x.at(-2)!)
    if (x.length >= 2) this.direction = Number.isNaN(this.direction) || this.direction === step ? step || 0 : 0
  }

  /** Whether `x` would begin the column again. */
  beginsAnew(x: number): boolean {
    return this.rows >= minimumRows && this.direction !== 0 && (x - this.columns[0]![0]!) * this.direction <= 0
  }

  private labelOf(text: string, seen: Map<string, number>): number {
    if (text === '') return NaN
    const known = seen.get(text) ?? seen.size
    seen.set(text, known)
    return known
  }

  block(): NumberBlock {
    const { layout, first, end, rows, skipped } = this
    const columns = this.columns.map((values, i): BlockColumn =>
      layout.kinds[i] === 'text' ? { values: Float64Array.from(values), labels: [...this.labels[i]!.keys()] } : { values: Float64Array.from(values) }
    )
    return { layout, first, end, rows, skipped, columns }
  }
}

/** The numbers of a row of the table (NaN for a text), or null: another number of cells, or words where the table has numbers. */
function rowNumbers(cells: readonly string[], { dialect, kinds }: TableLayout): number[] | null {
  if (cells.length !== kinds.length) return null
  const numbers: number[] = []
  let filled = 0
  for (let i = 0; i < kinds.length; i++) {
    const value = kinds[i] === 'text' ? NaN : parseDecimal(cells[i]!, dialect.decimal)
    if (!Number.isNaN(value)) filled++
    else if (kinds[i] !== 'text' && cellKind(cells[i]!, dialect.decimal) === 'text') return null
    numbers.push(value)
  }
  return filled > 0 ? numbers : null
}

/** Names of columns begin another table; a remark does not. */
function isHeader(line: string, { dialect, kinds }: TableLayout): boolean {
  const cells = splitCells(line, dialect.separator)
  return !/^\s*[#%!]/.test(line) && cells.length === kinds.length && cells.every((cell) => cellKind(cell, dialect.decimal) === 'text')
}

/** Every stretch of rows of the same make, three rows at least, and how many rows stand alone. */
export function numberBlocks(lines: readonly string[], layout = tableLayout(lines)): { blocks: readonly NumberBlock[]; looseRows: number } {
  if (!layout) return { blocks: [], looseRows: 0 }
  const runs: Growing[] = []
  let run: Growing | null = null
  let gap: number[] = []
  for (const [i, line] of lines.entries()) {
    const cells = splitCells(line, layout.dialect.separator)
    const numbers = rowNumbers(cells, layout)
    if (!numbers) {
      if (run) gap.push(i)
      continue
    }
    const isSame: boolean = run !== null && gap.length <= longestGap && !gap.some((at) => isHeader(lines[at]!, layout)) && !(gap.some((at) => lines[at]!.trim() !== '') && run.beginsAnew(numbers[0]!))
    if (run && isSame) run.skipped.push(...gap.filter((at) => lines[at]!.trim() !== ''))
    else runs.push((run = new Growing(layout, i)))
    run.add(cells, numbers, i)
    gap = []
  }
  const tables = runs.filter(({ rows }) => rows >= minimumRows)
  return { blocks: tables.map((table) => table.block()), looseRows: runs.reduce((sum, { rows }) => sum + (rows < minimumRows ? rows : 0), 0) }
}

/** The longest of them, the first of equals. */
export const longestBlock = (blocks: readonly NumberBlock[]): NumberBlock | null =>
  blocks.reduce<NumberBlock | null>((longest, other) => (longest && longest.rows >= other.rows ? longest : other), null)

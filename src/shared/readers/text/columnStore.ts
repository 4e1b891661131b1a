import type { Column } from '../../measurement'
import { ReadError } from '../reader'
import { evenColumn, fillEven, isEven, keptEven, type EvenColumn } from './evenColumn'

const sampledBytes = 8192
const LF = 10
const CR = 13
/** A cell takes two bytes at least, so this is room for rows that are mostly empty. */
const cellsAByte = 2
const cellsOfAnyFile = 4_000_000
/** Rows that are read before they go into their columns: few enough to stay in the processor's cache. */
const rowsAtOnce = 2048
/** From here on a column of even steps is handed on as these: new memory takes longer than the reading of what goes into it. */
const longFrom_rows = 65_536

function lineEnds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let i = Math.max(1, from); i < to; i += 1) if ((bytes[i] === LF || bytes[i] === CR) && bytes[i - 1] !== LF && bytes[i - 1] !== CR) count += 1
  return count
}

/** Rows from a byte on, as far as beginning, middle and end tell. */
function likelyRows(bytes: Uint8Array, from: number): number {
  const size = bytes.length - from
  if (size <= 3 * sampledBytes) return lineEnds(bytes, from, bytes.length) + 1
  const starts = [from, from + Math.floor(size / 2), bytes.length - sampledBytes]
  const found = starts.reduce((sum, start) => sum + lineEnds(bytes, start, start + sampledBytes), 0)
  return Math.ceil((size / (3 * sampledBytes)) * found * 1.02) + 16
}

/** A column is either all of its rows so far, or the even steps that they go in. */
type Kept = { even: EvenColumn; values: null } | { even: null; values: Float64Array }

/** The columns of a table while it is read: some rows at a time are gathered in `gathered`, `keep` puts them to the others. */
export class ColumnStore {
  readonly gathered: readonly Float64Array[]
  /** Rows that `gathered` has room for. */
  readonly room: number
  private rows = 0
  private capacity: number
  private kept: Kept[] = []
  private readonly mostCells: number

  constructor(bytes: Uint8Array, from: number, private readonly width: number) {
    this.mostCells = cellsOfAnyFile + cellsAByte * Math.max(0, bytes.length - from)
    this.capacity = Math.max(1, Math.min(likelyRows(bytes, from), Math.floor(this.mostCells / Math.max(1, width))))
    this.room = Math.min(rowsAtOnce, this.capacity)
    this.gathered = Array.from({ length: width }, () => new Float64Array(this.room))
  }

  /** Takes the first `count` gathered rows; the next ones are gathered from the beginning again. */
  keep(count: number): void {
    const rows = this.rows + count
    if (this.rows === 0) this.kept = this.gathered.map((values) => this.beginning(values, count))
    if (rows > this.capacity) this.grow(rows)
    for (const [i, values] of this.gathered.entries()) {
      let column = this.kept[i]!
      if (column.even) {
        if (isEven(column.even, values, this.rows, count)) continue
        column = { even: null, values: fillEven(column.even, new Float64Array(this.capacity), this.rows) }
        this.kept[i] = column
      }
      column.values!.set(count === this.room ? values : values.subarray(0, count), this.rows)
    }
    this.rows = rows
  }

  private beginning(values: Float64Array, count: number): Kept {
    const even = count > 1 && this.capacity >= longFrom_rows ? evenColumn(values[0]!, values[1]!) : null
    return even ? { even, values: null } : { even: null, values: new Float64Array(this.capacity) }
  }

  private grow(rows: number): void {
    this.capacity = Math.ceil(Math.max(rows, this.capacity * 1.5)) + 16
    if (this.capacity * this.width > 2 * this.mostCells) {
      throw new ReadError(`The table names ${this.width} columns, but its rows hold hardly any of them; export the file again.`)
    }
    for (const column of this.kept) {
      if (!column.values) continue
      const larger = new Float64Array(this.capacity)
      larger.set(column.values.subarray(0, this.rows))
      column.values = larger
    }
  }

  /** Each column as its reader may hand it on: a long one of even steps as these, but for those of which every row is needed. */
  columns(isNeeded: (column: number) => boolean): Pick<Column, 'values' | 'repeats'>[] {
    if (this.rows === 0) return this.gathered.map(() => ({ values: new Float64Array(0) }))
    // Room at the end that was never written to costs less than a copy.
    const isTight = this.capacity <= this.rows * 1.5
    return this.kept.map(({ even, values }, i) => {
      if (values) return { values: isTight ? values.subarray(0, this.rows) : values.slice(0, this.rows) }
      return this.rows < longFrom_rows || isNeeded(i) ? { values: fillEven(even, new Float64Array(this.rows), this.rows) } : keptEven(even, this.rows)
    })
  }
}

import { ReadError } from '../reader'

const sampledBytes = 8192
const LF = 10
const CR = 13
/** A cell takes two bytes at least, so this is room for rows that are mostly empty. */
const cellsAByte = 2
const cellsOfAnyFile = 4_000_000

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

/** The columns of a table while it is read: typed arrays that grow together. */
export class ColumnStore {
  columns: Float64Array[]
  capacity: number
  private readonly mostCells: number

  constructor(bytes: Uint8Array, from: number, private readonly width: number) {
    this.mostCells = cellsOfAnyFile + cellsAByte * Math.max(0, bytes.length - from)
    this.capacity = Math.max(1, Math.min(likelyRows(bytes, from), Math.floor(this.mostCells / Math.max(1, width))))
    this.columns = Array.from({ length: width }, () => new Float64Array(this.capacity))
  }

  /** Room for one row more. */
  grow(): void {
    this.capacity = Math.ceil(this.capacity * 1.5) + 16
    if (this.capacity * this.width > 2 * this.mostCells) {
      throw new ReadError(`The table names ${this.width} columns, but its rows hold hardly any of them; export the file again.`)
    }
    for (let i = 0; i < this.width; i += 1) {
      const larger = new Float64Array(this.capacity)
      larger.set(this.columns[i]!)
      this.columns[i] = larger
    }
  }

  /** Room at the end that was never written to costs less than a copy. */
  first(rows: number): Float64Array[] {
    const isTight = this.capacity <= rows * 1.5
    return this.columns.map((column) => (isTight ? column.subarray(0, rows) : column.slice(0, rows)))
  }
}

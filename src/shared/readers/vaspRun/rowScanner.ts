import { scanNumber, type ScannedNumber } from '../text/scanNumber'

const [LESS, GREATER, SPACE, POINT, MINUS, ZERO, NINE] = [60, 62, 32, 46, 45, 48, 57]
const powersOfTen = Float64Array.from({ length: 16 }, (_, n) => Number(`1e${n}`))

/** Reads '<r> 1.0 2.0 </r>' rows straight from bytes; `at` moves along. */
export class RowScanner {
  at: number
  /** Values that were no numbers ('****'); they are NaN. */
  damaged = 0
  private readonly number: ScannedNumber = { value: NaN, end: 0 }

  constructor(
    private readonly bytes: Uint8Array,
    at: number,
    private readonly end: number
  ) {
    this.at = at
  }

  /** How many rows follow, without reading them. */
  countRows(): number {
    const { bytes, end } = this
    let rows = 0
    let at = this.nextTag(this.at)
    while (at < end && isRow(bytes, at)) {
      at = this.nextTag(at + 3)
      if (at >= end || bytes[at + 1] !== 47) break
      rows++
      at = this.nextTag(at + 4)
    }
    return rows
  }

  /** Reads one row into `row` of the columns (null: not kept); returns how many values it held, −1 where no whole row follows. */
  readRow(columns: readonly (Float64Array | null)[], row: number): number {
    const { bytes, end } = this
    const start = this.nextTag(this.at)
    if (start >= end || !isRow(bytes, start)) return -1
    let at = start + 3
    let count = 0
    for (;;) {
      while (at < end && bytes[at]! <= SPACE) at++
      if (at >= end) return -1
      if (bytes[at] === LESS) break
      at = this.value(at)
      const column = columns[count++]
      if (column) column[row] = this.number.value
    }
    while (at < end && bytes[at] !== GREATER) at++
    if (at >= end) return -1
    this.at = at + 1
    return count
  }

  private nextTag(from: number): number {
    let at = from
    while (at < this.end && this.bytes[at] !== LESS) at++
    return at
  }

  /** Plain decimals, which is what VASP prints, are read here; anything else by the general scanner. */
  private value(from: number): number {
    const { bytes, number, end } = this
    let at = from
    const isNegative = bytes[at] === MINUS
    if (isNegative) at++
    const first = at
    let digits = 0
    let byte = bytes[at]!
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) digits = digits * 10 + byte - ZERO
    const point = at
    if (byte === POINT) for (byte = bytes[++at]!; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) digits = digits * 10 + byte - ZERO
    if ((byte === SPACE || byte === LESS) && at - first < 16 && at > first && at <= end) {
      const decimals = at > point ? at - point - 1 : 0
      const size = digits / powersOfTen[decimals]!
      number.value = isNegative ? -size : size
      return at
    }
    scanNumber(bytes, from, end, POINT, number)
    const next = bytes[number.end]
    if (number.end > from && (next === undefined || next <= SPACE || next === LESS || next === MINUS)) return number.end
    number.value = NaN
    this.damaged++
    at = from
    while (at < end && bytes[at]! > SPACE && bytes[at] !== LESS) at++
    return Math.max(at, from + 1)
  }
}

const isRow = (bytes: Uint8Array, at: number): boolean => bytes[at] === LESS && bytes[at + 1] === 114 && bytes[at + 2] === GREATER

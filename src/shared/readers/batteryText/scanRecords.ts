import { LabelColumn } from '../text/labelColumn'
import { decimalByte, scanNumber, type ScannedNumber } from '../text/scanNumber'
import { nextLine } from '../text/startOfText'
import { scanClock } from './scanClock'

const [TAB, LF, CR, BLANK, QUOTE, MINUS, ZERO, NINE] = [9, 10, 13, 32, 34, 45, 48, 57]

export interface RecordOptions {
  /** Cells of a record, counted without the empty ones in front. */ readonly width: number
  readonly separator: number
  readonly decimal: '.' | ','
  /** Empty cells in front of a record: its level in a nested table. */ readonly level: number
  /** Columns in which '0:01:30.5' is a time. */ readonly clocks: readonly boolean[]
  /** A line that is no record, and the number of records before it; true: the lines behind it are no records either, until it says so. */
  readonly onOther: (line: Uint8Array, rows: number) => boolean
}

export interface ScannedRecords {
  readonly columns: readonly Float64Array[]
  /** Texts of a column that holds text; its values are indices into them, NaN for an empty cell. */
  readonly labels: readonly (readonly string[] | undefined)[]
  /** Columns whose cells were times of day and are now seconds. */ readonly isClock: readonly boolean[]
  readonly rows: number
  /** Cells of number columns that hold something else; they are NaN. */ readonly damaged: number
  readonly short: number
  readonly wider: number
  /** The file ends within a record, which was left out. */ readonly isCutOff: boolean
}

/** Records from a byte on, straight into typed arrays; lines of other levels go to `onOther`. */
export function scanRecords(bytes: Uint8Array, start: number, { width, separator, decimal, level, clocks, onOther }: RecordOptions): ScannedRecords {
  const comma = decimalByte(decimal)
  const number: ScannedNumber = { value: NaN, end: 0 }
  let capacity = Math.max(64, Math.ceil((bytes.length - start) / Math.max(8, width * 4)))
  let columns = Array.from({ length: width }, () => new Float64Array(capacity))
  const texts: (LabelColumn | undefined)[] = Array.from({ length: width })
  const isNumber = new Uint8Array(width)
  const isClock: boolean[] = clocks.map(() => false)
  let [rows, damaged, short, wider, isCutOff, isPaused] = [0, 0, 0, 0, false, false]
  let fewest = Infinity
  let shortestLast = Infinity
  for (let line = start; line < bytes.length;) {
    const next = nextLine(bytes, line)
    let end = next
    while (end > line && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end -= 1
    const isLastOpen = end === next
    let at = line
    line = next
    if (end === at) continue
    const first = isPaused ? -1 : recordStart(bytes, at, end, separator, level)
    if (first < 0) {
      isPaused = onOther(bytes.subarray(at, end), rows)
      continue
    }
    at = first
    if (rows === capacity) {
      capacity *= 2
      columns = columns.map((column) => {
        const larger = new Float64Array(capacity)
        larger.set(column)
        return larger
      })
    }
    let [cell, last, damagedHere, extra] = [0, 0, 0, 0]
    for (; at <= end; cell += 1) {
      let to = at
      let from = at
      if (bytes[at] === QUOTE) {
        from = at + 1
        to = bytes.indexOf(QUOTE, from)
        if (to < 0 || to > end) to = end
        at = to
        while (at < end && bytes[at] !== separator) at += 1
      } else {
        while (to < end && bytes[to] !== separator) to += 1
        at = to
      }
      at += 1
      while (from < to && (bytes[from] === BLANK || (bytes[from] === TAB && separator !== TAB))) from += 1
      while (to > from && bytes[to - 1] === BLANK) to -= 1
      last = to - from
      if (cell >= width) {
        if (last > 0) extra = 1
        continue
      }
      const values = columns[cell]!
      values[rows] = NaN
      if (last === 0) continue
      scanNumber(bytes, from, to, comma, number)
      if (number.end === to && !texts[cell]) {
        values[rows] = number.value
        isNumber[cell] = 1
        continue
      }
      const clock_s = clocks[cell] ? scanClock(bytes, from, to) : NaN
      if (!Number.isNaN(clock_s)) {
        values[rows] = clock_s
        isClock[cell] = true
        isNumber[cell] = 1
      } else if (isNumber[cell] === 1) damagedHere += last === 1 && bytes[from] === MINUS ? 0 : 1
      else values[rows] = (texts[cell] ??= new LabelColumn()).indexOf(new TextDecoder().decode(bytes.subarray(from, to)))
    }
    // A file may have been cut off and still end its last line.
    const isShort = Math.min(cell, width) < (rows > 0 ? fewest : width)
    if (next >= bytes.length && ((isShort && (isLastOpen || rows > 0)) || (isLastOpen && rows > 0 && last < shortestLast))) {
      isCutOff = true
      break
    }
    for (let k = cell; k < width; k += 1) columns[k]![rows] = NaN
    if (cell < width) short += 1
    wider += extra
    damaged += damagedHere
    // An empty cell behind the last name is none: the last row may lack it.
    fewest = Math.min(fewest, cell, width)
    shortestLast = Math.min(shortestLast, last)
    rows += 1
  }
  return {
    columns: columns.map((column) => column.slice(0, rows)),
    labels: texts.map((label) => label?.labels),
    isClock,
    rows,
    damaged,
    short,
    wider,
    isCutOff
  }
}

/** Where the record's first cell begins, or −1: the cells in front must be empty and the first must begin with a digit. */
function recordStart(bytes: Uint8Array, from: number, end: number, separator: number, level: number): number {
  let at = from
  for (let k = 0; k < level; k += 1) {
    if (bytes[at] === QUOTE && bytes[at + 1] === QUOTE) at += 2
    while (at < end && bytes[at] === BLANK) at += 1
    if (at >= end || bytes[at] !== separator) return -1
    at += 1
  }
  let digit = at
  while (digit < end && (bytes[digit] === BLANK || bytes[digit] === QUOTE)) digit += 1
  const code = bytes[digit]
  return digit < end && code !== undefined && code >= ZERO && code <= NINE ? at : -1
}

import { decimalByte, scanNumber, type ScannedNumber } from './scanNumber'

export interface TableOptions {
  /** Cells a row should have. */
  readonly width: number
  /** 'tab': one tab between cells, a cell may be empty or text. 'loose': any run of blanks, tabs and (unless it is the decimal) commas. */
  readonly separator: 'tab' | 'loose'
  readonly decimal: '.' | ','
  /** The table ends before the first row that does not begin with this byte (Gamry: a tab). */
  readonly rowStart?: number
}

export interface ScannedTable {
  readonly columns: readonly Float64Array[]
  /** Texts of a column that holds text; its values are indices into them. */
  readonly labels: readonly (readonly string[] | undefined)[]
  readonly rows: number
  readonly end: number
  /** Cells that hold neither a number nor belong to a text column; they are NaN. */
  readonly damaged: number
  /** Rows with fewer or more cells than the header, and the first of them (0-based row). */
  readonly uneven: number
  readonly firstUneven: number
  /** The file ends within a row, which was left out. */
  readonly isCutOff: boolean
}

const [TAB, LF, CR, BLANK, COMMA] = [9, 10, 13, 32, 44]

/** Rows of numbers from a byte on, straight into typed arrays: no line and no cell of a number column becomes a string. */
export function scanTable(bytes: Uint8Array, start: number, options: TableOptions): ScannedTable {
  const { width, separator, rowStart } = options
  const decimal = decimalByte(options.decimal)
  const isTab = separator === 'tab'
  const commaSeparates = !isTab && decimal !== COMMA
  const limit = bytes.length
  let capacity = Math.max(64, Math.min(1 << 22, Math.ceil((limit - start) / Math.max(8, width * 6))))
  let columns = Array.from({ length: width }, () => new Float64Array(capacity))
  const texts: (LabelColumn | undefined)[] = Array.from({ length: width })
  const number: ScannedNumber = { value: NaN, end: 0 }
  const lastCells = new Int32Array(50).fill(1 << 30)
  let [at, rows, damaged, uneven, firstUneven] = [start, 0, 0, 0, -1]
  let isCutOff = false
  while (at < limit) {
    while (at < limit && (bytes[at] === LF || bytes[at] === CR)) at += 1
    if (at >= limit) break
    const rowAt = at
    if (rowStart !== undefined) {
      if (bytes[at] !== rowStart) break
      at += 1
    }
    if (rows === capacity) {
      capacity *= 2
      columns = columns.map((column) => { const larger = new Float64Array(capacity); larger.set(column); return larger })
    }
    let cell = 0
    let lastLength = 0
    let isNumberRow = false
    for (;;) {
      if (isTab) while (at < limit && bytes[at] === BLANK) at += 1
      else while (at < limit && (bytes[at] === BLANK || bytes[at] === TAB || (commaSeparates && bytes[at] === COMMA))) at += 1
      const cellAt = at
      if (at >= limit || bytes[at] === LF || bytes[at] === CR) {
        if (isTab && cell < width && cell > 0 && bytes[at - 1] === TAB) {
          columns[cell]![rows] = texts[cell]?.push('') ?? NaN
          cell += 1
          lastLength = 0
        }
        break
      }
      scanNumber(bytes, at, limit, decimal, number)
      let end = number.end
      if (isTab) while (end < limit && bytes[end] === BLANK) end += 1
      const next = bytes[end]
      const isWhole = number.end > at && (end >= limit || next === LF || next === CR || next === TAB || (!isTab && (next === BLANK || (commaSeparates && next === COMMA))))
      if (isWhole && !texts[cell]) {
        if (cell < width) columns[cell]![rows] = number.value
        isNumberRow = true
        at = end
      } else {
        while (at < limit && bytes[at] !== LF && bytes[at] !== CR && bytes[at] !== TAB && (isTab || (bytes[at] !== BLANK && !(commaSeparates && bytes[at] === COMMA)))) at += 1
        if (cell < width) {
          if (rows === 0 && at > cellAt && isTab) texts[cell] ??= new LabelColumn()
          const label = texts[cell]
          columns[cell]![rows] = label ? label.index(bytes, cellAt, at) : NaN
          if (!label && at > cellAt) damaged += 1
        }
      }
      lastLength = at - cellAt
      cell += 1
      if (isTab && bytes[at] === TAB) at += 1
      if (cell > width + 64) break
    }
    if (cell > width + 64) while (at < limit && bytes[at] !== LF && bytes[at] !== CR) at += 1
    if (!isNumberRow && rowStart === undefined) {
      at = rowAt
      break
    }
    // A trailing separator gives one empty cell more.
    const isShort = cell < width
    if (at >= limit && (isShort || (rows > 0 && lastLength < Math.min(...lastCells)))) {
      isCutOff = true
      at = rowAt
      break
    }
    if (isShort || cell > width + 1) {
      uneven += 1
      if (firstUneven < 0) firstUneven = rows
      for (let k = cell; k < width; k += 1) columns[k]![rows] = NaN
    }
    lastCells[rows % lastCells.length] = lastLength
    rows += 1
  }
  return {
    columns: columns.map((column) => column.slice(0, rows)), labels: texts.map((label) => label?.labels), rows, end: at, damaged, uneven, firstUneven, isCutOff
  }
}

/** Distinct texts of a column; the cell before is the likeliest to come again. */
class LabelColumn {
  readonly labels: string[] = []
  private readonly known = new Map<string, number>()
  private last = -1

  index(bytes: Uint8Array, from: number, to: number): number {
    const previous = this.labels[this.last]
    if (previous !== undefined && previous.length === to - from) {
      let i = 0
      while (i < previous.length && previous.charCodeAt(i) === bytes[from + i]) i += 1
      if (i === previous.length) return this.last
    }
    return this.push(new TextDecoder('windows-1252').decode(bytes.subarray(from, to)).trimEnd())
  }

  push(text: string): number {
    const index = this.known.get(text) ?? this.labels.push(text) - 1
    this.known.set(text, index)
    this.last = index
    return index
  }
}

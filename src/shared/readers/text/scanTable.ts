import { everyRow, type Column } from '../../measurement'
import { ColumnStore } from './columnStore'
import { LabelColumn } from './labelColumn'
import { mayBeCut } from './mayBeCut'
import { PlainRows } from './plainRows'
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
  /** Every row of each column. */
  readonly columns: readonly Float64Array[]
  /** The columns as a reader may hand them on: of a long table those that go in even steps are not written out (see Repeats). */
  readonly kept?: readonly Pick<Column, 'values' | 'repeats'>[]
  /** Texts of a column that holds text; its values are indices into them. */
  readonly labels: readonly (readonly string[] | undefined)[]
  readonly rows: number
  readonly end: number
  /** Cells of number columns that hold something else; they are NaN. */
  readonly damaged: number
  /** Rows with fewer or more cells than the header, the first of them (0-based row), and how many have more. */
  readonly uneven: number
  readonly firstUneven: number
  readonly wider: number
  /** The file ends within a row, which was left out. */
  readonly isCutOff: boolean
}

const [TAB, LF, CR, BLANK, COMMA] = [9, 10, 13, 32, 44]
/** How C runtimes write what is no number; a column that begins so is still one of numbers. */
const noNumber = /^[-+]?(?:nan|inf|1[.,]#|-*$)/i
const mostExtraCells = 64
/** After so many rows one after another that are not plain, it is tried with one of so many only. */
const [mostMissed, triedEvery] = [100, 64]

/** Rows of numbers from a byte on, straight into typed arrays: no line and no cell of a number column becomes a string. */
export function scanTable(bytes: Uint8Array, start: number, options: TableOptions): ScannedTable {
  const { width, separator, rowStart } = options
  const decimal = decimalByte(options.decimal)
  const isTab = separator === 'tab'
  const commaSeparates = !isTab && decimal !== COMMA
  const limit = bytes.length
  // Per byte: 1 ends a cell.
  const ends = new Uint8Array(256)
  for (const byte of [TAB, LF, CR, ...(isTab ? [] : [BLANK]), ...(commaSeparates ? [COMMA] : [])]) ends[byte] = 1
  const store = new ColumnStore(bytes, start, width)
  const texts: (LabelColumn | undefined)[] = Array.from({ length: width })
  const number: ScannedNumber = { value: NaN, end: 0 }
  const columns = store.gathered
  // `rows` are all rows so far, `row` is the place of the next among those that are gathered.
  let [at, rows, row, damaged, uneven, firstUneven, wider] = [start, 0, 0, 0, 0, -1, 0]
  let isCutOff = false
  let plain: PlainRows | null = null
  let missed = 0
  let cellsBefore = width
  while (at < limit) {
    if (rows === 1) plain = plainRowsOf(bytes, texts, options)
    if (plain && (missed < mostMissed || rows % triedEvery === 0)) {
      plain.read(at, columns, row, store.room)
      missed = plain.row === row ? missed + 1 : 0
      if (plain.row > row) cellsBefore = width
      at = plain.at
      rows += plain.row - row
      row = plain.row
    }
    if (row === store.room) {
      store.keep(row)
      row = 0
      continue
    }
    while (at < limit && (bytes[at] === LF || bytes[at] === CR)) at += 1
    if (at >= limit) break
    const rowAt = at
    if (rowStart !== undefined) {
      if (bytes[at] !== rowStart) break
      at += 1
    }
    let [cell, lastAt, lastEnd, damagedHere] = [0, 0, 0, 0]
    let isNumberRow = false
    let tailAt = -1
    for (;;) {
      if (cell === plain?.width) tailAt = at
      if (isTab) while (at < limit && bytes[at] === BLANK) at += 1
      else while (at < limit && (bytes[at] === BLANK || bytes[at] === TAB || (commaSeparates && bytes[at] === COMMA))) at += 1
      const cellAt = at
      if (at >= limit || bytes[at] === LF || bytes[at] === CR) {
        if (isTab && cell < width && cell > 0 && bytes[at - 1] === TAB) {
          columns[cell]![row] = texts[cell]?.indexOf('') ?? NaN
          cell += 1
          lastAt = lastEnd = at
        }
        break
      }
      scanNumber(bytes, at, limit, decimal, number)
      let end = number.end
      if (isTab) while (end < limit && bytes[end] === BLANK) end += 1
      if (number.end > at && (end >= limit || ends[bytes[end]!] === 1) && !texts[cell]) {
        if (cell < width) columns[cell]![row] = number.value
        isNumberRow = true
        at = end
      } else {
        while (at < limit && ends[bytes[at]!] === 0) at += 1
        if (cell < width) {
          if (rows === 0 && isTab && at > cellAt && !noNumber.test(String.fromCharCode(...bytes.subarray(cellAt, cellAt + 5)))) {
            texts[cell] ??= new LabelColumn()
          }
          const label = texts[cell]
          columns[cell]![row] = label ? label.index(bytes, cellAt, at) : NaN
          if (!label && at > cellAt) damagedHere += 1
        }
      }
      lastAt = cellAt
      lastEnd = at
      cell += 1
      if (isTab && bytes[at] === TAB) at += 1
      if (cell > width + mostExtraCells) {
        while (at < limit && bytes[at] !== LF && bytes[at] !== CR) at += 1
        break
      }
    }
    if (!isNumberRow && rowStart === undefined) {
      at = rowAt
      break
    }
    const isShort = cell < width
    if (at >= limit && (cell < cellsBefore || (lastEnd === limit && mayBeCut(bytes, start, rowAt, lastAt, limit, ends)))) {
      isCutOff = true
      at = rowAt
      break
    }
    // A separator at the end of the line gives one empty cell more, which is none.
    const isWider = cell > width + (lastEnd === lastAt ? 1 : 0)
    if (isShort || isWider) {
      uneven += 1
      if (isWider) wider += 1
      if (firstUneven < 0) firstUneven = rows
      for (let k = cell; k < width; k += 1) columns[k]![row] = NaN
    }
    if (plain) plain.tailAt = isShort || isWider || damagedHere > 0 ? -1 : tailAt
    damaged += damagedHere
    cellsBefore = Math.min(cell, width)
    rows += 1
    row += 1
  }
  store.keep(row)
  const kept = store.columns((i) => texts[i] !== undefined)
  let written: readonly Float64Array[] | undefined
  return {
    get columns() { return (written ??= kept.map(everyRow)) }, kept, labels: texts.map((label) => label?.labels),
    rows, end: at, damaged, uneven, firstUneven, wider, isCutOff
  }
}

/** Column `i` as a reader may hand it on. */
export const keptColumn = (table: Pick<ScannedTable, 'kept' | 'columns'>, i: number): Pick<Column, 'values' | 'repeats'> => table.kept?.[i] ?? { values: table.columns[i]! }

/** Numbers up to the first column of words; null where there is none before it. */
function plainRowsOf(bytes: Uint8Array, texts: readonly unknown[], { width, separator, decimal, rowStart }: TableOptions): PlainRows | null {
  const firstText = texts.findIndex((text) => text !== undefined)
  const numbers = firstText < 0 ? width : firstText
  const layout = { width: numbers, tail: width - numbers, separator, decimal: decimalByte(decimal) }
  return numbers === 0 ? null : new PlainRows(bytes, rowStart === undefined ? layout : { ...layout, rowStart })
}

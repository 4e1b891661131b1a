import { timesPowerOfTen } from './timesPowerOfTen'

const TAB = 9
const LF = 10
const CR = 13
const BLANK = 32
const COMMA = 44
const MINUS = 45
const PLUS = 43
const ZERO = 48
const NINE = 57
const SLASH = 47
const LESS = 60
const GREATER = 62
const SMALL_E = 101
const SMALL_R = 114
const powers = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))
const firstInexact = 2 ** 53
/** '0000' in four bytes, and what finds those that are no digit: more than 9 in the lower half, or anything in the upper one. */
const FOUR_ZEROS = 0x30303030
const LOW_HALVES = 0x0f0f0f0f
const SIXES = 0x06060606
const HIGH_HALVES = 0xf0f0f0f0
/** Bytes that must follow the last row end. */
const ROOM = 8
/** Rows. */
const PIECE = 1024

export interface PlainLayout {
  /** Cells of numbers at the beginning of a row. */
  readonly width: number
  /** Cells behind them; their values are those of the row before where the bytes are the same. */
  readonly tail?: number
  /**
   * 'tab': one tab between cells; 'loose': a run of blanks, tabs and (unless it is the decimal) commas; 'blank': blanks or tabs, and an
   * empty line is no row; 'xml': blanks within <r> and </r>.
   */
  readonly separator: 'tab' | 'loose' | 'blank' | 'xml'
  /** Byte of the decimal sign. */
  readonly decimal: number
  /** First byte of every row. */
  readonly rowStart?: number
}

/**
 * The rows of a table that hold nothing but plain decimal numbers, which are nearly all rows of nearly all tables: every digit is looked
 * at once and no function is called in between. A row that is not as plain as that (an empty cell, a word, too few or too many cells, a
 * number that needs more than 2^53 or 10^±22) ends it, and the caller's own reading decides what such a row is. Numbers are those
 * of Number(): a whole number below 2^53 times or by a power of ten up to 10^22 is rounded once; for all others see `settle`.
 */
export class PlainRows {
  /** Where the first row begins that was not read. */
  at = 0
  /** Number of that row. */
  row = 0
  /** Where the cells behind the numbers began in the row before `firstRow`; −1: not known. */
  tailAt = -1
  /** Behind it no row has an end. */
  private readonly stop: number
  private readonly between: number
  private readonly view: DataView
  /** Cell, row, first byte, end, digits and power of ten of each number that is still to be put together. */
  private readonly unusual: number[] = []

  /** Cells of numbers. */
  readonly width: number

  /** `lastRowEnd` is what endOfLastRow() says; it is given where many tables of one file are read. */
  constructor(private readonly bytes: Uint8Array, private readonly layout: PlainLayout, lastRowEnd = endOfLastRow(bytes, layout.separator)) {
    this.width = layout.width
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.stop = lastRowEnd
    this.between = layout.separator === 'loose' && layout.decimal !== COMMA ? COMMA : BLANK
  }

  /** Reads rows from byte `from` on into the rows `firstRow` … `end` − 1 of the columns. */
  read(from: number, columns: readonly Float64Array[], firstRow: number, end: number): void {
    this.at = from
    this.row = firstRow
    // In pieces: a function that is called often is compiled better than a loop that runs long.
    let pieceEnd: number
    do {
      pieceEnd = Math.min(end, this.row + PIECE)
      this.piece(columns, pieceEnd)
      if (this.unusual.length > 0) this.settle(columns)
    } while (this.row === pieceEnd && this.row < end)
  }

  /** Numbers that no single rounding gives. They wait until here, because a call within the loop, seldom as it is made, slows all of it. */
  private settle(columns: readonly Float64Array[]): void {
    const { bytes, unusual } = this
    for (let k = 0; k < unusual.length; k += 6) {
      const from = unusual[k + 2]!
      const mantissa = unusual[k + 4]!
      const size = mantissa < firstInexact ? timesPowerOfTen(mantissa, unusual[k + 5]!) : NaN
      const value = Number.isNaN(size) ? numberOf(bytes, from, unusual[k + 3]!) : bytes[from] === MINUS ? -size : size
      columns[unusual[k]!]![unusual[k + 1]!] = value
    }
    unusual.length = 0
  }

  private piece(columns: readonly Float64Array[], end: number): void {
    const { bytes, view, stop, between, unusual } = this
    const { width, tail = 0, separator, decimal, rowStart = -1 } = this.layout
    const isTab = separator === 'tab'
    const isXml = separator === 'xml'
    const isBlank = separator === 'blank'
    const [rowEnd, otherRowEnd] = isXml ? [LESS, LESS] : [LF, CR]
    const other = isTab ? BLANK : TAB
    let i = this.at
    let row = this.row
    let rowAt = i
    let tailAt = this.tailAt
    for (; row < end; row += 1) {
      let c = bytes[i]!
      while (i < stop && ((!isBlank && (c === LF || c === CR)) || (isXml && (c === BLANK || c === TAB)))) c = bytes[++i]!
      rowAt = i
      if (i >= stop) break
      if (rowStart >= 0) {
        if (c !== rowStart) break
        c = bytes[++i]!
      } else if (isXml) {
        if (c !== LESS || i + 3 > stop || bytes[i + 1] !== SMALL_R || bytes[i + 2] !== GREATER) break
        i += 3
        c = bytes[i]!
      }
      let cell = 0
      for (; cell < width; cell += 1) {
        if (c < MINUS) while (c === BLANK || c === between || c === other) c = bytes[++i]!
        const cellAt = i
        const isNegative = c === MINUS
        if (isNegative) c = bytes[++i]!
        let mantissa = c - 48
        if (mantissa >>> 0 > 9) break
        let scale = 0
        c = bytes[++i]!
        // Digits are taken four at a time; `odd` marks which of four bytes are none. Branches tell how many there are, because a
        // processor guesses them ahead of time, which it cannot do with a sum.
        for (let d = c - ZERO; d >>> 0 < 10; d = c - ZERO) {
          mantissa = mantissa * 10 + d
          c = bytes[++i]!
        }
        if (c === decimal) {
          i += 1
          const point = i
          for (;;) {
            const word = view.getInt32(i, true)
            const four = word ^ FOUR_ZEROS
            const odd = (((four & LOW_HALVES) + SIXES) | four) & HIGH_HALVES
            if (odd === 0) {
              const pairs = (Math.imul(four, 10) + (four >>> 8)) | 0
              mantissa = mantissa * 10_000 + ((pairs & 255) * 100 + ((pairs >>> 16) & 255))
              i += 4
              continue
            }
            if ((odd & 0xff) !== 0) c = word & 255
            else if ((odd & 0xff00) !== 0) {
              mantissa = mantissa * 10 + (four & 255)
              c = (word >>> 8) & 255
              i += 1
            } else if ((odd & 0xff0000) !== 0) {
              mantissa = mantissa * 100 + ((four & 255) * 10 + ((four >>> 8) & 255))
              c = (word >>> 16) & 255
              i += 2
            } else {
              mantissa = mantissa * 1000 + ((four & 255) * 100 + ((four >>> 8) & 255) * 10 + ((four >>> 16) & 255))
              c = word >>> 24
              i += 3
            }
            break
          }
          scale = point - i
        }
        if (c > NINE && (c | 32) === SMALL_E) {
          const word = view.getInt32(i, true)
          const sign = (word >>> 8) & 255
          let exponent: number
          let d: number
          if (sign === MINUS || sign === PLUS) {
            exponent = ((word >>> 16) & 255) - ZERO
            d = (word >>> 24) - ZERO
            i += 3
          } else {
            exponent = sign - ZERO
            d = ((word >>> 16) & 255) - ZERO
            i += 2
          }
          if (exponent >>> 0 > 9) break
          if (d >>> 0 < 10) {
            exponent = exponent * 10 + d
            d = bytes[++i]! - ZERO
            if (d >>> 0 < 10) {
              exponent = exponent * 10 + d
              d = bytes[++i]! - ZERO
            }
          }
          c = d + ZERO
          scale = sign === MINUS ? scale - exponent : scale + exponent
        }
        let value = mantissa
        if (mantissa >= firstInexact || (scale + 22) >>> 0 > 44) unusual.push(cell, row, cellAt, i, mantissa, scale)
        else {
          value = scale < 0 ? mantissa / powers[-scale]! : mantissa * powers[scale]!
          if (isNegative) value = -value
        }
        columns[cell]![row] = value
        if (c === TAB || (!isTab && (c === BLANK || c === between))) {
          c = bytes[++i]!
          continue
        }
        if (isTab) while (c === BLANK) c = bytes[++i]!
        if (c === rowEnd || c === otherRowEnd) cell += 1
        else if (isTab && c === TAB) {
          c = bytes[++i]!
          continue
        }
        break
      }
      if (cell < width) break
      if (tail > 0) {
        // Words (ranges, overload flags) hardly ever change: the bytes of the row before are the same words.
        // A row that ends after its numbers has no words, which is not the same as empty ones.
        if (tailAt < 0 || row === 0 || (isTab && bytes[i - 1] !== TAB)) break
        const start = i
        let before = tailAt
        while (c !== LF && c !== CR && c === bytes[before]) {
          c = bytes[++i]!
          before += 1
        }
        if (c !== LF && c !== CR) break
        const b = bytes[before]
        if (b !== LF && b !== CR) break
        for (let k = width; k < width + tail; k += 1) columns[k]![row] = columns[k]![row - 1]!
        tailAt = start
      } else {
        while (c === BLANK || c === between || c === other) c = bytes[++i]!
        if (c !== rowEnd && c !== otherRowEnd) break
      }
      if (isXml) {
        if (i + 3 > stop || bytes[i + 1] !== SLASH || bytes[i + 2] !== SMALL_R || bytes[i + 3] !== GREATER) break
        i += 4
      } else if (isBlank) {
        if (c === CR) c = bytes[++i]!
        if (c === LF) i += 1
      }
      rowAt = i
    }
    this.at = rowAt
    this.row = row
    this.tailAt = tailAt
  }
}

/** Byte of the last line end, or of the last '>', that is followed by so many bytes that four may be looked at together; 0 where there is none. */
export function endOfLastRow(bytes: Uint8Array, separator: PlainLayout['separator'], end = bytes.length): number {
  const [first, other] = separator === 'xml' ? [GREATER, GREATER] : [LF, CR]
  let at = Math.min(end, bytes.length - ROOM)
  while (at > 0 && bytes[at] !== first && bytes[at] !== other) at -= 1
  return Math.max(0, at)
}

/** A number of more digits than are exact, or of an extreme power of ten. */
function numberOf(bytes: Uint8Array, from: number, to: number): number {
  let text = ''
  for (let i = from; i < to; i += 1) text += bytes[i] === COMMA ? '.' : String.fromCharCode(bytes[i]!)
  return Number(text)
}

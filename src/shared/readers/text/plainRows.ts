const TAB = 9
const LF = 10
const CR = 13
const BLANK = 32
const COMMA = 44
const MINUS = 45
const PLUS = 43
const NINE = 57
const SLASH = 47
const LESS = 60
const GREATER = 62
const SMALL_E = 101
const SMALL_R = 114
const powers = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))
const firstInexact = 2 ** 53

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
 * of Number(): a whole number below 2^53 times or by a power of ten up to 10^22 is rounded once; all others are given to Number() itself.
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

  /** Cells of numbers. */
  readonly width: number

  constructor(private readonly bytes: Uint8Array, private readonly layout: PlainLayout, lastRowEnd = endOfLastRow(bytes, layout.separator)) {
    this.width = layout.width
    this.stop = lastRowEnd
    this.between = layout.separator === 'loose' && layout.decimal !== COMMA ? COMMA : BLANK
  }

  /** Reads rows from byte `from` on into the rows `firstRow` … `end` − 1 of the columns. */
  read(from: number, columns: readonly Float64Array[], firstRow: number, end: number): void {
    const { bytes, stop, between } = this
    const { width, tail = 0, separator, decimal, rowStart = -1 } = this.layout
    const isTab = separator === 'tab'
    const isXml = separator === 'xml'
    const isBlank = separator === 'blank'
    const [rowEnd, otherRowEnd] = isXml ? [LESS, LESS] : [LF, CR]
    const other = isTab ? BLANK : TAB
    let i = from
    let row = firstRow
    let rowAt = from
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
        while (c === BLANK || c === between || c === other) c = bytes[++i]!
        const isNegative = c === MINUS
        if (isNegative) c = bytes[++i]!
        // Nine digits fit into 32 bits, where they are cheap; a number may have eight more.
        let digits = c - 48
        if (digits >>> 0 > 9) break
        const full = i + 10
        let d = bytes[++i]! - 48
        while (d >>> 0 < 10 && i < full) {
          digits = (Math.imul(digits, 10) + d) | 0
          d = bytes[++i]! - 48
        }
        if (i === full) break
        let mantissa = digits
        let more = 0
        let moreDigits = 0
        let scale = 0
        c = d + 48
        if (c === decimal) {
          const point = ++i
          d = bytes[i]! - 48
          while (d >>> 0 < 10 && i < full) {
            digits = (Math.imul(digits, 10) + d) | 0
            d = bytes[++i]! - 48
            if (d >>> 0 > 9 || i >= full) break
            digits = (Math.imul(digits, 10) + d) | 0
            d = bytes[++i]! - 48
          }
          mantissa = digits
          if (d >>> 0 < 10) {
            const last = full + 8
            while (d >>> 0 < 10 && i < last) {
              more = (Math.imul(more, 10) + d) | 0
              d = bytes[++i]! - 48
            }
            moreDigits = i - full
            mantissa = digits * powers[moreDigits]! + more
          }
          scale = point - i
          c = d + 48
        }
        if (c > NINE && (c | 32) === SMALL_E) {
          c = bytes[++i]!
          const isSmall = c === MINUS
          if (isSmall || c === PLUS) c = bytes[++i]!
          let exponent = c - 48
          if (exponent >>> 0 > 9) break
          d = bytes[++i]! - 48
          if (d >>> 0 < 10) {
            exponent = exponent * 10 + d
            d = bytes[++i]! - 48
            if (d >>> 0 < 10) {
              exponent = exponent * 10 + d
              d = bytes[++i]! - 48
            }
          }
          c = d + 48
          scale = isSmall ? scale - exponent : scale + exponent
        }
        let value: number
        if (mantissa >= firstInexact || scale < -22 || scale > 22) value = rounded(digits, more, moreDigits, scale)
        else value = scale < 0 ? mantissa / powers[-scale]! : mantissa * powers[scale]!
        columns[cell]![row] = isNegative ? -value : value
        if (c === rowEnd || c === otherRowEnd) {
          cell += 1
          break
        }
        if (isTab) {
          while (c === BLANK) c = bytes[++i]!
          if (c !== TAB) {
            if (c === LF || c === CR) cell += 1
            break
          }
        } else if (c !== between && c !== BLANK && c !== other) break
        c = bytes[++i]!
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

/** Byte of the last line end, or of the last '>'; no row is read beyond it. */
export function endOfLastRow(bytes: Uint8Array, separator: PlainLayout['separator']): number {
  const [end, other] = separator === 'xml' ? [GREATER, GREATER] : [LF, CR]
  let at = bytes.length - 1
  while (at > 0 && bytes[at] !== end && bytes[at] !== other) at -= 1
  return Math.max(0, at)
}

const rounded = (digits: number, more: number, moreDigits: number, scale: number): number =>
  Number(`${digits}${moreDigits === 0 ? '' : String(powers[moreDigits]! + more).slice(1)}e${scale}`)

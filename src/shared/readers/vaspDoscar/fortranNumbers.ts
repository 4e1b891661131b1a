/**
 * Numbers as Fortran prints them into fixed columns: a sign may touch the number before it, '****' stands for a number
 * that does not fit, and a three-digit exponent loses its E ('0.1234-100').
 */
const powersOfTen = Float64Array.from({ length: 23 }, (_, n) => Number(`1e${n}`))

const isDigit = (byte: number | undefined): byte is number => byte !== undefined && byte >= 48 && byte <= 57

/** Reads rows of numbers from bytes; `at` moves along. One object a block keeps the hot loop free of garbage. */
export class FortranRows {
  at: number
  /** How many values of the last row were no numbers. */
  damaged = 0

  constructor(
    private readonly bytes: Uint8Array,
    at: number
  ) {
    this.at = at
  }

  /** Reads one line into row `row` of the columns and moves to the next line; returns how many values it held. */
  readRow(columns: readonly Float64Array[], row: number): number {
    const { bytes } = this
    let count = 0
    this.damaged = 0
    for (;;) {
      let byte = bytes[this.at]
      while (byte === 32 || byte === 9) byte = bytes[++this.at]
      if (byte === undefined || byte === 10 || byte === 13) break
      const value = this.number()
      if (Number.isNaN(value)) this.damaged++
      const column = columns[count++]
      if (column) column[row] = value
    }
    this.nextLine()
    return count
  }

  private nextLine(): void {
    const { bytes } = this
    if (bytes[this.at] === 13) this.at++
    if (bytes[this.at] === 10) this.at++
  }

  private number(): number {
    const { bytes } = this
    const start = this.at
    let at = start
    let byte = bytes[at]
    const negative = byte === 45
    if (negative || byte === 43) byte = bytes[++at]
    let mantissa = 0
    let digits = 0
    let scale = 0
    for (; isDigit(byte); byte = bytes[++at]) {
      mantissa = mantissa * 10 + byte - 48
      digits++
    }
    if (byte === 46) {
      for (byte = bytes[++at]; isDigit(byte); byte = bytes[++at]) {
        mantissa = mantissa * 10 + byte - 48
        digits++
        scale--
      }
    }
    if (digits === 0) return this.damagedAt(start)
    if (byte === 69 || byte === 101 || byte === 68 || byte === 100) byte = bytes[++at]
    else if (!this.isBareExponent(at)) return this.finished(at, start, negative, mantissa, digits, scale)
    const isNegativeExponent = byte === 45
    if (isNegativeExponent || byte === 43) byte = bytes[++at]
    if (!isDigit(byte)) return this.damagedAt(start)
    let exponent = 0
    for (; isDigit(byte); byte = bytes[++at]) exponent = exponent * 10 + byte - 48
    return this.finished(at, start, negative, mantissa, digits, scale + (isNegativeExponent ? -exponent : exponent))
  }

  /** '-100' right behind the digits and without a point is an exponent; with a point it is the next number. */
  private isBareExponent(at: number): boolean {
    const { bytes } = this
    if (bytes[at] !== 45 && bytes[at] !== 43) return false
    return isDigit(bytes[at + 1]) && isDigit(bytes[at + 2]) && isDigit(bytes[at + 3]) && !isDigit(bytes[at + 4]) && bytes[at + 4] !== 46
  }

  private finished(at: number, start: number, negative: boolean, mantissa: number, digits: number, scale: number): number {
    const next = this.bytes[at]
    if (next !== undefined && next > 32 && next !== 45 && next !== 43) return this.damagedAt(start)
    this.at = at
    if (digits > 15) return this.slowly(start, at, scale)
    const size =
      mantissa === 0
        ? 0
        : scale < 0
          ? scale < -22
            ? Number(`${mantissa}e${scale}`)
            : mantissa / powersOfTen[-scale]!
          : scale > 22
            ? Number(`${mantissa}e${scale}`)
            : mantissa * powersOfTen[scale]!
    return negative ? -size : size
  }

  /** More than 15 digits: the digits as text, so that the last place is right. */
  private slowly(start: number, end: number, scale: number): number {
    let text = ''
    for (let i = start; i < end; i++) {
      const byte = this.bytes[i]!
      if (byte === 69 || byte === 101 || byte === 68 || byte === 100 || (i > start && (byte === 45 || byte === 43))) break
      if (byte !== 46) text += String.fromCharCode(byte)
    }
    return Number(`${text}e${scale}`)
  }

  /** Skips to the next blank: not a number. */
  private damagedAt(start: number): number {
    let at = start
    while (at < this.bytes.length && this.bytes[at]! > 32) at++
    this.at = Math.max(at, start + 1)
    return NaN
  }
}

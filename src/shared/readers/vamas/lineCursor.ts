import { ReadError } from '../reader'
import { scanNumber, type ScannedNumber } from '../text/scanNumber'
import { nextLine } from '../text/startOfText'

const point = 46

/** VAMAS holds one value per line; this walks the lines over the bytes, so that the numbers of a spectrum never become strings. */
export class LineCursor {
  at = 0
  line = 1
  private readonly number: ScannedNumber = { value: NaN, end: 0 }
  private readonly decoder = new TextDecoder('windows-1252')

  constructor(readonly bytes: Uint8Array) {}

  /** A line as text without the NULs and blanks that some programs leave at its end. */
  text(what: string): string {
    if (this.at >= this.bytes.length)
      throw new ReadError(`The file ends before ${what} (line ${this.line}); it was cut off, export it again.`, { line: this.line })
    const end = nextLine(this.bytes, this.at)
    const text = this.decoder.decode(this.bytes.subarray(this.at, end)).replaceAll('\0', '').trim()
    this.at = end
    this.line += 1
    return text
  }

  texts(count: number, what: string): string[] {
    return Array.from({ length: count }, () => this.text(what))
  }

  /** NaN for what is no number and for 1E+37, which means "not given". */
  value(what: string): number {
    const text = this.text(what)
    const value = text === '' ? NaN : Number(text)
    return Number.isFinite(value) && Math.abs(value) < 9e36 ? value : NaN
  }

  /** How many lines or items follow; a count that the rest of the file cannot hold is damage. */
  count(what: string): number {
    const line = this.line
    const text = this.text(what)
    const count = text === '' ? NaN : Number(text)
    if (!Number.isInteger(count) || count < 0 || count > this.bytes.length) {
      throw new ReadError(`Line ${line} should hold ${what} but holds "${text.slice(0, 30)}"; the file is damaged, export it again.`, { line })
    }
    return count
  }

  /** Up to `count` lines of numbers; fewer where a line holds none or the file ends within it. */
  numbers(count: number): Float64Array {
    const values = new Float64Array(Math.min(count, Math.ceil((this.bytes.length - this.at) / 2)))
    for (let i = 0; i < values.length; i += 1) {
      let from = this.at
      while (this.bytes[from] === 32) from += 1
      const end = nextLine(this.bytes, from)
      scanNumber(this.bytes, from, end, point, this.number)
      const last = this.bytes[end - 1]
      if (this.number.end === from || (last !== 10 && last !== 13)) return values.slice(0, i)
      values[i] = Math.abs(this.number.value) < 9e36 ? this.number.value : NaN
      this.at = end
      this.line += 1
    }
    return values
  }
}

import { nextLine } from '../text/startOfText'

export interface IdfBlock {
  /** Bytes of the header before the marker. */
  readonly headFrom: number
  readonly headTo: number
  readonly columns: number
  /** Rows that the file announces; there may be fewer. */
  readonly declared: number
  readonly rowsFrom: number
  readonly rowsTo: number
  /** Byte behind the rows: the next header begins somewhere after it. */
  readonly end: number
}

const marker = 'primary_data'
const mostColumns = 32
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57

/** Every 'primary_data' with the number of columns and rows behind it and as many rows of numbers as there are. */
export function idfBlocks(bytes: Uint8Array): IdfBlock[] {
  const blocks: IdfBlock[] = []
  let headFrom = 0
  for (let at = find(bytes, marker, 0); at >= 0;) {
    const columns = integerAfter(bytes, at + marker.length)
    const rows = columns ? integerAfter(bytes, columns.end) : null
    let next = at + marker.length
    if (columns && rows && columns.value >= 2 && columns.value <= mostColumns) {
      const rowsFrom = nextLine(bytes, rows.end)
      const rowsTo = endOfRows(bytes, rowsFrom, rows.value)
      blocks.push({ headFrom, headTo: at, columns: columns.value, declared: rows.value, rowsFrom, rowsTo, end: rowsTo })
      headFrom = next = Math.max(next, rowsTo)
    }
    at = find(bytes, marker, next)
  }
  return blocks
}

/** The next whole number, over blanks, line ends and the length bytes that stand before a text. */
function integerAfter(bytes: Uint8Array, from: number): { readonly value: number; readonly end: number } | null {
  let at = from
  while (at < bytes.length && at < from + 64 && !isDigit(bytes[at])) at += 1
  if (!isDigit(bytes[at])) return null
  let value = 0
  const first = at
  for (; isDigit(bytes[at]) && at < first + 9; at += 1) value = value * 10 + bytes[at]! - 48
  return { value, end: at }
}

/** Behind at most `rows` lines that begin like a number. */
function endOfRows(bytes: Uint8Array, from: number, rows: number): number {
  let at = from
  for (let row = 0; row < rows && at < bytes.length; row += 1) {
    let first = at
    while (bytes[first] === 32 || bytes[first] === 9) first += 1
    if (!isDigit(bytes[first]) && bytes[first] !== 45 && bytes[first] !== 43 && bytes[first] !== 46) break
    at = nextLine(bytes, at)
  }
  return at
}

export function find(bytes: Uint8Array, word: string, from: number, to = bytes.length): number {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0 && at + word.length <= to; at = bytes.indexOf(first, at + 1)) {
    let i = 1
    while (i < word.length && bytes[at + i] === word.charCodeAt(i)) i += 1
    if (i === word.length) return at
  }
  return -1
}

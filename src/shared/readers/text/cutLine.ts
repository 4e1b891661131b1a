import { isWholeNumber, mayBeCut } from './mayBeCut'

const [TAB, LF, CR, BLANK, COMMA, SEMICOLON, QUOTE] = [9, 10, 13, 32, 44, 59, 34]
const comparedBytes = 16_384
const longestLine = 4 << 20

const isLineEnd = (byte: number | undefined): boolean => byte === LF || byte === CR
const isLetter = (byte: number): boolean => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte >= 0x80
/** A digit, a sign, a decimal sign, a separator or a quotation mark. */
const beginsData = (byte: number): boolean => (byte >= 43 && byte <= 46) || (byte >= 48 && byte <= 57) || byte === SEMICOLON || byte === QUOTE

function lineStart(bytes: Uint8Array, end: number): number {
  let at = end
  while (at > 0 && !isLineEnd(bytes[at - 1])) at -= 1
  return at
}

function firstLetter(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  // A byte-order mark is no letter.
  if (at === 0) while (at < 3 && bytes[at]! >= 0xbb) at += 1
  while (at < to && (bytes[at] === BLANK || bytes[at] === TAB)) at += 1
  return at < to ? bytes[at]! : 0
}

/** One cell with a blank in it. */
const dateAndTime = /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4} +\d{1,2}:\d{2}/g

/** Bytes that end a cell: tabs, else semicolons, else commas where no blank stands between two numbers, else blanks. */
function separatorsOf(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const ends = new Uint8Array(256)
  const line = bytes.subarray(from, to)
  const blankWithin = (): boolean => /\d +[-+.\d]/.test(String.fromCharCode(...line.subarray(0, 4096)).replace(dateAndTime, ''))
  const separator = line.includes(TAB) ? TAB : line.includes(SEMICOLON) ? SEMICOLON : line.includes(COMMA) && !blankWithin() ? COMMA : BLANK
  for (const byte of [separator, LF, CR, ...(separator === COMMA ? [BLANK] : [])]) ends[byte] = 1
  return ends
}

/** Separators, or, between blanks, cells. */
function countIn(bytes: Uint8Array, from: number, to: number, ends: Uint8Array): number {
  let [separators, cells] = [0, 0]
  for (let at = from; at < to; at += 1) {
    if (ends[bytes[at]!] === 0) cells += at === from || ends[bytes[at - 1]!] === 1 ? 1 : 0
    else if (bytes[at] !== BLANK) separators += 1
  }
  return ends[TAB] === 1 || ends[SEMICOLON] === 1 || ends[COMMA] === 1 ? separators : cells
}

/** Whether any cell begins as a number. */
function hasNumber(bytes: Uint8Array, from: number, to: number, ends: Uint8Array): boolean {
  for (let at = from + 1; at < to; at += 1) if (ends[bytes[at - 1]!] === 1 && ends[bytes[at]!] === 0 && beginsData(bytes[at]!)) return true
  return false
}

/** UTF-16. */
const isWide = (bytes: Uint8Array): boolean => bytes.length > 8 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[1] === 0 && bytes[3] === 0))

/**
 * Where the last line of a table begins if that line has no end and may be the beginning of a longer one: it holds fewer cells than the
 * line before, its last number is printed shorter than those above it, or nothing above it can tell. Otherwise null.
 * A cut number is another number, and nothing in the file says so; one row less is said.
 */
export function cutLine(file: Uint8Array): number | null {
  if (file.length === 0 || isLineEnd(file.at(-1)) ) return null
  const step = isWide(file) ? 2 : 1
  for (const length of [comparedBytes, longestLine]) {
    const from = Math.max(0, step * Math.floor((file.length - length) / step))
    const bytes = step === 2 ? file.subarray(from, file.length & ~1).filter((_, i) => i % 2 === 0) : file.subarray(from)
    const start = lineStart(bytes, bytes.length)
    if (start > 0 || from === 0) return isCut(bytes, start) ? from + step * start : null
  }
  return null
}

function isCut(bytes: Uint8Array, start: number): boolean {
  const end = bytes.length
  let before = start
  while (before > 0 && isLineEnd(bytes[before - 1])) before -= 1
  const beforeAt = lineStart(bytes, before)
  const own = firstLetter(bytes, start, end)
  const above = firstLetter(bytes, beforeAt, before)
  const ends = separatorsOf(bytes, beforeAt, before)
  const cells = countIn(bytes, start, end, ends)
  // Words alone are the names of columns; a cut name takes no number away.
  if (isLetter(own) ? !isLetter(above) || cells < 1 || !hasNumber(bytes, start, end, ends) : !beginsData(own)) return false
  let cell = end
  while (cell > start && ends[bytes[cell - 1]!] === 0) cell -= 1
  const cellsAbove = countIn(bytes, beforeAt, before, ends)
  // A single row under its names, which may end with a separator.
  if (!isLetter(own) && !beginsData(above)) return cells < cellsAbove - 1 || !isWholeNumber(bytes, cell, end)
  // Fewer cells than above: cut; more: the line above is of another kind and cannot tell.
  if (cells !== cellsAbove) return true
  if (cell === end) return ends[bytes[before - 1]!] === 0
  return mayBeCut(bytes, 0, start, cell, end, ends)
}

/** Whether the beginning and the end of a file hold text; a file that is filled up with zeros at its end is none, a name in its head that is (AvaSoft) may be. */
export function isText(bytes: Uint8Array): boolean {
  const isLetterOrBlank = (byte: number): boolean => byte >= BLANK || (byte >= TAB && byte <= CR)
  const [head, tail] = [bytes.subarray(0, 512), bytes.subarray(Math.max(512, bytes.length - 512))]
  const zeros = (part: Uint8Array): number => part.reduce((sum, byte) => sum + Number(byte === 0), 0)
  const mostZeros = isWide(bytes) ? 0.6 : 0.25
  return head.every((byte) => byte === 0 || isLetterOrBlank(byte)) && zeros(head) <= mostZeros * head.length && tail.every((byte) => isLetterOrBlank(byte) || (byte === 0 && isWide(bytes)))
}

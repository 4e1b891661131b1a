const [TAB, LF, CR, BLANK, PLUS, MINUS, ZERO, NINE] = [9, 10, 13, 32, 43, 45, 48, 57]
const comparedRows = 50
const fewestAlike = 3
/** No number has more: 'E+001' is whole whatever stands above it. */
const longestExponent = 3

/** How a number is printed: digits in front of and behind its decimal sign, and of its exponent. */
interface Print { readonly whole: number; readonly decimals: number; readonly exponent: number }

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE

/** null: not a number. */
function printOf(bytes: Uint8Array, from: number, to: number): Print | null {
  let at = from
  const digits = (): number => {
    const first = at
    while (at < to && isDigit(bytes[at])) at += 1
    return at - first
  }
  const sign = (): void => { if (bytes[at] === MINUS || bytes[at] === PLUS) at += 1 }
  sign()
  const whole = digits()
  let [decimals, exponent] = [0, 0]
  if (at < to && (bytes[at] === 44 || bytes[at] === 46)) {
    at += 1
    decimals = digits()
  }
  if (whole + decimals === 0) return null
  if (at < to && ((bytes[at]! | 32) === 101 || (bytes[at]! | 32) === 100)) {
    at += 1
    sign()
    exponent = digits()
    if (exponent === 0) return null
  }
  return at === to ? { whole, decimals, exponent } : null
}

/**
 * Whether the last cell [from, to) of a text that ends without a line end may be the beginning of a longer one. It is whole only where
 * it is printed as fully as the last cells of the rows before: as many digits of the exponent, else as many decimals; a whole
 * number may always go on, unless it only repeats the one above; a word must not be the beginning of another. `separates` is 1 for a byte that ends a cell.
 */
export function mayBeCut(bytes: Uint8Array, firstRow: number, lastRow: number, from: number, to: number, separates: Uint8Array): boolean {
  const own = printOf(bytes, from, to)
  if (own && own.exponent >= longestExponent) return false
  const most = { whole: 0, decimals: 0, exponent: 0 }
  let isAsAbove = false
  let [rows, numbers, withExponent] = [0, 0, 0]
  for (let end = lastRow; rows < comparedRows; rows += 1) {
    while (end > firstRow && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end -= 1
    if (end <= firstRow) break
    let last = end
    while (last > firstRow && (bytes[last - 1] === BLANK || (bytes[last - 1] === TAB && separates[TAB] === 0))) last -= 1
    let at = last
    while (at > firstRow && separates[bytes[at - 1]!] === 0) at -= 1
    const cellStart = at
    while (at < last && (bytes[at] === BLANK || bytes[at] === TAB)) at += 1
    const other = printOf(bytes, at, last)
    if (rows === 0) isAsAbove = last - at === to - from && beginsWith(bytes, at, from, to)
    if (other) {
      numbers += 1
      if (other.exponent > 0) withExponent += 1
      most.whole = Math.max(most.whole, other.whole)
      most.decimals = Math.max(most.decimals, other.decimals)
      most.exponent = Math.max(most.exponent, other.exponent)
    } else if (own === null && to - from < last - at && beginsWith(bytes, at, from, to)) return true
    end = cellStart
    while (end > firstRow && bytes[end - 1] !== LF && bytes[end - 1] !== CR) end -= 1
  }
  if (rows === 0) return own !== null
  if (numbers === 0) return false
  if (own === null) return numbers === rows
  // e-1 is the beginning of e-10 to e-19; beyond, no instrument prints.
  if (own.exponent > 0) return own.exponent < most.exponent || (own.exponent === 1 && bytes[to - 1] === ZERO + 1)
  // '8.1' among numbers of which some go on with an exponent ('8.1E-04') may be the beginning of one.
  if (withExponent > 0 || own.decimals < most.decimals) return true
  // A whole number may always go on (11 of 118), but for one that comes again in a column of numbers as short.
  return most.decimals === 0 && !(isAsAbove && rows >= fewestAlike && own.whole >= most.whole)
}

/** Whether the cell [from, to) is a number that cannot go on. */
export const isWholeNumber = (bytes: Uint8Array, from: number, to: number): boolean => (printOf(bytes, from, to)?.exponent ?? 0) >= longestExponent

function beginsWith(bytes: Uint8Array, at: number, from: number, to: number): boolean {
  for (let i = 0; i < to - from; i += 1) if (bytes[at + i] !== bytes[from + i]) return false
  return true
}

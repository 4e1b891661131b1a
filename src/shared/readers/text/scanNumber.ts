const [PLUS, COMMA, MINUS, POINT, ZERO, NINE] = [43, 44, 45, 46, 48, 57]
const powers = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))
const firstInexact = 2 ** 53

/** Where the last number ended; one scanner's state is enough because reading is sequential. */
export interface ScannedNumber { value: number; end: number }

/**
 * The number at `at` of ASCII bytes, correctly rounded, into `result`: digits are gathered as a whole number and scaled by a power of
 * ten where both are exact (below 2^53, up to 10^22), else the text goes through Number(). NaN and end = at where there is none.
 */
export function scanNumber(bytes: Uint8Array, at: number, limit: number, decimal: number, result: ScannedNumber): void {
  let i = at
  const sign = bytes[i]
  if (sign === MINUS || sign === PLUS) i += 1
  let digits = 0
  let count = 0
  let scale = 0
  let isExact = true
  for (; i < limit; i += 1) {
    const c = bytes[i]!
    if (c < ZERO || c > NINE) break
    digits = digits * 10 + (c - ZERO)
    count += 1
    if (digits >= firstInexact) isExact = false
  }
  if (i < limit && bytes[i] === decimal) {
    i += 1
    for (; i < limit; i += 1) {
      const c = bytes[i]!
      if (c < ZERO || c > NINE) break
      digits = digits * 10 + (c - ZERO)
      count += 1
      scale -= 1
      if (digits >= firstInexact) isExact = false
    }
  }
  if (count === 0) {
    result.value = NaN
    result.end = at
    return
  }
  const letter = bytes[i]! | 32
  if (i < limit && (letter === 101 || letter === 100)) {
    let j = i + 1
    const isNegative = bytes[j] === MINUS
    if (isNegative || bytes[j] === PLUS) j += 1
    const first = j
    let exponent = 0
    for (; j < limit; j += 1) {
      const c = bytes[j]!
      if (c < ZERO || c > NINE) break
      exponent = Math.min(exponent * 10 + (c - ZERO), 9999)
    }
    if (j > first) {
      scale += isNegative ? -exponent : exponent
      i = j
    }
  }
  result.end = i
  if (isExact && scale >= -22 && scale <= 22) {
    const value = scale < 0 ? digits / powers[-scale]! : digits * powers[scale]!
    result.value = sign === MINUS ? -value : value
  } else result.value = Number(textOf(bytes, at, i))
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i += 1) {
    const c = bytes[i]!
    const isD = (c | 32) === 100
    text += isD ? 'e' : c === COMMA ? '.' : String.fromCharCode(c)
  }
  return text
}

export const decimalByte = (decimal: '.' | ','): number => (decimal === ',' ? COMMA : POINT)

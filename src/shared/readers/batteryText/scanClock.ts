const [COMMA, MINUS, POINT, ZERO, NINE, COLON, LETTER_D, BLANK] = [44, 45, 46, 48, 57, 58, 100, 32]

/** Seconds of '0:01:30.500', '0d 00:01:30.00' or '1-02:03:04' (days in front); NaN for anything else. */
export function scanClock(bytes: Uint8Array, from: number, to: number): number {
  let [total, part, colons, days, digits, scale] = [0, 0, 0, 0, 0, 0]
  for (let at = from; at < to; at += 1) {
    const code = bytes[at]!
    if (code >= ZERO && code <= NINE) {
      digits += 1
      if (scale > 0) {
        scale *= 10
        part += (code - ZERO) / scale
      } else part = part * 10 + code - ZERO
    } else if (digits === 0 && code === BLANK) continue
    else if (digits === 0) return NaN
    else if (code === COLON && scale === 0 && colons < 2) {
      total = (total + part) * 60
      colons += 1
      part = digits = 0
    } else if ((code === LETTER_D || code === MINUS) && colons === 0 && days === 0 && scale === 0) {
      days = part
      part = digits = 0
    } else if ((code === POINT || code === COMMA) && colons === 2 && scale === 0) scale = 1
    else return NaN
  }
  return colons === 2 && digits > 0 ? days * 86_400 + total + part : NaN
}

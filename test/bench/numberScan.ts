/**
 * The least that any reader of a text must do: every byte is looked at once and each number is put together from its digits, sign, decimal
 * sign and power of ten. Nothing is kept, no line, column or unit is known, and nothing that is damaged would be noticed.
 */
export function numberScan(bytes: Uint8Array): number {
  let sum = 0
  let i = 0
  const end = bytes.length
  while (i < end) {
    let byte = bytes[i]!
    if (byte < 48 || byte > 57) {
      i += 1
      continue
    }
    const isNegative = i > 0 && bytes[i - 1] === 45
    let digits = 0
    let power = 0
    while (byte >= 48 && byte <= 57) {
      digits = digits * 10 + byte - 48
      byte = bytes[++i]!
    }
    if (byte === 46 || byte === 44) {
      byte = bytes[++i]!
      while (byte >= 48 && byte <= 57) {
        digits = digits * 10 + byte - 48
        power -= 1
        byte = bytes[++i]!
      }
    }
    if (byte === 69 || byte === 101) {
      byte = bytes[++i]!
      const isSmall = byte === 45
      if (byte === 45 || byte === 43) byte = bytes[++i]!
      let exponent = 0
      while (byte >= 48 && byte <= 57) {
        exponent = exponent * 10 + byte - 48
        byte = bytes[++i]!
      }
      power += isSmall ? -exponent : exponent
    }
    const value = power === 0 ? digits : power < 0 ? digits / powers[Math.min(-power, 300)]! : digits * powers[Math.min(power, 300)]!
    sum += isNegative ? -value : value
  }
  return sum
}
const powers = Float64Array.from({ length: 301 }, (_, i) => Number(`1e${i}`))

/** The least for a binary file: each four bytes are a number once, through a DataView. */
export function dataViewWalk(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sum = 0
  for (let i = 0; i + 4 <= bytes.length; i += 4) sum += view.getFloat32(i, true)
  return sum
}

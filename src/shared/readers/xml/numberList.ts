import { scanNumber, type ScannedNumber } from '../text/scanNumber'

const point = 46
const isSeparator = (byte: number): boolean => byte === 32 || byte === 9 || byte === 10 || byte === 13 || byte === 44

export interface NumberList { readonly values: Float64Array; /** Words that are no numbers; they are NaN. */ readonly damaged: number }

/** Numbers parted by blanks or commas, straight into a typed array. */
export function numberList(text: string): NumberList {
  const bytes = new TextEncoder().encode(text)
  const values = new Float64Array(Math.ceil(bytes.length / 2))
  const number: ScannedNumber = { value: NaN, end: 0 }
  let [at, count, damaged] = [0, 0, 0]
  for (;;) {
    while (at < bytes.length && isSeparator(bytes[at]!)) at += 1
    if (at >= bytes.length) break
    scanNumber(bytes, at, bytes.length, point, number)
    const isWhole = number.end > at && (number.end >= bytes.length || isSeparator(bytes[number.end]!))
    if (!isWhole) damaged += 1
    values[count] = isWhole ? number.value : NaN
    count += 1
    at = number.end
    while (at < bytes.length && !isSeparator(bytes[at]!)) at += 1
  }
  return { values: values.slice(0, count), damaged }
}

import { scanNumber, type ScannedNumber } from '../text/scanNumber'
import type { ScannedTable } from '../text/scanTable'

const point = 46
const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === 10 || byte === 13

/** Intensities that stand several in a line, the first text ends them. A number at the very end of the file may be cut and is left out. */
export function intensityList(bytes: Uint8Array, start: number): ScannedTable {
  let values = new Float64Array(1024)
  const number: ScannedNumber = { value: NaN, end: 0 }
  let [at, rows] = [start, 0]
  let isCutOff = false
  for (;;) {
    while (isBlank(bytes[at])) at += 1
    if (at >= bytes.length) break
    scanNumber(bytes, at, bytes.length, point, number)
    if (number.end === at) break
    if (number.end >= bytes.length) {
      isCutOff = true
      break
    }
    if (rows === values.length) {
      const larger = new Float64Array(2 * rows)
      larger.set(values)
      values = larger
    }
    values[rows] = number.value
    rows += 1
    at = number.end
  }
  return { columns: [values.slice(0, rows)], labels: [undefined], rows, end: at, damaged: 0, uneven: 0, firstUneven: -1, wider: 0, isCutOff }
}

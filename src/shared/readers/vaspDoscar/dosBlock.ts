import { mayBeCut } from '../text/mayBeCut'
import { PlainRows } from '../text/plainRows'
import { columnsTogether } from '../text/columnsTogether'
import { FortranRows } from './fortranNumbers'

export interface DosBlock {
  readonly columns: readonly Float64Array[]
  /** Rows that are there in full. */
  readonly rows: number
  readonly damaged: number
  readonly end: number
}

const POINT = 46
const LF = 10
const separates = Uint8Array.from({ length: 256 }, (_, byte) => (byte <= 32 ? 1 : 0))
const cellsOfAnyFile = 1_000_000

/**
 * NEDOS rows of equal width from a byte on; the first row decides the width. A last line that is cut off does not count. `lastLine` is
 * where the file's last line ends; `energy` takes the first column where nobody needs a copy of its own.
 */
export function dosBlock(bytes: Uint8Array, at: number, nedos: number, lastLine: number, energy?: Float64Array): DosBlock {
  const width = new FortranRows(bytes, at).readRow([], 0)
  // A number takes two bytes at least: what the rest of the file cannot hold costs no memory.
  if (width * nedos > cellsOfAnyFile + 2 * (bytes.length - at)) return { columns: Array.from({ length: width }, () => new Float64Array(0)), rows: 0, damaged: 0, end: at }
  const columns = energy && width > 0 ? [energy, ...columnsTogether(width - 1, nedos)] : columnsTogether(width, nedos)
  const scanner = new FortranRows(bytes, at)
  const plain = new PlainRows(bytes, { width, separator: 'blank', decimal: POINT }, lastLine)
  let rows = 0
  let damaged = 0
  while (rows < nedos && scanner.at < bytes.length) {
    plain.read(scanner.at, columns, rows, nedos)
    rows = plain.row
    scanner.at = plain.at
    if (rows === nedos) break
    const start = scanner.at
    const found = scanner.readRow(columns, rows)
    if (found === 0 || (scanner.at === bytes.length && isCutOff(bytes, at, start))) break
    if (found !== width) {
      for (let i = found > width ? 0 : found; i < width; i++) columns[i]![rows] = NaN
      damaged += Math.max(1, width - found)
    }
    damaged += scanner.damaged
    rows++
  }
  return { columns: rows === nedos ? columns : columns.map((column) => column.slice(0, rows)), rows, damaged, end: scanner.at }
}

/** A last row without a line end, of a number less than the rows before or with a last number that is printed shorter than theirs. */
function isCutOff(bytes: Uint8Array, first: number, start: number): boolean {
  const end = bytes.length
  if (bytes[end - 1] === LF || start === first) return false
  let cell = end
  while (cell > start && bytes[cell - 1]! > 32) cell -= 1
  const [own, usual] = [start, first].map((from) => new FortranRows(bytes, from).readRow([], 0)) as [number, number]
  return own < usual || (cell < end && mayBeCut(bytes, first, start, cell, end, separates))
}

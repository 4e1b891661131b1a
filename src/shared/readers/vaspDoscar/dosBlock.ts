import { FortranRows } from './fortranNumbers'

export interface DosBlock {
  readonly columns: readonly Float64Array[]
  /** Rows that are there in full. */
  readonly rows: number
  readonly damaged: number
  readonly end: number
}

/** NEDOS rows of equal width from a byte on; the first row decides the width. A last line that is cut off does not count. */
export function dosBlock(bytes: Uint8Array, at: number, nedos: number): DosBlock {
  const width = new FortranRows(bytes, at).readRow([], 0)
  const columns = Array.from({ length: width }, () => new Float64Array(nedos))
  const scanner = new FortranRows(bytes, at)
  let rows = 0
  let damaged = 0
  let usualLength = 0
  while (rows < nedos && scanner.at < bytes.length) {
    const start = scanner.at
    const found = scanner.readRow(columns, rows)
    const length = scanner.at - start
    const isCutOff = scanner.at === bytes.length && bytes[scanner.at - 1] !== 10 && length < usualLength - 2
    if (found === 0 || isCutOff) break
    usualLength = length
    if (found !== width) {
      for (let i = found > width ? 0 : found; i < width; i++) columns[i]![rows] = NaN
      damaged += Math.max(1, width - found)
    }
    damaged += scanner.damaged
    rows++
  }
  return { columns: rows === nedos ? columns : columns.map((column) => column.slice(0, rows)), rows, damaged, end: scanner.at }
}

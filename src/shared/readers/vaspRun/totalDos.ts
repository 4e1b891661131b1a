import { findText } from './findText'
import { RowScanner } from './rowScanner'

export interface TotalDos {
  readonly energy: Float64Array
  /** One per spin that is there in full or in part. */
  readonly total: readonly Float64Array[]
  readonly integrated: readonly Float64Array[]
  readonly rows: number
  readonly damaged: number
  readonly complete: boolean
  /** Byte behind it. */
  readonly end: number
}

/** Rows 'energy total integrated' of the first spins within [from, to). All spins keep as many rows as the shortest. */
export function totalDos(bytes: Uint8Array, from: number, to: number, mostSpins: 1 | 2): TotalDos | null {
  const start = findText(bytes, '<total>', from, to)
  if (start < 0) return null
  const close = findText(bytes, '</total>', start, to)
  const end = close < 0 ? to : close
  const spins: Float64Array[][] = []
  const lengths: number[] = []
  let damaged = 0
  for (let at = findText(bytes, '<set comment=', start, end); at >= 0 && spins.length < mostSpins; ) {
    const scanner = new RowScanner(bytes, bytes.indexOf(62, at) + 1, end)
    const rows = scanner.countRows()
    if (rows === 0) break
    const columns = [0, 1, 2].map(() => new Float64Array(rows).fill(NaN))
    let row = 0
    while (row < rows && scanner.readRow(columns, row) >= 0) row++
    damaged += scanner.damaged
    spins.push(columns)
    lengths.push(row)
    at = findText(bytes, '<set comment=', scanner.at, end)
  }
  if (spins.length === 0) return null
  const rows = Math.min(...lengths)
  const cut = (column: number): Float64Array[] => spins.map((columns) => columns[column]!.slice(0, rows))
  const isEven = lengths.every((length) => length === rows)
  return { energy: cut(0)[0]!, total: cut(1), integrated: cut(2), rows, damaged, complete: close >= 0 && isEven, end }
}

import type { Column } from '../../measurement'
import type { MprColumn, MprRow } from './mprColumns'

/** So many rows at a time stay in the processor's cache while each column takes its part of them. */
const rowsAtOnce = 2048

/**
 * The numbers of each column of `rows` packed rows that begin at byte `first`. A column that is the same in every row (modes, ranges, the
 * control of a potentiostatic run) is kept once: what it would take of memory costs more time than its reading.
 */
export function mprValues(view: DataView, bytes: Uint8Array, first: number, row: MprRow, rows: number): Pick<Column, 'values' | 'repeats'>[] {
  const found: (Float64Array | null)[] = row.columns.map(() => null)
  const start = new Float64Array(1)
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const to = Math.min(rows, from + rowsAtOnce)
    for (const [i, column] of row.columns.entries()) {
      const values = found[i] ?? null
      if (values) {
        readColumn(view, bytes, first, row.width, column, values, from, to)
        continue
      }
      const same = sameUntil(view, bytes, first, row.width, column, from, to)
      if (same === to) continue
      const all = new Float64Array(rows)
      readColumn(view, bytes, first, row.width, column, start.fill(0), 0, 1)
      if (!Object.is(start[0], 0)) all.fill(start[0]!, 0, same)
      readColumn(view, bytes, first, row.width, column, all, same, to)
      found[i] = all
    }
  }
  return found.map((values, i) => {
    if (values) return { values }
    const one = new Float64Array(Math.min(1, rows))
    readColumn(view, bytes, first, row.width, row.columns[i]!, one, 0, one.length)
    return rows > 1 ? { values: one, repeats: { each: 'value', times: rows } } : { values: one }
  })
}

/** The first of the rows `from` … `to` − 1 whose bytes of this column are not those of row 0; `to` where all are. A loop for each width, as below. */
function sameUntil(view: DataView, bytes: Uint8Array, first: number, width: number, { type, offset, mask = 0 }: MprColumn, from: number, to: number): number {
  const own = first + offset
  let at = own + from * width
  let row = from
  if (type === 'flag') {
    const flags = bytes[own]! & mask
    while (row < to && (bytes[at]! & mask) === flags) { row += 1; at += width }
  } else if (type === 'u8') {
    const value = bytes[own]!
    while (row < to && bytes[at]! === value) { row += 1; at += width }
  } else if (type === 'u16') {
    const value = view.getUint16(own)
    while (row < to && view.getUint16(at) === value) { row += 1; at += width }
  } else {
    const value = view.getInt32(own)
    const isLong = type === 'f64'
    const rest = isLong ? view.getInt32(own + 4) : 0
    while (row < to && view.getInt32(at) === value && (!isLong || view.getInt32(at + 4) === rest)) { row += 1; at += width }
  }
  return row
}

/** The rows `from` … `to` − 1 of one column; a loop for each type keeps the reading monomorphic. */
function readColumn(view: DataView, bytes: Uint8Array, first: number, width: number, { type, offset, mask = 0 }: MprColumn, values: Float64Array, from: number, to: number): void {
  let at = first + offset + from * width
  // Whole numbers (flags, ranges, steps) are mostly zero; what is never written to takes no memory.
  if (type === 'f32') for (let row = from; row < to; row += 1, at += width) values[row] = view.getFloat32(at, true)
  else if (type === 'f64') for (let row = from; row < to; row += 1, at += width) values[row] = view.getFloat64(at, true)
  else if (type === 'u16') for (let row = from; row < to; row += 1, at += width) {
    const value = view.getUint16(at, true)
    if (value !== 0) values[row] = value
  }
  else if (type === 'u32') for (let row = from; row < to; row += 1, at += width) values[row] = view.getUint32(at, true)
  else if (type === 'u8') for (let row = from; row < to; row += 1, at += width) values[row] = bytes[at]!
  else {
    const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask)
    for (let row = from; row < to; row += 1, at += width) {
      const value = bytes[at]! & mask
      if (value !== 0) values[row] = value >> shift
    }
  }
}

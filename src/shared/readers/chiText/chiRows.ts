import { decodeText } from '../text/decodeText'
import { scanTable, type ScannedTable, type TableOptions } from '../text/scanTable'

const mostSegments = 100_000
const longestLine_bytes = 80
/** With the charge, each sweep stands under a line of its own. */
const segmentLine = /^\s*Segment\s{0,3}\d{1,6}\s*:[ \t]*\r?\n/

/** The byte behind a line 'Segment 2:' that comes next; −1 where none does. */
function behindSegmentLine(bytes: Uint8Array, at: number): number {
  const match = segmentLine.exec(decodeText(bytes.subarray(at, at + longestLine_bytes)).text)
  return match ? at + match[0].length : -1
}

/** All rows behind the names of the columns, those of every segment one below the other. */
export function chiRows(bytes: Uint8Array, start: number, options: TableOptions): ScannedTable {
  const tables: ScannedTable[] = []
  let from = behindSegmentLine(bytes, start)
  if (from < 0) from = start
  for (let next = from; next >= 0 && tables.length < mostSegments; ) {
    const table = scanTable(bytes, next, options)
    tables.push(table)
    next = table.isCutOff ? -1 : behindSegmentLine(bytes, table.end)
  }
  return tables.length === 1 ? tables[0]! : joined(tables)
}

function joined(tables: readonly ScannedTable[]): ScannedTable {
  const sum = (count: (table: ScannedTable) => number): number => tables.reduce((total, table) => total + count(table), 0)
  const [first, last] = [tables[0]!, tables.at(-1)!]
  const rows = sum((table) => table.rows)
  const columns = first.columns.map((_, i) => {
    const values = new Float64Array(rows)
    let at = 0
    for (const table of tables) {
      values.set(table.columns[i]!, at)
      at += table.rows
    }
    return values
  })
  let before = 0
  let firstUneven = -1
  for (const table of tables) {
    if (firstUneven < 0 && table.firstUneven >= 0) firstUneven = before + table.firstUneven
    before += table.rows
  }
  return { columns, labels: first.labels, rows, end: last.end, damaged: sum((table) => table.damaged), uneven: sum((table) => table.uneven), firstUneven, wider: sum((table) => table.wider), isCutOff: last.isCutOff }
}

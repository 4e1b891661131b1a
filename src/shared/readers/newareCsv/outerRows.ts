import { parseDecimal } from '../text/parseDecimal'
import type { BatteryHeader } from '../batteryText/batteryColumn'
import { splitCells } from '../batteryText/splitCells'

interface Level { readonly headers: readonly BatteryHeader[]; readonly from: number[]; readonly number: number[]; readonly status: string[] }

/** The rows above the records of a nested table: each cycle and step holds for the records that come behind it. */
export class OuterRows {
  private readonly levels: readonly Level[]
  unread = 0
  firstUnread = ''

  constructor(levels: readonly (readonly BatteryHeader[])[], private readonly separator: string) {
    this.levels = levels.map((headers) => ({ headers, from: [], number: [], status: [] }))
  }

  add(line: Uint8Array, rows: number): boolean {
    const text = new TextDecoder().decode(line)
    const cells = splitCells(text, this.separator)
    const at = cells.findIndex((cell) => cell !== '')
    if (at < 0) return false
    if (!this.take(cells, at, at, rows)) {
      if (this.unread === 0) this.firstUnread = text.trim().slice(0, 40)
      this.unread += 1
    }
    return false
  }

  /** The cells of one level from `at` on, and what stands behind them: BTSDA writes the first step of a test on the line of its cycle. */
  private take(cells: readonly string[], level: number, at: number, rows: number): boolean {
    const own = this.levels[level]
    const number = parseDecimal(cells[at] ?? '', '.')
    if (!own || Number.isNaN(number)) return false
    const statusAt = own.headers.findIndex(({ kind }) => kind === 'status')
    own.from.push(rows)
    own.number.push(number)
    own.status.push(statusAt < 0 ? '' : (cells[at + statusAt] ?? ''))
    const behind = at + own.headers.length
    return cells.slice(behind).every((cell) => cell === '') || level + 1 === this.levels.length || this.take(cells, level + 1, behind, rows)
  }

  /** Number of the cycle and of the step of every record, and what the step does; NaN before the first. */
  columns(rows: number): { header: BatteryHeader; values: Float64Array; labels?: readonly string[] }[] {
    return this.levels.flatMap(({ headers, from, number, status }) => {
      const values = new Float64Array(rows).fill(NaN)
      const labels = [...new Set(status)]
      const indices = new Float64Array(rows).fill(NaN)
      from.forEach((start, i) => {
        const end = from[i + 1] ?? rows
        values.fill(number[i]!, start, end)
        indices.fill(labels.indexOf(status[i]!), start, end)
      })
      const statusHeader = headers.find(({ kind }) => kind === 'status')
      return [{ header: headers[0]!, values }, ...(statusHeader ? [{ header: statusHeader, values: indices, labels }] : [])]
    })
  }
}

import { batteryColumn, type BatteryHeader } from '../batteryText/batteryColumn'
import { splitCells } from '../batteryText/splitCells'

/** Lines between the records: names of step values ('Index, Mode, Period …'), one row of them, and the names of the records again. */
export class StepLines {
  private readonly from: number[] = []
  private readonly modes: string[] = []
  private modeAt = -1
  private isInStep = false
  unread = 0
  firstUnread = ''

  constructor(private readonly headers: readonly BatteryHeader[], private readonly separator: string) {}

  /** True while the lines behind are those of a step. */
  add(line: string, rows: number): boolean {
    const cells = splitCells(line, this.separator).filter((cell, i, all) => cell !== '' || all.slice(i).some((later) => later !== ''))
    const filled = cells.filter((cell) => cell !== '')
    if (filled.length === 0) return this.isInStep
    const names = this.headers.flatMap(({ name }) => (name === '' ? [] : [name]))
    if (filled.every((cell, i) => cell === names[i])) return (this.isInStep = false)
    const modeAt = cells.findIndex((cell) => /^(?:mode|工作模式|模式)$/i.test(cell))
    if (modeAt >= 0) {
      this.modeAt = modeAt
      return (this.isInStep = true)
    }
    const isStep = this.isInStep && /^\d+$/.test(filled[0]!) && cells[this.modeAt] !== undefined
    if (isStep) {
      this.from.push(rows)
      this.modes.push(cells[this.modeAt]!)
      return true
    }
    if (this.unread === 0) this.firstUnread = line.trim().slice(0, 40)
    this.unread += 1
    return this.isInStep
  }

  get count(): number {
    return this.from.length
  }

  /** Steps counted from 1 and their mode, beside the records; none where the file has no lines of steps. */
  columns(rows: number): { header: BatteryHeader; values: Float64Array; labels?: readonly string[] }[] {
    if (this.from.length === 0) return []
    const step = new Float64Array(rows).fill(NaN)
    const mode = new Float64Array(rows).fill(NaN)
    const labels = [...new Set(this.modes)]
    this.from.forEach((start, i) => {
      const end = this.from[i + 1] ?? rows
      step.fill(i + 1, start, end)
      mode.fill(labels.indexOf(this.modes[i]!), start, end)
    })
    return [{ header: { ...batteryColumn('Step'), name: 'Step' }, values: step }, { header: batteryColumn('Mode'), values: mode, labels }]
  }
}

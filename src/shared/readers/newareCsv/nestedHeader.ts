import { splitLines } from '../text/splitLines'
import { batteryColumn, type BatteryHeader } from '../batteryText/batteryColumn'
import { splitCells } from '../batteryText/splitCells'

/** One to three lines of column names; the last names the cells of a record, those before it the cells of its cycle and its step. */
export interface NestedHeader {
  readonly separator: string
  /** Names by level: of a cycle, of a step, of a record; only that of the record in a flat table. */
  readonly levels: readonly (readonly BatteryHeader[])[]
  /** Line behind the names. */ readonly line: number
  readonly firstRecord: readonly string[]
  /** Lines above the names. */ readonly above: readonly string[]
}

const mostLinesAbove = 30
const separators = ['\t', ',', ';'] as const
const leading = (cells: readonly string[]): number => {
  const first = cells.findIndex((cell) => cell !== '')
  return first < 0 ? cells.length : first
}
function named(cells: readonly string[]): BatteryHeader[] {
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(leading(cells), last + 1).map(batteryColumn)
}
const has = (headers: readonly BatteryHeader[], ...kinds: readonly BatteryHeader['kind'][]): boolean =>
  kinds.every((kind) => headers.some((header) => header.kind === kind))

/** Neware writes 'Voltage(V)' and 'Chg. Cap.(Ah)'; 'Volts', 'Voltage [V]', 'Voltage/V' and 'Charge_Capacity(Ah)' are others'. */
const isOurs = (headers: readonly BatteryHeader[]): boolean =>
  headers.some(({ kind, name }) => kind === 'potential' && /[(（]/.test(name)) && !headers.some(({ name }) => /^(dis)?charge[ _]capacity/i.test(name))

/** The names of BTSDA's table, nested or flat; null where the text has none. */
export function nestedHeader(text: string): NestedHeader | null {
  const lines = splitLines(text)
  for (let line = 0; line < Math.min(mostLinesAbove, lines.length); line += 1) {
    const three = lines.slice(line, line + 3)
    const separator = separators.find((mark) => three.some((one) => one.includes(mark)))
    if (separator === undefined) continue
    const levels: BatteryHeader[][] = []
    for (let level = 0; level < 3 && line + level < lines.length; level += 1) {
      const cells = splitCells(lines[line + level]!, separator)
      if (leading(cells) !== level) break
      levels.push(named(cells))
    }
    const isNested =
      levels.length === 3 &&
      levels[0]![0]?.kind === 'cycle' &&
      levels[1]![0]?.kind === 'step' &&
      levels[2]![0]?.kind === 'record' &&
      has(levels[2]!, 'potential', 'current')
    const isFlat =
      !isNested &&
      levels[0] !== undefined &&
      isOurs(levels[0]) &&
      has(levels[0], 'cycle', 'step', 'record', 'potential', 'current') &&
      (has(levels[0], 'stepTime') || has(levels[0], 'totalTime'))
    if (!isNested && !isFlat) continue
    const used = isNested ? levels : levels.slice(0, 1)
    const after = line + used.length
    const first = lines
      .slice(after)
      .map((one) => splitCells(one, separator))
      .find((cells) => leading(cells) === used.length - 1 && /^\d/.test(cells[used.length - 1] ?? ''))
    return { separator, levels: used, line: after, firstRecord: first ?? [], above: lines.slice(0, line).filter((one) => one.trim() !== '') }
  }
  return null
}

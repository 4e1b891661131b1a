import { splitCells } from '../batteryText/splitCells'
import { beginningText } from '../text/beginningText'
import { splitLines } from '../text/splitLines'
import { testerColumn, type TesterHeader } from './testerColumn'

export type Dialect = 'Arbin' | 'BDF' | 'PEC'
const mostLinesAbove = 200
const separators = ['\t', ',', ';'] as const

export interface TesterTable {
  readonly dialect: Dialect
  readonly headers: readonly TesterHeader[]
  readonly separator: string
  /** Line of the names. */ readonly line: number
  /** Empty cells in front of the names and of every row. */ readonly level: number
  readonly firstRecord: readonly string[]
}

/** The dialect that has such a set of names, which no other program writes; null for any other. */
function dialectOf(headers: readonly TesterHeader[]): Dialect | null {
  const has = (...bases: readonly string[]): boolean => headers.some(({ base }) => bases.includes(base))
  const inBdf = (base: string): boolean => headers.some((header) => header.base === base && header.isBdf)
  if (inBdf('testtime') && inBdf('voltage') && inBdf('current')) return 'BDF'
  const place = ['test', 'cell', 'rack', 'shelf', 'position']
  if (place.every((word, i) => headers[i]?.base === word) && has('totaltime', 'steptime') && has('voltage') && has('current')) return 'PEC'
  const measured = ['testtime', 'voltage', 'current', 'chargecapacity', 'dischargecapacity']
  return measured.every((base) => has(base)) && has('stepindex', 'stepid') && has('cycleindex', 'cycleid') ? 'Arbin' : null
}

/** Names without any unit, as the database of an Arbin exports them, are plain words that others may write too. */
export const hasUnits = ({ headers }: TesterTable): boolean =>
  ['voltage', 'current'].every((name) => headers.some(({ base, unit }) => base === name && unit !== ''))

/** The line of names of a tester's table; null where the beginning of the text has none. */
export function testerHeader(bytes: Uint8Array): TesterTable | null {
  const lines = splitLines(beginningText(bytes))
  for (let line = 0; line < Math.min(mostLinesAbove, lines.length); line += 1) {
    const text = lines[line]!
    const separator = separators.find((mark) => text.includes(mark))
    if (separator === undefined || !/voltage/i.test(text)) continue
    const cells = splitCells(text, separator)
    const below = lines.slice(line + 1, line + 20).map((row) => splitCells(row, separator))
    const named = cells.findIndex((cell) => cell !== '')
    const firstRecord = below.find((row) => /^\d/.test(row[0] ?? '') || /^\d/.test(row[named] ?? '')) ?? []
    // A first column without a name holds the row numbers that a program put in front.
    const level = (firstRecord[0] ?? '') === '' ? named : 0
    const headers = cells.slice(level, cells.findLastIndex((cell) => cell !== '') + 1).map((cell, i) => testerColumn(cell === '' ? `Column ${level + i + 1}` : cell))
    const dialect = dialectOf(headers)
    if (dialect) return { dialect, headers, separator, line, level, firstRecord }
  }
  return null
}

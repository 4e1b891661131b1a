import type { Measurement } from '../../measurement'
import { delimitedRows } from '../instrumentTable/delimitedRows'
import type { TableColumnChoice } from '../reader'
import { numberBlocks } from '../table/numberBlock'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { splitLines } from '../text/splitLines'
import { tableMeasurement } from './tableMeasurement'

/** Below this the lines of the whole file are read at once, which is simpler. */
const longFrom_bytes = 256 * 1024
const head_bytes = 64 * 1024
const LF = 10

/**
 * One long table of nothing but numbers: its layout is found in the first lines, its rows are read straight from the bytes. null where
 * anything else stands in the file, be it one word between two rows: then every line is looked at.
 */
export function longTable(bytes: Uint8Array, columnNames: readonly TableColumnChoice[]): Measurement | null {
  const end = bytes.length < longFrom_bytes ? 0 : bytes.lastIndexOf(LF, head_bytes) + 1
  if (end === 0) return null
  const { text, encoding } = decodeText(bytes.subarray(0, end))
  if (encoding.startsWith('utf-16') || /\0|\r(?!\n)/.test(text)) return null
  const lines = splitLines(text)
  const { blocks, looseRows } = numberBlocks(lines)
  const [block] = blocks
  if (!block || blocks.length > 1 || looseRows > 0 || block.skipped.length > 0 || block.end < lines.length - 1) return null
  const { kinds, dialect } = block.layout
  if (kinds.some((kind) => kind !== 'number')) return null
  let start = bytes[0] === 0xef && block.first === 0 ? 3 : 0
  for (let line = 0; line < block.first; line += 1) start = bytes.indexOf(LF, start) + 1
  const { separator, decimal } = dialect
  const table = separator === ' '
    ? scanTable(bytes, start, { width: kinds.length, separator: 'loose', decimal })
    : delimitedRows(bytes, start, { width: kinds.length, separator, decimal })
  const isAll = table.damaged === 0 && table.uneven === 0 && !table.isCutOff && table.labels.every((labels) => labels === undefined) && isBlank(bytes, table.end)
  if (!isAll) return null
  const whole = { ...block, columns: table.columns.map((values) => ({ values })), rows: table.rows, end: lines.length }
  return tableMeasurement(lines, { block: whole, from: 0, to: lines.length, number: 0 }, columnNames)
}

function isBlank(bytes: Uint8Array, from: number): boolean {
  for (let i = from; i < bytes.length; i += 1) if (bytes[i]! > 32) return false
  return true
}

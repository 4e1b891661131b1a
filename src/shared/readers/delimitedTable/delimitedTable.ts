/**
 * Any table of numbers that no format is known for (.txt, .csv, .tsv, .dat, .xy).
 * Lines of remarks and names, then rows of equally many cells between tabs, semicolons, commas or blanks; the longest stretch of such rows is
 * the table. Traps: decimal commas; names of columns with or without units, or none at all; a remark between two rows; words in a column.
 */
import type { Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { longestBlock, numberBlocks, type NumberBlock } from '../table/numberBlock'
import { isZip, spreadsheetKind } from '../table/spreadsheetKind'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { splitLines } from '../text/splitLines'
import { longTable } from './longTable'
import { tableMeasurement } from './tableMeasurement'

const isTextName = (name: string): boolean => /\.(txt|csv|tsv|dat|asc|prn|xy)$/i.test(name)

/** Zero bytes are a binary file; markup and JCAMP-DX hold numbers that are no table of their own. */
const isPlainText = (text: string): boolean => !text.includes('\0') && !/^\s*(<[?!a-z]|## ?title)/i.test(text)

/** A report with small tables here and there is not a measurement. */
const smallestShare = 0.15
const mostTables = 200

function recognises({ name, bytes, size }: FileHead): Recognition | null {
  if (isZip(bytes)) return isTextName(name) ? { confidence: 'possible', why: 'the name is that of a text table' } : null
  const text = beginningText(bytes)
  if (!isPlainText(text)) return null
  const lines = bytes.length < size ? splitLines(text).slice(0, -1) : splitLines(text)
  const { blocks } = numberBlocks(lines)
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0)
  const block = longestBlock(blocks)
  if (!block || rows < smallestShare * lines.filter((line) => line.trim() !== '').length) return null
  return { confidence: 'possible', why: `it is a table of numbers with ${block.columns.length} columns from line ${block.first + 1} on` }
}

/** 'time,current' above '0,5,1,5': the comma is both, so that no cell is certain. */
function refuseAmbiguousCommas(block: NumberBlock, lines: readonly string[]): void {
  if (block.layout.dialect.separator !== ',' || block.first === 0) return
  const names = lines[block.first - 1]!.split(',').filter((name) => /\p{L}/u.test(name)).length
  const filled = block.layout.kinds.filter((kind) => kind !== 'empty').length
  if (names < 2 || filled !== 2 * names) return
  const sentence = `${names} names stand above ${filled} cells: commas stand both in the numbers and between them; export it with tabs or semicolons.`
  throw new ReadError(sentence, { line: block.first + 1 })
}

function refuseZip(bytes: Uint8Array): void {
  if (!isZip(bytes)) return
  const kind = spreadsheetKind(bytes)
  throw new ReadError(
    kind
      ? `The file is named as a text but is a spreadsheet (.${kind}) inside; save it as .csv from a spreadsheet program.`
      : 'The file is named as a text but is a zip container inside; unpack it first.'
  )
}

function measurements({ bytes, columnNames = [] }: ReadableFile): Measurement[] {
  refuseZip(bytes)
  const long = longTable(bytes, columnNames)
  if (long) return [long]
  const { text } = decodeText(bytes)
  const lines = text.includes('\0') ? [] : splitLines(text)
  const { blocks, looseRows } = numberBlocks(lines)
  if (blocks.length === 0) {
    throw new ReadError('The file holds no table of numbers (two columns, three rows at least); export it as text with one header line.')
  }
  if (blocks.length > mostTables) {
    throw new ReadError(`The file holds ${blocks.length} separate tables, more than ${mostTables}; export only the table that is needed.`)
  }
  for (const block of blocks) refuseAmbiguousCommas(block, lines)
  return blocks.map((block, i) => {
    const to = i === blocks.length - 1 ? lines.length : block.end
    const place = { block, from: blocks[i - 1]?.end ?? 0, to, number: blocks.length > 1 ? i + 1 : 0 }
    const measurement = tableMeasurement(lines, place, columnNames)
    if (i > 0 || looseRows === 0) return measurement
    const loose = `${looseRows} single lines with as many numbers stand outside the tables; they are kept as remarks.`
    return { ...measurement, warnings: [...measurement.warnings, loose] }
  })
}

export const delimitedTable: Reader = {
  id: 'delimited-table', format: 'Table of numbers (text)', vendor: 'any', opensArchives: true, isLastResort: true, recognises,
  read: (file: ReadableFile): ReadResult => ({ measurements: measurements(file) })
}

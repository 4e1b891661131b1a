import type { Column, Measurement } from '../../measurement'
import { quantityKinds, type QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition, type TableColumnChoice } from '../reader'
import { columnHeaders, type ColumnHeader } from '../table/columnHeaders'
import { columnQuantity } from '../table/columnQuantity'
import { numberBlock, type NumberBlock } from '../table/numberBlock'
import { isZip, spreadsheetKind } from '../table/spreadsheetKind'
import { textSettings } from '../table/textSettings'
import { decodeText } from '../text/decodeText'
import { splitLines } from '../text/splitLines'
import { tableTechnique } from './tableTechnique'

const isTextName = (name: string): boolean => /\.(txt|csv|tsv|dat|asc|prn|xy)$/i.test(name)

/** Zero bytes are a binary file, save in a UTF-16 text, where every second one may be zero. */
const isText = (text: string): boolean => !text.includes('\0')

function recognises({ name, bytes, size }: FileHead): Recognition | null {
  if (isZip(bytes)) return isTextName(name) ? { confidence: 'possible', why: 'the name is that of a text table' } : null
  const { text } = decodeText(bytes)
  if (!isText(text)) return null
  const lines = splitLines(text)
  const block = numberBlock(bytes.length < size ? lines.slice(0, -1) : lines)
  return block && { confidence: 'possible', why: `a table of numbers with ${block.columns.length} columns from line ${block.first + 1} on` }
}

const quantityOf = (text: string): QuantityKind => quantityKinds.find((kind) => kind === text) ?? 'other'

function column(header: ColumnHeader, block: NumberBlock, index: number, choice: TableColumnChoice | undefined): Column {
  const { values, labels } = block.columns[index]!
  const named = choice
    ? { name: choice.name, quantity: quantityOf(choice.quantity), unit: choice.unit }
    : { name: header.name, quantity: columnQuantity(header), unit: header.unit }
  return labels ? { ...named, quantity: 'other', values, labels } : { ...named, values }
}

const isEmptyColumn = ({ values }: Column): boolean => values.every((value) => Number.isNaN(value))

function warningsOf(block: NumberBlock, lines: readonly string[]): string[] {
  const { skipped, rowsElsewhere, end } = block
  const warnings: string[] = []
  if (skipped.length > 0)
    warnings.push(
      `${skipped.length} lines inside the table are not rows of numbers and were left out, ` +
        `first line ${skipped[0]! + 1}: "${lines[skipped[0]!]!.trim().slice(0, 60)}".`
    )
  if (rowsElsewhere > 0)
    warnings.push(
      `${rowsElsewhere} more rows of numbers stand outside the longest table (lines ${block.first + 1} to ${end}) ` +
        'and were not read; save each table alone.'
    )
  return warnings
}

/** 'time,current' above '0,5,1,5': the comma is both, so that no cell is certain. */
function refuseAmbiguousCommas(block: NumberBlock, lines: readonly string[]): void {
  if (block.layout.dialect.separator !== ',' || block.first === 0) return
  const names = lines[block.first - 1]!.split(',').filter((name) => /\p{L}/u.test(name)).length
  const filled = block.layout.kinds.filter((kind) => kind !== 'empty').length
  if (names >= 2 && filled === 2 * names) {
    throw new ReadError(
      `${names} names stand above ${filled} cells: commas stand both in the numbers and between them; export the table with tabs or semicolons.`,
      { line: block.first + 1 }
    )
  }
}

function measurement(file: ReadableFile): Measurement {
  if (isZip(file.bytes)) {
    const kind = spreadsheetKind(file.bytes)
    throw new ReadError(
      kind
        ? `The file is named as a text but is a spreadsheet (.${kind}) inside; save it as .csv from a spreadsheet program.`
        : 'The file is named as a text but is a zip container inside; unpack it first.'
    )
  }
  const { text } = decodeText(file.bytes)
  const lines = isText(text) ? splitLines(text) : []
  const block = numberBlock(lines)
  if (!block)
    throw new ReadError(
      'The file holds no table of numbers (two columns and three rows at least); export the measurement as text with one header line.'
    )
  refuseAmbiguousCommas(block, lines)
  const { headers, first } = columnHeaders(lines, block)
  const choices = new Map((file.columnNames ?? []).map((choice) => [choice.column, choice]))
  const all = headers.map((header, index) => column(header, block, index, choices.get(index)))
  // A separator at the end of every line is no column.
  const columns = all.filter((candidate, index) => choices.has(index) || headers[index]!.word !== '' || !isEmptyColumn(candidate))
  const settings = textSettings([...lines.slice(0, first), ...lines.slice(block.end)])
  return {
    technique: tableTechnique(columns),
    title: '',
    columns,
    segments: [],
    settings,
    facts: [],
    header: {},
    startedAt: null,
    signConvention: columns.some(({ quantity }) => quantity === 'current') ? 'as recorded; the file does not say' : null,
    warnings: warningsOf(block, lines),
    complete: true
  }
}

export const delimitedTable: Reader = {
  id: 'delimited-table',
  format: 'Table of numbers (text)',
  vendor: 'any',
  recognises,
  read: (file: ReadableFile): ReadResult => ({ measurements: [measurement(file)] })
}

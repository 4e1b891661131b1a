/**
 * Run sheet of the laboratory (.xlsx, .xls, .ods, .csv, .tsv): one row a measurement or electrolysis, its first column the file's name.
 * The row of names is the one that holds most of the known words (English or Chinese), units stand in them or in the row below.
 * Traps: several sheets; remarks above the names; merged cells (mergedFields.ts) and empty ones; decimal commas; a csv whose separator the PC's locale chose.
 */
import { ReadError, type CellProblem, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { csvTable, separators, statedSeparator, type CsvTable } from '../table/csvTable'
import type { SheetTable } from '../table/sheetTable'
import { isZip, spreadsheetKind } from '../table/spreadsheetKind'
import { workbookRows } from '../table/workbookRows'
import { zipDirectory } from '../table/zipDirectory'
import { decodeText } from '../text/decodeText'
import { headerScore } from './headerRow'
import { sheetRuns, type SheetRuns } from './sheetRuns'
import { unknownColumnProblems } from './unknownColumns'

const isNamedRunSheet = (name: string): boolean => /run[\s_-]?sheet|实验记录表/i.test(name) && !/^(~\$|\.)/.test(name)
const extensionOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
const workbooks: ReadonlySet<string> = new Set(['xlsx', 'xls', 'ods'])
const texts: ReadonlySet<string> = new Set(['csv', 'tsv'])

function recognises({ name, bytes }: FileHead): Recognition | null {
  if (!isNamedRunSheet(name)) return null
  const extension = extensionOf(name)
  const isMeant = workbooks.has(extension) || texts.has(extension) || (extension === 'txt' && isZip(bytes))
  return isMeant ? { confidence: 'certain', why: 'the name says run sheet and the extension is that of a table' } : null
}

function sheetsOf({ name, bytes }: ReadableFile): { sheets: readonly SheetTable[]; isText: boolean } {
  const extension = extensionOf(name)
  const kind = spreadsheetKind(bytes)
  if (workbooks.has(extension)) {
    if (kind) return { sheets: workbookRows(bytes), isText: false }
    if (isZip(bytes)) zipDirectory(bytes)
    const isText = !isZip(bytes) && !bytes.subarray(0, 4096).includes(0)
    throw new ReadError(
      isText
        ? `The file is named .${extension} but is plain text; rename it to .csv, or save it from a spreadsheet program as .xlsx.`
        : `The file is named .${extension} but is no spreadsheet inside; save it again from a spreadsheet program.`
    )
  }
  if (kind || isZip(bytes))
    throw new ReadError(
      kind
        ? `The file is named .${extension} but is a spreadsheet (.${kind}) inside; rename it to .${kind}.`
        : `The file is named .${extension} but is a zip container inside; unpack it first.`
    )
  return { sheets: [textTable(decodeText(bytes).text)], isText: true }
}

const bestScore = (table: SheetTable): number => table.rows.slice(0, 50).reduce((best, { cells }) => Math.max(best, headerScore(cells)), 0)

/** Read with the separator under which the header makes most sense. */
function textTable(text: string): CsvTable {
  const stated = statedSeparator(text)
  if (stated) return csvTable(text, stated)
  const [best] = separators
    .map((separator) => csvTable(text, separator))
    .map((table) => ({ table, score: bestScore(table) }))
    .sort((a, b) => b.score - a.score)
  return best!.table
}

/** Sheets of notes may name one field by chance; they count only if no sheet names two. */
function runsOf(sheets: readonly SheetTable[], isText: boolean): { sheet: SheetTable; runs: SheetRuns }[] {
  for (const atLeast of [2, 1]) {
    const found = sheets.flatMap((sheet) => {
      const runs = sheetRuns(sheet, isText, atLeast)
      return runs ? [{ sheet, runs }] : []
    })
    if (found.length > 0) return found
  }
  return []
}

function read(file: ReadableFile): ReadResult {
  const { sheets, isText } = sheetsOf(file)
  const found = runsOf(sheets, isText)
  if (found.length === 0) {
    throw new ReadError(
      'The run sheet has no row with known column names (file, catalyst, potential (V), …); copy your rows into the template of the Run sheet view.'
    )
  }
  const open = (sheets[0] as CsvTable | undefined)?.openQuoteRow
  const quote: CellProblem[] =
    open === undefined
      ? []
      : [
          {
            row: open,
            column: '',
            text: 'a quotation mark is opened and never closed, so the cells behind it cannot be told apart; close or delete it.'
          }
        ]
  const named = (sheet: SheetTable, { column, ...rest }: CellProblem): CellProblem => ({
    ...rest,
    column: found.length > 1 ? `${sheet.name}!${column}` : column
  })
  const unknown = found.flatMap(({ sheet, runs }) => runs.unknown.map(({ header, cell }) => ({ header, cell: found.length > 1 ? `${sheet.name}!${cell}` : cell })))
  return {
    measurements: [],
    rows: found.flatMap(({ runs }) => runs.rows),
    problems: [...quote, ...unknownColumnProblems(unknown), ...found.flatMap(({ sheet, runs }) => runs.problems.map((problem) => named(sheet, problem)))]
  }
}

export const runSheet: Reader = { id: 'run-sheet', format: 'Run sheet (.xlsx, .xls, .ods, .csv, .tsv)', vendor: 'RuM Workbench', opensArchives: true, isWrittenByHand: true, recognises, read }

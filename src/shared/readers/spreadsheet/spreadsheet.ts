/**
 * Measured numbers in a spreadsheet (.xlsx, .xls, .ods): testers and spectrometers export their text tables as sheets (Landt, Neware, Cary),
 * and people paste them there. Each sheet is read as the text that it would be (tabs between its cells), by whichever text reader knows it;
 * else as a table of numbers whose columns the user names.
 * Traps: sheets without numbers beside the measured ones; a workbook that this program wrote is no measurement; a sheet that is cut at 100 000 rows.
 */
import type { Measurement } from '../../measurement'
import { claimsOf } from '../claims'
import { choicesFrom, choicesOf, chosenMeaning } from '../columnChoices'
import { tableTechnique } from '../delimitedTable/tableTechnique'
import { NotRecognised, ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition, type TableColumnChoice } from '../reader'
import type { SheetTable } from '../table/sheetTable'
import { isOle, isZip, spreadsheetKind } from '../table/spreadsheetKind'
import { workbookRows } from '../table/workbookRows'
import { zipDirectory } from '../table/zipDirectory'
import { zipPart } from '../table/zipPart'
import { sheetText } from './sheetText'

const head_bytes = 64 * 1024

/** The directory of an .xls may stand at its end: then its name has to do. */
function recognises({ bytes, name }: FileHead): Recognition | null {
  const kind = spreadsheetKind(bytes) ?? (isOle(bytes) && /\.xls$/i.test(name) ? 'xls' : null)
  return kind ? { confidence: 'possible', why: 'it is a spreadsheet, whose sheets may hold measured tables', version: `.${kind}` } : null
}

/** The comment that the workbooks of this program carry: their numbers are results, and never to be read as measured ones. */
function isOwnWorkbook(bytes: Uint8Array): boolean {
  const entry = isZip(bytes) ? zipDirectory(bytes).find(({ name }) => name === 'docProps/core.xml') : undefined
  const part = entry && zipPart(bytes, entry)
  return part ? new TextDecoder().decode(part).includes('Written by RuM Workbench') : false
}

interface MeasuredSheet { readonly name: string; readonly reader: Reader; readonly measurements: readonly Measurement[] }

/** An instrument's text says itself what its columns are; still, what the user says of one of them counts before it. */
function asChosen(measurement: Measurement, choices: readonly TableColumnChoice[], table: number): Measurement {
  const own = choicesOf(choices.filter((choice) => choice.table !== undefined), table)
  if (own.size === 0) return measurement
  const columns = measurement.columns.map((column, i) => {
    const choice = own.get(i)
    return choice ? { ...column, ...chosenMeaning(choice, column) } : column
  })
  return { ...measurement, columns, technique: ['TABLE', 'OTHER'].includes(measurement.technique) ? tableTechnique(columns) : measurement.technique }
}

/** What one sheet holds, and as which format; null for a sheet without numbers. `columnNames` count its tables from 0. */
function measuredSheet(sheet: SheetTable, readers: readonly Reader[], columnNames: readonly TableColumnChoice[]): MeasuredSheet | null {
  const bytes = new TextEncoder().encode(sheetText(sheet))
  const name = `${sheet.name}.txt`
  const reader = claimsOf(readers, { name, bytes: bytes.subarray(0, head_bytes), size: bytes.length })[0]?.reader
  if (!reader) return null
  const { measurements } = reader.read({ name, bytes, columnNames })
  const cut = sheet.cutAt === undefined ? [] : [`Sheet "${sheet.name}" goes on beyond ${sheet.cutAt}, which is as far as it was read; export the rest as text.`]
  return {
    name: sheet.name, reader,
    measurements: measurements.map((one) => ({
      ...one, title: [sheet.name, one.title].filter((part) => part !== '').join(', '), facts: [...one.facts, { name: 'sheet', value: sheet.name }, { name: 'sheetFormat', value: reader.format }],
      warnings: [...one.warnings, ...cut], complete: one.complete && cut.length === 0
    }))
  }
}

/** Beside the sheet that an instrument wrote stand its own sums of cycles and steps: those are named, not read. */
function withoutSums(sheets: readonly MeasuredSheet[], choices: readonly TableColumnChoice[]): Measurement[] {
  const known = sheets.filter(({ reader }) => !reader.isLastResort)
  if (known.length === 0) return sheets.flatMap(({ measurements }) => measurements)
  const others = sheets.filter((sheet) => !known.includes(sheet)).map(({ name }) => name)
  const read = known.flatMap(({ measurements }) => measurements).map((one, table) => asChosen(one, choices, table))
  return read.map((one) => (others.length === 0 ? one : { ...one, facts: [...one.facts, { name: 'notRead', value: others.join(', ') }] }))
}

/** `readers`: those of text tables, in the order in which they are asked. */
export function spreadsheetOf(readers: readonly Reader[]): Reader {
  function read(file: ReadableFile): ReadResult {
    if (isOwnWorkbook(file.bytes)) throw new NotRecognised('A workbook that RuM Workbench wrote: its numbers are results, no measurement.')
    const problems: ReadError[] = []
    const choices = file.columnNames ?? []
    let tables = 0 // those of no known format: where one of a known format stands beside them they are not read
    const sheets = workbookRows(file.bytes).flatMap((sheet) => {
      try {
        const measured = measuredSheet(sheet, readers, choicesFrom(choices, tables))
        if (measured?.reader.isLastResort) tables += measured.measurements.length
        return measured ?? []
      } catch (error) {
        if (!(error instanceof ReadError)) throw error
        problems.push(new ReadError(`Sheet "${sheet.name}": ${error.message}`, error.place))
        return []
      }
    })
    const measurements = withoutSums(sheets, choices)
    if (measurements.length === 0) throw problems[0] ?? new NotRecognised('A spreadsheet without a table of numbers; name a run sheet "runsheet", and give a table of measured numbers one row of column names.')
    return { measurements: measurements.map((one, i) => (i > 0 ? one : { ...one, warnings: [...one.warnings, ...problems.map(({ message }) => message)] })) }
  }
  return { id: 'spreadsheet', format: 'Measured table in a spreadsheet (.xlsx, .xls, .ods)', vendor: 'any', opensArchives: true, isLastResort: true, isWrittenByHand: true, recognises, read }
}

/**
 * Metrohm Autolab NOVA text export ('Export ASCII').
 * One line of column names ('Potential applied (V)', 'WE(1).Current (A)', 'Scan', 'Index', 'Current range'), then rows; nothing else.
 * Traps: semicolon, tab or comma between the cells and a decimal comma or point, as the PC has them; text columns ('10 µA', an overload
 * flag that is empty in most rows); parameter columns filled in row 1 only; signals of several commands side by side, of different lengths; an export may begin at any scan, index and time.
 * The FRA software before NOVA wrote a few lines of title and time, "f/Hz Z'/Ohm -Z''/Ohm …", a line with the number of rows, and rows.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import type { FieldValues } from '../../metadata/fields'
import { delimitedRows } from '../instrumentTable/delimitedRows'
import { namedColumns } from '../instrumentTable/namedColumns'
import { tableWarnings } from '../instrumentTable/tableWarnings'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { decodeText } from '../text/decodeText'
import { scanTable, type ScannedTable } from '../text/scanTable'
import { isNumbersOnly } from '../text/isNumbersOnly'
import { splitLines } from '../text/splitLines'
import { nextLine } from '../text/startOfText'
import { novaHeader, type NovaHeader } from './novaHeader'
import { novaParts } from './novaParts'
import { novaTechnique } from './novaTechnique'

interface Place { readonly before: readonly string[]; readonly header: NovaHeader; readonly rowsAt: number; readonly declared: number | null }
const mostLinesBefore = 20

/** Where the column names stand: the first line with text; in old FRA files a few lines may stand before them. */
function placeOf(bytes: Uint8Array): Place | null {
  const before: string[] = []
  for (let at = 0, line = 0; at < bytes.length && line < mostLinesBefore; line += 1) {
    const end = nextLine(bytes, at)
    const text = decodeText(bytes.subarray(at, Math.min(end, at + 4096))).text.trim()
    at = end
    const header = isNumbersOnly(text) ? null : novaHeader(text)
    if (header?.kind === 'nova' && line > 2) return null
    if (!header) {
      if (text !== '') before.push(text)
      continue
    }
    const next = nextLine(bytes, at)
    const count = /^\d{1,7}$/.exec(decodeText(bytes.subarray(at, Math.min(next, at + 100))).text.trim())
    return count ? { before, header, rowsAt: next, declared: Number(count[0]) } : { before, header, rowsAt: at, declared: null }
  }
  return null
}

function recognises(head: FileHead): Recognition | null {
  const place = placeOf(asSingleBytes(head.bytes))
  if (!place) return null
  if (place.header.kind === 'fra') return { confidence: 'certain', why: "its columns are \"f/Hz Z'/Ohm -Z''/Ohm\" as Autolab's FRA writes them",
    version: 'FRA' }
  return { confidence: 'certain',
    why: `its first line names NOVA's columns (${place.header.columns.slice(0, 3).map(({ name }) => name).join(', ')})`, version: 'NOVA' }
}

function decimalOf(sample: string, { separator, columns }: NovaHeader): '.' | ',' {
  if (separator !== ',') return /\d,\d/.test(sample) ? ',' : '.'
  const cells = splitLines(sample)[0]!.split(',').length
  if (cells < 2 * columns.length - 1) return '.'
  throw new ReadError(`${columns.length} names stand above ${cells} cells: commas stand both in the numbers and between them; export it from ` +
    `NOVA again with semicolons or tabs.`, { line: 2 })
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const place = placeOf(bytes)
  if (!place) throw new ReadError('The file does not begin with the column names of a NOVA export (such as "WE(1).Current (A)"); export it as ' +
    'ASCII again.', { line: 1 })
  const { before, header, rowsAt, declared } = place
  const width = header.columns.length
  const sample = decodeText(bytes.subarray(rowsAt, rowsAt + 4000)).text
  const decimal = decimalOf(sample, header)
  const table = header.kind === 'fra' ? scanTable(bytes, rowsAt, { width, separator: 'loose', decimal })
    : delimitedRows(bytes, rowsAt, { width, separator: header.separator, decimal })
  const parts = novaParts(namedColumns(header.columns, table))
  const common = { settings: before.map(settingOf), warnings: warningsOf(bytes, table, width, declared), complete: !table.isCutOff && table.rows > 0 }
  return { measurements: parts.map((columns, i) => measurementOf(columns, { ...common, warnings: i === 0 ? common.warnings : [] }, header, decimal)) }
}

function measurementOf(columns: readonly Column[], common: Pick<Measurement, 'settings' | 'warnings' | 'complete'>, header: NovaHeader, decimal: '.' | ','): Measurement {
  const { technique, segments } = novaTechnique(columns)
  const scan = columns.find(({ name }) => name === 'Scan')?.values
  return {
    ...common, technique, title: '', columns, segments,
    facts: [
      { name: 'separator', value: { ';': 'semicolon', ',': 'comma', '\t': 'tab' }[header.separator] },
      { name: 'decimalSign', value: decimal === ',' ? 'comma' : 'point' },
      ...(scan && scan.length > 0 ? [{ name: 'firstScan', value: scan[0]! }, { name: 'lastScan', value: scan.at(-1)! }] : [])
    ],
    header: fieldsOf(columns), startedAt: null, signConvention: conventionOf(columns)
  }
}

function warningsOf(bytes: Uint8Array, table: ScannedTable, width: number, declared: number | null): string[] {
  const left = decodeText(bytes.subarray(table.end, table.end + 200)).text.trim()
  return [
    ...tableWarnings(table, width),
    ...(declared !== null && table.rows < declared ? [`The file announces ${declared} rows but holds ${table.rows}.`] : []),
    ...(left !== '' && !table.isCutOff
      ? [`After row ${table.rows} comes text that is no data ("${left.slice(0, 40).replace(/\s+/g, ' ')}"); it was not read.`] : [])
  ]
}

/** 'Procedure : title' of an FRA file; a line without a name goes by its number. */
function settingOf(text: string, i: number): NamedValue {
  const match = /^([^:=]{1,40}?)\s*[:=]\s+(.*)$/.exec(text)
  return match ? { name: match[1]!, value: match[2]! } : { name: `line ${i + 1}`, value: text }
}

/** A column in V/s ('Scan rate', or 'Column 2' where it was not named) gives one number in row 1; NaN or others below are none. */
function fieldsOf(columns: readonly Column[]): FieldValues {
  const rates = columns.find(({ unit, labels }) => !labels && unit === 'V/s')?.values
  const rate = rates?.every((value) => Number.isNaN(value) || value === rates[0]) ? rates[0] : undefined
  return rate !== undefined && Number.isFinite(rate) ? { scanRate_mV_s: rate * 1000 } : {}
}

function conventionOf(columns: readonly Column[]): string | null {
  const has = (quantity: Column['quantity']): boolean => columns.some((column) => column.quantity === quantity)
  const parts = [...(has('current') ? ['oxidation positive, reduction negative (Autolab)'] : []),
    ...(has('z_imag') ? ["the file gives -Z'', positive for a capacitor"] : [])]
  return parts.length > 0 ? parts.join('; ') : null
}

export const novaText: Reader = { id: 'nova-text', format: 'NOVA text', vendor: 'Metrohm Autolab', recognises, read }

/**
 * CH Instruments (CHI, 辰华) text export.
 * Line 1 'June 13, 2024   13:13:28', line 2 the technique, then 'File:', 'Instrument Model:', 'Header:', 'Note:', parameters
 * 'Init E (V) = -0.2', optional result blocks, the column names 'Potential/V, Current/A', a blank line, rows.
 * Traps: rows may stand under 'Segment 1:' lines, one for each sweep (with the charge); the header may be missing down to 'Init E (V) ='; names and rows may use different separators; sweeps are found in the
 * data because 'Segment' counts what was programmed; whether reduction is negative is a setting that the file does not tell.
 */
import { everyRow, type Column, type Measurement, type Technique } from '../../measurement'
import type { FieldValues } from '../../metadata/fields'
import type { QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { stoppedEarly } from '../stoppedEarly'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { findSweeps } from '../../electrochemistry/findSweeps'
import { keptColumn } from '../text/scanTable'
import { splitLines } from '../text/splitLines'
import { lineOffset } from '../text/startOfText'
import { chiRows } from './chiRows'
import { chiHeader, chiNumber, chiTechnique, type ChiColumn, type ChiHeader } from './chiHeader'

const quantities = new Map<string, QuantityKind>([
  ['potential', 'potential'], ['current', 'current'], ['i1', 'current'], ['i1d', 'current'], ['diff(i)', 'current'], ['i', 'current'], ['time', 'time'], ['charge', 'charge'],
  ['freq', 'frequency'], ["z'", 'z_real'], ['z"', 'z_imag'], ["z''", 'z_imag']
])

function headerOf(bytes: Uint8Array): ChiHeader | null {
  return chiHeader(splitLines(beginningText(bytes)))
}

function recognises(head: FileHead): Recognition | null {
  const bytes = asSingleBytes(head.bytes)
  const header = headerOf(bytes)
  if (!header) return cutHeader(bytes)
  const model = header.settings.find((setting) => setting.name === 'Instrument Model')?.value
  if (header.technique !== null && (model !== undefined || header.settings.some((setting) => setting.name === 'Data Source'))) {
    return { confidence: 'certain', why: `line 2 says "${header.technique}" and the columns are CHI's`, ...(typeof model === 'string' && model !== '' ? { version: model } : {}) }
  }
  if (header.technique !== null) return { confidence: 'likely', why: `the text says "${header.technique}" above CHI's column names` }
  const isHeaderless = header.settings.some((setting) => /^(Init E|Init Freq|High E|Sample Interval|Quiet Time) \(/.test(setting.name))
  return isHeaderless ? { confidence: 'likely', why: 'it holds parameters and column names as CHI writes them; the upper header lines are missing' } : null
}

/** A CHI file that ends before its column names. */
function cutHeader(bytes: Uint8Array): Recognition | null {
  const lines = splitLines(beginningText(bytes, 4096))
  const isChi = chiTechnique(lines[1] ?? '') !== undefined && lines.some((line) => /^(Instrument Model|Data Source):/.test(line))
  return isChi ? { confidence: 'certain', why: `line 2 says "${lines[1]!.trim()}"` } : null
}

/** 'Potential/V' rows with a comma only as decimal sign: every blank-separated cell then has one. */
function decimalOf(bytes: Uint8Array, at: number, columns: number): '.' | ',' {
  const sample = decodeText(bytes.subarray(at, at + 4000)).text
  const rows = splitLines(sample).filter((line) => line.trim() !== '').slice(0, 10)
  if (rows.length === 0 || rows.some((row) => row.includes('.'))) return '.'
  return rows.every((row) => row.trim().split(/[\t ]+|;/).length === columns && /\d,\d/.test(row)) ? ',' : '.'
}

function columnOf({ name, unit }: ChiColumn, numbers: Pick<Column, 'values' | 'repeats'>, seen: Set<QuantityKind>): Column {
  const quantity = quantities.get(name.toLowerCase()) ?? 'other'
  const isFirst = quantity !== 'other' && !seen.has(quantity)
  if (isFirst) seen.add(quantity)
  return { name, unit, quantity: isFirst ? quantity : 'other', ...numbers }
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const header = headerOf(bytes)
  if (!header) throw new ReadError('The file ends before its column names (such as "Potential/V, Current/A"): the export was cut off, save it as text again.')
  const start = lineOffset(bytes, header.columnLine + 1)
  const width = header.columns.length
  const table = chiRows(bytes, start, { width, separator: 'loose', decimal: decimalOf(bytes, start, width) })
  const seen = new Set<QuantityKind>()
  const columns = header.columns.map((column, i) => columnOf(column, keptColumn(table, i), seen))
  const left = decodeText(bytes.subarray(table.end, table.end + 200)).text.trim()
  const warnings: string[] = []
  if (table.isCutOff) warnings.push('The file ends within a row, which was left out; it was cut off or is still being written.')
  if (table.rows === 0) warnings.push('The file holds a header but no data rows.')
  if (left !== '' && !table.isCutOff) warnings.push(`After row ${table.rows} comes text that is no data ("${left.slice(0, 40).replace(/\s+/g, ' ')}"); it was not read.`)
  if (table.uneven > 0) warnings.push(`${table.uneven} rows do not have ${width} cells, the first is data row ${table.firstUneven + 1}; missing cells are empty.`)
  if (table.damaged > 0) warnings.push(`${table.damaged} cells are no numbers; they are left empty.`)
  const technique = techniqueOf(header)
  const early = stoppedEarly(clockOf(columns[0]), chiNumber(header.settings, 'Run Time (sec)'))
  if (early !== null) warnings.push(early)
  const potential = columns.find((column) => column.quantity === 'potential')
  const measurement: Measurement = {
    technique, title: '', columns, segments: potential && (technique === 'CV' || technique === 'LSV' || technique === 'TAFEL') ? findSweeps(everyRow(potential)) : [],
    settings: header.settings, facts: header.technique === null ? [] : [{ name: 'technique', value: header.technique }], header: headerFields(header, technique), startedAt: header.date,
    signConvention: columns.some((column) => column.quantity === 'current') ? 'as recorded; the file does not say whether reduction is negative' : null,
    warnings, complete: !table.isCutOff && early === null && table.rows > 0
  }
  return { measurements: [measurement] }
}

/** The clock of an i–t curve or of an open circuit; it starts behind the quiet time. */
const clockOf = (first: Column | undefined): Column | undefined => (first?.quantity === 'time' && first.unit === 'sec' ? first : undefined)

function techniqueOf(header: ChiHeader): Technique {
  const stated = header.technique === null ? undefined : chiTechnique(header.technique)
  if (stated) return stated
  const names = header.columns.map((column) => column.name.toLowerCase())
  if (names.includes('freq')) return 'EIS'
  if (names[0] === 'time') return names.includes('current') ? 'CA' : 'OTHER'
  if (header.settings.some((setting) => setting.name.startsWith('High E'))) return 'CV'
  return header.settings.some((setting) => setting.name.startsWith('Final E')) ? 'LSV' : 'OTHER'
}

function headerFields({ settings }: ChiHeader, technique: Technique): FieldValues {
  const rate = chiNumber(settings, 'Scan Rate (V/s)')
  const potential = technique === 'CA' ? chiNumber(settings, 'Init E (V)') : undefined
  const reference = settings.find((setting) => setting.name === 'Ref. Electrode')?.value
  return {
    ...(rate === undefined ? {} : { scanRate_mV_s: rate * 1000 }), ...(potential === undefined ? {} : { potential_V: potential }),
    ...(typeof reference === 'string' && reference !== '' ? { reference } : {})
  }
}

export const chiText: Reader = { id: 'chi-text', format: 'CHI text', vendor: 'CH Instruments', recognises, read }

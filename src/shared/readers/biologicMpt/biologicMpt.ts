/**
 * BioLogic EC-Lab text export (.mpt).
 * 'EC-Lab ASCII FILE' ('BT-Lab' from a battery cycler), 'Nb header lines : N' (N counts these two and the column line), the technique on line 4, settings,
 * column names separated by tabs with a trailing tab, rows. Latin-1; the decimal sign follows the PC's locale.
 * A text exported without its header begins with the column line.
 * Traps: the time may be a date with a clock; current is mA; time may start at thousands of seconds; a 'Wait' has columns and no rows; <Ewe>/V may be exported as
 * zeros; rows may hold one cell more than the column line names, or fewer: names at its end then have no numbers.
 */
import { everyRow, rowsOf, type Column, type Measurement, type Segment, type Technique } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { segmentsOfSpectra } from '../instrumentTable/segmentsOfSteps'
import { findSweeps } from '../../electrochemistry/findSweeps'
import { stoppedEarly } from '../stoppedEarly'
import { keptColumn, scanTable, type ScannedTable } from '../text/scanTable'
import { splitLines } from '../text/splitLines'
import { lineOffset } from '../text/startOfText'
import { withoutAbsoluteTime } from './absoluteTime'
import { isColumnLine, mptColumns, type MptColumn } from './mptColumn'
import { mptFields, mptHeader, mptStart, mptStep_s, mptTechnique } from './mptHeader'

const marker = /^(?:EC|BT)-Lab ASCII FILE/
const headerLines = /Nb header lines\s*:\s*(\d{1,6})/

function recognises(head: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(head.bytes), 8192)
  if (!marker.test(text)) return isColumnLine(text) ? { confidence: 'likely', why: 'line 1 names columns as EC-Lab does', version: 'without header' } : null
  const version = /(?:EC|BT)-Lab for windows (v[\d.]{1,10})/i.exec(text)?.[1]
  return { confidence: 'certain', why: `line 1 is "${marker.exec(text)![0]}"`, ...(version ? { version: `${text.slice(0, 6)} ${version}` } : {}) }
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const beginning = beginningText(bytes, 8192)
  const isBare = !marker.test(beginning) && isColumnLine(beginning)
  const count = isBare ? 1 : Number(headerLines.exec(beginning.slice(0, 400))?.[1] ?? NaN)
  if (!isBare && !(count >= 3)) throw new ReadError('Line 2 should say "Nb header lines : N"; the export is damaged, save it again from EC-Lab.', { line: 2 })
  const start = lineOffset(bytes, count)
  const lines = splitLines(decodeText(bytes.subarray(0, start)).text)
  if (start >= bytes.length && lines.length < count + 1 && (lines[count - 1] ?? '') === '') {
    throw new ReadError(`The header says ${count} lines, but the file ends after ${lines.length}: the export was cut off, save it again.`, { line: lines.length })
  }
  const header = mptHeader(lines, count)
  if (header.columns.length < 2) throw new ReadError(`Line ${count} should hold the column names separated by tabs; the export is damaged, save it again from EC-Lab.`, { line: count })
  const sample = decodeText(bytes.subarray(start, start + 4000)).text
  const decimal = /\d,\d/.test(sample) ? ',' : '.'
  const names = namesOf(lines[count - 1] ?? '', header.columns, sample)
  const table = scanTable(bytes, start, { width: names.length, separator: 'tab', decimal })
  // More cells than names: nobody can say which column each belongs to, so none may be taken for a potential or an impedance.
  const isShifted = table.wider > 0 && table.wider >= table.rows / 2
  const named = names.slice(0, namesWithNumbers(names.length, table))
  const described = mptColumns(named).map((column) => (isShifted ? { ...column, quantity: 'other' as const } : column))
  const columns = described.map((column, i): Column => {
    const labels = table.labels[i]
    return withoutAbsoluteTime({ ...column, ...keptColumn(table, i), ...(labels ? { labels } : {}) })
  })
  const technique = mptTechnique(header.technique) ?? techniqueByColumns(described)
  const early = technique === 'CA' ? stoppedEarly(columns.find(({ quantity, unit }) => quantity === 'time' && unit === 's'), mptStep_s(header.settings), 'runs on') : null
  const measurement: Measurement = {
    technique, title: '', columns, segments: segmentsOf(columns, technique), settings: header.settings,
    facts: header.technique === null ? [] : [{ name: 'technique', value: header.technique }], header: mptFields(header.settings, technique), startedAt: mptStart(header.settings),
    signConvention: columns.some((column) => column.quantity === 'current') ? 'oxidation positive, reduction negative (EC-Lab)' : null,
    warnings: [...(isShifted ? [shiftedWarning(header.columns, technique)] : []), ...warningsOf(table, columns, names), ...(early === null ? [] : [early])],
    complete: !table.isCutOff && !isShifted && early === null
  }
  return { measurements: [measurement] }
}

/** Short exports leave the last names empty ('error', '', and the tab that ends the line): where the rows have as many cells, nothing is shifted. */
function namesOf(line: string, names: readonly string[], sample: string): readonly string[] {
  const written = line.replace(/[\r\n]+$/, '').replace(/\t$/, '').split('\t').map((name) => name.trim())
  const cells = splitLines(sample)[0]!.split('\t').length
  return written.length > names.length && cells === written.length ? written.map((name, i) => (name === '' ? `column ${i + 1}` : name)) : names
}

function shiftedWarning(names: readonly string[], technique: Technique): string {
  const likely = technique === 'EIS' && !names.includes('freq/Hz') ? ' (freq/Hz, as it seems)' : ''
  return `The rows hold more cells than the ${names.length} names of the column line: a name${likely} is missing, so the numbers stand under wrong names and no analysis uses them. Export the file again with all columns.`
}

/** How many of the names have numbers: where every row is short, those at the end have none. */
function namesWithNumbers(names: number, table: ScannedTable): number {
  const { labels, rows, uneven, wider } = table
  if (rows === 0 || uneven < rows || wider > 0) return names
  let some = names
  while (some > 2 && !labels[some - 1] && table.columns[some - 1]!.every(Number.isNaN)) some -= 1
  return some
}

function warningsOf(table: ScannedTable, columns: readonly Column[], names: readonly string[]): string[] {
  const width = names.length
  const without = names.slice(columns.length).filter((name) => name !== '')
  const warnings: string[] = []
  if (table.rows === 0) warnings.push('The file holds column names but no rows.')
  if (table.isCutOff) warnings.push('The file ends within a row, which was left out; it was cut off or is still being written.')
  if (columns.length < width) warnings.push(`The column line names ${width} columns, the rows hold ${columns.length}${without.length > 0 ? `: there are no numbers for ${without.join(', ')}` : ''}.`)
  else if (table.uneven > 0) warnings.push(`${table.uneven} rows do not have the ${width} cells that the column line names, the first is data row ${table.firstUneven + 1}.`)
  if (table.damaged > 0) warnings.push(`${table.damaged} cells are no numbers; they are left empty.`)
  const potential = columns.find((column) => column.quantity === 'potential')
  if (potential && rowsOf(potential) > 1 && potential.values.every((value) => value === 0)) {
    warnings.push(`${potential.name} is zero in every row: EC-Lab exports it so for some techniques; export Ewe/V instead.`)
  }
  return warnings
}

/** Columns that a technique alone stores, and those that another one has besides: [all of these, none of these, technique]. */
const columnSets: readonly (readonly [readonly string[], readonly string[], Technique])[] = [
  [['control/V/mA', 'half cycle', 'dq/mA.h'], ['|Energy|/W.h'], 'GCPL'],
  [['control/V', 'Ewe/V', 'half cycle'], ['|Energy|/W.h', 'control/mA'], 'CA'],
  [['control/mA', 'half cycle'], ['|Energy|/W.h', 'control/V'], 'CP'],
  [['control/V', 'Ewe/V', '<I>/mA', 'cycle number', 'counter inc.'], ['half cycle', 'Q charge/discharge/mA.h'], 'CV'],
  [['control/V', 'Ewe/V', '<I>/mA'], ['half cycle', 'Ns', 'Ns changes', 'cycle number', 'counter inc.'], 'LSV']
]

function techniqueByColumns(columns: readonly MptColumn[]): Technique {
  const has = (quantity: MptColumn['quantity']): boolean => columns.some((column) => column.quantity === quantity)
  const named = (name: string): boolean => columns.some((column) => column.name === name)
  if (has('z_real')) return 'EIS'
  const known = columnSets.find(([names, not]) => names.every((name) => named(name)) && !not.some((name) => named(name)))?.[2]
  const isControlled = columns.some(({ name }) => name.startsWith('control/') || name === 'dq/mA.h')
  return known ?? (named('Ewe/V') && !has('current') && !isControlled ? 'OCV' : 'OTHER')
}

function segmentsOf(columns: readonly Column[], technique: Technique): Segment[] {
  const potential = columns.find((column) => column.quantity === 'potential')
  if ((technique === 'CV' || technique === 'LSV') && potential) return findSweeps(everyRow(potential))
  const cycle = columns.find((column) => column.name === 'cycle number' || column.name === 'half cycle')
  if (technique === 'EIS') {
    const frequency = columns.find((column) => column.quantity === 'frequency')
    return frequency ? segmentsOfSpectra(everyRow(frequency)) : []
  }
  return technique === 'GCPL' && cycle ? runsOf(everyRow(cycle)) : []
}

/** Rows of equal cycle number. */
function runsOf(values: Float64Array): Segment[] {
  const segments: Segment[] = []
  let start = 0
  for (let row = 1; row <= values.length; row += 1) {
    if (row < values.length && values[row] === values[start]) continue
    segments.push({ kind: 'cycle', start, end: row, label: String(values[start]) })
    start = row
  }
  return values.length === 0 ? [] : segments
}

export const biologicMpt: Reader = { id: 'biologic-mpt', format: 'EC-Lab text (.mpt)', vendor: 'BioLogic', recognises, read }

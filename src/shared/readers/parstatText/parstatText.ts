/**
 * Princeton Parstat / PowerSuite text.
 * One line of names 'Potential (V)', 'Current (A)', 'Elapsed Time (s)', 'Frequency (Hz)', 'Zre (ohms)', 'Zim (ohms)', … with a tab behind
 * each, then rows; no header.
 * Traps: a tab ends every line; the rows of a hold stand before the spectrum with 0 as frequency, Zre and Zim. All rows are kept: the
 * hold is a segment 'step', each spectrum a segment 'spectrum'.
 */
import type { Column, Measurement, Segment } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { delimitedRows } from '../instrumentTable/delimitedRows'
import { namedColumns, type NamedColumn } from '../instrumentTable/namedColumns'
import { tableWarnings } from '../instrumentTable/tableWarnings'
import { segmentsOfSpectra } from '../instrumentTable/segmentsOfSteps'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { decodeText } from '../text/decodeText'
import { nextLine } from '../text/startOfText'

const quantities = new Map<string, QuantityKind>([
  ['Potential', 'potential'], ['Current', 'current'], ['Elapsed Time', 'time'], ['Frequency', 'frequency'], ['Zre', 'z_real'], ['Zim', 'z_imag']
])

/** The names of line 1; null unless it is a line of this program. 'ohms' gets the symbol that every other file has. */
function namesOf(bytes: Uint8Array): NamedColumn[] | null {
  const line = decodeText(bytes.subarray(0, Math.min(nextLine(bytes, 0), 2000))).text.trim()
  const columns = line.split('\t').map((cell): NamedColumn => {
    const match = /^(.{1,40}) \(([^()]{1,10})\)$/.exec(cell.trim())
    const name = match?.[1] ?? cell.trim()
    return { name, unit: match?.[2] === 'ohms' ? 'ohm' : (match?.[2] ?? ''), quantity: quantities.get(name) ?? 'other' }
  })
  const has = (name: string): boolean => columns.some((column) => column.name === name && column.unit !== '')
  return ['Elapsed Time', 'Frequency', 'Zre', 'Zim'].every(has) ? columns : null
}

function recognises(head: FileHead): Recognition | null {
  return namesOf(asSingleBytes(head.bytes))
    ? { confidence: 'certain', why: 'its first line names "Elapsed Time (s)", "Frequency (Hz)", "Zre (ohms)" and "Zim (ohms)"' } : null
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const names = namesOf(bytes)
  if (!names) throw new ReadError('The first line does not name the columns of a Parstat export (such as "Zre (ohms)"): export it as text again.',
    { line: 1 })
  const rowsAt = nextLine(bytes, 0)
  const sample = decodeText(bytes.subarray(rowsAt, rowsAt + 4000)).text
  const table = delimitedRows(bytes, rowsAt, { width: names.length, separator: '\t', decimal: /\d,\d/.test(sample) ? ',' : '.' })
  const columns = namedColumns(names, table)
  const frequency = columns.find(({ quantity }) => quantity === 'frequency')?.values
  if (!frequency) throw new ReadError('The column "Frequency (Hz)" holds text instead of numbers: export the file as text again.', { line: 2 })
  const segments = segmentsOf(frequency)
  const heldRows = frequency.filter((value) => value === 0).length
  const left = decodeText(bytes.subarray(table.end, table.end + 200)).text.trim()
  const measurement: Measurement = {
    technique: heldRows < table.rows ? 'EIS' : 'OTHER', title: '', columns: heldRows < table.rows ? columns : columns.map(withoutSpectrum), segments,
    settings: [],
    facts: [{ name: 'rowsWithoutFrequency', value: heldRows }, { name: 'rowsOfSpectra', value: table.rows - heldRows }], header: {}, startedAt: null,
    signConvention: 'Zim is signed: negative for a capacitor; current as recorded, the file does not say whether reduction is negative',
    warnings: [
      ...tableWarnings(table, names.length),
      ...(left !== '' && !table.isCutOff
        ? [`After row ${table.rows} comes text that is no data ("${left.slice(0, 40).replace(/\s+/g, ' ')}"); it was not read.`] : [])
    ],
    complete: !table.isCutOff && table.rows > 0
  }
  return { measurements: [measurement] }
}

const withoutSpectrum = (column: Column): Column =>
  (['frequency', 'z_real', 'z_imag'].includes(column.quantity) ? { ...column, quantity: 'other' } : column)

/** Rows at frequency 0 are steps, the others spectra; nothing is left out. */
function segmentsOf(frequency: Float64Array): Segment[] {
  const segments: Segment[] = []
  for (let start = 0, row = 1; row <= frequency.length; row += 1) {
    if (row < frequency.length && (frequency[row] === 0) === (frequency[start] === 0)) continue
    if (frequency[start] === 0) segments.push({ kind: 'step', start, end: row, label: 'direct current, frequency 0' })
    else {
      const several = segmentsOfSpectra(frequency.subarray(start, row)).map((one): Segment =>
        ({ kind: 'spectrum', start: one.start + start, end: one.end + start }))
      segments.push(...(several.length > 0 ? several : [{ kind: 'spectrum', start, end: row } as const]))
    }
    start = row
  }
  return segments
}

export const parstatText: Reader = { id: 'parstat-text', format: 'Parstat text', vendor: 'Princeton Applied Research', recognises, read }

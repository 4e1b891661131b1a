/**
 * Neware BTSDA text export (.csv, .txt), nested: line 1 names the cells of a cycle, line 2 (one empty cell in front) those of a step,
 * line 3 (two in front) those of a record; then cycle, step and record rows follow in the same way. Or flat: one line of names.
 * Traps: the three kinds of row have different numbers of cells; the first step of a test may stand on the line of its cycle; a record does not repeat its cycle and step; 'Time(h:min:s.ms)' is
 * that of the step; record numbers may start again in every step; cells may be quoted; Chinese names.
 */
import type { NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { beginningText } from '../text/beginningText'
import { lineOffset } from '../text/startOfText'
import { asUtf8 } from '../batteryText/asUtf8'
import { batteryMeasurement, batteryTable, decimalOf, isTime } from '../batteryText/batteryTable'
import { nestedHeader, type NestedHeader } from './nestedHeader'
import { OuterRows } from './outerRows'
import { scanRecords } from '../batteryText/scanRecords'

const headerOf = (bytes: Uint8Array): NestedHeader | null => nestedHeader(beginningText(bytes))

function recognises(head: FileHead): Recognition | null {
  const header = headerOf(asUtf8(head.bytes))
  if (!header) return null
  return header.levels.length === 3
    ? { confidence: 'certain', why: 'three lines name the cells of cycle, step and record as Neware nests them', version: 'nested' }
    : { confidence: 'likely', why: 'one line names cycle, step, record, voltage and current as Neware does', version: 'flat' }
}

function read(file: ReadableFile): ReadResult {
  const bytes = asUtf8(file.bytes)
  const header = headerOf(bytes)
  if (!header)
    throw new ReadError(
      'The file ends before the names of its records ("Record ID", "Voltage(V)" …): the export was cut off, export the test again from BTSDA.'
    )
  const { levels, separator } = header
  const records = levels.at(-1)!
  const outer = new OuterRows(levels.slice(0, -1), separator)
  const scanned = scanRecords(bytes, lineOffset(bytes, header.line), {
    width: records.length,
    separator: separator.charCodeAt(0),
    level: levels.length - 1,
    decimal: decimalOf(separator, header.firstRecord),
    clocks: records.map(isTime),
    onOther: (line, rows) => outer.add(line, rows)
  })
  const table = batteryTable(records, scanned, outer.columns(scanned.rows))
  const settings: NamedValue[] = header.above.map((line) => ({ name: 'Header', value: line.trim() }))
  return {
    measurements: [
      batteryMeasurement(table, scanned, {
        settings,
        facts: [
          { name: 'layout', value: levels.length === 3 ? 'nested' : 'flat' },
          ...(table.isTimeAdded ? [{ name: 'totalTime', value: 'the times of the steps added up, without pauses' }] : [])
        ],
        signConvention: 'charge current positive, discharge current negative (Neware)',
        warnings: outer.unread > 0 ? [`${outer.unread} lines are neither cycle, step nor record ("${outer.firstUnread}"); they were not read.`] : []
      })
    ]
  }
}

export const newareCsv: Reader = { id: 'neware-csv', format: 'Neware BTSDA text (.csv)', vendor: 'Neware', recognises, read }

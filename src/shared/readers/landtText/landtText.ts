/**
 * Land (LANHE, Landt) battery tester, text export of LANDdt: one line of names 'Index, TestTime, StepTime, Voltage/V, Current/mA,
 * Capacity/mAh, SCapacity/mAh/g, …, State, SysTime' (or Chinese ones) and rows, separated by tabs, commas or semicolons; or a line
 * 'Index, Mode, Period …' for every step with its values, above the names and rows of its records.
 * Traps: times count seconds ('TestTime/Sec.') or are '0-01:02:03' with days in front; states R, C_CC, D_CC, RateC, RateD, C_CV;
 * Chinese Windows writes GB18030; a spreadsheet export has the same names (its sheet Record-Tab, with Cycle-Index and Step-State behind).
 * One line of names is read as in a real export; lines of steps and clocks are built from public descriptions.
 */
import type { Column, NamedValue } from '../../measurement'
import { asUtf8 } from '../batteryText/asUtf8'
import { batteryColumn, type BatteryHeader } from '../batteryText/batteryColumn'
import { batteryMeasurement, batteryTable, decimalOf, isTime } from '../batteryText/batteryTable'
import { scanRecords, type ScannedRecords } from '../batteryText/scanRecords'
import { splitCells } from '../batteryText/splitCells'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { isNumbersOnly } from '../text/isNumbersOnly'
import { splitLines } from '../text/splitLines'
import { lineOffset } from '../text/startOfText'
import { StepLines } from './stepLines'

const mostLinesAbove = 50
const recordNames = new Set(['index', 'record', '记录序号'])

interface LandtHeader {
  readonly headers: readonly BatteryHeader[]
  readonly separator: string
  readonly line: number
  readonly level: number
  readonly firstRecord: readonly string[]
  readonly isEnglish: boolean
}

/** Names with a slash before the unit, 'Voltage/V' and 'Current/mA', are Land's. */
function recordHeader(cells: readonly string[]): BatteryHeader[] | null {
  const headers = cells.map(batteryColumn)
  const slashed = (kind: BatteryHeader['kind']): boolean => headers.some((header) => header.kind === kind && header.name.includes('/'))
  const isOurs =
    recordNames.has(headers[0]?.name.toLowerCase() ?? '') &&
    headers.some(({ kind }) => kind === 'totalTime') &&
    slashed('potential') &&
    slashed('current') &&
    slashed('capacity')
  return isOurs ? headers : null
}

function headerOf(bytes: Uint8Array): LandtHeader | null {
  const lines = splitLines(beginningText(bytes))
  for (let line = 0; line < Math.min(lines.length, mostLinesAbove); line += 1) {
    const separator = ['\t', ',', ';'].find((mark) => lines[line]!.includes(mark))
    if (separator === undefined || isNumbersOnly(lines[line]!)) continue
    const cells = splitCells(lines[line]!, separator)
    const level = cells.findIndex((cell) => cell !== '')
    const last = cells.findLastIndex((cell) => cell !== '')
    const headers = level < 0 ? null : recordHeader(cells.slice(level, last + 1))
    if (!headers) continue
    const firstRecord =
      lines
        .slice(line + 1)
        .map((row) => splitCells(row, separator))
        .find((row) => /^\d/.test(row[level] ?? '')) ?? []
    return { headers, separator, line, level, firstRecord, isEnglish: headers.some(({ name }) => /^voltage/i.test(name)) }
  }
  return null
}

function recognises(head: FileHead): Recognition | null {
  const header = headerOf(asUtf8(head.bytes))
  return header
    ? {
        confidence: 'likely',
        why: `line ${header.line + 1} names the columns as Land does (${header.headers
          .slice(0, 3)
          .map(({ name }) => name)
          .join(', ')} …)`
      }
    : null
}

function read(file: ReadableFile): ReadResult {
  const bytes = asUtf8(file.bytes)
  const header = headerOf(bytes)
  if (!header)
    throw new ReadError(
      'The file ends before its column names ("Index", "TestTime", "Voltage/V" …): the Land export was cut off, export the test again as text.'
    )
  const { headers, separator, level } = header
  const steps = new StepLines(headers, separator)
  const settings: NamedValue[] = []
  for (const line of splitLines(decodeText(bytes.subarray(0, lineOffset(bytes, header.line))).text)) {
    steps.add(line, 0)
    if (steps.unread > 0) settings.push({ name: 'Header', value: line.trim() })
    steps.unread = 0
  }
  steps.add(headers.map(({ name }) => name).join(separator), 0)
  const scanned: ScannedRecords = scanRecords(bytes, lineOffset(bytes, header.line + 1), {
    width: headers.length,
    separator: separator.charCodeAt(0),
    level,
    decimal: decimalOf(separator, header.firstRecord),
    clocks: headers.map(isTime),
    onOther: (line, rows) => steps.add(new TextDecoder().decode(line), rows)
  })
  const table = batteryTable(headers, scanned, steps.columns(scanned.rows))
  const isProven = steps.count === 0 && !scanned.isClock.includes(true)
  return {
    measurements: [
      batteryMeasurement(table, scanned, {
        settings,
        facts: isProven ? [] : [{ name: 'proven', value: false }],
        signConvention: signOf(table.columns, headers),
        warnings: [
          ...(steps.unread > 0 ? [`${steps.unread} lines are neither a step nor a record ("${steps.firstUnread}"); they were not read.`] : []),
          ...(isProven ? [] : ["This layout of Land could not be checked against a real file: compare a few values with the tester's own program."])
        ]
      })
    ]
  }
}

/** The states name charge and discharge: the sign of the current in the first record of either tells the convention. */
function signOf(columns: readonly Column[], headers: readonly BatteryHeader[]): string {
  const named = (kind: BatteryHeader['kind']): Column | undefined => columns.find(({ name }) => headers.some((header) => header.kind === kind && header.name === name))
  const [state, current] = [named('status'), named('current')]
  for (let row = 0; row < (current?.values.length ?? 0); row += 1) {
    const way = /^(?:Rate)?([CD])(?:$|_)/.exec(state?.labels?.[state.values[row]!] ?? '')?.[1]
    const sign = Math.sign(current!.values[row]!)
    if (way && sign) return (way === 'D') === sign < 0 ? 'charge current positive, discharge current negative (by the states of the file)' : 'charge current negative, discharge current positive (by the states of the file)'
  }
  return 'as recorded; the file does not say which sign is discharge'
}

export const landtText: Reader = { id: 'landt-text', format: 'Land / LANHE text', vendor: 'Landt Instruments', recognises, read }

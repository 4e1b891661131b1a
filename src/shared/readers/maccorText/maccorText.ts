/**
 * Maccor text export: lines 'Name:<TAB>value', a line of column names that begins with 'Rec' (or 'Rec#'), a blank line, rows; tabs,
 * or commas in a .csv. Columns 'Cap. [Ah]', 'Current [A]', 'Voltage [V]', 'Md' or 'Amp-hr', 'Amps', 'Volts', 'State'.
 * Traps: decimal comma; the current has no sign, Md or State tells charge (C) from discharge (D); 'TestTime' without a unit counts
 * minutes in some exports and is '0d 00:01:00.00' in others, so the unit is taken from the dates; those may have day or month first.
 */
import type { NamedValue } from '../../measurement'
import { batteryColumn, type BatteryHeader } from '../batteryText/batteryColumn'
import { batteryMeasurement, batteryTable, decimalOf, isTime } from '../batteryText/batteryTable'
import { startOfDates, timeOfDay } from '../text/dateText'
import { scanRecords } from '../batteryText/scanRecords'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { isNumbersOnly } from '../text/isNumbersOnly'
import { splitLines } from '../text/splitLines'
import { lineOffset } from '../text/startOfText'

const mostHeaderLines = 100

interface MaccorHeader {
  readonly headers: readonly BatteryHeader[]
  readonly line: number
  readonly separator: string
  readonly settings: readonly NamedValue[]
  readonly firstRow: string
}

const isHeader = (cells: readonly string[]): boolean =>
  /^rec#?$/i.test(cells[0]?.trim() ?? '') &&
  cells.some((cell) => /^step$/i.test(cell.trim())) &&
  cells.some((cell) => batteryColumn(cell).kind === 'totalTime') &&
  cells.some((cell) => /^es$/i.test(cell.trim()))

function headerOf(bytes: Uint8Array): MaccorHeader | null {
  const lines = splitLines(beginningText(bytes))
  const settings: NamedValue[] = []
  for (const [line, text] of lines.slice(0, mostHeaderLines).entries()) {
    const separator = text.includes('\t') ? '\t' : ','
    const cells = text.replace(/[\t, ]+$/, '').split(separator)
    if (!isNumbersOnly(text) && isHeader(cells)) {
      return { headers: cells.map(batteryColumn), line, separator, settings, firstRow: lines.slice(line + 1).find((row) => row.trim() !== '') ?? '' }
    }
    for (let i = 0; i + 1 < cells.length; i += 2) {
      const name = cells[i]!.trim().replace(/:$/, '')
      if (name !== '') settings.push({ name, value: cells[i + 1]!.trim() })
    }
  }
  return null
}

function recognises(head: FileHead): Recognition | null {
  const header = headerOf(asSingleBytes(head.bytes))
  return header
    ? {
        confidence: 'certain',
        why: `line ${header.line + 1} names the columns as Maccor does (${header.headers
          .slice(0, 3)
          .map(({ name }) => name)
          .join(', ')} …)`
      }
    : null
}

/** Seconds that pass for one unit of the time column, told by two dates of the same day. */
function unitFromDates(time: Float64Array, dateOf: (row: number) => string | undefined): string {
  const first = timeOfDay(dateOf(0) ?? '')
  let row = time.length - 1
  let last = timeOfDay(dateOf(row) ?? '')
  while (row > 0 && first && last?.day !== first.day) last = timeOfDay(dateOf((row -= 1)) ?? '')
  if (!first || !last || row < 1) return ''
  const [dates_s, passed] = [last.seconds - first.seconds, time[row]! - time[0]!]
  // Dates have a resolution of one second at both ends.
  const fits = ([, factor]: readonly [string, number]): boolean => passed > 0 && Math.abs(dates_s - passed * factor) <= 2 + 0.02 * dates_s
  const units = (
    [
      ['s', 1],
      ['min', 60],
      ['h', 3600]
    ] as const
  ).filter(fits)
  return units.length === 1 ? units[0]![0] : ''
}

const beginning = (line: Uint8Array): string => decodeText(line).text.slice(0, 40).replace(/\s+/g, ' ')

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const header = headerOf(bytes)
  if (!header)
    throw new ReadError(
      'The file ends before its column names ("Rec", "Step", "TestTime" …): the Maccor export was cut off, export the test again as text.'
    )
  const { headers, separator } = header
  const others: Uint8Array[] = []
  const scanned = scanRecords(bytes, lineOffset(bytes, header.line + 1), {
    width: headers.length,
    separator: separator.charCodeAt(0),
    decimal: decimalOf(separator, header.firstRow.split(separator)),
    level: 0,
    clocks: headers.map(isTime),
    onOther: (line) => others.push(line) === 0
  })
  const dateAt = headers.findIndex(({ kind }) => kind === 'date')
  const totalAt = headers.findIndex(({ kind }) => kind === 'totalTime')
  const guessed =
    scanned.isClock[totalAt] || headers[totalAt]!.unit !== '' || dateAt < 0
      ? ''
      : unitFromDates(scanned.columns[totalAt]!, (row) => scanned.labels[dateAt]?.[scanned.columns[dateAt]![row]!])
  const table = batteryTable(
    headers.map((one) => (isTime(one) && one.unit === '' ? { ...one, unit: guessed } : one)),
    scanned
  )
  const time = table.columns.find(({ quantity }) => quantity === 'time')
  const current = table.columns.find(({ quantity }) => quantity === 'current')
  const stated = header.settings.find(({ name }) => /^(started|date of test)$/i.test(name))?.value
  return {
    measurements: [
      batteryMeasurement(table, scanned, {
        settings: header.settings,
        facts: guessed === '' ? [] : [{ name: 'timeUnitFrom', value: 'the dates of the rows' }],
        startedAt: startOfDates([...(typeof stated === 'string' ? [stated] : []), ...table.dates.slice(0, 1), ...table.dates.slice(-1)]),
        signConvention: current?.values.some((value) => value < 0)
          ? 'as recorded; the file does not say which sign is discharge'
          : 'magnitude only; Md or State tells charge (C) from discharge (D)',
        warnings: [
          ...(others.length > 0
            ? [
                `${others.length} lines between the rows are no data ("${beginning(others[0]!)}"); they were not read.`
              ]
            : []),
          ...(time && time.unit === '' && scanned.rows > 0
            ? [`The file does not say in which unit ${time.name} counts, and its dates do not tell either: export the test with times in seconds.`]
            : [])
        ]
      })
    ]
  }
}

export const maccorText: Reader = { id: 'maccor-text', format: 'Maccor text', vendor: 'Maccor', recognises, read }

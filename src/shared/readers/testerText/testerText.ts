/**
 * Text tables of battery testers, one line of names and one line a record, for three that write nearly the same columns:
 * Arbin (MITS Pro, Data Watcher; csv, or the sheet 'Channel_…' of its workbook): 'Data_Point, Date_Time, Test_Time(s), Step_Index, Cycle_Index,
 * Voltage(V), Current(A), Charge_Capacity(Ah), Discharge_Capacity(Ah) …', newer with blanks ('Charge Capacity (Ah)'); its database exports no units.
 * BDF (Battery Data Format, several programs): 'Test Time / s, Voltage / V, Current / A, Cycle Count / 1 …' or 'test_time_second, voltage_volt …'.
 * PEC: lines 'Name:,value', then 'Test,Cell,Rack,Shelf,Position,…,Total Time (Seconds),…,Voltage (mV),Current (mA),Charge Capacity (mAh) …'.
 * Traps: charge and discharge count in columns of their own, over the whole test or anew in every cycle or step; BDF says that charging is
 * positive, but files of simulations have it the other way round; PEC writes '19:28:58.301' for a time and 'Charge Capacity (mWh)' for an
 * energy; a protocol is named '0' first and in words later; rows end with a comma.
 */
import type { Measurement, NamedValue } from '../../measurement'
import { asUtf8 } from '../batteryText/asUtf8'
import { batteryTable, decimalOf, scanWarnings } from '../batteryText/batteryTable'
import { startOfDates } from '../text/dateText'
import { scanRecords, type ScannedRecords } from '../batteryText/scanRecords'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { decodeText } from '../text/decodeText'
import { splitLines } from '../text/splitLines'
import { lineOffset } from '../text/startOfText'
import { chargeSign } from './chargeSign'
import { withMixedColumns } from './mixedColumns'
import { partsByCell } from './partsByCell'
import type { TesterHeader } from './testerColumn'
import { hasUnits, testerHeader, type Dialect, type TesterTable } from './testerHeader'

const writers: Record<Dialect, string> = { Arbin: 'Arbin', BDF: 'the Battery Data Format', PEC: 'PEC' }

function recognises(head: FileHead): Recognition | null {
  const table = testerHeader(asUtf8(head.bytes))
  if (!table) return null
  const shown = table.headers.filter(({ kind }) => kind === 'totalTime' || kind === 'potential' || kind === 'current').map(({ name }) => name)
  return {
    confidence: hasUnits(table) ? 'certain' : 'likely',
    why: `line ${table.line + 1} names the columns as ${writers[table.dialect]} does (${shown.join(', ')} …)${hasUnits(table) ? '' : ', but without units'}`,
    version: table.dialect
  }
}

/** The lines above the names: 'Start Time:,02/22/2019 16:21:35' is a value with its name, another line stays as it is. */
function settingsOf(bytes: Uint8Array, { line, separator }: TesterTable): NamedValue[] {
  return splitLines(decodeText(bytes.subarray(0, lineOffset(bytes, line))).text).flatMap((text) => {
    const [name, ...values] = text.split(separator)
    if (/^\s*[^:]{1,80}:\s*$/.test(name ?? '')) return [{ name: name!.trim().replace(/:$/, ''), value: values.join(separator).trim().replace(/[,;\s]+$/, '') }]
    const trimmed = text.trim().replace(/[,;\t]+$/, '')
    return trimmed === '' ? [] : [{ name: 'Header', value: trimmed }]
  })
}

/** A number of cycles or steps that is empty in every row divides nothing. */
const withoutEmpty = (headers: readonly TesterHeader[], { columns, rows }: ScannedRecords): readonly TesterHeader[] => headers.map((header, at) =>
  (header.kind === 'cycle' || header.kind === 'step') && rows > 0 && columns[at]!.every(Number.isNaN) ? { ...header, kind: 'other' } : header
)

/** The first date of the rows or of the lines above; seconds since 1970 are of a time zone that the file states. */
function startOf(headers: readonly TesterHeader[], { columns, labels }: ScannedRecords, settings: readonly NamedValue[]): string | null {
  const unixAt = headers.findIndex(({ base, unit }) => base === 'unixtime' && /^m?s$/.test(unit))
  const unix = unixAt < 0 ? NaN : (columns[unixAt]!.find(Number.isFinite) ?? NaN) / (headers[unixAt]!.unit === 'ms' ? 1000 : 1)
  if (unix > 0 && unix < 4e9) return `${new Date(Math.floor(unix) * 1000).toISOString().slice(0, 19)}Z`
  const stated = settings.find(({ name }) => /^start time$/i.test(name))?.value
  const dateAt = headers.findIndex(({ kind }, at) => kind === 'date' && labels[at])
  const ends = dateAt < 0 ? [] : [columns[dateAt]![0], columns[dateAt]!.at(-1)]
  const own = ends.flatMap((label) => labels[dateAt]![label ?? -1] ?? [])
  return startOfDates([...(typeof stated === 'string' && stated !== '' ? [stated] : []), ...own])
}

function read(file: ReadableFile): ReadResult {
  const bytes = asUtf8(file.bytes)
  const table = testerHeader(bytes)
  if (!table)
    throw new ReadError('The file ends before its column names ("Test_Time(s)", "Voltage(V)", "Current(A)" …): the export was cut off, export the test again as text.')
  const { headers, separator, level, dialect } = table
  const start = lineOffset(bytes, table.line + 1)
  const others: string[] = []
  const plain = scanRecords(bytes, start, {
    width: headers.length,
    separator: separator.charCodeAt(0),
    decimal: decimalOf(separator, table.firstRecord),
    level,
    clocks: headers.map(({ name, kind }) => kind !== 'date' && /time/i.test(name)),
    onOther: (line) => {
      const text = new TextDecoder().decode(line).trim()
      // Half of the rows would be missing where the first column is a current of both signs.
      if (/^[-+.,]\.?\d/.test(text))
        throw new ReadError(`A row begins with a sign ("${text.slice(0, 20)}"), so rows cannot be told from other lines: put a column without negative numbers, as the time, first.`)
      return text.replaceAll(separator, '') !== '' && others.push(text.slice(0, 40)) === 0
    }
  })
  const scanned = withMixedColumns(bytes, headers, plain, { start, separator, level })
  const settings = settingsOf(bytes, table)
  const parts = partsByCell(headers, scanned)
  const warnings = [
    ...scanWarnings(scanned),
    ...(others.length > 0 ? [`${others.length} lines below the column names do not begin with a number ("${others[0]}"); they were not read.`] : []),
    ...(hasUnits(table) ? [] : ['The column names say no units, so none is assumed: export the test again with units in the names, as in "Voltage(V)".']),
    ...(parts.length > 1 ? ["A file of several cells could not be checked against a real one: compare a few values with the tester's own program."] : [])
  ]
  return {
    measurements: parts.map(({ title, scanned: own }): Measurement => {
      const used = withoutEmpty(headers, own)
      const { columns, segments, cycles, steps, isTimeAdded } = batteryTable(used, own)
      return {
        technique: 'GCPL', title, columns, segments, settings,
        facts: [
          { name: 'layout', value: dialect },
          ...(cycles > 0 ? [{ name: 'cycles', value: cycles }] : []),
          ...(steps > 0 ? [{ name: 'steps', value: steps }] : []),
          ...(isTimeAdded ? [{ name: 'totalTime', value: 'the times of the steps added up, without pauses' }] : []),
          ...(parts.length > 1 ? [{ name: 'proven', value: false }] : [])
        ],
        header: {},
        startedAt: startOf(headers, own, settings),
        signConvention: chargeSign(columns, headers),
        warnings,
        complete: !scanned.isCutOff && scanned.rows > 0
      }
    })
  }
}

export const testerText: Reader = { id: 'tester-text', format: 'Arbin, BDF or PEC text', vendor: 'Arbin, PEC, several', recognises, read }

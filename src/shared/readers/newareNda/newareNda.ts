/**
 * Neware BTS binary file (.nda), little endian: 'NEWARE', eight digits of a date, the version at byte 14.
 * 8: records of 59 bytes. 22, 23, 26 and 29: records of 86 bytes behind a header of no fixed length (mark 55 00, index, cycle, step, status, ms, 0.1 mV, current and sums in
 * a unit that the current range gives, the PC's date, before 26 seconds since 1970). 130: records from byte 1024 on, of 88 bytes (BTSDA 9.0) or of a length that
 * only the next mark tells (9.1), floats in V, mA, mAs and UTC.
 * Traps: records of other kinds stand between; indices may be out of order or come twice; the stored cycle is a loop counter.
 */
import type { NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { newareMeasurement } from '../newareNdax/newareMeasurement'
import { startOf } from '../newareNdax/startOf'
import { nda130 } from './nda130'
import { nda29 } from './nda29'
import { nda8 } from './nda8'
import type { NdaData } from './ndaData'

const versionAt = 14
const headerBytes = 4096
const mark = 'NEWARE'
const layouts = new Map<number, (bytes: Uint8Array, version: number) => NdaData>([[8, nda8], [22, nda29], [23, nda29], [26, nda29], [29, nda29], [130, nda130]])
const isNda = (bytes: Uint8Array): boolean => bytes.length > versionAt && [...mark].every((letter, i) => bytes[i] === letter.charCodeAt(0))

function recognises(head: FileHead): Recognition | null {
  if (!isNda(head.bytes)) return null
  return { confidence: 'certain', why: `it begins with ${mark}`, version: String(head.bytes[versionAt]) }
}

/** 'BTSServer(R3)-8.0.1' in the file's own words, and the client's behind it. */
function softwareSettings(bytes: Uint8Array): NamedValue[] {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, headerBytes))
  return (
    [
      ['Server', /BTSServer[\x20-\x7e]{1,60}/],
      ['Client', /BTS ?Client[\x20-\x7e]{1,60}/],
      ['Tester', /BTS_XWJ[\x20-\x7e]{1,60}/],
      ['BTS version', /\b9\.[01]\.\d[\w.]{1,40}/]
    ] as const
  ).flatMap(([name, pattern]) => {
    const value = pattern.exec(head)?.[0].trim()
    return value === undefined ? [] : [{ name, value }]
  })
}

function read(file: ReadableFile): ReadResult {
  const { bytes } = file
  if (!isNda(bytes))
    throw new ReadError(`The file does not begin with ${mark} as a Neware .nda does, or ends before its version; copy it again from the tester's PC.`)
  const version = bytes[versionAt]!
  const layout = layouts.get(version)
  if (!layout) {
    throw new ReadError(
      `The .nda file has the layout version ${version}, which is not known (8, 22, 23, 26, 29 and 130 are); open it in BTSDA and export it as CSV.`
    )
  }
  const { records, auxiliary, repeated, isUtc, isShort, settings } = layout(bytes, version)
  if (records.rows === 0)
    throw new ReadError("The .nda file holds no data record: the test was not started or the file was cut off; copy it again from the tester's PC.")
  const unscaled = records.current_mA.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0)
  const first = records.timestamp_s.find((value) => !Number.isNaN(value))
  return {
    measurements: [
      newareMeasurement({
        records,
        auxiliary,
        settings: [...softwareSettings(bytes), ...settings],
        facts: [
          { name: 'ndaVersion', value: version },
          { name: 'timestampClock', value: isUtc ? 'seconds since 1970-01-01 UTC' : "seconds since 1970-01-01 of the PC's clock" }
        ],
        warnings: [
          ...(isShort ? ['The file ends within a record, which was left out; it was cut off or copied while the test was running.'] : []),
          ...(repeated > 0 ? [`${repeated} records have an index that was there before; the first of each is kept.`] : []),
          ...(unscaled > 0 ? [`The current range of ${unscaled} rows is not known; their current, capacity and energy are left empty.`] : [])
        ],
        startedAt: startOf(first, isUtc),
        complete: !isShort
      })
    ]
  }
}

export const newareNda: Reader = { id: 'neware-nda', format: 'Neware BTS (.nda)', vendor: 'Neware', recognises, read }

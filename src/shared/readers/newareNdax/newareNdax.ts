/**
 * Neware BTSDA container (.ndax): a zip of pages of 4096 bytes (.ndc, little endian) and XML.
 * data.ndc alone (versions 2, 5: every field in each record), or voltage and current in data.ndc, time and sums of some rows in
 * data_runInfo.ndc and the steps in data_step.ndc (versions 11, 14, 16, 17); auxiliary channels in data_AUX_*.ndc or data_N.ndc;
 * start, channel and program in TestInfo.xml, VersionInfo.xml and Step.xml.
 * Traps: the sums are stored for some rows only and must be counted on between them; units differ by version; the last page is
 * filled up with zeros; the order of the auxiliary files is that of TestInfo.xml; the stored cycle is a loop counter.
 */
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { auxiliaryColumns } from './ndcAuxiliary'
import { auxiliaryChannels, ndaxSettings, testStart, xmlElements } from './ndaxXml'
import { leadingParts } from './ndaxDirectory'
import { ndaxParts } from './ndaxParts'
import { ndcKind } from './ndcPages'
import { ndcSplitRecords, splitVersions } from './ndcSplitRecords'
import { ndcWholeRecords } from './ndcWholeRecords'
import { newareMeasurement } from './newareMeasurement'
import type { NewareRecords } from './newareRecords'
import { startOf } from './startOf'

function recognises(head: FileHead): Recognition | null {
  const names = leadingParts(head.bytes).map(({ name }) => name)
  const data = names.find((name) => name.endsWith('.ndc'))
  if (data !== undefined) return { confidence: 'certain', why: `it is a zip container that holds "${data}"` }
  const isNeware =
    ['TestInfo.xml', 'VersionInfo.xml'].every((name) => names.includes(name)) || (names.includes('Step.xml') && /\.ndax$/i.test(head.name))
  return isNeware ? { confidence: 'certain', why: 'it is a zip container with the XML parts of a Neware test' } : null
}

interface Found {
  readonly records: NewareRecords
  readonly warnings: readonly string[]
  readonly counted: number
  readonly complete: boolean
}

function recordsOf(parts: ReadonlyMap<string, Uint8Array>): Found {
  const data = parts.get('data.ndc')
  if (!data) throw new ReadError('The Neware file holds no part "data.ndc" with the measured values; export the test again from BTSDA.')
  const { version } = ndcKind(data)
  if (version === 2 || version === 5) {
    const { records, repeated } = ndcWholeRecords(data, version)
    return {
      records,
      counted: 0,
      complete: records.rows > 0,
      warnings: repeated > 0 ? [`${repeated} records have an index that was there before; the first of each is kept.`] : []
    }
  }
  if (!splitVersions.includes(version)) {
    throw new ReadError(
      `The data of this .ndax have the layout version ${version}, which is not known (2, 5, 11, 14, 16, 17 are); export the test from BTSDA as CSV.`
    )
  }
  const [runInfo, step] = [parts.get('data_runInfo.ndc'), parts.get('data_step.ndc')]
  const none = new Uint8Array(0)
  const split = ndcSplitRecords(version, { data, runInfo: runInfo ?? none, step: step ?? none })!
  const missing = [...(runInfo ? [] : ['data_runInfo.ndc (time and capacity)']), ...(step ? [] : ['data_step.ndc (cycles and steps)'])]
  return {
    records: split.records,
    counted: split.counted,
    complete: missing.length === 0 && split.records.rows > 0,
    warnings: [
      ...(missing.length > 0 ? [`The file holds no ${missing.join(' and no ')}; those columns are empty.`] : []),
      ...(split.astray > 0
        ? [
            `${split.astray} entries of data_runInfo.ndc name rows that data.ndc does not have; ` +
              'the file is damaged or was copied while the test was running.'
          ]
        : []),
      ...(split.counted > 0
        ? [
            `Time, capacity and energy of ${split.counted} of ${split.records.rows} rows are not stored in the file; ` +
              'they are counted on from the row before by the recording interval, current and voltage.'
          ]
        : [])
    ]
  }
}

function read(file: ReadableFile): ReadResult {
  const { parts, damaged, isCutOff } = ndaxParts(file.bytes)
  const { records, warnings, counted, complete } = recordsOf(parts)
  const testInfo = xmlElements(parts.get('TestInfo.xml'))
  const auxiliary = auxiliaryColumns(parts, auxiliaryChannels(testInfo), records.index)
  const { version } = ndcKind(parts.get('data.ndc')!)
  const isUtc = splitVersions.includes(version)
  const first = records.timestamp_s.find((value) => !Number.isNaN(value))
  const unscaled = records.current_mA.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0)
  return {
    measurements: [
      newareMeasurement({
        records,
        auxiliary: auxiliary.columns,
        settings: ndaxSettings(testInfo, xmlElements(parts.get('VersionInfo.xml')), xmlElements(parts.get('Step.xml'))),
        facts: [
          { name: 'ndcVersion', value: version },
          { name: 'countedRows', value: counted },
          { name: 'timestampClock', value: isUtc ? 'seconds since 1970-01-01 UTC' : "seconds since 1970-01-01 of the PC's clock" },
          ...(provenVersions.includes(version) ? [] : [{ name: 'proven', value: false }])
        ],
        warnings: [
          ...(isCutOff ? ["The file is cut off: only its first parts were read; copy it again from the tester's PC."] : []),
          ...(damaged.length > 0 ? [`The parts ${damaged.join(', ')} are damaged and were left out; copy the file again from the tester's PC.`] : []),
          ...warnings,
          ...auxiliary.warnings,
          ...(records.rows === 0 ? ['The file holds no data rows.'] : []),
          ...(unscaled > 0 ? [`The current range of ${unscaled} rows is not known; their current, capacity and energy are left empty.`] : []),
          ...(provenVersions.includes(version)
            ? []
            : [`The layout version ${version} could not be checked against a real file; compare a few values with BTSDA.`])
        ],
        startedAt: testStart(testInfo) ?? startOf(first, isUtc),
        complete: complete && !isCutOff && damaged.length === 0
      })
    ]
  }
}

/** Those of which real files were compared with another reader. */
const provenVersions: readonly number[] = [5, 14, 16, 17]

export const newareNdax: Reader = { id: 'neware-ndax', format: 'Neware BTSDA (.ndax)', vendor: 'Neware', opensArchives: true, recognises, read }

/**
 * Rigaku SmartLab Studio II (.rasx): a zip with DataN/ProfileN.txt (angle, intensity, attenuator factor; BOM, tabs) for each scan and
 * DataN/MesurementConditionsN.xml (so spelled), whose RASHeader repeats the header of a .ras under the same keys.
 * Traps: the start is in UTC in the XML and in the PC's time in RASHeader; pictures of an area detector (ImageN) have no profile.
 */
import type { Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { rasScan, withNumbers } from '../rigakuRas/rasScan'
import { partsInHead } from '../table/partsInHead'
import { isZip } from '../table/spreadsheetKind'
import { zipDirectory, type ZipEntry } from '../table/zipDirectory'
import { zipPart } from '../table/zipPart'
import { asSingleBytes } from '../text/asSingleBytes'
import { decodeText } from '../text/decodeText'
import { childrenOf, elementAt, textAt, xmlTree, type XmlElement } from '../xml/xmlTree'

const profile = /^Data(\d{1,6})\/Profile\1\.txt$/
const mostScans = 2000

function recognises({ bytes }: FileHead): Recognition | null {
  if (!isZip(bytes)) return null
  let name: string | null = null
  partsInHead(bytes, (part) => {
    if (profile.test(part) || /^Data\d{1,6}\/MesurementConditions\d{1,6}\.xml$/.test(part)) name ??= part
    return false
  })
  return name === null ? null : { confidence: 'certain', why: `it is a zip that holds ${name as string} as SmartLab Studio writes it` }
}

/** The guards of zip files speak of spreadsheets; here the file is another. */
function guarded<Found>(act: () => Found): Found {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    throw new ReadError('The RASX file (a zip inside) is cut off, damaged or too large to unpack; copy it again from the diffractometer.')
  }
}

function read(file: ReadableFile): ReadResult {
  const entries = guarded(() => zipDirectory(file.bytes))
  const numbered = entries.flatMap((entry) => {
    const number = profile.exec(entry.name)?.[1]
    return number === undefined ? [] : [{ entry, number }]
  }).sort((a, b) => Number(a.number) - Number(b.number))
  if (numbered.length === 0) throw new ReadError('The RASX file holds no scan (DataN/ProfileN.txt): the measurement was not started, or it holds only pictures of the detector.')
  if (numbered.length > mostScans) throw new ReadError(`The RASX file holds ${numbered.length} scans, more than ${mostScans}; export fewer at a time from SmartLab Studio.`)
  const measurements = numbered.flatMap(({ entry, number }) => scanOf(file.bytes, entry, entries.find(({ name }) => name === `Data${number}/MesurementConditions${number}.xml`)) ?? [])
  if (measurements.length === 0) throw new ReadError('The scans of the RASX file hold no rows of numbers: the measurement was stopped before its first point.')
  const lost = numbered.length - measurements.length
  const warning = `${lost} of ${numbered.length} scans hold no rows of numbers and were left out.`
  return { measurements: withNumbers(measurements).map((one, i) => (i === 0 && lost > 0 ? { ...one, warnings: [...one.warnings, warning] } : one)) }
}

function scanOf(bytes: Uint8Array, entry: ZipEntry, conditions: ZipEntry | undefined): Measurement | null {
  const part = guarded(() => zipPart(bytes, entry))
  const about = conditions ? guarded(() => zipPart(bytes, conditions)) : null
  if (!part) return null
  const rows = asSingleBytes(part)
  const { root, problem } = about ? xmlTree(decodeText(about).text) : { root: null, problem: null }
  const scan = rasScan(rows, 0, headerOf(root ?? undefined), true)
  if (!scan) return null
  const started = textAt(root ?? undefined, 'ScanInformation', 'StartTime')
  return {
    ...scan, startedAt: /^(?!0001)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(started) ? started : scan.startedAt,
    warnings: [...scan.warnings, ...(root && problem === null ? [] : ['The conditions of this scan (MesurementConditions.xml) are missing or damaged: its axis, wavelength and unit may be lacking.'])]
  }
}

/** What a .ras would say, under its keys: from the elements of the XML, and over them the header that it repeats. */
function headerOf(root: XmlElement | undefined): ReadonlyMap<string, string> {
  const [scan, tube] = [elementAt(root, 'ScanInformation'), elementAt(root, 'HWConfigurations', 'XrayGenerator')]
  const stated: readonly (readonly [string, string])[] = [
    ['FILE_SAMPLE', textAt(root, 'GeneralInformation', 'SampleName')], ['FILE_COMMENT', textAt(root, 'GeneralInformation', 'Comment')],
    ['FILE_OPERATOR', textAt(root, 'GeneralInformation', 'Operator')], ['HW_XG_TARGET_NAME', textAt(tube, 'TargetName')],
    ['HW_XG_WAVE_LENGTH_ALPHA1', textAt(tube, 'WavelengthKalpha1')], ['HW_XG_WAVE_LENGTH_ALPHA2', textAt(tube, 'WavelengthKalpha2')], ['HW_XG_WAVE_LENGTH_BETA', textAt(tube, 'WavelengthKbeta')],
    ['MEAS_SCAN_AXIS_X', textAt(scan, 'AxisName')], ['MEAS_SCAN_MODE', textAt(scan, 'Mode')], ['MEAS_SCAN_START', textAt(scan, 'Start')], ['MEAS_SCAN_STOP', textAt(scan, 'Stop')],
    ['MEAS_SCAN_STEP', textAt(scan, 'Step')], ['MEAS_SCAN_SPEED', textAt(scan, 'Speed')], ['MEAS_SCAN_SPEED_UNIT', textAt(scan, 'SpeedUnit')], ['MEAS_SCAN_UNIT_X', textAt(scan, 'PositionUnit')],
    ['MEAS_SCAN_UNIT_Y', textAt(scan, 'IntensityUnit')], ['MEAS_DATA_COUNT', textAt(scan, 'DataCount')]
  ]
  const repeated = childrenOf(elementAt(root, 'RASHeader'), 'Pair').map(({ children }): readonly [string, string] => [children[0]?.text.trim().replace(/^\*/, '') ?? '', children[1]?.text.trim() ?? ''])
  return new Map([...stated, ...repeated].filter(([name, value]) => name !== '' && value !== ''))
}

export const rigakuRasx: Reader = { id: 'rigaku-rasx', format: 'Rigaku SmartLab Studio II (.rasx)', vendor: 'Rigaku', opensArchives: true, recognises, read }

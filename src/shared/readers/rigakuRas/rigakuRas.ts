/**
 * Rigaku RAS text (.ras; SmartLab, MiniFlex, Ultima).
 * '*RAS_DATA_START', then for each scan '*RAS_HEADER_START', lines '*KEY "value"', '*RAS_HEADER_END', '*RAS_INT_START', rows of angle,
 * intensity and attenuator factor, '*RAS_INT_END'; '*RAS_DATA_END'. *HW_XG_WAVE_LENGTH_… in Å, *MEAS_SCAN_UNIT_Y counts or cps.
 * Traps: several scans; texts of Japanese Windows; the file does not say whether the factor is in the intensities.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { nextLine } from '../text/startOfText'

const STAR = 42
const mostScans = 20_000
const keyLine = /^\*([A-Z][A-Z0-9_-]{1,60})\s+"(.*)"$/

function recognises(head: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(head.bytes), 400)
  return /^\*RAS_DATA_START\s+\*RAS_HEADER_START\s/.test(text) ? { confidence: 'certain', why: 'it begins with *RAS_DATA_START and *RAS_HEADER_START', version: 'RAS text' } : null
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const measurements: Measurement[] = []
  let header = new Map<string, string>()
  for (let at = 0; at < bytes.length;) {
    const end = nextLine(bytes, at)
    const line = decodeText(bytes.subarray(at, end)).text.trim()
    at = end
    if (line === '*RAS_HEADER_START') header = new Map()
    const entry = keyLine.exec(line)
    if (entry) header.set(entry[1]!, entry[2]!.trim())
    if (line !== '*RAS_INT_START') continue
    if (measurements.length === mostScans) throw new ReadError(`The file holds more than ${mostScans} scans; export fewer at a time.`)
    const next = bytes.indexOf(STAR, at)
    const blockEnd = next < 0 ? bytes.length : next
    const scan = scanOf(bytes.subarray(0, blockEnd), at, header, next >= 0)
    if (scan) measurements.push(scan)
    at = blockEnd
  }
  if (measurements.length === 0) throw new ReadError('The file ends before its first row of numbers (*RAS_INT_START); it was cut off, export it again.')
  return { measurements: measurements.length === 1 ? measurements : measurements.map((one, i) => ({ ...one, title: one.title === '' ? `Scan ${i + 1}` : `${one.title}, scan ${i + 1}` })) }
}

function scanOf(bytes: Uint8Array, at: number, header: ReadonlyMap<string, string>, isClosed: boolean): Measurement | null {
  const table = scanTable(bytes, at, { width: 3, separator: 'loose', decimal: '.' })
  if (table.rows === 0) return null
  const text = (key: string): string => header.get(key) ?? ''
  const [angles, intensities, factors] = table.columns as [Float64Array, Float64Array, Float64Array]
  const axis = text('MEAS_SCAN_AXIS_X')
  const isTwoTheta = /2-?\s?theta/i.test(axis)
  const unit = text('MEAS_SCAN_UNIT_Y')
  const isAttenuated = factors.some((value) => Number.isFinite(value) && value !== 1)
  const declared = Number.parseFloat(text('MEAS_DATA_COUNT'))
  const columns: Column[] = [
    { name: axis === '' ? 'Axis' : axis, unit: text('MEAS_SCAN_UNIT_X'), quantity: isTwoTheta ? 'two_theta' : 'other', values: angles },
    { name: /cps/i.test(unit) ? 'CPS' : 'Counts', unit, quantity: 'intensity', values: intensities },
    ...(factors.some(Number.isFinite) ? [{ name: 'Attenuator factor', unit: '', quantity: 'other' as const, values: factors }] : [])
  ]
  const short = table.rows < declared
  const warnings = [
    ...(short || !isClosed || table.isCutOff ? [`The scan holds ${table.rows}${declared > 0 ? ` of the ${declared} points that it announces` : ' points and no end'}: it was stopped or cut off.`] : []),
    ...(table.damaged > 0 ? [`${table.damaged} cells are no numbers; they are left empty.`] : []),
    ...(isAttenuated ? ['An attenuator was in the beam for some points; the file does not say whether its factor is in the intensities.'] : []),
    ...(isTwoTheta ? [] : ['This scan does not move 2Theta.'])
  ]
  return {
    technique: 'XRD', title: text('FILE_SAMPLE'), columns, segments: [], header: {}, startedAt: startOf(text('MEAS_SCAN_START_TIME')), signConvention: null,
    settings: [...header].filter(([name, value]) => value !== '' && !name.startsWith('DISP_')).map(([name, value]): NamedValue => ({ name, value: Number.isFinite(Number(value)) ? Number(value) : value })),
    facts: factsOf(header), warnings, complete: isClosed && !short && !table.isCutOff
  }
}

function factsOf(header: ReadonlyMap<string, string>): NamedValue[] {
  const number = (key: string): number => Number.parseFloat(header.get(key) ?? '')
  const [step, speed] = [number('MEAS_SCAN_STEP'), number('MEAS_SCAN_SPEED')]
  const seconds = header.get('MEAS_SCAN_SPEED_UNIT') === 'deg/min' ? (60 * step) / speed : NaN
  const facts: readonly (readonly [string, number | string])[] = [
    ['anode', header.get('HW_XG_TARGET_NAME') ?? ''], ['wavelengthAlpha1_A', number('HW_XG_WAVE_LENGTH_ALPHA1')], ['wavelengthAlpha2_A', number('HW_XG_WAVE_LENGTH_ALPHA2')],
    ['betaWavelength_A', number('HW_XG_WAVE_LENGTH_BETA')], ['stepSize_deg', step], ['timePerStep_s', Number(seconds.toPrecision(6))]
  ]
  return facts.flatMap(([name, value]) => (value === '' || (typeof value === 'number' && !(value > 0)) ? [] : [{ name, value }]))
}

/** Month/day/year of the PC; only where the two cannot be mistaken for each other. */
function startOf(text: string): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text)
  return match && Number(match[1]) <= 12 && (Number(match[2]) > 12 || match[1] === match[2]) ? `20${match[3]}-${match[1]}-${match[2]}T${match[4]}` : null
}

export const rigakuRas: Reader = { id: 'rigaku-ras', format: 'Rigaku RAS (.ras)', vendor: 'Rigaku', recognises, read }

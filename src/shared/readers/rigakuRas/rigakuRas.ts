/**
 * Rigaku RAS text (.ras; SmartLab, MiniFlex, Ultima).
 * '*RAS_DATA_START', then for each scan '*RAS_HEADER_START', lines '*KEY "value"', '*RAS_HEADER_END', '*RAS_INT_START', rows of angle,
 * intensity and attenuator factor, '*RAS_INT_END'; '*RAS_DATA_END'. *HW_XG_WAVE_LENGTH_… in Å, *MEAS_SCAN_UNIT_Y counts or cps.
 * Traps: several scans; texts of Japanese Windows; the file does not say whether the factor is in the intensities.
 */
import type { Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { nextLine } from '../text/startOfText'
import { rasScan, withNumbers } from './rasScan'

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
    const scan = rasScan(bytes.subarray(0, blockEnd), at, header, next >= 0)
    if (scan) measurements.push(scan)
    at = blockEnd
  }
  if (measurements.length === 0) throw new ReadError('The file ends before its first row of numbers (*RAS_INT_START); it was cut off, export it again.')
  return { measurements: withNumbers(measurements) }
}

export const rigakuRas: Reader = { id: 'rigaku-ras', format: 'Rigaku RAS (.ras)', vendor: 'Rigaku', recognises, read }

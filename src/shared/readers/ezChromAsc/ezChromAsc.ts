/**
 * EZChrom ASCII (.asc): 'Key:<TAB>value for each channel' lines, with commas for the tabs in version 3 (Version, Maxchannels, Sampling Rate, Total Data Points, Y Axis Multiplier), then all points
 * of channel 1, of channel 2 … one a line, without a mark between.
 * The counts stay as they are; a second column holds count × multiplier in the unit of 'Y Axis Title'. x = row/sampling rate.
 */
import type { Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { nextLine } from '../text/startOfText'

const MOST_CHANNELS = 32

function recognises({ bytes }: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(bytes), 2048)
  return /^Version:[\t,]\d/.test(text) && /\nMaxchannels:[\t,]\d/.test(text) ? { confidence: 'certain', why: 'it begins with Version and Maxchannels, as EZChrom does', version: /^Version:[\t,]([\d.]{1,8})/.exec(text)![1]! } : null
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const header = new Map<string, readonly string[]>()
  let at = 0
  const separator = bytes['Version:'.length] === 44 ? ',' : '\t'
  while (at < bytes.length) {
    const end = nextLine(bytes, at)
    const cells = decodeText(bytes.subarray(at, end)).text.replace(/[\r\n]+$/, '').split(separator)
    if (!cells[0]!.endsWith(':')) break
    header.set(cells[0]!.slice(0, -1), cells.slice(1))
    at = end
  }
  const numbers = (key: string): number[] => (header.get(key) ?? []).map(Number).filter(Number.isFinite)
  const channels = Math.min(MOST_CHANNELS, numbers('Maxchannels')[0] ?? 0)
  const points = numbers('Total Data Points')
  const rates = numbers('Sampling Rate')
  if (channels < 1 || points.length < channels || rates.length < channels) throw new ReadError('The header does not say how many points each channel has; export the chromatogram again from EZChrom.')
  const { columns: [values = new Float64Array(0)] } = scanTable(bytes, at, { width: 1, separator: 'tab', decimal: '.' })
  const settings = [...header].flatMap(([name, cells]): NamedValue[] => (cells.join(' ').trim() === '' ? [] : [{ name, value: cells.join(' ').trim() }]))
  const measurements: Measurement[] = []
  for (let channel = 0, start = 0; channel < channels; start += points[channel]!, channel += 1) {
    const raw = values.slice(start, start + points[channel]!)
    if (raw.length === 0 && channel > 0) break
    measurements.push(measurementOf(raw, points[channel]!, rates[channel]!, numbers('Y Axis Multiplier')[channel] ?? 1, header.get('Y Axis Title')?.[channel] ?? '', channel, settings, header))
  }
  if (measurements[0]!.columns[0]!.values.length === 0) throw new ReadError('The file ends in its header, before any point; export it again from EZChrom.')
  return { measurements }
}

function measurementOf(raw: Float64Array, declared: number, rate_Hz: number, multiplier: number, unit: string, channel: number, settings: readonly NamedValue[], header: ReadonlyMap<string, readonly string[]>): Measurement {
  const isShort = raw.length < declared
  return {
    technique: 'GC', title: `channel ${channel}`, segments: [], settings, facts: [{ name: 'samplingRate_Hz', value: rate_Hz }], header: {}, startedAt: startOf(header.get('Acquisition Date and Time')?.[0] ?? ''), signConvention: null,
    columns: [
      { name: 'Time', quantity: 'time', unit: 'min', values: Float64Array.from(raw, (_, i) => i / rate_Hz / 60) }, { name: 'signal', quantity: 'intensity', unit, values: raw.map((count) => count * multiplier) },
      { name: 'raw counts', quantity: 'other', unit: '', values: raw }
    ],
    warnings: isShort ? [`Channel ${channel} announces ${declared} points and holds ${raw.length}: the file was cut off.`] : [], complete: !isShort
  }
}

/** '6/29/2023 4:07:41 PM': month first is certain only where the day is beyond 12. */
function startOf(text: string): string | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?: (AM|PM))?$/.exec(text.trim())
  if (!match || Number(match[2]) <= 12) return null
  const hour = match[7] === undefined ? Number(match[4]) : (Number(match[4]) % 12) + (match[7] === 'PM' ? 12 : 0)
  return `${match[3]}-${match[1]!.padStart(2, '0')}-${match[2]!.padStart(2, '0')}T${String(hour).padStart(2, '0')}:${match[5]}:${match[6]}`
}

export const ezChromAsc: Reader = { id: 'ezchrom-asc', format: 'EZChrom ASCII (.asc)', vendor: 'Agilent', recognises, read }

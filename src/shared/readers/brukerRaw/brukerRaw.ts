/**
 * Bruker Diffrac RAW (.raw), version 3 ('RAW1.01') and 4 ('RAW4.00'), little-endian.
 * A header with the tube's wavelengths and anode, then one or more ranges: start, step, number of steps, wavelength, time per step
 * and one record for each step, whose first f32 is the intensity.
 * Traps: a coupled scan states θ and 2θ; records may be longer than 4 bytes; supplementary bytes stand between header and data; version 4
 * gives the time in ms and may hold scans of other drives.
 */
import type { Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { BytesAt } from './bytesAt'
import type { RawFile, RawRange } from './rawRange'
import { rawVersion3 } from './rawVersion3'
import { rawVersion4 } from './rawVersion4'

const versions = new Map<string, { readonly version: string; readonly parse: (file: BytesAt) => RawFile }>([
  ['RAW1.01', { version: '3', parse: rawVersion3 }], ['RAW4.00', { version: '4', parse: rawVersion4 }]
])

function recognises({ bytes }: FileHead): Recognition | null {
  const mark = new BytesAt(bytes).text(0, 8)
  const known = versions.get(mark)
  return known && bytes.length > 16 && bytes[7] === 0 ? { confidence: 'certain', why: `it begins with ${mark}`, version: known.version } : null
}

function read(file: ReadableFile): ReadResult {
  const bytes = new BytesAt(file.bytes)
  const known = versions.get(bytes.text(0, 8))
  if (!known) throw new ReadError(
    'The RAW file is of another version than 3 (RAW1.01) and 4 (RAW4.00); convert it to .uxd or .xy with the diffractometer\'s file exchange.')
  const raw = known.parse(bytes)
  const ranges = raw.ranges.filter(({ intensities, start, step }) => intensities.length > 0 && Number.isFinite(start) && Number.isFinite(step))
  if (ranges.length === 0) throw new ReadError('The RAW file ends before its first intensities; it was cut off, copy it again.')
  return { measurements: ranges.map((range, i) => measurementOf(range, raw, ranges.length > 1 ? `Range ${i + 1}` : '', i === ranges.length - 1)) }
}

function measurementOf({ axis, start, step, declared, intensities, settings, facts, warnings }: RawRange, raw: RawFile, title: string,
  isLast: boolean): Measurement {
  const isShort = intensities.length < declared
  const problems = [
    ...warnings,
      ...(isShort
        ? [`The range holds ${intensities.length} of the ${declared} steps that it announces: the file was cut off or is still being written.`] : []),
    ...(isLast && raw.missing !== null ? [raw.missing] : []), ...(axis === '2Theta' ? [] : [`This range scans ${axis}, not 2Theta.`])
  ]
  const sample = raw.settings.find(({ name }) => name === 'Sample' || name === 'SAMPLEID')?.value
  return {
    technique: 'XRD', title: title || String(sample ?? ''),
    columns: [
      { name: axis, unit: 'deg', quantity: axis === '2Theta' ? 'two_theta' : 'other',
        values: Float64Array.from(intensities, (_, i) => start + i * step) },
      { name: 'Intensity', unit: '', quantity: 'intensity', values: intensities }
    ],
    segments: [], settings: [...raw.settings, ...settings], facts: [...raw.facts, ...facts], header: {}, startedAt: raw.startedAt,
      signConvention: null,
    warnings: problems, complete: !isShort && !(isLast && raw.missing !== null)
  }
}

export const brukerRaw: Reader = { id: 'bruker-raw', format: 'Bruker RAW (.raw)', vendor: 'Bruker', recognises, read }

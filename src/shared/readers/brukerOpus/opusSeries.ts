import type { Column, Segment } from '../../measurement'
import { ReadError } from '../reader'
import { axisValue, valueAt, type OpusAxis } from './opusAxis'
import type { Block } from './opusBlocks'

const HEADER_BYTES = 24
/** Of what follows each spectrum: NPT i32 at 12, CSF f64 at 104, start and end of its time f64 at 136 and 144, in s. */
const INFO = { points: 12, factor: 104, end: 144, bytes: 152 } as const
const MOST_NUMBERS = 60_000_000

export interface SeriesColumns { readonly columns: readonly Column[]; readonly segments: readonly Segment[]; readonly warnings: readonly string[]; readonly isWhole: boolean }

/** A series: version, number of spectra, offset of the first, bytes of a spectrum, bytes of what follows it, pairs of a table (i32 each), then the spectra. */
export function seriesOf(bytes: Uint8Array, block: Block, axis: OpusAxis, signal: Omit<Column, 'values'>): SeriesColumns {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = 4 * block.words
  if (size < HEADER_BYTES) throw new ReadError('The series ends in its header; the file was cut off, copy it again.')
  const [announced, offset, dataBytes, infoBytes] = [1, 2, 3, 4].map((i) => view.getInt32(block.offset + 4 * i, true)) as [number, number, number, number]
  if (announced < 1 || offset < HEADER_BYTES || infoBytes < INFO.bytes || dataBytes < 4 * axis.points) throw new ReadError('The header of the series does not fit its axis; export the series from OPUS as JCAMP-DX or data points.')
  const spectra = Math.min(announced, Math.floor((size - offset) / (dataBytes + infoBytes)))
  if (spectra < 1 || spectra * axis.points > MOST_NUMBERS) throw new ReadError(spectra < 1 ? 'The file ends before the first whole spectrum of its series; it was cut off, copy it again.' : 'The series holds more than 60 million numbers; export it from OPUS in parts.')
  const data = Array.from({ length: spectra }, (_, i) => block.offset + offset + i * (dataBytes + infoBytes))
  const info = data.map((at) => at + dataBytes)
  if (info.some((at) => view.getInt32(at + INFO.points, true) !== axis.points)) throw new ReadError('The spectra of the series do not have the points of its axis; export the series from OPUS as JCAMP-DX or data points.')
  const factors = info.map((at) => view.getFloat64(at + INFO.factor, true))
  const times = info.map((at) => view.getFloat64(at + INFO.end, true))
  if (!factors.every((factor) => Number.isFinite(factor) && factor !== 0)) throw new ReadError('A scaling factor of the series is damaged (CSF); export the series from OPUS as JCAMP-DX or data points.')
  const isTimed = times.every((time, i) => Number.isFinite(time) && (i === 0 || time > times[i - 1]!))
  const n = axis.points
  const spread = (of: (spectrum: number, i: number) => number): Float64Array => Float64Array.from({ length: spectra * n }, (_, row) => of(Math.floor(row / n), row % n))
  return {
    columns: [
      { name: axis.name, quantity: axis.quantity, unit: axis.unit, values: spread((_spectrum, i) => axisValue(axis, i)) },
      { ...signal, values: spread((spectrum, i) => factors[spectrum]! * valueAt(view, axis, data[spectrum]!, i)) },
      ...(isTimed ? [{ name: 'Time', quantity: 'time', unit: 's', values: spread((spectrum) => times[spectrum]!) } as const] : [])
    ],
    segments: data.map((_, i) => ({ kind: 'spectrum', start: i * n, end: (i + 1) * n, label: isTimed ? `${Number(times[i]!.toPrecision(6))} s` : String(i + 1) })),
    warnings: ['Series of OPUS are read by their published layout; no real one was there to check it: compare one spectrum with OPUS.', ...(spectra < announced ? [`The file holds ${spectra} of ${announced} spectra of the series.`] : [])],
    isWhole: !block.isCut
  }
}

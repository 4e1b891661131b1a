import type { Column, Measurement } from '../../measurement'
import { ReadError } from '../reader'
import { axisValue, headerAt, HEADER_BYTES } from './omnicHeader'
import { keys, partsOf, type Part } from './omnicParts'
import { settingsOfHistory, textAt } from './omnicText'

/** Behind the header of the block of spectra. */
const [INTERFEROMETER_BYTES, RECORD_HEADER, TITLE_AT, TITLE_BYTES, MARK] = [56, 100, 16, 84, 16] as const
const MOST_NUMBERS = 60_000_000

/** A series (.srs): one block of records, each with the time since the start in 1/100 s, a title and its intensities. */
export function readSeries(bytes: Uint8Array): Measurement {
  const parts = partsOf(bytes, true)
  const block = parts.find(({ key }) => key === keys.series)
  if (!block) throw new ReadError('The series holds no block of spectra in the layout known here; save its spectra from OMNIC as .spa or csv.')
  const header = headerAt(bytes, block.offset)
  const start = block.offset + HEADER_BYTES + INTERFEROMETER_BYTES
  const size = RECORD_HEADER + 4 * header.points
  const announced = (block.size - HEADER_BYTES - INTERFEROMETER_BYTES) / size
  if (!Number.isInteger(announced) || announced < 1) throw new ReadError(`The block of spectra does not divide into spectra of ${header.points} points; save them from OMNIC as .spa or csv.`)
  const spectra = Math.min(announced, Math.floor((bytes.length - start) / size))
  if (spectra < 1 || spectra * header.points > MOST_NUMBERS) throw new ReadError(spectra < 1 ? 'The file ends before its first whole spectrum; it was cut off, copy it again.' : 'The series holds more than 60 million numbers; save it from OMNIC in parts.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records = Array.from({ length: spectra }, (_, i) => start + i * size)
  if (records.some((at) => view.getUint32(at, true) !== MARK)) throw new ReadError('The spectra of the series do not begin where they should; save them from OMNIC as .spa or csv.')
  const times = timesOf(view, parts, records, announced)
  const rows = spectra * header.points
  const spread = (of: (spectrum: number, point: number) => number): Float64Array => Float64Array.from({ length: rows }, (_, row) => of(Math.floor(row / header.points), row % header.points))
  const columns: Column[] = [
    { name: header.x[1], quantity: header.x[0], unit: header.x[2], values: spread((_spectrum, i) => axisValue(header, i)) },
    { name: header.y[1], quantity: header.y[0], unit: header.y[2], values: spread((spectrum, i) => view.getFloat32(records[spectrum]! + RECORD_HEADER + 4 * i, true)) },
    ...(times ? [{ name: 'Time', quantity: 'time', unit: 's', values: spread((spectrum) => times[spectrum]!) } as const] : [])
  ]
  const info = parts.find(({ key }) => key === keys.seriesInfo)
  const history = parts.find(({ key }) => key === keys.history)
  return {
    technique: header.technique, title: info ? textAt(bytes, info.offset + 2, 64) : '', columns, header: {}, startedAt: null, signConvention: null,
    segments: records.map((at, i) => ({ kind: 'spectrum', start: i * header.points, end: (i + 1) * header.points, label: textAt(bytes, at + TITLE_AT, TITLE_BYTES) })),
    settings: [...header.settings, ...(history ? settingsOfHistory(textAt(bytes, history.offset, history.size)) : [])], facts: [...header.facts, { name: 'spectra', value: spectra }],
    warnings: [...header.warnings, ...(times ? [] : ['The times of the spectra are not known; they are in the order of the file.']), ...(spectra < announced ? [`The file holds ${spectra} of ${announced} spectra: it was cut off.`] : [])],
    complete: spectra === announced
  }
}

/** Of each record in 1/100 s, where they rise and agree with the first and last time of the series (f32, minutes); null where they do not. */
function timesOf(view: DataView, parts: readonly Part[], records: readonly number[], announced: number): number[] | null {
  const times = records.map((at) => view.getUint32(at + 4, true) / 100)
  if (times.some((time, i) => i > 0 && time <= times[i - 1]!)) return null
  const info = parts.find(({ key }) => key === keys.seriesInfo)
  if (!info || info.offset + 74 > view.byteLength) return null
  const [first, last] = [60 * view.getFloat32(info.offset + 66, true), 60 * view.getFloat32(info.offset + 70, true)]
  const agrees = (own: number, stated: number): boolean => Math.abs(own - stated) <= 0.02 + 1e-3 * Math.abs(stated)
  return agrees(times[0]!, first) && (records.length < announced || agrees(times[times.length - 1]!, last)) ? times : null
}

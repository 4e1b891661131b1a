/**
 * Zahner Thales current-voltage curve (.isw, binary, big endian).
 * Three numbers of six bytes (version −2 or −1, kind, points less one), then potential (mV), current (mA) and time (ms) of each point as f64, then
 * texts of i16 length: system, control, temperature, date 'jul,02.2025', 'hh:mm:ss - hh:mm:ss', comments.
 * Traps: the file does not say what was controlled: a quantity that stays still was; letters of the texts have their case swapped.
 */
import type { Column, Measurement, NamedValue, Technique } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { findSweeps } from '../../electrochemistry/findSweeps'
import { zahnerTexts } from '../zahnerIsc/zahnerTexts'

const HEAD = 18
const BYTES_PER_POINT = 24
const mostPoints = 20_000_000
const texts = ['system', 'control', 'temperature', 'date', 'time', 'comment 1', 'comment 2', 'comment 3', 'comment 4', 'comment 5', 'comment 6'] as const
const quantities = [['potential', 'mV', 'potential'], ['current', 'mA', 'current'], ['time', 'ms', 'time']] as const

/** Number of points, or null where the bytes are no such file. */
export function iswPoints(bytes: Uint8Array): number | null {
  if (bytes.length < HEAD) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isVersion = view.getUint16(0) === 0 && view.getUint32(2) >= 0xfffffffe
  const points = view.getUint16(12) * 2 ** 32 + view.getUint32(14) + 1
  return isVersion && view.getUint16(6) === 0 && points >= 2 && points <= mostPoints ? points : null
}

function recognises({ name, bytes }: FileHead): Recognition | null {
  const points = /\.isw$/i.test(name) ? iswPoints(bytes) : null
  return points === null ? null : { confidence: 'certain', why: `it is a binary .isw whose header announces ${points} points` }
}

function read({ bytes }: ReadableFile): ReadResult {
  const points = iswPoints(bytes)
  if (points === null) throw new ReadError('The file is no current-voltage curve of Thales, or it is damaged; export it as text from Zahner Analysis.')
  const needed = HEAD + BYTES_PER_POINT * points
  if (bytes.length < needed) throw new ReadError(`The file is cut off: ${points} points need ${needed} bytes, it has ${bytes.length}; copy it again.`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const columns = quantities.map(([name, unit, quantity], k): Column => ({ name, unit, quantity, values: Float64Array.from({ length: points }, (_, i) => view.getFloat64(HEAD + BYTES_PER_POINT * i + 8 * k)) }))
  const said = zahnerTexts(view, needed, texts)
  const technique = techniqueOf(columns[0]!.values, columns[1]!.values)
  const measurement: Measurement = {
    technique, title: '', columns, segments: technique === 'LSV' ? findSweeps(columns[0]!.values) : [], header: {}, facts: [],
    settings: [...said].flatMap(([name, value]): NamedValue[] => (value === '' ? [] : [{ name, value }])), startedAt: startOf(said.get('date') ?? '', said.get('time') ?? ''),
    signConvention: 'as recorded; the file does not say', warnings: [], complete: true
  }
  return { measurements: [measurement] }
}

const extent = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value), -Infinity) - values.reduce((least, value) => Math.min(least, value), Infinity)
const held_mV = 5
const heldShare = 0.002

function techniqueOf(potential_mV: Float64Array, current_mA: Float64Array): Technique {
  const largest = current_mA.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest > 0 && extent(current_mA) <= heldShare * largest) return 'CP'
  if (extent(potential_mV) <= held_mV) return 'CA'
  const steps = potential_mV.subarray(1).map((value, i) => value - potential_mV[i]!)
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  return steps.every((step) => Math.abs(step - mean) <= 0.05 * Math.abs(mean)) ? 'LSV' : 'OTHER'
}

const months = 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC'

/** 'JUL,02.2025' and '14:44:55 - 14:49:40'. */
function startOf(date: string, time: string): string | null {
  const day = /^([A-Z]{3}),(\d{2})\.(\d{4})$/i.exec(date)
  const clock = /^(\d{2}:\d{2}:\d{2})/.exec(time)
  const month = day ? months.indexOf(day[1]!.toUpperCase()) / 3 + 1 : 0
  return day && clock && Number.isInteger(month) && month > 0 ? `${day[3]}-${String(month).padStart(2, '0')}-${day[2]}T${clock[1]}` : null
}

export const zahnerIsw: Reader = { id: 'zahner-isw', format: 'Zahner Thales current-voltage curve (.isw)', vendor: 'Zahner', recognises, read }

/**
 * Zahner Thales cyclic voltammetry (.isc, binary, big endian).
 * 17 × f64: start potential and its hold, upper and lower vertex, hold at the end, end potential, rate (mV/s), periods, points per period,
 * lowest and highest current, ohmic drop, first and last time, duration, seconds per point, delay · six bytes: points less one ·
 * i16 per point (potential) · f64 per point (current, A) · texts of i16 length: date ddmmyy, system, temperature, 'hh:mm:ss-hh:mm:ss', rate,
 * five comments, area, and 'offset, factor PO/PF …'.
 * Traps: potential = number · factor / 8000 + offset, and offset and factor stand behind all else: without them there is no potential;
 * letters of the texts have their case swapped.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { findSweeps } from '../../electrochemistry/findSweeps'
import { zahnerTexts } from './zahnerTexts'

const parameters = [
  'start potential / V', 'hold at start / s', 'upper vertex / V', 'lower vertex / V', 'hold at end / s', 'end potential / V', 'scan rate / mV/s', 'periods', 'points per period',
  'lowest current / A', 'highest current / A', 'ohmic drop', 'first time / s', 'last time / s', 'duration / s', 'seconds per point', 'delay / s'
] as const
const texts = ['date', 'system', 'temperature', 'time', 'slew rate', 'comment 1', 'comment 2', 'comment 3', 'comment 4', 'comment 5', 'electrode area', 'scaling'] as const
const HEAD = 8 * parameters.length
const BYTES_PER_POINT = 10
const SECONDS_PER_POINT = 15

interface Head { readonly values: readonly number[]; readonly points: number }

/** The header, or null where it cannot be one. */
function headOf(bytes: Uint8Array, size: number): Head | null {
  if (bytes.length < HEAD + 6) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values = parameters.map((_, i) => view.getFloat64(8 * i))
  const points = view.getInt16(HEAD) * 2 ** 32 + view.getUint32(HEAD + 2) + 1
  const areSane = values.every((value) => Number.isFinite(value) && Math.abs(value) < 1e12 && (value === 0 || Math.abs(value) > 1e-30))
  const step = values[SECONDS_PER_POINT]!
  return areSane && step > 0 && step < 1e6 && values[6]! > 0 && points >= 2 && points <= 50_000_000 && points < 2 * size ? { values, points } : null
}

function recognises({ name, bytes, size }: FileHead): Recognition | null {
  const head = /\.isc$/i.test(name) ? headOf(bytes, size) : null
  return head && { confidence: 'certain', why: `it is a binary .isc whose header announces ${head.points} points at ${Number(head.values[6]!.toPrecision(6))} mV/s` }
}

function read({ bytes }: ReadableFile): ReadResult {
  const head = headOf(bytes, bytes.length)
  if (!head) throw new ReadError('The header is none of a voltammogram of Thales, or it is damaged; export it as text from Zahner Analysis.')
  const { values, points } = head
  const needed = HEAD + 6 + BYTES_PER_POINT * points
  if (bytes.length < needed) throw new ReadError(`The file is cut off: ${points} points need ${needed} bytes, it has ${bytes.length}; copy it again.`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const said = zahnerTexts(view, needed, texts)
  const scaling = scalingOf(said.get('scaling') ?? '')
  const potential = Float64Array.from({ length: points }, (_, i) => { const raw = view.getInt16(HEAD + 6 + 2 * i); return scaling ? (raw * scaling.factor) / 8000 + scaling.offset : raw })
  const columns: Column[] = [
    { name: 'time', quantity: 'time', unit: 's', values: Float64Array.from({ length: points }, (_, i) => i * values[SECONDS_PER_POINT]! + values[12]!) },
    scaling ? { name: 'potential', quantity: 'potential', unit: 'V', values: potential } : { name: 'potential, number of the converter', quantity: 'other', unit: '', values: potential },
    { name: 'current', quantity: 'current', unit: 'A', values: Float64Array.from({ length: points }, (_, i) => view.getFloat64(HEAD + 6 + 2 * points + 8 * i)) }
  ]
  const measurement: Measurement = {
    technique: 'CV', title: '', columns, segments: scaling ? findSweeps(potential) : [], header: { scanRate_mV_s: values[6]! },
    settings: [...parameters.map((name, i): NamedValue => ({ name, value: values[i]! })), ...[...said].filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }))],
    facts: [], startedAt: startOf(said.get('date') ?? '', said.get('time') ?? ''), signConvention: 'as recorded; the file does not say',
    warnings: scaling ? [] : ['The scaling of the potential behind the data is missing or damaged: the potential stays in numbers of the converter; copy the file again or export it as text.'],
    complete: scaling !== null
  }
  return { measurements: [measurement] }
}

function scalingOf(text: string): { readonly offset: number; readonly factor: number } | null {
  const match = /^\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*,\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*PO.PF/i.exec(text)
  const [offset, factor] = [Number(match?.[1] ?? NaN), Number(match?.[2] ?? NaN)]
  return Number.isFinite(offset) && Number.isFinite(factor) && factor !== 0 ? { offset, factor } : null
}

/** ddmmyy; a year below 70 is of this century, as Zahner's own program takes it. */
function startOf(date: string, time: string): string | null {
  const day = /^(\d{2})(\d{2})(\d{2})$/.exec(date)
  const clock = /^(\d{2}:\d{2}:\d{2})/.exec(time)
  if (!day || !clock) return null
  const text = `${Number(day[3]) < 70 ? 20 : 19}${day[3]}-${day[2]}-${day[1]}T${clock[1]}`
  return Number.isNaN(Date.parse(text)) ? null : text
}

export const zahnerIsc: Reader = { id: 'zahner-isc', format: 'Zahner Thales voltammetry (.isc)', vendor: 'Zahner', recognises, read }

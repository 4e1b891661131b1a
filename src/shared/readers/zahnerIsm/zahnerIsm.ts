/**
 * Zahner Thales impedance (.ism, binary, big endian).
 * Six bytes of version, six bytes with the number of points less one, then f64 arrays: frequency (Hz), |Z| (Ω), phase (rad), time (s since 1980).
 * Traps: a spectrum may run up and down again: the longest stretch from the lowest to the highest frequency is the spectrum, given from
 * low to high as Zahner's own program does; the rest is left out and named.
 */
import type { Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'

const HEAD = 12
const EPOCH_1980_S = 315_532_800

/** Number of points, or null where the bytes are no such file. */
function pointsOf(bytes: Uint8Array, size: number): number | null {
  if (bytes.length < HEAD + 8 || size < HEAD + 24) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const points = view.getUint16(6) * 2 ** 32 + view.getUint32(8) + 1
  const first = view.getFloat64(HEAD)
  const isVersion = view.getUint16(0) === 0 && (view.getUint32(2) >= 0xfffffffe || (view.getUint32(2) > 0 && view.getUint32(2) < 0x1000000))
  return isVersion && points >= 2 && points <= 100_000 && first > 1e-7 && first < 1e9 ? points : null
}

function recognises({ name, bytes, size }: FileHead): Recognition | null {
  const points = /\.ism$/i.test(name) ? pointsOf(bytes, size) : null
  return points === null ? null : { confidence: 'certain', why: `it is a binary .ism whose header announces ${points} frequencies` }
}

function read({ bytes }: ReadableFile): ReadResult {
  const points = pointsOf(bytes, bytes.length)
  if (points === null) throw new ReadError('The file is no impedance spectrum of Thales, or it is damaged; export it as text from Zahner Analysis.')
  if (bytes.length < HEAD + 24 * points) throw new ReadError(`The file is cut off: ${points} frequencies need ${HEAD + 24 * points} bytes, it has ${bytes.length}; copy it again.`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const array = (k: number): Float64Array => Float64Array.from({ length: points }, (_, i) => view.getFloat64(HEAD + 8 * (k * points + i)))
  const [frequency, size, phase] = [array(0), array(1), array(2)]
  const seconds = bytes.length >= HEAD + 32 * points ? array(3) : null
  return { measurements: [measurementOf(frequency, size, phase, seconds)] }
}

function measurementOf(frequency: Float64Array, size: Float64Array, phase: Float64Array, seconds: Float64Array | null): Measurement {
  const extreme = (better: (a: number, b: number) => boolean): number => frequency.reduce((best, value, i) => (better(value, frequency[best]!) ? i : best), 0)
  const [low, high] = [extreme((a, b) => a < b), extreme((a, b) => a > b)]
  const [from, to] = [Math.min(low, high), Math.max(low, high)]
  const rows = Array.from({ length: to - from + 1 }, (_, i) => (low < high ? from + i : to - i))
  const pick = (of: (row: number) => number): Float64Array => Float64Array.from(rows, of)
  const left = frequency.length - rows.length
  const start = seconds ? Math.min(...seconds) : NaN
  return {
    technique: 'EIS', title: '', segments: [], settings: [], facts: [{ name: 'pointsInFile', value: frequency.length }], header: {}, signConvention: 'Im Z as it is: capacitive negative',
    startedAt: start > 1e8 && start < 4e9 ? new Date((start + EPOCH_1980_S) * 1000).toISOString().slice(0, 19) : null,
    columns: [
      { name: 'freq', quantity: 'frequency', unit: 'Hz', values: pick((row) => frequency[row]!) }, { name: 'Re Z', quantity: 'z_real', unit: 'ohm', values: pick((row) => size[row]! * Math.cos(phase[row]!)) },
      { name: 'Im Z', quantity: 'z_imag', unit: 'ohm', values: pick((row) => size[row]! * Math.sin(phase[row]!)) }
    ],
    warnings: left > 0 ? [`${left} points outside the stretch from the lowest to the highest frequency are not shown.`] : [], complete: true
  }
}

export const zahnerIsm: Reader = { id: 'zahner-ism', format: 'Zahner Thales impedance (.ism)', vendor: 'Zahner', recognises, read }

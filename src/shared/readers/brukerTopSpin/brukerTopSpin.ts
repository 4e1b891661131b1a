/**
 * Bruker TopSpin, XWIN-NMR: a processed NMR spectrum of one dimension, a folder EXPNO/pdata/PROCNO with procs (text), 1r and 1i (numbers).
 * procs: SI points; DTYPP 0 i32, 2 f64; BYTORDP 0 little, 1 big endian; intensity = number · 2^NC_proc; point k at OFFSET − k·SW_p/(SF·SI) ppm.
 * Traps: procs begins like JCAMP-DX, which it is not; proc is what was asked for, procs what was done; a stale 1r is of another length; solvent,
 * scans and date are in acqus, two folders above; a measurement of two dimensions (2rr, proc2s, PPARMOD 1) has a procs, too.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { decodeText } from '../text/decodeText'
import { parametersOf, programOf, type Parameters } from './parameterFile'

const numbersName = /^(?:1[ri]|2[ri]{2}|3[ri]{3})$/i
const acquisitionName = /^acqu\d?s?$/i
/** What was recorded, before it was transformed. */
const recordedName = /^(?:fid|ser)$/
const UNIT = 'ARBITRARY UNITS'
const LONGEST_VALUE = 400
const LARGEST_EXPONENT = 200

function recognises({ name, bytes, size }: FileHead): Recognition | null {
  const program = programOf(bytes)
  if (program !== null) return { confidence: 'certain', why: 'its title calls it a parameter file of an NMR program', ...(program === '' ? {} : { version: program }) }
  const isNumbers = (numbersName.test(name) || recordedName.test(name)) && size >= 16 && size % 4 === 0 && bytes.subarray(0, 4096).some((byte) => byte < 9 || byte > 126)
  return isNumbers ? { confidence: 'likely', why: 'it is binary and named as TopSpin names its numbers, which belong to procs' } : null
}

const beside = (file: ReadableFile, name: string): Uint8Array | undefined => file.sibling?.(name) ?? file.sibling?.(name.toUpperCase())

function read(file: ReadableFile): ReadResult {
  const isParameters = programOf(file.bytes) !== null
  if ((isParameters && acquisitionName.test(file.name)) || (!isParameters && recordedName.test(file.name))) return { measurements: [], companionOf: 'procs in the folder pdata below it' }
  if (!isParameters || !/^procs$/i.test(file.name)) {
    if (beside(file, 'procs')) return { measurements: [], companionOf: 'procs' }
    throw new ReadError(isParameters ? `This file holds parameters of an NMR spectrum; procs and 1r, which hold the spectrum, are not beside it: copy the whole folder of the measurement with its pdata.`
      : `This file holds the numbers of an NMR spectrum; the procs that describes them is not beside it: copy the whole folder of the measurement with its pdata.`)
  }
  const parameters = parametersOf(decodeText(file.bytes).text)
  const real = beside(file, '1r')
  const isPlane = Number(parameters.values.get('PPARMOD')) > 0
  if ((isPlane || !real) && (beside(file, 'proc2s') || (isPlane && !real))) throw new ReadError('This is an NMR measurement of two dimensions, which is not read; export a one-dimensional spectrum or its projections as JCAMP-DX.')
  if (!real) throw new ReadError(`This procs describes an NMR spectrum; the 1r that holds its numbers is not beside it: process the measurement in TopSpin, or copy the whole folder of the measurement with its pdata.`)
  return { measurements: [measurementOf(parameters, real, beside(file, '1i'), titleOf(beside(file, 'title')))] }
}

interface Layout { readonly points: number; readonly isLittle: boolean; readonly size: 4 | 8; readonly factor: number; readonly first: number; readonly step: number; readonly frequency: number }

function layoutOf({ values, isWhole }: Parameters): Layout {
  const number = (name: string): number => ((values.get(name) ?? '') === '' ? NaN : Number(values.get(name)))
  const missing = ['SI', 'SF', 'OFFSET', 'SW_p', 'BYTORDP', 'DTYPP', 'NC_proc'].filter((name) => !Number.isFinite(number(name)))
  if (missing.length > 0) throw new ReadError(`The procs states no ${missing.join(', ')}, without which the numbers of the spectrum mean nothing; ${isWhole ? 'process the measurement again in TopSpin' : 'it was cut off, copy it again'}.`)
  const [points, frequency, width, order, type, exponent] = ['SI', 'SF', 'SW_p', 'BYTORDP', 'DTYPP', 'NC_proc'].map(number) as [number, number, number, number, number, number]
  if (!Number.isSafeInteger(points) || points < 2 || !(frequency > 0) || !(width > 0)) throw new ReadError('The procs states no number of points, frequency or width that a spectrum can have (SI, SF, SW_p); it is damaged, copy it again.')
  if ((order !== 0 && order !== 1) || (type !== 0 && type !== 2)) throw new ReadError(`The 1r holds numbers of a kind that is not read (BYTORDP ${order}, DTYPP ${type}); export the spectrum from TopSpin as JCAMP-DX.`)
  if (!Number.isInteger(exponent) || Math.abs(exponent) > LARGEST_EXPONENT) throw new ReadError(`The procs states NC_proc ${exponent}, which is no power of two for intensities; it is damaged, copy it again.`)
  return { points, frequency, isLittle: order === 0, size: type === 0 ? 4 : 8, factor: 2 ** exponent, first: number('OFFSET'), step: width / frequency / points }
}

/** Points beyond the end of the file are left empty. */
function numbersIn(bytes: Uint8Array, rows: number, { size, isLittle }: Layout): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const stored = Math.floor(bytes.length / size)
  return Float64Array.from({ length: rows }, (_, i) => (i >= stored ? NaN : size === 4 ? view.getInt32(4 * i, isLittle) : view.getFloat64(8 * i, isLittle)))
}

function measurementOf(parameters: Parameters, real: Uint8Array, imaginary: Uint8Array | undefined, title: string): Measurement {
  const layout = layoutOf(parameters)
  const { points, size, factor, first, step, frequency } = layout
  const stored = real.length / size
  if (stored > points) throw new ReadError(`The 1r holds ${Math.floor(stored)} points and its procs announces ${points}: they are not of the same processing, so that the axis is unknown; process the measurement again or copy both again.`)
  const rows = Math.floor(stored)
  if (rows < 2) throw new ReadError('The 1r holds no spectrum; it was cut off, copy it again.')
  const numbers = numbersIn(real, rows, layout)
  const scaled = (values: Float64Array): Float64Array => values.map((value) => value * factor)
  const isImaginary = imaginary !== undefined && imaginary.length > 0 && imaginary.length <= size * points
  const isShort = rows < points
  const isImaginaryShort = isImaginary && imaginary.length < real.length
  const columns: Column[] = [
    { name: 'Chemical shift', quantity: 'other', unit: 'PPM', values: Float64Array.from({ length: rows }, (_, i) => first - i * step) },
    { name: 'SPECTRUM/REAL', quantity: 'intensity', unit: UNIT, values: scaled(numbers) },
    ...(isImaginary ? [{ name: 'SPECTRUM/IMAG', quantity: 'other' as const, unit: UNIT, values: scaled(numbersIn(imaginary, rows, layout)) }] : [])
  ]
  const nucleus = parameters.values.get('AXNUC') ?? ''
  return {
    technique: 'NMR', title, columns, segments: [], header: {}, startedAt: null, signConvention: null, settings: settingsOf(parameters),
    facts: [{ name: 'dataType', value: 'NMR SPECTRUM' }, { name: 'observeFrequency_MHz', value: frequency }, ...(/^\d{1,3}[A-Z][a-z]?$/.test(nucleus) ? [{ name: 'nucleus', value: nucleus }] : [])],
    warnings: [
      ...(parameters.isWhole ? [] : ['The procs has no end (##END=): it was cut off, copy it again.']), ...(isShort ? [`The 1r holds ${rows} of the ${points} points that the procs announces: it was cut off or is of another processing.`] : []),
      ...(isImaginaryShort ? [`The 1i holds ${Math.floor(imaginary.length / size)} of ${rows} points; the others are left empty.`] : []),
      ...(imaginary && !isImaginary ? [`The 1i holds ${Math.floor(imaginary.length / size)} points where the procs announces ${points}; it is left out.`] : []),
      ...(isShort ? [] : rangeWarning(parameters, numbers)), ...(parameters.values.get('FT_mod') === '0' ? ['The procs states that no Fourier transform was done (FT_mod 0): this may be no spectrum.'] : [])
    ],
    complete: parameters.isWhole && !isShort && !isImaginaryShort
  }
}

/** procs states the least and the greatest number of its 1r, which a 1r of another processing does not have. */
function rangeWarning({ values }: Parameters, numbers: Float64Array): string[] {
  const [least, greatest] = [Number(values.get('YMIN_p') || NaN), Number(values.get('YMAX_p') || NaN)]
  if (!(greatest > least)) return []
  let [low, high] = [Infinity, -Infinity]
  for (const value of numbers) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const near = 1e-5 * (greatest - least)
  return Math.abs(low - least) <= near && Math.abs(high - greatest) <= near ? [] : [`The procs states numbers from ${least} to ${greatest} (YMIN_p, YMAX_p), the 1r holds ${Number(low.toPrecision(7))} to ${Number(high.toPrecision(7))}: they may be of different processings.`]
}

const settingsOf = ({ values }: Parameters): NamedValue[] => [...values].filter(([, value]) => value !== '' && value.length <= LONGEST_VALUE).map(([name, value]) => ({ name, value: Number.isFinite(Number(value)) ? Number(value) : value }))

/** What the user wrote about the sample; its first line. */
function titleOf(bytes: Uint8Array | undefined): string {
  const text = bytes ? decodeText(bytes.subarray(0, 4096)).text : ''
  return text.includes('\0') ? '' : (text.split(/\r\n|\n|\r/).map((line) => line.trim()).find((line) => line !== '') ?? '').slice(0, 200)
}

export const brukerTopSpin: Reader = { id: 'bruker-topspin', format: 'Bruker TopSpin, XWIN-NMR (procs with 1r)', vendor: 'Bruker', recognises, read }

/**
 * Thermo/Galactic GRAMS (.spc, binary): header of 512 bytes (second byte 0x4B new, 0x4D old LabCalc), subfiles with a header of 32 bytes each.
 * The decoding is spc-parser's; the numbers of points and subfiles are held against the size of the file first.
 * Traps: Bruker ESP files are called .spc too (told by the second byte); y as integers with an exponent, in a series one each; x stored or even.
 */
import { parse } from 'spc-parser'
import type { Column, Measurement, Technique } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { layoutOf } from './layout'

const MOST_BYTES = 300_000_000
const SERIES = 0x04
const FLOATS = -128
function recognises({ bytes, size }: FileHead): Recognition | null {
  const layout = layoutOf(bytes, size)
  return layout ? { confidence: 'certain', why: `its header is that of a GRAMS file of ${layout.spectra > 1 ? `${layout.spectra} spectra` : 'one spectrum'}`, version: layout.version } : null
}

function read({ bytes }: ReadableFile): ReadResult {
  const layout = layoutOf(bytes, bytes.length)
  if (!layout || bytes.length > MOST_BYTES) throw new ReadError(layout ? 'The file is larger than 300 MB; export its spectra in parts.' : 'The header does not fit the size of the file; it was cut off or damaged, export the spectrum again.')
  const { parsed, warnings } = decoded(bytes)
  const startedAt = startOf(bytes)
  const places = placesOf(parsed)
  const measurements = parsed.spectra.flatMap((spectrum, i) =>
    measurementOf(spectrum.variables, parsed.spectra.length > 1 ? `spectrum ${i + 1}${places[i]!}` : '', parsed.meta, i === 0 ? warnings : []).map((one) => ({ ...one, startedAt })))
  if (measurements.length === 0) throw new ReadError('The file holds no spectrum with x and y; export it again.')
  return { measurements }
}

/** Where the header says that the log stands. */
const logAt = 248
const withoutLog = 'The log of the file (its remarks) cannot be read; the numbers can.'

function decoded(bytes: Uint8Array): { parsed: ReturnType<typeof parse>; warnings: readonly string[] } {
  // A copy of its own: the library takes whole buffers.
  const copy = new Uint8Array(bytes)
  try {
    return { parsed: parsedOf(copy.buffer), warnings: [] }
  } catch {
    try {
      new DataView(copy.buffer).setUint32(logAt, 0, true)
      return { parsed: parsedOf(copy.buffer), warnings: [withoutLog] }
    } catch {
      throw new ReadError('The spectrum is cut off or damaged and cannot be decoded; export it again.')
    }
  }
}

/** Spectra of a series have an exponent each, and 0 is one; the library takes the header's instead, so that one is taken away. */
function parsedOf(own: ArrayBuffer): ReturnType<typeof parse> {
  const parsed = parse(own)
  const { exponentY } = parsed.meta
  const haveTheirOwn = parsed.spectra.some(({ meta }) => meta !== undefined && 'exponentY' in meta && meta.exponentY !== exponentY)
  const header = new Uint8Array(own)
  if ((header[0]! & SERIES) === 0 || !haveTheirOwn || exponentY === FLOATS) return parsed
  header.fill(0, header[1] === 0x4b ? 3 : 2, 4)
  return parse(own)
}

/** Where each spectrum of a series was taken, in the words of the header (', Minutes 1.25'); '' where all have the same or none. */
function placesOf({ spectra, meta }: ReturnType<typeof parse>): string[] {
  const places = spectra.map(({ meta: sub }) => (sub !== undefined && 'startingZ' in sub && Number.isFinite(sub.startingZ) ? Number(Number(sub.startingZ).toPrecision(7)) : NaN))
  const unit = 'zUnitsType' in meta ? String(meta.zUnitsType) : ''
  const tells = unit !== '' && places.every(Number.isFinite) && new Set(places).size > 1
  return places.map((place) => (tells ? `, ${unit === 'Arbitrary' ? 'z' : unit} ${place}` : ''))
}

/** New format, u32 at 32: minutes in the lowest 6 bits, then hours 5, days 5, months 4, years 12; 0 where it was not kept. */
function startOf(bytes: Uint8Array): string | null {
  if (bytes[1] !== 0x4b) return null
  const date = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(32, true)
  const [minute, hour, day, month, year] = [date & 63, (date >>> 6) & 31, (date >>> 11) & 31, (date >>> 16) & 15, date >>> 20]
  const two = (value: number): string => String(value).padStart(2, '0')
  return year >= 1980 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 ? `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00` : null
}

interface Variable { readonly label: string; readonly units?: string; readonly data: ArrayLike<number> }

const xKinds: readonly (readonly [RegExp, QuantityKind])[] = [[/nanomet|micromet|^nm$|^um$/i, 'wavelength'], [/wavenumber|cm-1|raman|1\/cm/i, 'wavenumber'], [/second|minute|hour|^time/i, 'time'], [/gauss|tesla/i, 'field']]

function measurementOf(variables: { readonly x?: Variable; readonly y?: Variable }, title: string, meta: ReturnType<typeof parse>['meta'], warnings: readonly string[]): Measurement[] {
  const [x, y] = [variables.x, variables.y]
  if (!x || !y || x.data.length < 2 || x.data.length !== y.data.length) return []
  const quantity = xKinds.find(([pattern]) => pattern.test(`${x.label} ${x.units ?? ''}`))?.[1] ?? 'other'
  const isRaman = /raman/i.test(x.label)
  // An interferogram keeps the axis of the spectrum that is made of it.
  const technique: Technique = /interferogram/i.test(y.label) ? 'OTHER' : quantity === 'wavelength' ? 'UVVIS' : quantity === 'wavenumber' ? (isRaman ? 'RAMAN' : 'IR') : quantity === 'field' ? 'EPR' : /parts per million|ppm/i.test(`${x.label} ${x.units ?? ''}`) ? 'NMR' : 'OTHER'
  const column = (variable: Variable, kind: QuantityKind): Column => ({ name: variable.label, quantity: kind, unit: variable.units ?? '', values: Float64Array.from(variable.data) })
  const memo = String(meta.memo ?? '').trim()
  return [{
    technique, title, segments: [], header: {}, startedAt: null, signConvention: null, warnings, complete: true, facts: [], settings: memo === '' ? [] : [{ name: 'memo', value: memo }],
    columns: [column(x, quantity), column(y, /absorbance/i.test(y.label) ? 'absorbance' : /intensity|counts|transmi|reflect/i.test(y.label) ? 'intensity' : 'other')]
  }]
}

export const galacticSpc: Reader = { id: 'galactic-spc', format: 'GRAMS spectrum (.spc)', vendor: 'Thermo Galactic', recognises, read }

/**
 * Thermo OMNIC (.spa, binary, little endian): "Spectral Data File", title at 30; directory at 304 in rows of 16 bytes: key u8, offset u32 at 2,
 * size u32 at 6. Key 2 is a header: points u32 at 4, units of x and y (u8 at 8 and 12), first and last x (f32 at 16 and 20); key 3 the intensities (f32).
 * Traps: x runs down; the last x belongs to the last point; the time at 296 counts seconds since 31 December 1899.
 */
import type { Column, Measurement, Technique } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'

const MARK = 'Spectral Data File'
const [DIRECTORY, ROW, MOST_ROWS] = [304, 16, 512] as const
const EPOCH_1899_S = Date.UTC(1899, 11, 31) / 1000
const axes: Readonly<Record<number, readonly [QuantityKind, string, string]>> = {
  1: ['wavenumber', 'Wavenumber', 'cm-1'], 2: ['other', 'Point', ''], 3: ['wavelength', 'Wavelength', 'nm'], 4: ['wavelength', 'Wavelength', 'µm'], 32: ['wavenumber', 'Raman shift', 'cm-1']
}
const signals: Readonly<Record<number, readonly [QuantityKind, string, string]>> = {
  11: ['intensity', 'Reflectance', '%'], 12: ['intensity', 'log(1/R)', ''], 15: ['intensity', 'Single beam', ''], 16: ['intensity', 'Transmittance', '%'], 17: ['absorbance', 'Absorbance', ''], 20: ['intensity', 'Kubelka–Munk', ''],
  21: ['intensity', 'Reflectance', ''], 22: ['intensity', 'Detector signal', 'V'], 26: ['intensity', 'Photoacoustic', ''], 31: ['intensity', 'Raman intensity', '']
}

interface Part { readonly key: number; readonly offset: number; readonly size: number }

const isSpa = (bytes: Uint8Array): boolean => bytes.length >= DIRECTORY + ROW && String.fromCharCode(...bytes.subarray(0, MARK.length)) === MARK

function recognises({ bytes }: FileHead): Recognition | null {
  return isSpa(bytes) ? { confidence: 'certain', why: `it begins with "${MARK}"` } : null
}

function partsOf(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Part[] = []
  for (let i = 0, at = DIRECTORY; i < MOST_ROWS && at + ROW <= bytes.length; i += 1, at += ROW) {
    const [key, offset, size] = [bytes[at]!, view.getUint32(at + 2, true), view.getUint32(at + 6, true)]
    if (key === 0 || key === 1) break
    parts.push({ key, offset, size })
  }
  return parts
}

function read({ bytes }: ReadableFile): ReadResult {
  if (!isSpa(bytes)) throw new ReadError('The file does not begin as a spectrum of OMNIC does; save it again from OMNIC.')
  const parts = partsOf(bytes)
  const headers = parts.filter(({ key, offset }) => key === 2 && offset + 24 <= bytes.length)
  const intensities = parts.filter(({ key }) => key === 3)
  const pairs = headers.slice(0, intensities.length)
  if (pairs.length === 0) throw new ReadError('The file holds no spectrum with its axis; it was cut off or damaged, copy it again.')
  return { measurements: pairs.map((header, i) => measurementOf(bytes, header, intensities[i]!, pairs.length > 1 ? ` ${i + 1}` : '')) }
}

function measurementOf(bytes: Uint8Array, header: Part, data: Part, suffix: string): Measurement {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [points, xUnit, yUnit] = [view.getUint32(header.offset + 4, true), bytes[header.offset + 8]!, bytes[header.offset + 12]!]
  const [first, last] = [view.getFloat32(header.offset + 16, true), view.getFloat32(header.offset + 20, true)]
  if (points < 2 || ![first, last].every(Number.isFinite) || first === last) throw new ReadError('The header of the spectrum is damaged (points, first and last x); copy the file again.')
  if (4 * points > data.size || data.offset + 4 * points > bytes.length) throw new ReadError(`The spectrum announces ${points} points, the file holds fewer; it was cut off, copy it again.`)
  const [xKind, xName, x] = axes[xUnit] ?? ['other', 'x', '']
  const [yKind, yName, y] = signals[yUnit] ?? ['intensity', 'Intensity', '']
  const technique: Technique = xUnit === 32 || yUnit === 31 ? 'RAMAN' : xKind === 'wavenumber' || xUnit === 4 ? 'IR' : xKind === 'wavelength' ? 'UVVIS' : 'OTHER'
  const columns: Column[] = [
    { name: xName, quantity: xKind, unit: x, values: Float64Array.from({ length: points }, (_, i) => first + ((last - first) * i) / (points - 1)) },
    { name: yName, quantity: yKind, unit: y, values: Float64Array.from({ length: points }, (_, i) => view.getFloat32(data.offset + 4 * i, true)) }
  ]
  const warnings = [...(axes[xUnit] ? [] : [`The unit of x is not known here (code ${xUnit}).`]), ...(signals[yUnit] ? [] : [`The unit of y is not known here (code ${yUnit}).`])]
  return {
    technique, title: textAt(bytes, 30, 255) + suffix, columns, segments: [], settings: [], facts: [{ name: 'unitCodeOfX', value: xUnit }, { name: 'unitCodeOfY', value: yUnit }], header: {},
    startedAt: startOf(view.getUint32(296, true)), signConvention: null, warnings, complete: true
  }
}

function textAt(bytes: Uint8Array, at: number, most: number): string {
  const part = bytes.subarray(at, at + most)
  const end = part.indexOf(0)
  return new TextDecoder('windows-1252').decode(end < 0 ? part : part.subarray(0, end)).trim()
}

/** null for a time before 1985 or after 2100, which no such file can have. */
function startOf(seconds: number): string | null {
  const time = new Date((EPOCH_1899_S + seconds) * 1000)
  const year = time.getUTCFullYear()
  return year > 1985 && year < 2100 ? time.toISOString() : null
}

export const omnicSpa: Reader = { id: 'omnic-spa', format: 'Thermo OMNIC (.spa)', vendor: 'Thermo', recognises, read }

/**
 * Thermo OMNIC (.spa one spectrum, .spg a group, .srs a series; binary, little endian): "Spectral Data File" or "Spectral Exte File", title at 30,
 * time at 296, number of rows u16 at 294, directory at 304 (omnicParts.ts): key 2 a header, 3 intensities (f32), 27 the history, 107 a title.
 * A series has one block of records instead (omnicSeries.ts).
 * Traps: x runs down; the last x belongs to the last point; the time counts seconds since 31 December 1899, UTC; a row of a series is wider.
 */
import type { Column, Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { axisValue, headerAt, type OmnicHeader } from './omnicHeader'
import { DIRECTORY, keys, partsOf, type Part } from './omnicParts'
import { readSeries } from './omnicSeries'
import { settingsOfHistory, startOf, textAt } from './omnicText'

const marks = { spectrum: 'Spectral Data File', series: 'Spectral Exte File' } as const
const TIME_BEHIND_TITLE = 256

function markOf(bytes: Uint8Array): keyof typeof marks | null {
  const mark = String.fromCharCode(...bytes.subarray(0, 18))
  return bytes.length < DIRECTORY ? null : mark === marks.spectrum ? 'spectrum' : mark === marks.series ? 'series' : null
}

function recognises({ bytes }: FileHead): Recognition | null {
  const mark = markOf(bytes)
  return mark && { confidence: 'certain', why: `it begins with "${marks[mark]}"`, version: mark === 'series' ? 'series (.srs)' : 'spectra (.spa, .spg)' }
}

interface Spectrum { readonly title: string; readonly seconds: number; readonly header: OmnicHeader; readonly y: Float64Array; readonly settings: Measurement['settings']; readonly warnings: readonly string[] }

function read({ bytes }: ReadableFile): ReadResult {
  const mark = markOf(bytes)
  if (mark === null) throw new ReadError('The file does not begin as a spectrum of OMNIC does; save it again from OMNIC.')
  if (mark === 'series') return { measurements: [readSeries(bytes)] }
  const parts = partsOf(bytes, false)
  const headers = parts.filter(({ key }) => key === keys.header)
  const pairs = headers.flatMap((header) => {
    const data = parts.find(({ key, spectrum }) => key === keys.intensities && spectrum === header.spectrum)
    return data ? [[header, data] as const] : []
  })
  const here = pairs.filter(([header, data]) => header.offset + 24 <= bytes.length && data.offset + 8 <= bytes.length)
  if (here.length === 0) throw new ReadError('The file holds no spectrum with its axis; it was cut off or damaged, copy it again.')
  const spectra = here.map(([header, data]) => spectrumOf(bytes, parts, header, data, headers.length > 1))
  const lost = pairs.length - here.length
  const missing = lost > 0 ? [`${lost} of ${pairs.length} spectra are missing: the file was cut off.`] : []
  return { measurements: isSeries(spectra) ? [together(bytes, spectra, missing)] : spectra.map((spectrum, i) => alone(spectrum, i === 0 ? missing : [], lost === 0)) }
}

function spectrumOf(bytes: Uint8Array, parts: readonly Part[], row: Part, data: Part, isGroup: boolean): Spectrum {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = headerAt(bytes, row.offset)
  if (4 * header.points !== data.size) throw new ReadError(`The header announces ${header.points} points, the directory ${data.size / 4}; the file is damaged, copy it again.`)
  const points = Math.min(header.points, Math.floor((bytes.length - data.offset) / 4))
  if (points < 2) throw new ReadError('The file ends before the points of its spectrum; it was cut off, copy it again.')
  const own = (key: number): Part | undefined => parts.find((part) => part.key === key && part.spectrum === row.spectrum)
  const [title, history] = [own(keys.title), own(keys.history)]
  const comments = parts.filter(({ key, spectrum }) => key === keys.comment && spectrum === row.spectrum).map(({ offset, size }) => ({ name: 'comment', value: textAt(bytes, offset, size).slice(0, 2000) }))
  const hasTitle = title !== undefined && title.offset + TIME_BEHIND_TITLE + 4 <= bytes.length
  return {
    title: hasTitle ? textAt(bytes, title.offset, TIME_BEHIND_TITLE) : isGroup ? `spectrum ${row.spectrum + 1}` : textAt(bytes, 30, 255),
    seconds: view.getUint32(hasTitle ? title.offset + TIME_BEHIND_TITLE : 296, true), header,
    y: Float64Array.from({ length: points }, (_, i) => view.getFloat32(data.offset + 4 * i, true)),
    settings: [...header.settings, ...(history ? settingsOfHistory(textAt(bytes, history.offset, Math.min(history.size, 20_000))) : []), ...comments],
    warnings: [...header.warnings, ...(points < header.points ? [`The file holds ${points} of ${header.points} points: it was cut off.`] : [])]
  }
}

const columnsOf = ({ header }: Spectrum, x: Float64Array, y: Float64Array): Column[] =>
  [{ name: header.x[1], quantity: header.x[0], unit: header.x[2], values: x }, { name: header.y[1], quantity: header.y[0], unit: header.y[2], values: y }]

function alone(spectrum: Spectrum, more: readonly string[], isWhole: boolean): Measurement {
  const { header, y, title, settings, seconds, warnings } = spectrum
  return {
    technique: header.technique, title, columns: columnsOf(spectrum, Float64Array.from(y, (_, i) => axisValue(header, i)), y), segments: [], settings, facts: header.facts, header: {},
    startedAt: startOf(seconds), signConvention: null, warnings: [...more, ...warnings], complete: isWhole && y.length === header.points
  }
}

/** What stays of a title when its numbers and the date behind it are taken away: spectra of one series differ in nothing else. */
const stem = (title: string): string => title.replace(/,\s+\p{L}{2,4}\.?\s.*$/u, '').replace(/[\d.,:+\-\u2212]+/g, '#')

function isSeries(spectra: readonly Spectrum[]): boolean {
  const [first] = spectra
  return first !== undefined && spectra.length > 2 && spectra.every(({ header, title, y }) => y.length === header.points && header.points === first.header.points
    && header.first === first.header.first && header.last === first.header.last && header.x[1] === first.header.x[1] && header.y[1] === first.header.y[1] && stem(title) === stem(first.title))
}

function together(bytes: Uint8Array, spectra: readonly Spectrum[], missing: readonly string[]): Measurement {
  const { header, settings, seconds } = spectra[0]!
  const n = header.points
  const start = Math.min(...spectra.map((one) => one.seconds))
  const isTimed = startOf(start) !== null && new Set(spectra.map((one) => one.seconds)).size > 1
  const spread = (of: (spectrum: Spectrum, i: number) => number): Float64Array => Float64Array.from({ length: spectra.length * n }, (_, row) => of(spectra[Math.floor(row / n)]!, row % n))
  return {
    technique: header.technique, title: textAt(bytes, 30, 255), header: {}, settings, facts: [...header.facts, { name: 'spectra', value: spectra.length }], startedAt: startOf(Math.min(seconds, start)), signConvention: null,
    columns: [...columnsOf(spectra[0]!, spread((one, i) => axisValue(one.header, i)), spread(({ y }, i) => y[i]!)), ...(isTimed ? [{ name: 'Time', quantity: 'time', unit: 's', values: spread((one) => one.seconds - start) } as const] : [])],
    segments: spectra.map(({ title }, i) => ({ kind: 'spectrum', start: i * n, end: (i + 1) * n, label: title })),
    warnings: [...missing, ...header.warnings], complete: missing.length === 0
  }
}

export const omnicSpa: Reader = { id: 'omnic-spa', format: 'Thermo OMNIC (.spa, .spg, .srs)', vendor: 'Thermo', recognises, read }

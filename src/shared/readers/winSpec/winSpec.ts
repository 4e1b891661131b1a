/**
 * Princeton Instruments (.spe): WinSpec, WinView (SPE 2) and LightField (SPE 3), little endian; written by TriVista and Andor's program, too.
 * A header of 4100 bytes (speHeader.ts), then the frames, each row by row; from 3.0 on an XML footer (speFooter.ts), which replaces what the
 * header says. A frame of one row is a spectrum, several frames are a series; images of more rows are refused.
 * Traps: behind the pixels of a frame may stand its times (stride > size); the axis is calibrated in nm and shown as Raman shift; a spectrum
 * over nm with a stated laser line may be Raman or luminescence, which the file does not say.
 */
import { repeated, type Column, type Measurement, type NamedValue, type Segment } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { decodeText } from '../text/decodeText'
import { xmlTree, type XmlElement } from '../xml/xmlTree'
import { calibratedAxis } from './calibration'
import { createdAt, footerLayout, footerSettings, frameTimeOf, isoOf, type FooterRegion, type FrameTime } from './speFooter'
import { areOnOneAxis, HEADER, headerSettings, isSpe, layoutOf, placeOf, programOf, startOf, versionOf, viewOf, type HeaderLayout } from './speHeader'
import { pixelAxis } from './spectrumAxis'
import type { NumberType } from './speNumbers'

/** Tracks of a fibre bundle are spectra, more rows are an image. */
const MOST_ROWS = 16
const MOST_SPECTRA = 200_000
const MOST_FOOTER = 50_000_000

function recognises({ bytes }: FileHead): Recognition | null {
  const view = viewOf(bytes)
  if (!isSpe(view)) return null
  return { confidence: 'certain', why: 'its header holds the mark of WinView (0x01234567)', version: `SPE ${versionOf(view).toFixed(1)}${programOf(view) === '' ? '' : `, ${programOf(view)}`}` }
}

interface Layout { readonly frames: number; readonly stride: number; readonly size: number; readonly type: NumberType; readonly regions: readonly FooterRegion[] }
interface File { readonly view: DataView; readonly layout: Layout; /** Where the frames end. */ readonly end: number; readonly time: FrameTime | null; readonly settings: readonly NamedValue[]; readonly startedAt: string | null; readonly warnings: readonly string[] }

function read({ bytes }: ReadableFile): ReadResult {
  const view = viewOf(bytes)
  if (!isSpe(view) || view.byteLength <= HEADER) throw new ReadError(`The file ends in its header; it was cut off, copy it again.`)
  const header = layoutOf(view)
  const file = versionOf(view) >= 3 ? lightField(view, bytes, header) : winSpecFile(view, header)
  const { regions } = file.layout
  const image = regions.find(({ rows }) => rows > MOST_ROWS)
  if (image) throw new ReadError(`The file holds images of ${image.points} × ${image.rows} points, not spectra; bin their rows to one (full vertical binning) or export the spectrum as text.`)
  return { measurements: regions.map((region, i) => measurementOf(region, regions.length > 1 ? `Region ${i + 1}` : '', file)) }
}

/** One region, on the axis of the header. */
function winSpecFile(view: DataView, header: HeaderLayout): File {
  const { type, frames } = header
  const isUpright = header.points === 1 && header.rows > 1
  const [points, rows] = isUpright ? [header.rows, 1] : [header.points, header.rows]
  if (rows > 1 && rows <= MOST_ROWS && !areOnOneAxis(view)) throw new ReadError('The regions of this file cover different columns of the detector, which is not read; store each region in a file of its own or export the spectra as text.')
  const axis = calibratedAxis(view, isUpright ? 3489 : 3000, points, placeOf(view, isUpright))
  const size = points * rows * type.size
  return { view, layout: { frames, size, stride: size, type, regions: [{ points, rows, offset: 0, axis }] }, end: view.byteLength, time: null, settings: headerSettings(view), startedAt: startOf(view), warnings: [] }
}

function lightField(view: DataView, bytes: Uint8Array, header: HeaderLayout): File {
  const { footer, points, rows, frames, type } = header
  const isThere = footer >= HEADER && footer < bytes.length
  if (isThere && bytes.length - footer > MOST_FOOTER) throw new ReadError('The footer of the file is larger than 50 MB; export the spectra from LightField as text.')
  const document: { root: XmlElement | null; problem: string | null } = isThere ? xmlTree(decodeText(bytes.subarray(footer)).text) : { root: null, problem: null }
  const layout = footerLayout(document.root, footer - HEADER)
  if (document.root && layout) {
    const time = frameTimeOf(document.root, layout.size, layout.stride)
    const warnings = document.problem === null ? [] : ['The footer of the file is damaged or cut off behind what was read; copy it again.']
    return { view, layout, end: footer, time, settings: footerSettings(document.root), startedAt: isoOf(time?.absolute ?? '') ?? createdAt(document.root), warnings }
  }
  const size = points * rows * type.size
  const stride = footer >= HEADER + frames * size ? Math.floor((footer - HEADER) / frames) : size
  const warnings = ['The footer with the wavelengths is missing: the axis is given in pixels. The file was cut off; copy it again.']
  return { view, layout: { frames, size, stride, type, regions: [{ points, rows, offset: 0, axis: pixelAxis(points, []) }] }, end: isThere ? footer : bytes.length, time: null, settings: [], startedAt: null, warnings }
}

function measurementOf({ points, rows, offset, axis }: FooterRegion, title: string, { view, layout, end, time, settings, startedAt, warnings }: File): Measurement {
  const { frames, stride, type } = layout
  const start = HEADER + offset
  const size = points * rows * type.size
  const there = Math.max(0, Math.min(frames, Math.floor((end - start - size) / stride) + 1))
  // Of a file that ends within its first frame the points are kept.
  const isPart = there === 0
  const kept = isPart ? Math.min(points, Math.floor((end - start) / type.size)) : points
  const spectra = isPart ? 1 : there * rows
  if (kept < 1) throw new ReadError(`The file ends before its first spectrum; it was cut off, copy it again.`)
  if (spectra > MOST_SPECTRA) throw new ReadError(`The file holds more than ${MOST_SPECTRA} spectra; store fewer frames at a time.`)
  const values = Float64Array.from({ length: spectra * kept }, (_, i) => {
    const spectrum = Math.floor(i / kept)
    return type.at(view, start + Math.floor(spectrum / rows) * stride + ((spectrum % rows) * points + (i % kept)) * type.size)
  })
  const isSeries = frames * rows > 1
  const ofFrames = (name: string, quantity: Column['quantity'], unit: string, of: (spectrum: number) => number): Column => ({ name, quantity, unit, values: Float64Array.from({ length: spectra }, (_, i) => of(i)), ...repeated('value', kept) })
  const seconds = time && !isPart && frames > 1 ? ofFrames('Exposure started', 'time', 's', (i) => ticksAt(view, HEADER + Math.floor(i / rows) * stride + time.offset, end) / time.perSecond) : null
  const counted: Column[] = [
    ...(frames > 1 ? [ofFrames('Frame', 'other', '', (i) => 1 + Math.floor(i / rows))] : []), ...(rows > 1 ? [ofFrames('Row', 'other', '', (i) => 1 + (i % rows))] : []), ...(seconds ? [seconds] : [])
  ]
  const along = (column: typeof axis.shown): Column => ({ ...column, values: column.values.subarray(0, kept), ...repeated('column', spectra) })
  const label = (i: number): string => counted.map(({ name, unit, values: own }) => `${name} ${Number(own[i]!.toPrecision(9))}${unit === '' ? '' : ` ${unit}`}`).join(', ')
  const isComplete = !isPart && there === frames && warnings.length === 0
  return {
    technique: axis.isRaman ? 'RAMAN' : 'OTHER', title, settings, header: {}, startedAt, signConvention: null, complete: isComplete,
    columns: [along(axis.shown), { name: 'Intensity', quantity: 'intensity', unit: '', values }, ...(axis.beside ? [along(axis.beside)] : []), ...(isSeries ? counted : [])],
    segments: isSeries ? Array.from({ length: spectra }, (_, i): Segment => ({ kind: 'spectrum', start: i * kept, end: (i + 1) * kept, label: label(i) })) : [],
    facts: [
      ...(isSeries ? [{ name: 'spectra', value: spectra }] : []), ...(axis.laser_nm > 0 ? [{ name: 'laser_nm', value: axis.laser_nm }] : []),
      ...(axis.beside ? [{ name: 'ramanShift', value: `1e7/λ₀ − 1e7/λ with λ₀ = ${axis.laser_nm} nm from the file` }] : [])
    ],
    warnings: [
      ...warnings, ...axis.warnings, ...(isPart ? [`The file ends after ${kept} of ${points} points of its first spectrum: it was cut off, copy it again.`] : there < frames ? [`The file holds ${there} of ${frames} frames: it was stopped or cut off.`] : [])
    ]
  }
}

/** NaN where the file ends before it. */
const ticksAt = (view: DataView, at: number, end: number): number => (at + 8 > end ? NaN : view.getInt32(at + 4, true) * 2 ** 32 + view.getUint32(at, true))

export const winSpec: Reader = { id: 'winspec-spe', format: 'WinSpec, LightField (.spe)', vendor: 'Princeton Instruments', recognises, read }

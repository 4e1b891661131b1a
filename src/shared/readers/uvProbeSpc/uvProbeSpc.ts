/**
 * Shimadzu UVProbe (.spc): a compound file of Windows with a storage DataSetN for each spectrum.
 * '…/DataSpectrumStorage/Data/X Data.1' and 'Y Data.1' are f64 alone, 'Data Header.1' u32 points, u32 kind of ordinate (1 T%, 2 Abs., 4 R%);
 * 'DataSetHeaderInfo' the name, u32, the start as days since 1899-12-30 (local time), operator and remark; 'MethodStorage/PageTextsN' what the
 * method says as pairs of label and value; 'DataSetHistory' what was done since. Texts are led by their length and in the code page of the PC.
 * Traps: wavelengths run down; the labels are in the language of the PC, the kind of ordinate is not; spectra that were computed in UVProbe
 * (differences, smoothed ones) stand beside the measured ones, and only their name and history tell; Galactic and Bruker write other .spc.
 */
import type { Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { signalColumn } from '../spectrumText/signalColumn'
import { spectrumMeasurement } from '../spectrumText/spectrumMeasurement'
import { compoundStreams, isCompound } from '../binary/compoundFile'
import { codePageOf, historyOf, pagePairs, setHeader } from './uvProbeTexts'

const ordinates = new Map([[1, 'T%'], [2, 'Abs.'], [4, 'R%']])
const setOf = /\/DataSetGroup\/DataSet(\d{1,6})\/(.+)$/
const inUtf16 = (text: string): string => [...text].map((letter) => `${letter}\0`).join('')
const marks = [inUtf16('DataSetGroup'), inUtf16('DataSpectrumStorage')]

function recognises({ name, bytes }: FileHead): Recognition | null {
  if (!isCompound(bytes)) return null
  const head = new TextDecoder('latin1').decode(bytes)
  if (marks.some((mark) => head.includes(mark))) return { confidence: 'certain', why: 'it is a compound file of Windows that names the data sets of UVProbe' }
  return /\.spc$/i.test(name) ? { confidence: 'likely', why: 'its name ends in .spc and it is a compound file of Windows' } : null
}

function read({ bytes }: ReadableFile): ReadResult {
  const sets = new Map<number, Map<string, Uint8Array>>()
  for (const { path, bytes: content } of compoundStreams(bytes)) {
    const match = setOf.exec(path)
    if (!match) continue
    const number = Number(match[1])
    sets.set(number, (sets.get(number) ?? new Map<string, Uint8Array>()).set(match[2]!, content))
  }
  if (sets.size === 0) throw new ReadError('The compound file holds no data set of UVProbe; save the spectrum in UVProbe as "Data Print Table" text (.txt) and put that file here.')
  const ordered = [...sets].sort(([a], [b]) => a - b)
  const measurements = ordered.flatMap(([, streams]) => spectrumOf(streams) ?? [])
  const empty = ordered.length - measurements.length
  if (measurements.length === 0) throw new ReadError('The UVProbe file holds data sets but no spectrum with wavelengths; it may be of the photometric or kinetics module, export it from UVProbe as text.')
  if (empty === 0) return { measurements }
  const warning = `${empty} of ${ordered.length} data sets hold no spectrum and were left out.`
  return { measurements: measurements.map((one, i) => (i === 0 ? { ...one, warnings: [...one.warnings, warning] } : one)) }
}

const doubles = (bytes: Uint8Array): Float64Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float64Array.from({ length: Math.floor(bytes.length / 8) }, (_, i) => view.getFloat64(8 * i, true))
}

/** Null: the data set holds no numbers. */
function spectrumOf(streams: ReadonlyMap<string, Uint8Array>): Measurement | null {
  const part = (name: string): Uint8Array => streams.get(`DataSpectrumStorage/Data/${name}.1`) ?? new Uint8Array(0)
  const [x, y, header] = [doubles(part('X Data')), doubles(part('Y Data')), part('Data Header')]
  const rows = Math.min(x.length, y.length)
  if (rows === 0) return null
  const pages = [...streams].filter(([name]) => /^MethodStorage\/PageTexts\d+$/.test(name)).sort(([a], [b]) => a.localeCompare(b)).map(([, content]) => content)
  const about = streams.get('DataSetHeaderInfo') ?? new Uint8Array(0)
  const decode = codePageOf(pages)
  const { title, startedAt, settings } = setHeader(about, decode)
  const numbers = header.length >= 8 ? new DataView(header.buffer, header.byteOffset, 8) : null
  const declared = numbers?.getUint32(0, true) ?? NaN
  const kind = numbers?.getUint32(4, true)
  const isWhole = x.length === y.length && !(declared > rows)
  const history = streams.get('DataHistoryStorage/DataSetHistory') ?? new Uint8Array(0)
  const all: NamedValue[] = [...settings, ...pages.flatMap((page) => pagePairs(page, decode)), ...historyOf(history, decode)]
  return spectrumMeasurement({
    title, settings: all, startedAt, complete: isWhole,
    warnings: isWhole ? [] : [`The data set holds ${rows} of the ${Math.max(declared || 0, x.length, y.length)} points that it announces: the file is damaged, copy it again.`],
    wavelength: { name: 'Wavelength', quantity: 'wavelength', unit: 'nm', values: x.subarray(0, rows) },
    signal: signalColumn(kind === undefined ? 'Ordinate' : ordinates.get(kind) ?? `Ordinate of kind ${kind}`, y.subarray(0, rows))
  })
}

export const uvProbeSpc: Reader = { id: 'uvprobe-spc', format: 'Shimadzu UVProbe (.spc)', vendor: 'Shimadzu', recognises, read }

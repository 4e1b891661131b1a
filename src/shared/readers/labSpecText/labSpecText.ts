/**
 * Horiba LabSpec text export (.txt).
 * '#key=<tab>value' lines (Latin-1), then either two columns (shift, intensity), or a series: the first row begins with an empty cell
 * and holds the axis, every later row the place(s) of a spectrum and its intensities. LabSpec 5 writes two columns without any header,
 * with 12 digits or more and a tab between.
 * Traps: decimal comma on European PCs; a map has two places a row; lines end with CR LF.
 */
import type { Column, Measurement, NamedValue, Segment } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { parseDecimal } from '../text/parseDecimal'
import { splitLines } from '../text/splitLines'

const MOST_NUMBERS = 60_000_000
const keyLine = /^#([^=\t]{1,60})=\t?(.*)$/
const longPair = /^-?\d{1,4}[.,]\d{8,16}\t-?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?\s*$/
const known = /^(Acq\. time|Accumulations|Laser|Instrument|Spectro|Hole|Grating|Objective|Filter|Detector|AxisType\[0\]|AxisUnit\[0\])/

function recognises({ bytes }: FileHead): Recognition | null {
  const lines = splitLines(beginningText(asSingleBytes(bytes), 32_768))
  const keys = lines.slice(0, 200).flatMap((line) => keyLine.exec(line)?.[1] ?? [])
  if (keys.length >= 3 && keys.some((key) => known.test(key))) return { confidence: 'certain', why: 'its header lines (#Laser=, #Acq. time= …) are LabSpec\u2019s' }
  // Ten rows of a rising Raman shift with more digits than any other program prints.
  const pairs = lines.slice(0, 12).filter((line) => line !== '')
  if (pairs.length < 10 || !pairs.slice(0, 10).every((line) => longPair.test(line))) return null
  const shifts = pairs.slice(0, 10).map((line) => Number.parseFloat(line.replace(',', '.')))
  const isAxis = shifts.every((shift, i) => shift > -500 && shift < 5000 && (i === 0 || (shift - shifts[i - 1]! > 0.05 && shift - shifts[i - 1]! < 10)))
  return isAxis ? { confidence: 'likely', why: 'it has two columns with the many digits of LabSpec and an even rising shift', version: 'LabSpec 5' } : null
}

function read(file: ReadableFile): ReadResult {
  const lines = splitLines(decodeText(asSingleBytes(file.bytes)).text)
  const settings: NamedValue[] = []
  let first = 0
  for (; first < lines.length; first += 1) {
    const match = keyLine.exec(lines[first]!)
    if (match) settings.push({ name: match[1]!.trim(), value: match[2]!.trim() })
    else if (lines[first]!.trim() !== '') break
  }
  const body = lines.slice(first).filter((line) => line.trim() !== '')
  if (body.length === 0) throw new ReadError('The file ends in its header, before any spectrum; export it again from LabSpec.', { line: lines.length })
  const decimal = /\d,\d/.test(body.slice(0, 20).join('\n')) ? ',' : '.'
  const cells = (line: string): number[] => line.split('\t').map((cell) => (cell.trim() === '' ? NaN : parseDecimal(cell.trim(), decimal)))
  const isSeries = body[0]!.startsWith('\t')
  return { measurements: [isSeries ? series(body, cells, settings) : single(body, cells, settings)] }
}

const common = (settings: readonly NamedValue[], columns: readonly Column[], segments: readonly Segment[], warnings: readonly string[], complete: boolean): Measurement => ({
  technique: 'RAMAN', title: String(settings.find(({ name }) => name === 'Title')?.value ?? ''), columns, segments, settings, facts: [], header: {}, startedAt: startOf(settings), signConvention: null, warnings, complete
})

const axisUnit = (settings: readonly NamedValue[]): string => {
  const unit = String(settings.find(({ name }) => /^AxisUnit\[1\]$|^Raman Shift unit$/i.test(name))?.value ?? '')
  return /nm/i.test(unit) ? 'nm' : 'cm-1'
}

function single(body: readonly string[], cells: (line: string) => number[], settings: readonly NamedValue[]): Measurement {
  const rows = body.map(cells)
  const bad = rows.filter((row) => row.length < 2 || !Number.isFinite(row[0]) || !Number.isFinite(row[1])).length
  const good = rows.filter((row) => row.length >= 2 && Number.isFinite(row[0]) && Number.isFinite(row[1]))
  if (good.length < 2) throw new ReadError('The file holds no two columns of numbers; export the spectrum again from LabSpec.')
  const unit = axisUnit(settings)
  return common(settings, [
    { name: unit === 'nm' ? 'Wavelength' : 'Raman shift', quantity: unit === 'nm' ? 'wavelength' : 'wavenumber', unit, values: Float64Array.from(good, (row) => row[0]!) },
    { name: 'Intensity', quantity: 'intensity', unit: 'counts', values: Float64Array.from(good, (row) => row[1]!) }
  ], [], bad > 0 ? [`${bad} rows are no pair of numbers; they were left out.`] : [], bad === 0)
}

function series(body: readonly string[], cells: (line: string) => number[], settings: readonly NamedValue[]): Measurement {
  const head = cells(body[0]!)
  const places = head.findIndex((value) => Number.isFinite(value))
  const axis = head.slice(places)
  if (places < 1 || axis.length < 2) throw new ReadError('The first row should hold the axis behind one or two empty cells; export the series again from LabSpec.', { line: 1 })
  const spectra = body.slice(1).map(cells)
  const whole = spectra.filter((row) => row.length >= places + axis.length)
  if (whole.length === 0 || whole.length * axis.length > MOST_NUMBERS) throw new ReadError(whole.length === 0 ? 'No spectrum of the series is complete; export it again from LabSpec.' : 'The map holds more than 60 million numbers; export it in parts.')
  const n = axis.length
  const unit = axisUnit(settings)
  const spread = (of: (row: readonly number[], i: number) => number): Float64Array => Float64Array.from({ length: whole.length * n }, (_, at) => of(whole[Math.floor(at / n)]!, at % n))
  const named = (i: number): string => String(settings.find(({ name }) => name === `AxisType[${i + 2}]`)?.value ?? `Place ${i + 1}`)
  return common(settings, [
    { name: unit === 'nm' ? 'Wavelength' : 'Raman shift', quantity: unit === 'nm' ? 'wavelength' : 'wavenumber', unit, values: spread((_row, i) => axis[i]!) },
    { name: 'Intensity', quantity: 'intensity', unit: 'counts', values: spread((row, i) => row[places + i]!) },
    ...Array.from({ length: places }, (_, p): Column => ({ name: named(p), quantity: /time/i.test(named(p)) ? 'time' : /potential|voltage/i.test(named(p)) ? 'potential' : 'other', unit: String(settings.find(({ name }) => name === `AxisUnit[${p + 2}]`)?.value ?? ''), values: spread((row) => row[p]!) }))
  ], whole.map((row, i) => ({ kind: 'spectrum', start: i * n, end: (i + 1) * n, label: row.slice(0, places).join(', ') })),
  whole.length < spectra.length ? [`${spectra.length - whole.length} spectra are not complete; they were left out.`] : [], whole.length === spectra.length)
}

/** 'Acquired=10.03.2021 14:21:07' is day first in every version seen; 'Date', where it has no seconds, stands before it. */
function startOf(settings: readonly NamedValue[]): string | null {
  const stated = (key: string): RegExpExecArray | null => /^(\d{1,2})\.(\d{1,2})\.(\d{4})\s+(\d{1,2}:\d{2}:\d{2})/.exec(String(settings.find(({ name }) => name.toLowerCase() === key)?.value ?? ''))
  const match = stated('acquired') ?? stated('date')
  return match && Number(match[2]) <= 12 ? `${match[3]}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}T${match[4]!.padStart(8, '0')}` : null
}

export const labSpecText: Reader = { id: 'labspec-text', format: 'LabSpec text (.txt)', vendor: 'Horiba', recognises, read }

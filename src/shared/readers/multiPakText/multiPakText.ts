/**
 * PHI MultiPak's spectra as text (.csv, .txt): for each region the number of its area, what the area is, the name of the region, '1,1',
 * 'file#,19' (the column names: of energies and of the spectrum of that file), rows of energy and intensity, an empty line.
 * Traps: rows '0.00,0.0000' fill each region up to one length; no unit, no source, no time; energies run down as binding energies do, and
 * only that tells them from kinetic ones.
 */
import type { Column, Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { parseDecimal } from '../text/parseDecimal'
import { splitLines } from '../text/splitLines'

const linesAbove = 5
const columnLine = /^file#(?:,\d{1,6}){1,200}\s*$/
const isBlock = (lines: readonly string[], at: number): boolean =>
  /^\d{1,6}\s*$/.test(lines[at] ?? '') && /^\S.{0,40}$/.test(lines[at + 2] ?? '') && /^\d{1,6},\d{1,6}\s*$/.test(lines[at + 3] ?? '') && columnLine.test(lines[at + 4] ?? '')

function recognises({ bytes }: FileHead): Recognition | null {
  return isBlock(splitLines(beginningText(bytes, 400)), 0) ? { confidence: 'certain', why: 'it begins with an area, a region and file# as MultiPak writes them', version: 'MultiPak text' } : null
}

function read({ bytes }: ReadableFile): ReadResult {
  const lines = splitLines(decodeText(bytes).text)
  const measurements: Measurement[] = []
  for (let at = 0; at < lines.length;) {
    if (!isBlock(lines, at)) {
      at += 1
      continue
    }
    let end = at + linesAbove
    while (end < lines.length && lines[end]!.trim() !== '' && !isBlock(lines, end)) end += 1
    for (const one of regionOf(lines, at, end)) measurements.push(one)
    at = end
  }
  if (measurements.length === 0) throw new ReadError('The file ends before its first row of energy and intensity; export the spectra again from MultiPak.')
  return { measurements }
}

function regionOf(lines: readonly string[], at: number, end: number): Measurement[] {
  const [area, description, region] = [0, 1, 2].map((i) => lines[at + i]!.trim()) as [string, string, string]
  const files = lines[at + 4]!.trim().split(',').slice(1)
  const cells = lines.slice(at + linesAbove, end).map((line) => line.split(',').map((cell) => parseDecimal(cell, '.')))
  const whole = cells.filter((row) => row.length === files.length + 1 && row.every((value) => !Number.isNaN(value)))
  const damaged = cells.length - whole.length
  const rows = withoutFilling(whole)
  if (rows === 0) return []
  const energies = Float64Array.from({ length: rows }, (_, i) => whole[i]![0]!)
  const runsDown = rows < 2 || energies[rows - 1]! < energies[0]!
  const axis: Column = { name: runsDown ? 'Binding Energy' : 'Energy', quantity: runsDown ? 'binding_energy' : 'energy', unit: 'eV', values: energies }
  return files.map((file, i): Measurement => ({
    technique: runsDown ? 'XPS' : 'OTHER', title: files.length > 1 ? `${region}, file ${file}` : region,
    columns: [axis, { name: 'Intensity', quantity: 'intensity', unit: '', values: Float64Array.from({ length: rows }, (_, row) => whole[row]![i + 1]!) }], segments: [],
    settings: [{ name: 'area', value: Number(area) }, { name: 'area description', value: description }, { name: 'file#', value: Number(file) }, { name: 'rows of zeros at the end', value: whole.length - rows }],
    facts: [{ name: 'region', value: region }, { name: 'energyAxis', value: axis.name }], header: {}, startedAt: null, signConvention: null,
    warnings: [
      ...(damaged > 0 ? [`${damaged} rows of ${region} are no energy with its intensities; they were left out.`] : []),
      ...(runsDown ? [] : [`The energies of ${region} rise and the file does not say whether they are binding or kinetic energies; use the .spe of the measurement.`])
    ],
    complete: damaged === 0
  }))
}

/** How many rows are a spectrum: zeros at the end that do not go on in its step fill it up. */
function withoutFilling(rows: readonly (readonly number[])[]): number {
  let zeros = rows.length
  while (zeros > 0 && rows[zeros - 1]!.every((value) => value === 0)) zeros -= 1
  const step = (rows[1]?.[0] ?? NaN) - (rows[0]?.[0] ?? NaN)
  for (let i = zeros; i < rows.length; i += 1) if (!(Math.abs(rows[i]![0]! - (rows[i - 1]?.[0] ?? NaN) - step) <= Math.abs(step) / 2) || step === 0) return i
  return rows.length
}

export const multiPakText: Reader = { id: 'multipak-text', format: 'PHI MultiPak text (.csv, .txt)', vendor: 'ULVAC-PHI', recognises, read }

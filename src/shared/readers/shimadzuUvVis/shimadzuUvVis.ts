/**
 * Shimadzu UVProbe / LabSolutions UV-Vis text: a title line ("RuFe - RawData"), perhaps the name of the sample, then "Wavelength nm.","Abs." and two columns.
 * Traps: commas, semicolons, tabs or blanks between the cells, a decimal comma, quoted names.
 */
import type { Measurement } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { signalColumn } from '../spectrumText/signalColumn'
import { spectrumMeasurement } from '../spectrumText/spectrumMeasurement'
import { spectrumRows } from '../spectrumText/spectrumRows'
import { isZip } from '../table/spreadsheetKind'
import { textSettings } from '../table/textSettings'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { splitLines } from '../text/splitLines'

const header = /^\s*"?Wavelength nm\.?"?\s*(?:[,;\t]|(?<=") (?="))\s*"?([^",;\t]+)"?[\s,;]*$/i
const linesAbove = 10

interface Found {
  readonly line: number
  readonly signal: string
}

function headerOf(lines: readonly string[]): Found | null {
  const line = lines.slice(0, linesAbove).findIndex((candidate) => header.test(candidate))
  return line < 0 ? null : { line, signal: header.exec(lines[line]!)![1]!.trim() }
}

function recognises({ bytes }: FileHead): Recognition | null {
  const found = isZip(bytes) ? null : headerOf(splitLines(beginningText(bytes)))
  return found && { confidence: 'certain', why: `it has the columns "Wavelength nm." and "${found.signal}" of UVProbe on line ${found.line + 1}` }
}

function measurement(text: string): Measurement {
  const lines = splitLines(text)
  const found = headerOf(lines)
  if (!found) throw new ReadError('The line "Wavelength nm.","Abs." is missing; export the spectrum again from UVProbe as text.')
  const { x, y, end, warnings } = spectrumRows(lines, found.line + 1)
  const above = lines
    .slice(0, found.line)
    .map((line) => line.replace(/^[\s"]+|[\s",;]+$/g, ''))
    .filter((line) => line !== '')
  const title = above.find((line) => !/^raw ?data$/i.test(line)) ?? ''
  return spectrumMeasurement({
    title,
    settings: textSettings([...above.filter((line) => line !== title), ...lines.slice(end)]),
    warnings,
    wavelength: { name: 'Wavelength nm.', quantity: 'wavelength', unit: 'nm', values: x },
    signal: signalColumn(found.signal, y)
  })
}

export const shimadzuUvVis: Reader = {
  id: 'shimadzu-uvvis',
  format: 'UVProbe spectrum (text)',
  vendor: 'Shimadzu',
  recognises,
  read: ({ bytes }: ReadableFile): ReadResult => ({ measurements: [measurement(decodeText(bytes).text)] })
}

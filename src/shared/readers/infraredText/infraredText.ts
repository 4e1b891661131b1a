/**
 * Infrared and Raman spectra as two columns of text. Four layouts:
 * OMNIC .csv, no header, both numbers as 1.234567e+003 · OPUS data point table (.dpt), no header · a header that names a wavenumber and a signal
 * ('cm-1,%T', 'Wavenumber (cm-1);Absorbance', 'Raman shift') on one of the first five lines · JASCO with XUNITS 1/CM.
 * Traps: only the last two say what y is; decimal commas; x may run either way. A table without these marks is left to the user.
 */
import type { Column, Measurement, Technique } from '../../measurement'
import { signalColumn } from '../spectrumText/signalColumn'
import { spectrumRows } from '../spectrumText/spectrumRows'
import { columnQuantity } from '../table/columnQuantity'
import { dialects, splitCells } from '../table/dialect'
import { nameAndUnit } from '../table/nameAndUnit'
import { isZip } from '../table/spreadsheetKind'
import { textSettings } from '../table/textSettings'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { parseDecimal } from '../text/parseDecimal'
import { splitLines } from '../text/splitLines'

interface Family {
  readonly recognises: (lines: readonly string[], name: string) => Recognition | null
  readonly read: (lines: readonly string[]) => Measurement
}

const [ROWS_LOOKED_AT, LINES_ABOVE] = [10, 4]
const omnicRow = /^\s*-?\d[.,]\d{6}e[+-]\d{3}\s*[,;]\s*-?\d[.,]\d{6}e[+-]\d{3}\s*$/
const pointRow = /^\s*(\d+[.,]\d+)(?:\s*[;\t]\s*|,\s*|\s+)-?\d+[.,]\d+(?:E[+-]?\d+)?\s*$/i

/** The first rows run evenly one way through wavenumbers. */
function isAxis(x: readonly number[]): boolean {
  const step = x[1]! - x[0]!
  return step !== 0 && Math.abs(step) <= 20 && x.every((value, i) => value > 5 && value < 50_000 && (i === 0 || Math.abs(value - x[i - 1]! - step) <= 0.02 * Math.abs(step) + 2e-5))
}
const firstRows = (lines: readonly string[]): string[] => lines.filter((line) => line.trim() !== '').slice(0, ROWS_LOOKED_AT)
const numberOf = (text: string): number => parseDecimal(text.trim(), text.includes(',') ? ',' : '.')

const omnicCsv: Family = {
  recognises(lines) {
    const rows = firstRows(lines)
    const isOurs = rows.length === ROWS_LOOKED_AT && rows.every((row) => omnicRow.test(row)) && isAxis(rows.map((row) => numberOf(/^\s*([^;e]+e[+-]\d{3})/.exec(row)![1]!)))
    return isOurs ? { confidence: 'likely', why: 'it has two columns as OMNIC writes them (1.234567e+003) over an even axis of wavenumbers', version: 'OMNIC csv' } : null
  },
  read: (lines) => withoutHeader(lines, 'OMNIC')
}

const dataPoints: Family = {
  recognises(lines, name) {
    const rows = firstRows(lines)
    const found = rows.map((row) => pointRow.exec(row)?.[1])
    const isOurs = /\.dpt$/i.test(name) && rows.length === ROWS_LOOKED_AT && found.every((x) => x !== undefined) && isAxis(found.map((x) => numberOf(x!)))
    return isOurs ? { confidence: 'likely', why: 'it has two columns over an even axis of wavenumbers in a data point table (.dpt) of OPUS', version: 'OPUS .dpt' } : null
  },
  read: (lines) => withoutHeader(lines, 'OPUS')
}

function withoutHeader(lines: readonly string[], program: string): Measurement {
  const { x, y, warnings } = spectrumRows(lines, 0)
  return measurementOf('IR', '', [{ name: 'Wavenumber', quantity: 'wavenumber', unit: 'cm-1', values: x }, { name: 'Signal', quantity: 'other', unit: '', values: y }], [],
    [...warnings, `The text of ${program} does not say whether y is an absorbance or a transmittance.`], true)
}

interface Header { readonly line: number; readonly x: Omit<Column, 'values'>; readonly signal: string; readonly technique: Technique }
const isWavenumber = (text: string): boolean => /^(cm-1|cm\^-1|cm⁻¹|1\/cm)$/i.test(text)
const isSignal = (text: string): boolean => /^(abs(orbance)?\b.*|a|%\s?[tr]|[tr]\s?%|transmittance\b.*|%\s?transmittance|reflectance\b.*|single beam.*|intensity\b.*|counts\b.*|kubelka.*|log\(1\/r\))$/i.test(text)

function headerOf(lines: readonly string[]): Header | null {
  for (let line = 0; line < Math.min(lines.length, LINES_ABOVE + 1); line += 1) {
    for (const separator of new Set(dialects.map((dialect) => dialect.separator))) {
      const cells = splitCells(lines[line]!, separator).map((cell) => cell.trim())
      while (cells.at(-1) === '') cells.pop()
      const [x = '', signal = ''] = cells
      if (cells.length !== 2 || !isSignal(signal)) continue
      const { word, unit } = nameAndUnit(x)
      const isRaman = /raman/i.test(x)
      if (!isWavenumber(x) && columnQuantity({ word, unit }) !== 'wavenumber') continue
      return { line, x: { name: x, quantity: 'wavenumber', unit: isWavenumber(x) ? x : unit }, signal, technique: isRaman ? 'RAMAN' : 'IR' }
    }
  }
  return null
}

const namedPair: Family = {
  recognises(lines) {
    const header = headerOf(lines)
    return header && { confidence: 'likely', why: `it has the columns "${header.x.name}" and "${header.signal}" on line ${header.line + 1}` }
  },
  read(lines) {
    const header = headerOf(lines)!
    const { x, y, end, warnings } = spectrumRows(lines, header.line + 1)
    const above = lines.slice(0, header.line).map((line) => line.replace(/^[\s"]+|[\s",;]+$/g, '')).filter((line) => line !== '')
    return measurementOf(header.technique, above[0] ?? '', [{ ...header.x, values: x }, signalColumn(header.signal, y)], textSettings([...above.slice(1), ...lines.slice(end)]), warnings, true)
  }
}

const valueOf = (lines: readonly string[], key: string): string => lines.map((line) => new RegExp(`^${key}[\\t,;](.*)$`).exec(line)?.[1]).find((value) => value !== undefined)?.replace(/[,;\s]+$/, '').trim() ?? ''
const dataLine = (lines: readonly string[]): number => lines.findIndex((line) => /^XYDATA\s*[,;]*$/.test(line.trim()))

const jasco: Family = {
  recognises(lines) {
    const head = lines.slice(0, 100)
    return dataLine(head) > 0 && isWavenumber(valueOf(head, 'XUNITS')) ? { confidence: 'certain', why: 'it holds XUNITS in 1/CM and XYDATA of a JASCO export', version: 'JASCO' } : null
  },
  read(lines) {
    const at = dataLine(lines)
    const head = lines.slice(0, at)
    const { x, y, end, warnings } = spectrumRows(lines, at + 1)
    const [points, unit] = [Number(valueOf(head, 'NPOINTS')), valueOf(head, 'YUNITS')]
    const isShort = points > 0 && x.length < points
    return measurementOf(/raman/i.test(valueOf(head, 'DATA TYPE')) ? 'RAMAN' : 'IR', valueOf(head, 'TITLE'), [{ name: 'XUNITS', quantity: 'wavenumber', unit: valueOf(head, 'XUNITS'), values: x }, { ...signalColumn(unit || 'YUNITS', y), name: 'YUNITS', unit }],
      textSettings([...head, ...lines.slice(end)]), [...warnings, ...(isShort ? [`The file holds ${x.length} of ${points} points; it was cut off, export it again.`] : [])], !isShort)
  }
}

const measurementOf = (technique: Technique, title: string, columns: readonly Column[], settings: Measurement['settings'], warnings: readonly string[], complete: boolean): Measurement =>
  ({ technique, title, columns, segments: [], settings, facts: [], header: {}, startedAt: null, signConvention: null, warnings, complete })

const families: readonly Family[] = [jasco, omnicCsv, dataPoints, namedPair]

function recognises({ name, bytes }: FileHead): Recognition | null {
  if (isZip(bytes)) return null
  const text = beginningText(bytes)
  if (text.includes('\0')) return null
  const lines = splitLines(text)
  return families.map((family) => family.recognises(lines, name)).find((found) => found !== null) ?? null
}

function read({ name, bytes }: ReadableFile): ReadResult {
  const lines = splitLines(decodeText(bytes).text)
  const family = families.find((candidate) => candidate.recognises(lines, name) !== null)
  if (!family) throw new ReadError('The file is no spectrum with a wavenumber and a signal; export it as text from the spectrometer program.')
  return { measurements: [family.read(lines)] }
}

export const infraredText: Reader = { id: 'infrared-text', format: 'Infrared or Raman spectrum (OMNIC csv, OPUS .dpt, JASCO, two columns)', vendor: 'any', recognises, read }

/**
 * PalmSens PSTrace csv (UTF-16LE): 'Date and time:,…', 'Notes:', then for each curve its title, 'Date and time measurement:,…', the units
 * 'V,µA' and rows; the titles and units alone where the plot was exported. Traps: several curves stand side by side, each in columns of its own, of different lengths.
 */
import type { Column, Measurement, Technique } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { findSweeps } from '../../electrochemistry/findSweeps'
import { splitLines } from '../text/splitLines'
import { eisHeader, eisMeasurements } from './palmSensEisCsv'

const unitKinds = new Map<string, QuantityKind>([['V', 'potential'], ['mV', 'potential'], ['A', 'current'], ['mA', 'current'], ['µA', 'current'], ['μA', 'current'], ['nA', 'current'], ['s', 'time'], ['Hz', 'frequency'], ['Ohm', 'z_real'], ['Ω', 'z_real'], ['C', 'charge'], ['µC', 'charge']])
const measuredAt = /^Date and time measurement:/

function recognises({ bytes }: FileHead): Recognition | null {
  const lines = splitLines(beginningText(bytes, 4096).replace(/^\uFEFF/, '')).slice(0, 12)
  if (eisHeader(lines) >= 0) return { confidence: 'certain', why: "it names the columns \"freq / Hz\" and \"Z' / Ohm\", as PSTrace does", version: 'impedance' }
  if (isPlot(lines)) return { confidence: 'certain', why: 'lines 1 and 2 are the titles and units of its curves, as PSTrace exports a plot', version: 'plot' }
  return /^Date and time:,/.test(lines[0] ?? '') && lines.some((line) => measuredAt.test(line)) ? { confidence: 'certain', why: 'it begins with "Date and time:" and names the time of its measurement, as PSTrace does' } : null
}

/** 'CV i vs E Scan 1,,CV i vs E Scan 2' above 'V,µA,V,µA'. */
function isPlot(lines: readonly string[]): boolean {
  const [titles, units] = [0, 1].map((line) => (lines[line] ?? '').split(',').map((cell) => cell.trim()))
  return units!.length >= 2 && units!.every((unit) => unitKinds.has(unit)) && titles!.some((title) => title !== '') && titles!.every((title, i) => (i % 2 === 0 ? / vs (E|i|t)\b/i.test(title) : title === ''))
}

function read({ bytes }: ReadableFile): ReadResult {
  const lines = splitLines(decodeText(bytes).text.replace(/^\uFEFF/, ''))
  if (eisHeader(lines) >= 0) {
    const spectra = eisMeasurements(lines)
    if (spectra.length === 0) throw new ReadError('No rows follow the names of the columns; export it again from PSTrace.', { line: eisHeader(lines) + 2 })
    return { measurements: spectra }
  }
  const isBare = isPlot(lines)
  const at = isBare ? 0 : lines.findIndex((line) => measuredAt.test(line))
  const units = lines[at + 1]?.split(',') ?? []
  if ((at < 1 && !isBare) || units.length < 2) throw new ReadError('The file ends before its columns; export it again from PSTrace.', { line: Math.max(1, at + 1) })
  const titles = lines[isBare ? at : at - 1]!.split(',')
  const times = isBare ? [] : lines[at]!.split(',')
  const rows = lines.slice(at + 2).filter((line) => line.trim() !== '').map((line) => line.split(','))
  const measurements = Array.from({ length: Math.floor(units.length / 2) }, (_, i) => curve(rows, 2 * i, units, titles[2 * i] ?? '', times[2 * i + 1] ?? '')).flatMap((found) => found ?? [])
  if (measurements.length === 0) throw new ReadError('The file holds no rows of numbers; export it again from PSTrace.', { line: at + 3 })
  return { measurements }
}

function curve(rows: readonly (readonly string[])[], first: number, units: readonly string[], title: string, time: string): Measurement | null {
  const pairs = rows.map((row) => [row[first] ?? '', row[first + 1] ?? ''] as const).filter(([x, y]) => x.trim() !== '' || y.trim() !== '')
  const numbers = pairs.map(([x, y]) => [Number(x), Number(y)] as const).filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
  if (numbers.length < 2) return null
  const column = (offset: 0 | 1): Column => {
    const unit = (units[first + offset] ?? '').trim()
    const quantity = unitKinds.get(unit) ?? 'other'
    return { name: quantity === 'other' ? `column ${first + offset + 1}` : quantity, unit, quantity, values: Float64Array.from(numbers, (pair) => pair[offset]) }
  }
  const columns = [column(0), column(1)]
  const technique = techniqueOf(title, columns)
  const damaged = pairs.length - numbers.length
  const start = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})/.exec(time.trim())
  return {
    technique, title: title.trim(), columns, segments: (technique === 'CV' || technique === 'LSV') && columns[0]!.quantity === 'potential' ? findSweeps(columns[0]!.values) : [], settings: [], facts: [], header: {},
    startedAt: start ? `${start[1]}T${start[2]}` : null, signConvention: 'oxidation positive, reduction negative (PSTrace)', warnings: damaged > 0 ? [`${damaged} rows are no pair of numbers; they were left out.`] : [], complete: damaged === 0
  }
}

const words: readonly (readonly [RegExp, Technique])[] = [[/cyclic volt|^CV /i, 'CV'], [/linear sweep|^LSV /i, 'LSV'], [/chronoamp|amperometric|^CA /i, 'CA'], [/open circuit|^OCP /i, 'OCV'], [/chronopot|potentiometry|^CP /i, 'CP'], [/impedance/i, 'EIS'], [/square wave|^SWV /i, 'SWV'], [/differential pulse|^DPV /i, 'DPV']]
function techniqueOf(title: string, columns: readonly Column[]): Technique {
  const named = words.find(([pattern]) => pattern.test(title))?.[1]
  return named ?? (columns[0]!.quantity === 'time' && columns[1]!.quantity === 'current' ? 'CA' : 'OTHER')
}

export const palmSensCsv: Reader = { id: 'palmsens-csv', format: 'PSTrace csv', vendor: 'PalmSens', recognises, read }

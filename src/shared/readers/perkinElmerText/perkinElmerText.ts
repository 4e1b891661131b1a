/**
 * PerkinElmer text (.asc, .sp, .txt; "PEDS"): line 1 'PE UV  SUBTECH  SPECTRUM  ASCII  PEDS  4.00' (UV, IR or FL); lines 3–9 file, dates and times, analyst, sample;
 * '#HDR'; '#GR' with one value a line: unit of x, unit of y, factor, offset, first x, step, points, 8, largest and smallest y; '#DATA', then x TAB y.
 * Traps: dates are yy/mm/dd; the unit of y may be empty; the numbers under #DATA are final, the factor is not applied to them.
 */
import type { Column, Measurement, Technique } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { signalColumn } from '../spectrumText/signalColumn'
import { spectrumRows } from '../spectrumText/spectrumRows'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { parseDecimal } from '../text/parseDecimal'
import { splitLines } from '../text/splitLines'

const mark = /^PE (UV|IR|FL)\s+.*\bASCII\s+PEDS\s+([\d.]+)/
const names: readonly (string | null)[] = [null, null, 'File', 'Date', 'Time', 'Changed on', 'Changed at', 'Analyst', 'Sample']
/** Behind them in version 4 alone. */
const laterNames: Readonly<Record<number, string>> = { 11: 'Instrument', 12: 'Serial number', 13: 'Software' }
const techniques: Readonly<Record<string, Technique>> = { UV: 'UVVIS', IR: 'IR', FL: 'OTHER' }
const xKinds: Readonly<Record<string, readonly [QuantityKind, string]>> = { NM: ['wavelength', 'Wavelength'], 'CM-1': ['wavenumber', 'Wavenumber'] }

function recognises({ bytes }: FileHead): Recognition | null {
  const found = mark.exec(splitLines(beginningText(bytes, 512))[0] ?? '')
  return found && { confidence: 'certain', why: `its first line "PE ${found[1]} … PEDS" is PerkinElmer's`, version: `PEDS ${found[2]}` }
}

function read({ bytes }: ReadableFile): ReadResult {
  const lines = splitLines(decodeText(bytes).text)
  const kind = mark.exec(lines[0] ?? '')?.[1]
  if (!kind) throw new ReadError('The first line of a PerkinElmer text is missing; export the spectrum again as ASCII.', { line: 1 })
  const [graph, data] = ['#GR', '#DATA'].map((name) => lines.findIndex((line) => line.trim() === name)) as [number, number]
  if (graph < 0 || data <= graph + 7) throw new ReadError('The file ends before its data (#GR, #DATA); it was cut off, export it again.', { line: lines.length })
  const { x, y, warnings } = spectrumRows(lines, data + 1)
  const stated = lines.slice(graph + 1, data).map((line) => line.trim())
  return { measurements: [measurement(kind, lines, stated, x, y, warnings)] }
}

function measurement(kind: string, lines: readonly string[], stated: readonly string[], x: Float64Array, y: Float64Array, found: readonly string[]): Measurement {
  const number = (i: number): number => parseDecimal(stated[i] ?? '', /\d,\d/.test(stated[i] ?? '') ? ',' : '.')
  const [first, step, points, largest, smallest] = [4, 5, 6, 8, 9].map(number) as [number, number, number, number, number]
  const isShort = points > 0 && x.length < points
  const [quantity, name] = xKinds[(stated[0] ?? '').toUpperCase()] ?? ['other', 'x']
  const columns: Column[] = [{ name, quantity, unit: stated[0] ?? '', values: x }, signalColumn(stated[1] || 'Signal', y)]
  const warnings = [
    ...found, ...(isShort ? [`The file holds ${x.length} of ${points} points; it was cut off, export it again.`] : []),
    // The step has a sign in some versions and none in others: both directions are right.
    ...(Number.isFinite(first) && Number.isFinite(step) && !isShort && ![x[0]!, x[x.length - 1]!].some((end) => Math.abs(end - first) <= Math.abs(step)) ? [`The header says that x begins at ${first}; the data run from ${x[0]} to ${x[x.length - 1]}.`] : []),
    ...(!isShort && largest > smallest ? between(y, smallest, largest) : [])
  ]
  const header = lines.findIndex((line) => line.trim() === '#HDR')
  const settings = lines.slice(2, header < 0 ? 9 : header).flatMap((line, i) => (line.trim() === '' ? [] : [{ name: names[i + 2] ?? (/PEDS\s+4/.test(lines[0] ?? '') ? laterNames[i + 2] : undefined) ?? `line ${i + 3}`, value: line.trim() }]))
  return {
    technique: techniques[kind] ?? 'OTHER', title: (lines[8] ?? '').trim(), columns, segments: [], settings, facts: [], header: {}, startedAt: startOf(lines[3], lines[4]), signConvention: null,
    warnings: [...warnings, ...(kind === 'UV' && columns[1]!.quantity !== 'absorbance' ? [`The signal "${columns[1]!.name}" is not stated to be an absorbance, so no concentration is computed from it; export the absorbance.`] : [])], complete: !isShort
  }
}

function between(y: Float64Array, smallest: number, largest: number): string[] {
  let [min, max] = [Infinity, -Infinity]
  for (const value of y) { min = Math.min(min, value); max = Math.max(max, value) }
  const tolerance = 1e-4 * Math.max(Math.abs(smallest), Math.abs(largest))
  return Math.abs(min - smallest) <= tolerance && Math.abs(max - largest) <= tolerance ? [] : [`The header says that y lies between ${smallest} and ${largest}; the data lie between ${min} and ${max}.`]
}

/** 'yy/mm/dd' and 'hh:mm:ss.ss'. */
function startOf(date = '', time = ''): string | null {
  const day = /^\s*(\d{2})\/(\d{2})\/(\d{2})\s*$/.exec(date)
  const clock = /^\s*(\d{2}:\d{2}:\d{2})/.exec(time)
  if (!day || Number(day[2]) > 12) return null
  return `${Number(day[1]) > 70 ? '19' : '20'}${day[1]}-${day[2]}-${day[3]}${clock ? `T${clock[1]}` : ''}`
}

export const perkinElmerText: Reader = { id: 'perkinelmer-text', format: 'PerkinElmer text (.asc)', vendor: 'PerkinElmer', recognises, read }

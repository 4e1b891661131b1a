/**
 * Agilent ChemStation: Report.TXT (UTF-16LE, fixed width) with 'Signal 1: FID1 A,' and a peak table each, and REPORT01.CSV (UTF-16LE, no header):
 * number, retention time, "type", width, area, height, area %.
 * Traps: numbers change to exponents ('4.57137e4') in the same column; the type may hold a blank ('BB S').
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { startOfDates } from '../text/dateText'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { splitLines } from '../text/splitLines'

interface Peak { readonly cells: readonly [number, number, number, number, number, number]; readonly type: string }
const csvLine = /^(\d{1,4}),(-?[\d.]+),"([A-Z ]{1,8})",(-?[\d.eE+-]+),(-?[\d.eE+-]+),(-?[\d.eE+-]+),(-?[\d.eE+-]+)\s*$/
const reportLine = /^\s*(\d{1,4})\s+(\d+\.\d+)\s+([A-Z]{1,3}(?: [A-Z]{1,2})?)\s+(\d+\.\d+)\s+(\d[\d.]*(?:e[+-]?\d+)?)\s+(\d[\d.]*(?:e[+-]?\d+)?)\s+(\d[\d.]*(?:e[+-]?\d+)?)\s*$/

function recognises({ bytes }: FileHead): Recognition | null {
  const lines = splitLines(beginningText(bytes, 16_384).replace(/^\uFEFF/, ''))
  if (/^Data File\s/.test(lines[0] ?? '') && lines.some((line) => /Percent Report|External Standard Report|Internal Standard Report/.test(line))) return { confidence: 'certain', why: 'it begins with "Data File" and is a report of ChemStation', version: 'Report.TXT' }
  const filled = lines.filter((line) => line.trim() !== '')
  return filled.length > 0 && filled.slice(0, 20).every((line, i) => csvLine.test(line) && line.startsWith(`${i + 1},`)) ? { confidence: 'certain', why: 'each line is a numbered peak with its type in quotes, as in REPORTnn.CSV', version: 'REPORTnn.CSV' } : null
}

function read({ name, bytes }: ReadableFile): ReadResult {
  const lines = splitLines(decodeText(bytes).text.replace(/^\uFEFF/, ''))
  if (csvLine.test(lines.find((line) => line.trim() !== '') ?? '')) {
    const rows = lines.filter((line) => line.trim() !== '')
    const peaks = rows.flatMap((line) => peakOf(csvLine.exec(line)) ?? [])
    return { measurements: [table(/(\d+)\.csv$/i.exec(name)?.[1] ? `signal ${Number(/(\d+)\.csv$/i.exec(name)![1])}` : 'peaks', peaks, '', '', [], rows.length - peaks.length)] }
  }
  const settings = lines.slice(0, 30).flatMap((line) => [...line.matchAll(/([A-Z][A-Za-z. ]{2,18}?)\s*:\s(\S.{0,80}?)(?=\s{3,}|$)/g)].map(([, key, value]): NamedValue => ({ name: key!.trim(), value: value!.trim() })))
  const measurements: Measurement[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const signal = /^Signal \d+: (.{1,60}?),?\s*$/.exec(lines[i]!)?.[1]
    const head = signal === undefined ? -1 : lines.slice(i, i + 5).findIndex((line) => /^Peak RetTime/.test(line))
    if (signal === undefined || head < 0) continue
    const units = [...(lines[i + head + 1] ?? '').matchAll(/\[([^\]]{1,20})\]/g)].map(([, unit]) => unit!.trim())
    const body = lines.slice(i + head + 3)
    const end = body.findIndex((line) => /^Totals\s*:/.test(line) || line.trim() === '')
    const rows = body.slice(0, end < 0 ? body.length : end)
    const peaks = rows.flatMap((line) => peakOf(reportLine.exec(line)) ?? [])
    if (rows.length > 0) measurements.push(table(signal.replace(/,$/, '').trim(), peaks, units[2] ?? '', units[3] ?? '', settings, rows.length - peaks.length))
  }
  if (measurements.length === 0) throw new ReadError('The report holds no peak table of a signal; print it again with the Area Percent report.')
  return { measurements }
}

function peakOf(match: RegExpExecArray | null): Peak | null {
  if (!match) return null
  const [, number, time, type, width, area, height, share] = match
  return { type: type!.trim(), cells: [Number(number), Number(time), Number(width), Number(area), Number(height), Number(share)] }
}

/** Detectors of a liquid chromatograph. */
const liquidDetector = /^(DAD|MWD|VWD|RID|FLD|ELS)\d/
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** 'Injection Date : 7/24/2023 9:37:10 PM' or '22-Jan-13, 14:14:16'; numbers alone only where the order of day and month is sure. */
function startOf(settings: readonly NamedValue[]): string | null {
  const text = String(settings.find(({ name }) => name === 'Injection Date')?.value ?? '').replace(/\s+/g, ' ').trim()
  const named = /^(\d{1,2})-([A-Z][a-z]{2})-(\d{2}|\d{4}),? (\d{1,2}):(\d{2}):(\d{2})$/.exec(text)
  const month = named ? months.indexOf(named[2]!) / 3 + 1 : 0
  if (named && Number.isInteger(month) && month > 0) return `${named[3]!.length === 2 ? '20' : ''}${named[3]}-${String(month).padStart(2, '0')}-${named[1]!.padStart(2, '0')}T${named[4]!.padStart(2, '0')}:${named[5]}:${named[6]}`
  return startOfDates([text])
}

function table(title: string, peaks: readonly Peak[], areaUnit: string, heightUnit: string, settings: readonly NamedValue[], damaged: number): Measurement {
  const column = (name: string, unit: string, i: number, quantity: Column['quantity'] = 'other'): Column => ({ name, unit, quantity, values: Float64Array.from(peaks, ({ cells }) => cells[i]!) })
  const labels = [...new Set(peaks.map(({ type }) => type))]
  return {
    technique: liquidDetector.test(title) ? 'OTHER' : 'GC', title, segments: [], settings, facts: [{ name: 'kind', value: 'peaks' }], header: {}, startedAt: startOf(settings), signConvention: null,
    warnings: damaged > 0 ? [`${damaged} rows of the peak table could not be read.`] : [], complete: damaged === 0,
    columns: [column('#', '', 0), column('RT', 'min', 1, 'time'), { name: 'type', unit: '', quantity: 'other', labels, values: Float64Array.from(peaks, ({ type }) => labels.indexOf(type)) }, column('width', 'min', 2), column('area', areaUnit, 3), column('height', heightUnit, 4, 'intensity'), column('area%', '%', 5)]
  }
}

export const agilentReport: Reader = { id: 'agilent-report', format: 'Agilent ChemStation report (.TXT, .CSV)', vendor: 'Agilent', recognises, read }

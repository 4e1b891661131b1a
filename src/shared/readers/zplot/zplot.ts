/**
 * Scribner ZPlot and CorrWare text, and what CorrTest writes after their pattern.
 * "Z60W Data File: …" / "ZPlotW Data File: …": quoted lines, a line of settings, a count, quoted column names, rows with commas.
 * "ZView Calculated Data File: …": what ZView saves, also of raw data, with Zprime and Zbis.
 * 'ZPLOT2 ASCII': indented 'key: value' lines, column names, 'End Comments', rows with tabs.
 * 'CORRW ASCII' (CorrWare, older CorrTest .cor): the same with E, I, T. 'CSStudioFile,ID_CV,<packed header>' (CS Studio): column names, rows.
 * Traps: Z' and Z'' are headed (a) and (b) and are ohm, Z'' is signed; the count may be larger than what is there; CorrTest ends a
 * cycle with '0 CYCLE' behind the row, and gives current densities for the area that was typed in.
 */
import type { Column, Measurement, NamedValue, Segment, Technique } from '../../measurement'
import type { FieldValues } from '../../metadata/fields'
import { namedColumns, type NamedColumn } from '../instrumentTable/namedColumns'
import { segmentsOfSpectra } from '../instrumentTable/segmentsOfSteps'
import { tableWarnings } from '../instrumentTable/tableWarnings'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { findSweeps } from '../../electrochemistry/findSweeps'
import { scanTable } from '../text/scanTable'
import { splitLines } from '../text/splitLines'
import { nextLine } from '../text/startOfText'
import { withoutCycleMarks } from './cycleMarks'
import { studioHeader } from './studioHeader'
import { zplotColumns } from './zplotColumns'
import { settingNumber, startOf, statedTechnique, zplotSettings } from './zplotSettings'

type Flavour = 'ZPlot' | 'CorrWare' | 'CorrTest'
const mostHeaderLines = 2000
const longestLine = 500_000

function flavourOf(bytes: Uint8Array, name: string): Flavour | null {
  const text = beginningText(bytes, 400)
  if (/^\s*CSStudioFile,/.test(text)) return 'CorrTest'
  if (/^\s*CORRW ASCII\s*[\r\n]/.test(text)) return /CorrTest|ExpParmas|ID_[A-Z]/.test(text) ? 'CorrTest' : 'CorrWare'
  if (/^\s*"?ZView (Calculated )?Data File/i.test(text)) return 'ZPlot'
  if (!/^\s*"?(Z60W?|ZPlotW?) Data File/i.test(text) && !/^\s*"?ZPLOT2 ASCII/i.test(text)) return null
  return /\.z60$/i.test(name) ? 'CorrTest' : 'ZPlot'
}

function recognises(head: FileHead): Recognition | null {
  const bytes = asSingleBytes(head.bytes)
  const flavour = flavourOf(bytes, head.name)
  if (!flavour) return null
  const first = splitLines(beginningText(bytes, 200).trimStart())[0]!.replaceAll('"', '').split(',')[0]!
  return { confidence: 'certain', why: `it begins with "${first.slice(0, 60)}"`, version: flavour }
}

interface Header { readonly lines: readonly string[]; readonly columns: readonly NamedColumn[]; readonly rowsAt: number }

/** All lines down to the column names; 'End Comments' may stand behind them. */
function headerOf(bytes: Uint8Array): Header | null {
  const lines: string[] = []
  for (let at = 0; at < bytes.length && lines.length < mostHeaderLines;) {
    const end = nextLine(bytes, at)
    const line = decodeText(bytes.subarray(at, Math.min(end, at + longestLine))).text.replace(/[\r\n]+$/, '')
    at = end
    const columns = zplotColumns(line)
    if (!columns) {
      lines.push(line)
      continue
    }
    const next = nextLine(bytes, at)
    const isEnd = /^\s*End Comments/i.test(decodeText(bytes.subarray(at, Math.min(next, at + 100))).text)
    return { lines, columns, rowsAt: isEnd ? next : at }
  }
  return null
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const flavour = flavourOf(bytes, file.name) ?? 'ZPlot'
  const header = headerOf(bytes)
  if (!header) throw new ReadError("The file ends before its column names (such as \"Freq(Hz) … Z'(a) Z''(b)\" or \"E(V) i(A/cm2) T(s)\"): it " +
    "was cut off, save it again.")
  const width = header.columns.length
  const { bytes: rows, ends } = withoutCycleMarks(bytes.subarray(header.rowsAt))
  const sample = splitLines(decodeText(rows.subarray(0, 4000)).text).find((line) => line.trim() !== '') ?? ''
  if (!sample.includes('\t') && sample.split(',').length >= 2 * width - 1 && width > 1) {
    throw new ReadError(`${width} names stand above ${sample.split(',').length} cells: commas stand both in the numbers and between them; set ` +
      `the PC's decimal sign to a point and save it again.`)
  }
  const table = scanTable(rows, 0, { width, separator: 'loose', decimal: sample.includes('\t') && /\d,\d/.test(sample) ? ',' : '.' })
  const columns = namedColumns(header.columns, table)
  const unpacked = header.lines.filter((line) => /^\s*CSStudioFile,/.test(line)).flatMap((line) => splitLines(studioHeader(line.trim())))
  const settings = zplotSettings([...header.lines.filter((line) => !/^\s*CSStudioFile,/.test(line)), ...unpacked])
  const isSpectrum = columns.some(({ quantity }) => quantity === 'frequency')
  const technique = isSpectrum ? 'EIS' : (statedTechnique([...header.lines, ...unpacked]) ?? 'OTHER')
  const left = decodeText(rows.subarray(table.end, table.end + 200)).text.trim()
  const measurement: Measurement = {
    technique, title: '', columns, segments: segmentsOf(columns, technique, ends), settings, facts: factsOf(flavour, settings),
    header: isSpectrum ? {} : fieldsOf(settings), startedAt: startOf(settings), signConvention: conventionOf(columns),
    warnings: [
      ...unproven(flavour), ...densityWarning(columns, settings), ...tableWarnings(table, width), ...countWarning(header.lines, settings, table.rows),
      ...(left !== '' && !table.isCutOff
        ? [`After row ${table.rows} comes text that is no data ("${left.slice(0, 40).replace(/\s+/g, ' ')}"); it was not read.`] : [])
    ],
    complete: !table.isCutOff && table.rows > 0
  }
  return { measurements: [measurement] }
}

function unproven(flavour: Flavour): string[] {
  return flavour === 'ZPlot' ? []
    : [`This layout of ${flavour} has not yet been seen in a real file, only described: compare columns, units and the first rows with the ` +
      `instrument's own display.`]
}

const factsOf = (flavour: Flavour, settings: readonly NamedValue[]): NamedValue[] => {
  const area = settingNumber(settings, /^Surface Area$/i)
  return [{ name: 'flavour', value: flavour }, ...(flavour === 'ZPlot' ? [] : [{ name: 'proven', value: false }]),
    ...(area === undefined ? [] : [{ name: 'surfaceArea_cm2', value: area }])]
}

function densityWarning(columns: readonly Column[], settings: readonly NamedValue[]): string[] {
  const area = settingNumber(settings, /^Surface Area$/i)
  const perArea = columns.filter(({ quantity, unit }) => ['current', 'z_real', 'z_imag'].includes(quantity) && /cm/i.test(unit))
  if (perArea.length === 0) return []
  const [names, unit] = [perArea.map(({ name }) => name).join(' and '), perArea[0]!.unit]
  return [`${names} (${unit}) ${perArea.length > 1 ? 'are' : 'is'} given for the area that was typed into the ` +
    `instrument${area === undefined ? ', which the file does not tell' : `, ${area} cm²`}.`]
}

/** The number of points that the header announces: 'Data Points: 56', or the line above the column names. */
function countWarning(lines: readonly string[], settings: readonly NamedValue[], rows: number): string[] {
  const above = /^\s*"?(\d{1,7})"?\s*$/.exec(lines.at(-1) ?? '')?.[1]
  const count = settingNumber(settings, /^Data Points$/i) ?? (above === undefined ? undefined : Number(above))
  return count !== undefined && rows < count
    ? [`The file announces ${count} points but holds ${rows}: it was stopped early or shortened afterwards.`] : []
}

function segmentsOf(columns: readonly Column[], technique: Technique, ends: readonly number[]): Segment[] {
  const frequency = columns.find(({ quantity }) => quantity === 'frequency')
  if (frequency) return segmentsOfSpectra(frequency.values)
  const potential = columns.find(({ quantity }) => quantity === 'potential')
  if (!potential || !['CV', 'LSV', 'TAFEL'].includes(technique)) return []
  const rows = potential.values.length
  const bounds = [...new Set([0, ...ends.filter((end) => end > 0 && end < rows), rows])]
  const cycles = ends.length > 0 ? bounds.slice(1).map((end, i): Segment => ({ kind: 'cycle', start: bounds[i]!, end, label: `cycle ${i + 1}` })) : []
  return [...cycles, ...findSweeps(potential.values)]
}

function fieldsOf(settings: readonly NamedValue[]): FieldValues {
  const rate = settingNumber(settings, /^Scan Rate ?\(mV\/s\)$/i)
  const area = settingNumber(settings, /^Surface Area$/i)
  return { ...(rate === undefined ? {} : { scanRate_mV_s: rate }), ...(area === undefined || area <= 0 ? {} : { area_cm2: area }) }
}

function conventionOf(columns: readonly Column[]): string | null {
  if (columns.some(({ quantity }) => quantity === 'z_imag')) return "Z'' is signed: negative for a capacitor"
  return columns.some(({ quantity }) => quantity === 'current') ? 'as recorded; the file does not say whether reduction is negative' : null
}

export const zplot: Reader = { id: 'zplot', format: 'ZPlot, CorrWare, CorrTest text (.z, .z60, .cor)', vendor: 'Scribner, CorrTest', recognises,
  read }

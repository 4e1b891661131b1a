/**
 * Shimadzu LabSolutions and LCsolution text (.txt).
 * '[Section]' blocks; cells separated by ';', ',' or a tab as the export was set. '[Peak Table(Ch1)]' and '[Compound Results(Ch1)]': '# of
 * Peaks', column names, rows. '[Chromatogram (Ch1)]': 'Interval(msec)', '# of Points', …, 'R.Time (min);Intensity', rows.
 * Traps: 'Conc.' 0.000 with area 0 means not found, not zero; an intensity multiplier stands in the header: the numbers stay as they
 * are and the unit says it; dates in the PC's order, which the other dates of the file may tell; code pages of the PC in paths.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { startOfDates } from '../text/dateText'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { splitLines } from '../text/splitLines'

interface Section { readonly name: string; readonly line: number; readonly lines: readonly string[] }

function recognises({ bytes }: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(bytes), 4096)
  const program = /^\[Header\][\r\n]+Application Name[;,\t]([^\r\n]{1,60})/.exec(text)?.[1]
  const version = /[\r\n]Version[;,\t]([\d.]{1,12})/.exec(text)?.[1]
  return program && /\[File Information\]|\[Sample Information\]/.test(text) ? { confidence: 'certain', why: `its [Header] names ${program.trim()}`, ...(version ? { version } : {}) } : null
}

function read({ bytes }: ReadableFile): ReadResult {
  const sections = sectionsOf(splitLines(decodeText(asSingleBytes(bytes)).text))
  const separator = /^Application Name([;,\t])/m.exec(sections[0]?.lines.join('\n') ?? '')?.[1] ?? ','
  const settings = sections.filter(({ name }) => /^(Header|File Information|Sample Information|Configuration)$/.test(name)).flatMap(({ lines }) => lines.flatMap((line): NamedValue[] => {
    const at = line.indexOf(separator)
    return at > 0 && line.slice(at + 1).trim() !== '' ? [{ name: line.slice(0, at), value: line.slice(at + 1).trim() }] : []
  }))
  const instrument = String(settings.find(({ name }) => name === 'Instrument Name')?.value ?? '')
  const measurements = sections.flatMap((section) => {
    if (/chromatogram\b/i.test(section.name)) return [chromatogram(section, separator, settings)]
    return /^(Peak Table|Compound Results)/.test(section.name) ? peakTable(section, separator, settings) : []
  })
  if (measurements.length === 0) throw new ReadError('The export holds no chromatogram and no peaks; choose "Peak Table" and "Chromatogram" in the ASCII conversion of LabSolutions.')
  const startedAt = startOf(settings)
  const isGas = sections.some(({ name }) => /Carrier Gas|Column Oven/.test(name)) || /GC/i.test(instrument)
  return { measurements: measurements.map((measurement) => ({ ...measurement, startedAt, technique: isGas ? 'GC' as const : sections.some(({ name }) => /conductiv/i.test(name)) ? 'IC' as const : 'OTHER' as const })) }
}

/** When the sample was acquired. The order of day and month is the PC's: any date of the file may tell it. */
function startOf(settings: readonly NamedValue[]): string | null {
  const of = (name: string): string[] => settings.flatMap((setting) => (setting.name === name ? [String(setting.value).replace(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\./, '$1.$2.$3')] : []))
  const acquired = of('Acquired').slice(0, 1)
  return acquired.length === 0 ? null : startOfDates([...acquired, ...of('Generated'), ...of('Modified'), ...of('Output Date').map((day) => `${day} 0:00:00`)])
}

/** 'mV' with the multiplier 0.001: the numbers are µV. */
function scaledUnit(unit: string, multiplier: string): string {
  const factor = Number(multiplier)
  if (multiplier.trim() === '' || !Number.isFinite(factor) || factor === 1) return unit
  const thousandth = new Map([['V', 'mV'], ['mV', 'µV'], ['AU', 'mAU'], ['mAU', 'µAU']]).get(unit)
  return factor === 0.001 && thousandth ? thousandth : `${multiplier.trim()} ${unit}`.trim()
}

function sectionsOf(lines: readonly string[]): Section[] {
  const sections: { name: string; line: number; lines: string[] }[] = []
  lines.forEach((line, i) => {
    const name = /^\[([^\]]{1,120})\]\s*$/.exec(line)?.[1]
    if (name !== undefined) sections.push({ name, line: i + 1, lines: [] })
    else if (line.trim() !== '') sections.at(-1)?.lines.push(line)
  })
  return sections
}

const base = (title: string, columns: readonly Column[], settings: readonly NamedValue[], facts: readonly NamedValue[], warnings: readonly string[]): Measurement =>
  ({ technique: 'GC', title, columns, segments: [], settings, facts, header: {}, startedAt: null, signConvention: null, warnings, complete: warnings.length === 0 })

function chromatogram({ name, lines, line }: Section, separator: string, settings: readonly NamedValue[]): Measurement {
  const head = lines.findIndex((text) => /^R\.Time/.test(text))
  if (head < 0) throw new ReadError(`The section [${name}] has no column line (R.Time); the export was cut off.`, { line })
  const own = lines.slice(0, head).map((text): NamedValue => ({ name: text.split(separator)[0]!, value: text.split(separator).slice(1).join(separator) }))
  const declared = Number(own.find(({ name: key }) => key === '# of Points')?.value ?? NaN)
  const stated = (key: string): string => String(own.find(({ name: own_ }) => own_ === key)?.value ?? '')
  const unit = scaledUnit(stated('Intensity Units'), stated('Intensity Multiplier'))
  const pairs = lines.slice(head + 1).map((text) => text.split(separator)).filter((cells) => cells.length >= 2)
  const [time, intensity] = [0, 1].map((i) => Float64Array.from(pairs, (cells) => Number(cells[i]!.replace(',', '.')))) as [Float64Array, Float64Array]
  const warnings = declared > 0 && declared !== pairs.length ? [`The chromatogram announces ${declared} points and holds ${pairs.length}: the export was cut off.`] : []
  return base(name, [{ name: 'R.Time', quantity: 'time', unit: 'min', values: time }, { name: 'intensity', quantity: 'intensity', unit, values: intensity }], settings, own.filter(({ value }) => value !== ''), warnings)
}

function peakTable({ name, lines }: Section, separator: string, settings: readonly NamedValue[]): Measurement[] {
  const declared = Number(lines[0]?.split(separator)[1] ?? NaN)
  const names = lines[1]?.split(separator) ?? []
  const rows = lines.slice(2).map((line) => line.split(separator))
  if (names.length < 3 || rows.length === 0) return []
  const columns = names.map((title, i): Column => {
    const cells = rows.map((cells_) => (cells_[i] ?? '').trim())
    const isNumber = cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || Number.isFinite(Number(cell)))
    if (!isNumber || /^(Name|Mark|Curve)$/.test(title)) {
      const labels = [...new Set(cells)]
      return { name: title, quantity: 'other', unit: '', labels, values: Float64Array.from(cells, (cell) => labels.indexOf(cell)) }
    }
    return { name: title, quantity: title === 'R.Time' ? 'time' : title === 'Conc.' ? 'concentration' : 'other', unit: /Time$/.test(title) ? 'min' : '', values: Float64Array.from(cells, (cell) => (cell === '' ? NaN : Number(cell))) }
  })
  const warnings = declared > 0 && declared !== rows.length ? [`[${name}] announces ${declared} rows and holds ${rows.length}.`] : []
  return [base(name, columns, settings, [{ name: 'kind', value: 'peaks' }], warnings)]
}

export const labSolutions: Reader = { id: 'labsolutions', format: 'Shimadzu LabSolutions text', vendor: 'Shimadzu', recognises, read }

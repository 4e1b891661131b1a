/**
 * Bruker / Siemens UXD text (.uxd).
 * '_KEY=value' and '; comment' lines: first the file's, then each range's ('; (Data for Range number 1)' or '_DRIVE='); '_2THETACOUNTS',
 * '_2THETACPS' begin rows of angle and intensity, '_COUNTS', '_CPS' rows of intensities alone from _START on with _STEPSIZE.
 * Traps: texts stand in quotes; several ranges; angles are printed with five digits, so the header's step is the finer one.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { scanTable, type ScannedTable } from '../text/scanTable'
import { nextLine } from '../text/startOfText'
import { intensityList } from './intensityList'
import { rangeFacts, uxdStart } from './uxdFacts'

const dataLine = /^_(2THETA)?(COUNTS|CPS)$/
const underscore = 95
const semicolon = 59
const mostRanges = 20_000

function recognises(head: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(head.bytes), 8192)
  const isUxd = /(?:^|[\r\n])_FILEVERSION=\d/.test(text) && /[\r\n]_(DRIVE|STEPSIZE|STEPTIME|WL1|2THETA)=/.test(text) && /^\s{0,8}[;_]/.test(text)
  return isUxd
    ? { confidence: 'certain', why: 'it holds _FILEVERSION and keys of a Bruker UXD file', version: /_FILEVERSION=(\d{1,3})/.exec(text)![1]! } : null
}

interface Range { readonly entries: Map<string,
  string>; readonly columns: readonly Column[]; readonly problems: readonly string[]; readonly isWhole: boolean }

/** What lies up to the next key or comment line belongs to one range. */
function blockEnd(bytes: Uint8Array, at: number): number {
  let end = at
  while (end < bytes.length && bytes[end] !== underscore && bytes[end] !== semicolon) end += 1
  return end
}

function rangeOf(bytes: Uint8Array, at: number, end: number, kind: RegExpExecArray, entries: Map<string, string>): { range: Range; end: number } {
  const hasAngles = kind[1] !== undefined
  const unit = kind[2] === 'CPS' ? 'cps' : 'counts'
  const table: ScannedTable = hasAngles
    ? scanTable(bytes.subarray(0, end), at, { width: 2, separator: 'loose', decimal: '.' })
    : intensityList(bytes.subarray(0, end), at)
  const intensities = table.columns.at(-1)!
  const [start, step] = ['START', 'STEPSIZE'].map((key) => Number(entries.get(key) || NaN)) as [number, number]
  const angles = hasAngles ? table.columns[0]! : Float64Array.from(intensities, (_, i) => start + i * step)
  const drive = entries.get('DRIVE') ?? 'COUPLED'
  const isTwoTheta = hasAngles || /COUPLED|2THETA/i.test(drive)
  const declared = Number(entries.get('STEPCOUNT') || NaN)
  const problems = [
    ...(table.isCutOff ? ['The file ends within a row, which was left out.'] : []),
    ...(table.rows < declared ? [`The range holds ${table.rows} of the ${declared} points that it announces.`] : []),
    ...(table.damaged + table.uneven > 0 ? [`${table.damaged + table.uneven} rows or cells are damaged; they are left empty.`] : []),
    ...(!hasAngles && Number.isNaN(start + step) ? ['The range does not state _START and _STEPSIZE, so its angles are unknown.'] : [])
  ]
  const columns: Column[] = [
    { name: isTwoTheta ? '2Theta' : drive, unit: 'deg', quantity: isTwoTheta ? 'two_theta' : 'other', values: angles },
    { name: kind[2] === 'CPS' ? 'CPS' : 'Counts', unit, quantity: 'intensity', values: intensities }
  ]
  return { range: { entries, columns, problems, isWhole: !table.isCutOff && !(table.rows < declared) }, end: table.end }
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const common = new Map<string, string>()
  const ranges: Range[] = []
  let entries: Map<string, string> | null = null
  for (let at = 0; at < bytes.length;) {
    const end = nextLine(bytes, at)
    const line = decodeText(bytes.subarray(at, end)).text.trim()
    at = end
    const kind = dataLine.exec(line)
    if (kind) {
      if (ranges.length === mostRanges) throw new ReadError(`The file holds more than ${mostRanges} ranges; convert fewer at a time.`)
      const next = rangeOf(bytes, at, blockEnd(bytes, at), kind, entries ?? new Map<string, string>())
      ranges.push(next.range)
      at = Math.max(at, next.end)
      entries = null
      continue
    }
    // A range begins with its comment or, where comments were left out, with its drive.
    if (/^;\s*\(Data for Range/i.test(line) || (line.startsWith('_DRIVE=') && entries === null)) entries = new Map()
    const entry = /^_([^=]{1,60})=(.*)$/.exec(line)
    if (entry) (entries ?? common).set(entry[1]!.trim(), entry[2]!.trim().replace(/^'(.*)'$/, '$1'))
  }
  if (ranges.every(({ columns }) => columns[0]!.values.length === 0))
    throw new ReadError('The UXD file holds no counts; it was cut off, copy or convert it again.')
  return { measurements: ranges.map((range, i) => measurementOf(range, common, ranges.length > 1 ? `Range ${i + 1}` : '')) }
}

function measurementOf({ entries, columns, problems, isWhole }: Range, common: ReadonlyMap<string, string>, title: string): Measurement {
  const all = new Map([...common, ...entries])
  const settings: NamedValue[] = [...all].filter(([, value]) => value !== '').map(([name, value]) =>
    ({ name, value: Number.isFinite(Number(value)) ? Number(value) : value }))
  return {
    technique: 'XRD', title: title || (common.get('SAMPLE') ?? ''), columns, segments: [], settings, facts: rangeFacts(all), header: {},
    startedAt: uxdStart(common.get('DATEMEASURED') ?? ''), signConvention: null, warnings: problems, complete: isWhole
      && columns[0]!.values.length > 0
  }
}

export const brukerUxd: Reader = { id: 'bruker-uxd', format: 'Bruker UXD (.uxd)', vendor: 'Bruker', recognises, read }

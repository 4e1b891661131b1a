/**
 * PalmSens PSTrace session (.pssession): one line of UTF-16LE JSON that ends with U+FEFF.
 * Measurements[]: Title, TimeStamp (.NET ticks of 100 ns), Method (text), DataSet.Values[] {Description, Unit {Type, S, Q}, DataValues [{V}]}, EISDataList[],
 * Curves[] {Title, XAxisDataArray, YAxisDataArray}.
 * Traps: PSTrace 5.7 and older writes all keys in small letters; curves loaded from other files have no data set; the unit is its Type, not its symbol (MicroAmpere has the symbol A, so the symbol is wrong by 10⁶); scans lie side by side in
 * one data set ('scan2channel1'); Im Z is stored as −Z″ where its quantity says so: its name gets a minus.
 */
import type { Column, Measurement, NamedValue, Technique } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { stoppedEarly } from '../stoppedEarly'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { findSweeps } from '../../electrochemistry/findSweeps'
import { palmSensUnit } from './palmSensUnits'

const MOST_BYTES = 300_000_000
const techniques = new Map<string, Technique>([['lsv', 'LSV'], ['cv', 'CV'], ['fcv', 'CV'], ['ad', 'CA'], ['ca', 'CA'], ['fam', 'CA'], ['pot', 'CP'], ['cp', 'CP'], ['ocp', 'OCV'], ['eis', 'EIS'], ['swv', 'SWV'], ['dpv', 'DPV']])
/** .NET ticks at 1970-01-01. */
const EPOCH_TICKS = 621_355_968_000_000_000n

function recognises({ bytes }: FileHead): Recognition | null {
  const text = beginningText(bytes, 2048)
  const start = text.replace(/^\uFEFF/, '')
  const version = /"CoreVersion"\s*:\s*"([\d.]{1,20})"/i.exec(start)?.[1]
  return /^\{"(?:type|Type)":"PalmSens\./.test(start) || (/^\{/.test(start) && /"CoreVersion"\s*:/i.test(start) && /PalmSens/.test(start)) ? { confidence: 'certain', why: 'it is the JSON of a PalmSens session', ...(version ? { version } : {}) } : null
}


/** What an object holds under a key, in the letters of either version. */
function member(object: unknown, key: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined
  const known = object as Readonly<Record<string, unknown>>
  return known[key] ?? known[key.toLowerCase()]
}
const word = (object: unknown, key: string): string => { const value = member(object, key); return typeof value === 'string' ? value : '' }
const list = (object: unknown, key: string): readonly unknown[] => { const value = member(object, key); return Array.isArray(value) ? value : [] }

function read({ bytes }: ReadableFile): ReadResult {
  if (bytes.length > MOST_BYTES) throw new ReadError('The session is larger than 300 MB; save its measurements in parts.')
  let session: unknown
  try {
    session = JSON.parse(decodeText(bytes).text.replace(/\uFEFF/g, ''))
  } catch {
    throw new ReadError('The session is cut off or damaged (its JSON does not end); save it again from PSTrace.')
  }
  const measurements = list(session, 'Measurements').flatMap(measurementsOf)
  if (measurements.length === 0) throw new ReadError('The session holds no measurement; save it again from PSTrace after the measurement.')
  return { measurements }
}

/** Amperometry, potentiometry and open circuit last as long as T_RUN says; other methods keep that of an earlier one. */
const ofOneTime: ReadonlySet<string> = new Set(['ad', 'pot', 'ocp'])

function measurementsOf(stored: unknown): Measurement[] {
  const method = word(stored, 'Method')
  const settings = settingsOf(method)
  const id = String(settings.find(({ name }) => name === 'METHOD_ID')?.value ?? '').toLowerCase()
  const technique = techniques.get(id) ?? 'OTHER'
  const title = word(stored, 'Title')
  const device = member(stored, 'DeviceUsed')
  const run_s = Number(settings.find(({ name }) => name === 'T_RUN')?.value ?? NaN)
  const values = list(member(stored, 'DataSet'), 'Values')
  const groups = values.length > 0 ? groupsOf(values) : curvesOf(list(stored, 'Curves'))
  return [...groups].map(([scan, columns]) => {
    const potential = columns.find(({ quantity }) => quantity === 'potential')
    const isSweep = technique === 'CV' || technique === 'LSV'
    const early = groups.size === 1 && ofOneTime.has(id) ? stoppedEarly(columns.find(({ quantity, unit }) => quantity === 'time' && unit === 's'), run_s) : null
    return {
      technique, title: groups.size > 1 ? `${title}, ${scan}` : title, columns: withOneOfEach(columns), segments: isSweep && potential ? findSweeps(potential.values) : [], settings,
      facts: typeof device === 'number' || typeof device === 'string' ? [{ name: 'device', value: device }] : [], header: {}, startedAt: startOf(member(stored, 'TimeStamp')),
      signConvention: technique === 'EIS' ? `Im Z as ${imaginarySign(values)}` : 'oxidation positive, reduction negative (PSTrace)', warnings: early === null ? [] : [early], complete: early === null
    }
  })
}

/** A measurement without a data set: the two axes of each of its curves. */
function curvesOf(curves: readonly unknown[]): Map<string, Column[]> {
  const groups = new Map<string, Column[]>()
  for (const [i, curve] of curves.entries()) {
    const columns = ['XAxisDataArray', 'YAxisDataArray'].flatMap((axis) => columnOf(member(curve, axis)) ?? [])
    const title = word(curve, 'Title') || `curve ${i + 1}`
    if (columns.length > 0) groups.set(groups.has(title) ? `${title} (${i + 1})` : title, columns)
  }
  return groups
}

/** Values of one scan and channel belong together; those without stand with the first scan of their length. */
function groupsOf(values: readonly unknown[]): Map<string, Column[]> {
  const groups = new Map<string, Column[]>()
  const common: Column[] = []
  for (const stored of values) {
    const column = columnOf(stored)
    if (!column) continue
    const scan = /^(scan\d+(?:channel\d+)?)/i.exec(column.name)?.[1]
    if (scan === undefined) common.push(column)
    else groups.set(scan, [...(groups.get(scan) ?? []), column])
  }
  if (groups.size === 0) {
    const byLength = new Map<string, Column[]>()
    for (const column of common) byLength.set(`${column.values.length} rows`, [...(byLength.get(`${column.values.length} rows`) ?? []), column])
    return byLength
  }
  for (const column of common) {
    const owner = [...groups.values()].find((group) => group.some(({ values: own }) => own.length === column.values.length))
    if (owner) owner.unshift(column)
    else groups.set(column.name, [column])
  }
  return new Map([...groups].map(([scan, columns]) => {
    // Arrays of one scan may differ by a point: what all have stays together.
    const rows = Math.min(...columns.map(({ values: own }) => own.length))
    const even = columns.every(({ values: own }) => own.length === rows)
    return [scan, even ? columns : columns.map((column) => ({ ...column, values: padded(column.values, Math.max(...columns.map(({ values: own }) => own.length))) }))]
  }))
}

const padded = (values: Float64Array, length: number): Float64Array => Float64Array.from({ length }, (_, i) => values[i] ?? NaN)

function columnOf(stored: unknown): Column | null {
  const numbers = list(stored, 'DataValues') as readonly { V?: unknown; v?: unknown }[]
  if (numbers.length === 0) return null
  const written = member(stored, 'Unit')
  const [unit, quantity] = palmSensUnit(word(written, 'Type'), word(written, 'S'))
  const values = Float64Array.from(numbers, (number) => {
    const value = number?.V ?? number?.v
    return typeof value === 'number' ? value : NaN
  })
  // '-ZIm': the sign belongs to the name, since the numbers are those of −Z″.
  const sign = quantity === 'z_imag' && word(written, 'Q').startsWith('-') ? '-' : ''
  return { name: `${sign}${word(stored, 'Description') || quantity}`, unit, quantity, values }
}

/** Only the first column of a kind has that quantity. */
function withOneOfEach(columns: readonly Column[]): Column[] {
  const seen = new Set<string>()
  return columns.map((column) => {
    const isFirst = !seen.has(column.quantity)
    seen.add(column.quantity)
    return isFirst ? column : { ...column, quantity: 'other' }
  })
}

const imaginarySign = (values: readonly unknown[]): string => (values.map((one) => member(one, 'Unit')).some((unit) => word(unit, 'Type') === 'PalmSens.Units.ZIm' && word(unit, 'Q').startsWith('-')) ? 'stored: −Z″ (capacitive positive)' : 'stored')

function settingsOf(method: string): NamedValue[] {
  return method.slice(0, 100_000).split(/\r?\n/).flatMap((line) => {
    const match = /^([A-Z][A-Z0-9_]{1,40})=(.{0,200})$/.exec(line)
    return match && match[2] !== '' ? [{ name: match[1]!, value: match[2]! }] : []
  })
}

/** Local time of the PC, from ticks of 100 ns since the year 1. */
function startOf(ticks: unknown): string | null {
  if (typeof ticks !== 'number' || !Number.isFinite(ticks) || ticks < 6e17 || ticks > 7e17) return null
  const ms = Number((BigInt(Math.round(ticks)) - EPOCH_TICKS) / 10_000n)
  return new Date(ms).toISOString().slice(0, 19)
}

export const palmSensSession: Reader = { id: 'palmsens-session', format: 'PalmSens session (.pssession)', vendor: 'PalmSens', recognises, read }

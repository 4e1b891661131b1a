/**
 * Scienta SES text (.txt).
 * '[Info]', then for each region '[Region n]' (names, sizes and scales of its dimensions), '[Info n]' (key=value) and '[Data n]':
 * rows of the energy and one intensity for each value of dimension 2; with a dimension 3 '[Data n:k]' for each of its values.
 * Traps: the energy may be kinetic or binding; 'Dimension 1 size' tells a cut file.
 */
import type { Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { nextLine } from '../text/startOfText'
import { scientaColumns, type ScientaBlock } from './scientaColumns'

const openBracket = 91
const mostSections = 100_000

function recognises(head: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(head.bytes), 4096)
  return /^\s{0,8}\[Info\]\s*[\r\n]/.test(text) && /[\r\n]Number of Regions=\d/.test(text) && /[\r\n]\[Region 1\]/.test(text)
    ? { confidence: 'certain', why: 'it begins with [Info] and [Region 1] as SES writes them', version: /[\r\n]Version=([\w.]{1,20})/.exec(text)?.[1]
      ?? '' }
    : null
}

interface Region { readonly number: number; readonly entries: Map<string, string>; readonly blocks: ScientaBlock[] }

function regionsOf(bytes: Uint8Array): { general: NamedValue[]; regions: Region[] } {
  const general: NamedValue[] = []
  const regions = new Map<number, Region>()
  let current: Region | null = null
  let sections = 0
  for (let at = 0; at < bytes.length;) {
    const end = nextLine(bytes, at)
    const line = decodeText(bytes.subarray(at, end)).text.trim()
    at = end
    const section = /^\[(Region|Info|Data) (\d{1,6})(?::(\d{1,6}))?\]$/.exec(line)
    if (section) {
      sections += 1
      if (sections > mostSections) throw new ReadError(`The file holds more than ${mostSections} sections; export fewer spectra at a time.`)
      const number = Number(section[2])
      current = regions.get(number) ?? { number, entries: new Map(), blocks: [] }
      regions.set(number, current)
      if (section[1] === 'Data') {
        while (at < bytes.length && (bytes[at] === 10 || bytes[at] === 13)) at += 1
        const first = decodeText(bytes.subarray(at, nextLine(bytes, at))).text.trim()
        const width = first === '' || first.startsWith('[') ? 0 : first.split(/[ \t]+/).length
        if (width === 0) continue
        const bracket = bytes.indexOf(openBracket, at)
        const table = scanTable(bracket < 0 ? bytes : bytes.subarray(0, bracket), at, { width, separator: 'loose', decimal: '.' })
        current.blocks.push({ third: section[3] === undefined ? 0 : Number(section[3]), table })
        at = Math.max(table.end, at)
      }
      continue
    }
    const equals = line.indexOf('=')
    if (equals < 1) continue
    const [name, value] = [line.slice(0, equals).trim(), line.slice(equals + 1).trim()]
    if (current) current.entries.set(name, value)
    else general.push({ name, value })
  }
  return { general, regions: [...regions.values()] }
}

function measurementOf({ number, entries, blocks }: Region, general: readonly NamedValue[]): Measurement | null {
  const { columns, segments } = scientaColumns(blocks, entries)
  if (columns.length === 0) return null
  const declared = Number(entries.get('Dimension 1 size') ?? NaN)
  const source = Number(entries.get('Excitation Energy') || NaN)
  const rows = blocks.reduce((least, { table }) => Math.min(least, table.rows), Infinity)
  const damaged = blocks.reduce((sum, { table }) => sum + table.damaged + table.uneven, 0)
  const isCut = blocks.some(({ table }) => table.isCutOff)
  const isShort = rows < declared
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(entries.get('Date') ?? '')
  const time = /^(\d{2}):(\d{2}):(\d{2})$/.exec(entries.get('Time') ?? '')
  return {
    technique: 'XPS', title: entries.get('Region Name') ?? `Region ${number}`, columns, segments,
    settings: [...general, ...[...entries].filter(([name]) => !/^Dimension \d scale$/.test(name)).map(([name, value]) => ({ name, value }))],
    facts: [{ name: 'region', value: number }, ...(source > 0 ? [{ name: 'sourceEnergy_eV', value: source }] : [])],
    header: {}, startedAt: date && time ? `${date[0]}T${time[0]}` : null, signConvention: null,
    warnings: [
      ...(isShort
        ? [`Region ${number} holds ${rows} of the ${declared} energies that it announces: the measurement was stopped or the file cut off.`] : []),
      ...(isCut ? ['The file ends within a row, which was left out.'] : []),
      ...(damaged > 0 ? [`${damaged} rows or cells of region ${number} are damaged; they are left empty.`] : [])
    ],
    complete: !isShort && !isCut
  }
}

function read(file: ReadableFile): ReadResult {
  const { general, regions } = regionsOf(asSingleBytes(file.bytes))
  const measurements = regions.flatMap((region) => measurementOf(region, general) ?? [])
  if (measurements.length === 0)
    throw new ReadError('The Scienta file ends before the rows of its first [Data] section; it was cut off, export it again.')
  return { measurements }
}

export const scientaText: Reader = { id: 'scienta-text', format: 'Scienta SES text', vendor: 'Scienta Omicron', recognises, read }

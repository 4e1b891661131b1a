/**
 * CasaXPS "rows of tables" (text, tabs).
 * Sections one after the other: 'Cycle 3:sample:region', a line with the photon energy and the time per channel, the rows Name,
 * Position, FWHM, Area, Lineshape of the fitted components, then 'K.E. Counts <components> … B.E. CPS <components>' and numbers.
 * Traps: an empty column parts the two halves; component names come twice (counts, then CPS), several components may share one name; there may be none.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { splitLines } from '../text/splitLines'
import { nextLine } from '../text/startOfText'
import { casaColumns } from './casaColumns'
import { numbered } from './componentNames'

const sectionLine = /^Cycle (\d{1,9}):([^\t\r\n]*)$/
const mostHeaderLines = 40
const mostSections = 20_000

function recognises(head: FileHead): Recognition | null {
  const lines = splitLines(beginningText(asSingleBytes(head.bytes), 8192)).slice(0, mostHeaderLines)
  if (!sectionLine.test(lines[0] ?? '') || !/^\s*Characteristic Energy eV\t/.test(lines[1] ?? '')) return null
  return { confidence: 'certain', why: 'it begins with a Cycle line and the characteristic energy as CasaXPS writes them' }
}

const numberOrText = (text: string): number | string => (Number.isFinite(Number(text)) ? Number(text) : text)

interface Section { readonly title: string; readonly start: number; readonly end: number }

function sectionsOf(bytes: Uint8Array): Section[] {
  const starts: { title: string; start: number }[] = []
  for (let at = 0; at < bytes.length;) {
    const end = nextLine(bytes, at)
    // 'C' begins a section, digits begin a row: only the former is decoded.
    if (bytes[at] === 67) {
      const title = decodeText(bytes.subarray(at, end)).text.trimEnd()
      if (sectionLine.test(title)) starts.push({ title, start: at })
    }
    at = end
  }
  return starts.map(({ title, start }, i) => ({ title, start, end: starts[i + 1]?.start ?? bytes.length }))
}

function measurementOf(bytes: Uint8Array, { title, start, end }: Section): Measurement | null {
  const head: string[] = []
  let at = start
  while (at < end && head.length < mostHeaderLines && !head.at(-1)?.startsWith('K.E.\t')) {
    const next = nextLine(bytes, at)
    head.push(decodeText(bytes.subarray(at, next)).text.replace(/[\r\n]+$/, ''))
    at = next
  }
  const names = head.at(-1)!.split('\t').map((name) => name.trim())
  if (names[0] !== 'K.E.') return null
  const table = scanTable(bytes.subarray(0, end), at, { width: names.length, separator: 'tab', decimal: '.' })
  const columns: readonly Column[] = casaColumns(names, table.columns)
  const energies = (head[1] ?? '').split('\t').map((cell) => cell.trim()).filter((cell) => cell !== '')
  const settings: NamedValue[] = []
  for (let i = 0; i + 1 < energies.length; i += 2) settings.push({ name: energies[i]!, value: numberOrText(energies[i + 1]!) })
  const [, cycle = '', rest = ''] = sectionLine.exec(title)!
  const parts = rest.split(':')
  const source = settings.find(({ name }) => name === 'Characteristic Energy eV')?.value
  const isShort = table.isCutOff || table.uneven > 0
  const left = decodeText(bytes.subarray(table.end, Math.min(end, table.end + 80))).text.trim()
  const warnings = [
    ...(table.isCutOff ? ['The file ends within a row, which was left out; it was cut off or is still being written.'] : []),
    ...(table.rows === 0 ? [`Section "${title}" holds no rows of numbers.`] : []),
    ...(left !== '' && !table.isCutOff
      ? [`After row ${table.rows} comes text that is no data ("${left.slice(0, 40).replace(/\s+/g, ' ')}"); it was not read.`] : []),
    ...(table.uneven > 0
      ? [`${table.uneven} rows do not have ${names.length} cells, the first is data row ${table.firstUneven + 1}; missing cells are empty.`] : []),
    ...(table.damaged > 0 ? [`${table.damaged} cells are no numbers; they are left empty.`] : [])
  ]
  return {
    technique: 'XPS', title, columns, segments: [], settings: [...settings, ...components(head)],
    facts: [
      { name: 'cycle', value: Number(cycle) }, { name: 'sample', value: parts.slice(0, -1).join(':') }, { name: 'region', value: parts.at(-1) ?? '' },
      ...(typeof source === 'number' && source > 0 ? [{ name: 'sourceEnergy_eV', value: source }] : [])
    ],
    header: {}, startedAt: null, signConvention: null, warnings, complete: !isShort && table.rows > 0
  }
}

/** 'Name', 'Position', … of the fitted components, one setting each. */
function components(head: readonly string[]): NamedValue[] {
  const rows = new Map(head.map((line) => line.split('\t').map((cell) => cell.trim())).map(([name = '', ...cells]) => [name, cells]))
  const names = numbered(rows.get('Name') ?? [])
  return ['Position', 'FWHM', 'Area', 'Lineshape'].flatMap((row) => names.flatMap((name, i) => {
    const value = rows.get(row)?.[i] ?? ''
    return name === '' || value === '' ? [] : [{ name: `${name}: ${row}`, value: numberOrText(value) }]
  }))
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const sections = sectionsOf(bytes)
  if (sections.length > mostSections)
    throw new ReadError(`The file holds ${sections.length} spectra, more than ${mostSections}; export fewer at a time.`)
  const measurements = sections.flatMap((section) => measurementOf(bytes, section) ?? [])
  if (measurements.length === 0)
    throw new ReadError('The CasaXPS text ends before its numbers (the line "K.E. Counts … B.E. CPS"); it was cut off, export it again.')
  return { measurements }
}

export const casaText: Reader = { id: 'casa-text', format: 'CasaXPS text (rows of tables)', vendor: 'Casa Software', recognises, read }

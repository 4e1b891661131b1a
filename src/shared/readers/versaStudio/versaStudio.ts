/**
 * Princeton Applied Research VersaStudio (.par, text).
 * '<Section>', 'key=value' lines, '</Section>' ('Name=VersaStudio' is missing in 2.6); Action0 'Common' holds cell and electrodes, Action1 … the
 * steps. '<Segment1>' has
 * 'Definition=Segment #, Point #, E(V), I(A), …' and rows with commas.
 * Traps: the definition ends with a name '0' that has no cells; one table holds all steps one after another ('Segment #' counts them over
 * all actions); frequency, Z Real and Z Imag are 0 in rows of direct current; the window layout behind it is XML.
 */
import type { Column, Measurement, Segment } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { delimitedRows } from '../instrumentTable/delimitedRows'
import { namedColumns, type NamedColumn } from '../instrumentTable/namedColumns'
import { segmentsOfSpectra, segmentsOfSteps } from '../instrumentTable/segmentsOfSteps'
import { tableWarnings } from '../instrumentTable/tableWarnings'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { findSweeps } from '../../electrochemistry/findSweeps'
import type { ScannedTable } from '../text/scanTable'
import { actionOf, parActions, parFields, parStart, textOf, type ParAction } from './parActions'
import { parSections, type ParSection } from './parSections'

const quantities = new Map<string, QuantityKind>([
  ['E(V)', 'potential'], ['I(A)', 'current'], ['Elapsed Time(s)', 'time'], ['Frequency(Hz)', 'frequency'], ['Z Real', 'z_real'], ['Z Imag', 'z_imag']
])
const spectral = new Set<QuantityKind>(['frequency', 'z_real', 'z_imag'])

/** Z is given without its unit, which is ohm. */
function named(name: string): NamedColumn {
  const quantity = quantities.get(name) ?? 'other'
  const unit = /\(([^()]{1,10})\)$/.exec(name)?.[1] ?? (/^Z2? (Real|Imag)$/.test(name) ? 'ohm' : '')
  return { name, unit, quantity }
}

function recognises(head: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(head.bytes), 4096)
  const word = /^(Name=VersaStudio|Language \[VersaStudio\]=|LoggedIn=)/m.exec(text)?.[1]
  if (!/^\s*<Application>\s*[\r\n]/.test(text) || word === undefined) return null
  const version = /^Version=([\d.]{1,20})\s*$/m.exec(text)?.[1]
  return { confidence: 'certain', why: `it begins with <Application> and ${word.replace(/=$/, '')}`, ...(version === undefined ? {} : { version }) }
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const sections = parSections(bytes)
  const measured = sections.filter((section) => section.table && section.table.names.length > 0)
  if (measured.length === 0) {
    const isBinary = sections.some(({ values }) => textOf(values, 'DataFormat') === 'Binary')
    const hint = isBinary ? '; VersaStudio was set to save new data to a binary file: switch that off and save it again' : ''
    throw new ReadError(`The file holds no table of data ("Definition=" in a segment): nothing was measured yet or the file was cut off${hint}.`)
  }
  const found = measured.flatMap((section) => measurementsOf(bytes, section, sections))
  return { measurements: found.length > 1 ? found : found.map((one) => ({ ...one, title: '' })) }
}

interface Part { readonly action: ParAction | undefined; readonly start: number; readonly end: number }

/** More changes than any sequence has: the numbers are damaged, and the rows stay together. */
const mostParts = 1000

/** Runs of 'Segment #' that belong to one action, one after another. */
function partsOf(columns: readonly Column[], rows: number, actions: readonly ParAction[]): Part[] {
  const numbers = columns.find(({ name, labels }) => name === 'Segment #' && !labels)?.values
  if (!numbers || rows === 0 || actions.length < 2) return [{ action: actions.length === 1 ? actions[0] : undefined, start: 0, end: rows }]
  const parts: Part[] = []
  for (const { start, end } of segmentsOfSteps(numbers, 'step', String)) {
    const action = actionOf(actions, numbers[start]!)
    const last = parts.at(-1)
    if (last && last.action === action) parts[parts.length - 1] = { ...last, end }
    else parts.push({ action, start, end })
  }
  return parts.length > mostParts ? [{ action: undefined, start: 0, end: rows }] : parts
}

function measurementsOf(bytes: Uint8Array, section: ParSection, sections: readonly ParSection[]): Measurement[] {
  const { names, rowsAt } = section.table!
  const table = delimitedRows(bytes, rowsAt, { width: names.length, separator: ',', decimal: '.' })
  if (table.rows > 0 && table.wider === table.rows) throw new ReadError(`The rows of ${section.name} have more cells than it has names: the ` +
    `PC's decimal comma stands in the numbers; export the file again with a decimal point.`, { line: section.table!.line })
  const columns = namedColumns(names.map(named), table)
  const actions = parActions(sections)
  const common = sections.find(({ values }) => textOf(values, 'Name') === 'Common')?.values ?? []
  const experiment = sections.find(({ name }) => name === 'Experiment')?.values ?? []
  const isClosed = /^\s*<\//.test(decodeText(bytes.subarray(table.end, table.end + 100)).text)
  const settings = sections.filter(({ table: rows }) => !rows).flatMap(({ name, values }) =>
    values.map((one) => ({ ...one, name: `${name}: ${one.name}` })))
  const parts = partsOf(columns, table.rows, actions)
  return parts.map(({ action, start, end }, i): Measurement => {
    const isLast = i === parts.length - 1
    const own = columns.map((column) => (parts.length === 1 ? column : { ...column, values: column.values.slice(start, end) }))
    const used = withoutEmptySpectrum(own)
    const technique = action?.technique ?? (used.some(({ quantity }) => quantity === 'frequency') ? 'EIS' : 'OTHER')
    return {
      technique, title: action?.name ?? section.name, columns: used, segments: segmentsOf(used, technique), settings,
      facts: [...(action ? [{ name: 'action', value: action.name }] : []), { name: 'table', value: section.name }],
      header: parFields(common, action), startedAt: parStart(experiment),
      signConvention: conventionOf(used), warnings: isLast ? warningsOf(table, names.length, isClosed) : [], complete: !isLast
        || (isClosed && table.rows > 0)
    }
  })
}

function warningsOf(table: ScannedTable, width: number, isClosed: boolean): string[] {
  return [...tableWarnings(table, width),
    ...(isClosed || table.isCutOff ? [] : ['The table is not closed ("</Segment…>"): the file was cut off or is still being written.'])]
}

/** In rows of direct current alone the columns of a spectrum are all 0: they are kept, but are no spectrum. */
function withoutEmptySpectrum(columns: readonly Column[]): Column[] {
  const frequency = columns.find(({ quantity }) => quantity === 'frequency')
  const isSpectrum = frequency !== undefined && frequency.values.some((value) => value > 0)
  return isSpectrum ? [...columns] : columns.map((column) => (spectral.has(column.quantity) ? { ...column, quantity: 'other' } : column))
}

function segmentsOf(columns: readonly Column[], technique: Measurement['technique']): Segment[] {
  const of = (quantity: QuantityKind): Column | undefined => columns.find((column) => column.quantity === quantity)
  const [potential, frequency] = [of('potential'), of('frequency')]
  if (potential && ['CV', 'LSV', 'TAFEL'].includes(technique)) return findSweeps(potential.values)
  if (frequency) return segmentsOfSpectra(frequency.values)
  const steps = columns.find(({ name }) => name === 'Segment #')
  const found = steps ? segmentsOfSteps(steps.values, 'step', (value) => `segment ${value}`) : []
  return found.length > 1 ? found : []
}

function conventionOf(columns: readonly Column[]): string | null {
  if (columns.some(({ quantity }) => quantity === 'z_imag')) return 'Z Imag is signed: negative for a capacitor'
  return columns.some(({ quantity }) => quantity === 'current') ? 'as recorded; the file does not say whether reduction is negative' : null
}

export const versaStudio: Reader = { id: 'versa-studio', format: 'VersaStudio (.par)', vendor: 'Princeton Applied Research', recognises, read }

/**
 * EPR spectra as text. Xepr: 'index   Field [G]   Intensity []', an empty line, rows with blanks. WinEPR (.asc): 'Filename:<TAB>…', then
 * 'X [G]<TAB>Intensity' and rows, of a series each under 'Slice n' with 'Y []' between.
 * Traps: neither states the microwave frequency; ENDOR has a radio frequency in place of the field.
 */
import type { Column, Measurement, Segment } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { scanTable, type ScannedTable } from '../text/scanTable'

interface Name { readonly name: string; readonly unit: string }
const part = /^(.{1,40}?) ?\[([^\]]{0,20})\]$/
const isField = ({ name, unit }: Name): boolean => /^(G|mT|T|kG)$/.test(unit) && /field|^x$|^b/i.test(name)
const isRadio = ({ name, unit }: Name): boolean => /^[kMG]?Hz$/.test(unit) && /^RF|freq/i.test(name)

/** The names of Xepr's or WinEPR's columns; null for any other line. */
function namesOf(line: string): Name[] | null {
  if (line.length > 400) return null
  const text = line.trim()
  const cells = /^index\s/.test(text) ? ['index', ...text.slice(5).trim().split(/(?<=\])\s+/)] : text.startsWith('X [') ? text.split('\t') : []
  const names = cells.map((cell): Name => {
    const match = part.exec(cell.trim())
    return { name: match?.[1]!.trim() ?? cell.trim(), unit: match?.[2]!.trim() ?? '' }
  })
  const axis = names[0]?.name === 'index' ? names[1] : names[0]
  return axis && (isField(axis) || isRadio(axis)) && /intensity/i.test(names.at(-1)!.name) && names.length > 1 ? names : null
}

interface Block { readonly names: readonly Name[]; readonly label: string; readonly from: number; readonly to: number }

/** Every table under its line of names; ASCII, as the bytes are. */
function blocksOf(bytes: Uint8Array): Block[] {
  const text = new TextDecoder('latin1').decode(bytes)
  const heads = [...text.matchAll(/^(?:X \[|\s*index\s)[^\r\n]{1,400}/gm)].flatMap((match) => {
    const names = namesOf(match[0])
    return names ? [{ names, at: match.index, from: match.index + match[0].length }] : []
  })
  return heads.map(({ names, from }, i): Block => {
    const next = heads[i + 1]?.at ?? text.length
    const slice = text.indexOf('Slice', from)
    const above = text.slice(i === 0 ? 0 : heads[i - 1]!.from, heads[i]!.at)
    return { names, label: /Slice \d{1,6}(?=\s*$)/.exec(above)?.[0] ?? '', from, to: slice >= 0 && slice < next ? slice : next }
  })
}

function recognises({ bytes }: FileHead): Recognition | null {
  const lines = beginningText(asSingleBytes(bytes), 2000).split(/\r\n|\n|\r/).slice(0, 6)
  const line = lines.findIndex((one) => namesOf(one) !== null)
  if (line < 0) return null
  const isWin = /^Filename:\t/.test(lines[0]!)
  return { confidence: 'certain', why: `it has the columns of ${isWin ? 'WinEPR' : 'Xepr'} on line ${line + 1}`, version: isWin ? 'WinEPR text' : 'Xepr text' }
}

function read(file: ReadableFile): ReadResult {
  const bytes = asSingleBytes(file.bytes)
  const blocks = blocksOf(bytes)
  const tables = blocks.map(({ names, from, to }) => scanTable(bytes.subarray(0, to), from, { width: names.length, separator: 'loose', decimal: '.' }))
  const full = blocks.flatMap((block, i) => (tables[i]!.rows > 0 && block.names.length === blocks[0]!.names.length ? [{ block, table: tables[i]! }] : []))
  if (full.length === 0) throw new ReadError('The file ends before its first row of numbers; export the spectrum again as ASCII.')
  const names = full[0]!.block.names
  const columns = names.map((one, i): Column => ({ ...one, quantity: quantityOf(one, i, names), values: joined(full.map(({ table }) => table.columns[i]!)) }))
  const written = /^Filename:\t([^\r\n]{1,400})/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 500)))?.[1]?.trim()
  const damaged = full.reduce((sum, { table }) => sum + table.damaged, 0)
  const lost = blocks.length - full.length
  const measurement: Measurement = {
    technique: 'EPR', title: '', columns, segments: segmentsOf(full, columns), settings: written === undefined ? [] : [{ name: 'Filename', value: written }], facts: [], header: {}, startedAt: null, signConvention: null,
    warnings: [
      ...(damaged > 0 ? [`${damaged} cells are no numbers; they are left empty.`] : []), ...(lost > 0 ? [`${lost} of ${blocks.length} slices hold no rows of their columns and were left out.`] : []),
      'The text does not state the microwave frequency, so no g is known; the files of the spectrometer (.DSC with .DTA, .par with .spc) do.'
    ],
    complete: lost === 0 && !full.at(-1)!.table.isCutOff
  }
  return { measurements: [measurement] }
}

function quantityOf(name: Name, i: number, names: readonly Name[]): QuantityKind {
  const axis = names[0]!.name === 'index' ? 1 : 0
  if (i === axis) return isField(name) ? 'field' : 'frequency'
  return i === names.length - 1 ? 'intensity' : 'other'
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const values = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, one) => (values.set(one, at), at + one.length), 0)
  return values
}

/** WinEPR's slices, and Xepr's where the index begins anew. */
function segmentsOf(full: readonly { readonly block: Block; readonly table: ScannedTable }[], columns: readonly Column[]): Segment[] {
  const starts = full.length > 1 ? full.reduce<number[]>((found, { table }) => [...found, found.at(-1)! + table.rows], [0]).slice(0, -1)
    : columns[0]!.name === 'index' ? [...columns[0]!.values.keys()].filter((row) => row === 0 || columns[0]!.values[row]! < columns[0]!.values[row - 1]!) : [0]
  const rows = columns[0]!.values.length
  return starts.length < 2 ? [] : starts.map((start, i) => ({ kind: 'spectrum', start, end: starts[i + 1] ?? rows, label: full[i]?.block.label || `spectrum ${i + 1}` }))
}

export const eprText: Reader = { id: 'epr-text', format: 'EPR text (Xepr, WinEPR)', vendor: 'Bruker', recognises, read }

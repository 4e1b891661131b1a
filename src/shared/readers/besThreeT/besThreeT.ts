/**
 * Bruker BES3T (Xepr): NAME.DSC (text) describes NAME.DTA (raw numbers).
 * .DSC: layers '#DESC', '#SPL', '#DSL'; 'KEY<TAB>value' or 'KEY    value'. BSEQ BIG/LIT, IRFMT D/F/I/S, IKKF REAL/CPLX, XPTS, XMIN,
 * XWID, XUNI; MWFQ in Hz, MWPW in W. x = XMIN + k·XWID/(XPTS − 1).
 * Traps: the extension .DTA is Gamry's too; complex data hold two numbers a point; a second axis (YPTS) makes a series of spectra;
 * an indexed axis (XTYP IGD) has its own file (.XGF), which is not read.
 */
import type { Column, Measurement, NamedValue, Segment } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { decodeText } from '../text/decodeText'
import { splitLines } from '../text/splitLines'

const sizes = new Map([['D', 8], ['F', 4], ['I', 4], ['S', 2]])
const MOST_POINTS = 50_000_000
const isBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 4096).includes(0)

function recognises({ name, bytes }: FileHead): Recognition | null {
  const description = /^#DESC\s+(?:(\d[\d.]{0,5})\b)?/.exec(decodeText(bytes.subarray(0, 40)).text)
  if (description) return { confidence: 'certain', why: 'it begins with #DESC', ...(description[1] ? { version: `BES3T ${description[1]}` } : {}) }
  return /\.dta$/i.test(name) && isBinary(bytes) && bytes.length >= 16 ? { confidence: 'likely', why: 'it is a binary .DTA, which belongs to a .DSC of the same name' } : null
}

/** NAME with another extension beside it, as either case writes it. */
function beside(file: ReadableFile, extension: string): { name: string; bytes: Uint8Array } | null {
  const stem = file.name.replace(/\.[^.]*$/, '')
  for (const name of [`${stem}.${extension.toUpperCase()}`, `${stem}.${extension.toLowerCase()}`, `${stem}.${extension[0]!.toUpperCase()}${extension.slice(1).toLowerCase()}`]) {
    const bytes = file.sibling?.(name)
    if (bytes) return { name, bytes }
  }
  return null
}

function read(file: ReadableFile): ReadResult {
  if (!/^#DESC\s/.test(decodeText(file.bytes.subarray(0, 40)).text)) {
    const description = beside(file, 'DSC')
    if (description) return { measurements: [], companionOf: description.name }
    throw new ReadError('This .DTA holds the numbers of an EPR spectrum; the .DSC of the same name that describes them is missing: copy it beside it.')
  }
  const parameters = parametersOf(decodeText(file.bytes).text)
  const data = beside(file, 'DTA')
  if (!data) throw new ReadError('This .DSC describes an EPR spectrum; the .DTA of the same name that holds its numbers is missing: copy it beside it.')
  return { measurements: [measurementOf(parameters, data.bytes)] }
}

function parametersOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of splitLines(text)) {
    const match = /^([A-Za-z][\w.]{0,30})(?:\t|\s{2,})(.*)$/.exec(line)
    if (match && !found.has(match[1]!)) found.set(match[1]!, match[2]!.trim().replace(/^'(.*)'$/, '$1'))
  }
  return found
}

function measurementOf(parameters: ReadonlyMap<string, string>, bytes: Uint8Array): Measurement {
  const number = (key: string): number => Number(parameters.get(key) ?? NaN)
  const points = number('XPTS')
  const size = sizes.get(parameters.get('IRFMT')?.split(',')[0]?.trim() ?? '')
  if (!Number.isInteger(points) || points < 2 || points > MOST_POINTS || !size) throw new ReadError('The .DSC does not say how many points of which kind the .DTA holds (XPTS, IRFMT); export the spectrum again from Xepr.')
  if ((parameters.get('XTYP') ?? 'IDX') !== 'IDX') throw new ReadError('The field axis is in a file of its own (XTYP IGD), which is not read; export the spectrum as ASCII from Xepr.')
  const isComplex = (parameters.get('IKKF') ?? 'REAL').startsWith('CPLX')
  const perSpectrum = points * (isComplex ? 2 : 1)
  const stored = Math.floor(bytes.length / size)
  const declared = Math.max(1, Number.isInteger(number('YPTS')) ? number('YPTS') : 1)
  const spectra = Math.min(declared, Math.floor(stored / perSpectrum))
  if (spectra < 1) throw new ReadError(`The .DTA holds ${stored} numbers, fewer than the ${perSpectrum} of one spectrum: it was cut off, copy it again.`)
  const values = numbersOf(bytes, parameters, size, spectra * perSpectrum)
  const [first, width] = [number('XMIN'), number('XWID')]
  const rows = spectra * points
  const axis = Float64Array.from({ length: rows }, (_, row) => first + ((row % points) * width) / (points - 1))
  const part = (offset: number): Float64Array => (isComplex ? Float64Array.from({ length: rows }, (_, row) => values[2 * row + offset]!) : values)
  const name = parameters.get('XNAM') || 'Field'
  const unit = parameters.get('XUNI') ?? ''
  const quantity: QuantityKind = /^(g|gauss|mt|t)$/i.test(unit) || /field/i.test(name) ? 'field' : /^(s|ns|us|µs)$/i.test(unit) ? 'time' : 'other'
  const columns: Column[] = [
    { name, quantity, unit, values: axis }, { name: parameters.get('IRNAM') || 'Intensity', quantity: 'intensity', unit: parameters.get('IRUNI') ?? '', values: part(0) },
    ...(isComplex ? [{ name: 'Imaginary part', quantity: 'other' as const, unit: parameters.get('IRUNI') ?? '', values: part(1) }] : []),
    ...(declared > 1 ? [{ name: parameters.get('YNAM') || 'second axis', quantity: 'other' as const, unit: parameters.get('YUNI') ?? '', values: Float64Array.from({ length: rows }, (_, row) => number('YMIN') + (Math.floor(row / points) * number('YWID')) / Math.max(1, declared - 1)) }] : [])
  ]
  const segments: Segment[] = spectra > 1 ? Array.from({ length: spectra }, (_, i) => ({ kind: 'spectrum', start: i * points, end: (i + 1) * points, label: String(i + 1) })) : []
  const settings: NamedValue[] = [...parameters].filter(([, value]) => value !== '').map(([key, value]) => ({ name: key, value }))
  const microwave = number('MWFQ')
  return {
    technique: 'EPR', title: '', columns, segments, settings, header: {}, startedAt: startOf(parameters), signConvention: null,
    facts: [...(microwave > 0 ? [{ name: 'microwaveFrequency_GHz', value: microwave / 1e9 }] : [])],
    warnings: spectra < declared ? [`The .DTA holds ${spectra} of the ${declared} spectra that the .DSC announces.`] : [], complete: spectra === declared
  }
}

function numbersOf(bytes: Uint8Array, parameters: ReadonlyMap<string, string>, size: number, count: number): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLittle = parameters.get('BSEQ') === 'LIT'
  const format = parameters.get('IRFMT')!.split(',')[0]!.trim()
  const at = format === 'D' ? (i: number) => view.getFloat64(i, isLittle) : format === 'F' ? (i: number) => view.getFloat32(i, isLittle) : format === 'I' ? (i: number) => view.getInt32(i, isLittle) : (i: number) => view.getInt16(i, isLittle)
  return Float64Array.from({ length: count }, (_, i) => at(i * size))
}

/** 'DATE 04/13/11' is mm/dd/yy in Xepr, whatever the PC's locale. */
function startOf(parameters: ReadonlyMap<string, string>): string | null {
  const date = /^(\d{2})\/(\d{2})\/(\d{2})$/.exec(parameters.get('DATE') ?? '')
  const time = /^\d{2}:\d{2}:\d{2}$/.exec(parameters.get('TIME') ?? '')
  return date && Number(date[1]) <= 12 ? `20${date[3]}-${date[1]}-${date[2]}${time ? `T${time[0]}` : ''}` : null
}

export const besThreeT: Reader = { id: 'bes3t', format: 'Bruker BES3T (.DSC with .DTA)', vendor: 'Bruker', recognises, read }

/**
 * Bruker BES3T (Xepr): NAME.DSC (text) describes NAME.DTA (raw numbers).
 * .DSC: layers '#DESC', '#SPL', '#DSL'; 'KEY<TAB>value' or 'KEY    value'. BSEQ BIG/LIT, IRFMT D/F/I/S, IKKF REAL/CPLX, XPTS, XMIN,
 * XWID, XUNI; MWFQ in Hz, MWPW in W. x = XMIN + k·XWID/(XPTS − 1).
 * Traps: the extension .DTA is Gamry's too; complex data hold two numbers a point and name both parts ('real','imaginary'); a second axis
 * (YPTS) makes a series of spectra; an axis may have its own file (besAxis.ts); EasySpin writes a comment line before the first layer.
 */
import type { Column, Measurement, NamedValue, Segment } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { axisOf } from './besAxis'
import { numbersIn, sizes } from './besNumbers'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { splitLines } from '../text/splitLines'

const descriptionMark = /^(?:\*[^\r\n]{0,200}[\r\n]{1,2}){0,5}#DESC\s+(?:(\d[\d.]{0,5})\b)?/
const markOf = (bytes: Uint8Array): RegExpExecArray | null => descriptionMark.exec(beginningText(bytes, 1200))
const companion = /\.(dta|[xy]gf)$/i
const MOST_POINTS = 50_000_000
const isBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 4096).includes(0)

function recognises({ name, bytes }: FileHead): Recognition | null {
  const description = markOf(bytes)
  if (description) return { confidence: 'certain', why: 'it begins with #DESC', ...(description[1] ? { version: `BES3T ${description[1]}` } : {}) }
  const extension = companion.exec(name)?.[1]?.toUpperCase()
  if (extension === undefined || bytes.length < 16) return null
  // A short axis may hold no zero byte, which every .DTA does.
  const isNumbers = extension === 'DTA' ? isBinary(bytes) : bytes.some((byte) => byte < 9 || byte > 126)
  return isNumbers ? { confidence: 'likely', why: `it is a binary .${extension}, which belongs to a .DSC of the same name` } : null
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
  if (!markOf(file.bytes)) {
    const description = beside(file, 'DSC')
    if (description) return { measurements: [], companionOf: description.name }
    throw new ReadError(/gf$/i.test(file.name) ? 'This file holds the axis of an EPR spectrum; the .DSC of the same name that describes it is missing: copy it beside it.' : 'This .DTA holds the numbers of an EPR spectrum; the .DSC of the same name that describes them is missing: copy it beside it.')
  }
  const parameters = parametersOf(decodeText(file.bytes).text)
  const data = beside(file, 'DTA')
  if (!data) throw new ReadError('This .DSC describes an EPR spectrum; the .DTA of the same name that holds its numbers is missing: copy it beside it.')
  const isXepr = beginningText(file.bytes, 8).startsWith('#DESC')
  return { measurements: [{ ...measurementOf(parameters, data.bytes, (extension) => beside(file, extension)?.bytes), startedAt: isXepr ? startOf(parameters) : null }] }
}

function parametersOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of splitLines(text)) {
    const match = /^([A-Za-z][\w.]{0,30})(?:\t|\s{2,})(.*)$/.exec(line)
    if (match && !found.has(match[1]!)) found.set(match[1]!, match[2]!.trim())
  }
  return found
}

/** What stands between quotes; of complex data both parts have a name ("'signal','imaginary'"). */
const quoted = (value: string | undefined, part: number): string => {
  const parts = (value ?? '').split(/,(?=')/).map((text) => text.trim().replace(/^'(.*)'$/, '$1').trim())
  return parts[part] ?? ''
}

function measurementOf(parameters: ReadonlyMap<string, string>, bytes: Uint8Array, file: (extension: string) => Uint8Array | undefined): Measurement {
  const number = (key: string): number => Number(parameters.get(key) ?? NaN)
  const points = number('XPTS')
  const size = sizes.get(parameters.get('IRFMT')?.split(',')[0]?.trim() ?? '')
  if (!Number.isInteger(points) || points < 2 || points > MOST_POINTS || !size) throw new ReadError('The .DSC does not say how many points of which kind the .DTA holds (XPTS, IRFMT); export the spectrum again from Xepr.')
  const isComplex = (parameters.get('IKKF') ?? 'REAL').startsWith('CPLX')
  const perSpectrum = points * (isComplex ? 2 : 1)
  const stored = Math.floor(bytes.length / size)
  const declared = Math.max(1, Number.isInteger(number('YPTS')) ? number('YPTS') : 1)
  const spectra = Math.min(declared, Math.floor(stored / perSpectrum))
  if (spectra < 1) throw new ReadError(`The .DTA holds ${stored} numbers, fewer than the ${perSpectrum} of one spectrum: it was cut off, copy it again.`)
  const values = numbersIn(bytes, parameters.get('IRFMT')!.split(',')[0]!.trim(), parameters.get('BSEQ') === 'LIT', spectra * perSpectrum)
  const rows = spectra * points
  const x = axisOf({ parameters, letter: 'X', points, beside: file })
  const axis = Float64Array.from({ length: rows }, (_, row) => x[row % points]!)
  const second = declared > 1 ? axisOf({ parameters, letter: 'Y', points: declared, beside: file }) : null
  const part = (offset: number): Float64Array => (isComplex ? Float64Array.from({ length: rows }, (_, row) => values[2 * row + offset]!) : values)
  const text = (key: string, place = 0): string => quoted(parameters.get(key), place)
  const unit = text('XUNI')
  const byUnit = /^(g|gauss|mt|t)$/i.test(unit) ? 'Field' : /^(s|ms|ns|us|µs)$/i.test(unit) ? 'Time' : /^[kmg]?hz$/i.test(unit) ? 'Frequency' : 'first axis'
  const name = text('XNAM') || byUnit
  const quantity: QuantityKind = byUnit === 'Field' || /field/i.test(name) ? 'field' : byUnit === 'Time' ? 'time' : byUnit === 'Frequency' ? 'frequency' : 'other'
  const columns: Column[] = [
    { name, quantity, unit, values: axis }, { name: text('IRNAM') || 'Intensity', quantity: 'intensity', unit: text('IRUNI'), values: part(0) },
    ...(isComplex ? [{ name: 'Imaginary part', quantity: 'other' as const, unit: text('IRUNI', 1), values: part(1) }] : []),
    ...(second ? [{ name: text('YNAM') || 'second axis', quantity: 'other' as const, unit: text('YUNI'), values: Float64Array.from({ length: rows }, (_, row) => second[Math.floor(row / points)]!) }] : [])
  ]
  const segments: Segment[] = spectra > 1 ? Array.from({ length: spectra }, (_, i) => ({ kind: 'spectrum', start: i * points, end: (i + 1) * points, label: second ? `${text('YNAM') || 'second axis'} ${Number(second[i]!.toPrecision(6))}${text('YUNI') === '' ? '' : ` ${text('YUNI')}`}` : String(i + 1) })) : []
  const settings: NamedValue[] = [...parameters].filter(([, value]) => value !== '').map(([key, value]) => ({ name: key, value: value.replace(/^'([^']*)'$/, '$1') }))
  const microwave = number('MWFQ')
  return {
    technique: 'EPR', title: '', columns, segments, settings, header: {}, startedAt: null, signConvention: null,
    facts: [...(microwave > 0 ? [{ name: 'microwaveFrequency_GHz', value: microwave / 1e9 }] : [])],
    warnings: (number('ZPTS') > 1 ? ['The data have a third axis (ZPTS); only their first plane is read.'] : []).concat(spectra < declared ? [`The .DTA holds ${spectra} of the ${declared} spectra that the .DSC announces.`] : []), complete: spectra === declared
  }
}

/** 'DATE 04/13/11' is mm/dd/yy in Xepr, whatever the PC's locale; EasySpin writes dd/mm/yy. */
function startOf(parameters: ReadonlyMap<string, string>): string | null {
  const date = /^(\d{2})\/(\d{2})\/(\d{2})$/.exec(parameters.get('DATE') ?? '')
  const time = /^\d{2}:\d{2}:\d{2}$/.exec(parameters.get('TIME') ?? '')
  return date && Number(date[1]) <= 12 ? `20${date[3]}-${date[1]}-${date[2]}${time ? `T${time[0]}` : ''}` : null
}

export const besThreeT: Reader = { id: 'bes3t', format: 'Bruker BES3T (.DSC with .DTA)', vendor: 'Bruker', recognises, read }

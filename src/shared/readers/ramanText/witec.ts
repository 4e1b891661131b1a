/**
 * WITec Project ASCII table (.txt): '//Exported ASCII-File', '[Header]', lines 'key = value', '[Data]', the names 'X-Axis,…', in some
 * versions a row of units, then rows of x and one column for each spectrum, with commas or tabs between.
 * Traps: XAxisUnit is what was shown (nm, 1/cm, 'rel. 1/cm' is the Raman shift) and nothing states the laser; SizeGraph is the number of
 * points; an exported image or the header of a three-file export begins with the same line.
 */
import { repeated, type Column, type Measurement, type NamedValue } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError } from '../reader'
import { decodeText } from '../text/decodeText'
import { scanTable } from '../text/scanTable'
import { nextLine } from '../text/startOfText'
import { plain, settingOf, type RamanDialect } from './ramanDialect'

const MOST_SPECTRA = 100_000
/** The names of a map of some ten thousand spectra. */
const longestLine = 8_000_000
const units = new Map<string, readonly [string, string, QuantityKind]>([
  ['rel. 1/cm', ['Raman shift', 'cm-1', 'wavenumber']], ['1/cm', ['Wavenumber', 'cm-1', 'wavenumber']], ['nm', ['Wavelength', 'nm', 'wavelength']], ['µm', ['Wavelength', 'µm', 'wavelength']], ['eV', ['Energy', 'eV', 'energy']]
])
const cellsOf = (line: string): string[] => line.split(line.includes('\t') ? '\t' : ',').map((cell) => cell.trim().replace(/^"|"$/g, ''))

interface Start { readonly settings: readonly NamedValue[]; readonly names: readonly string[]; readonly unitsBelow: readonly string[]; readonly at: number }

function startOf(bytes: Uint8Array): Start {
  const settings: NamedValue[] = []
  let [at, isData] = [0, false]
  const take = (): string => {
    const line = decodeText(bytes.subarray(at, Math.min(nextLine(bytes, at), at + longestLine))).text.trim()
    at = nextLine(bytes, at)
    return line
  }
  for (let i = 0; i < 500 && at < bytes.length && !isData; i += 1) {
    const line = take()
    const entry = /^([^=]{1,80}?)\s*=\s*(.+)$/.exec(line)
    if (entry) settings.push({ name: entry[1]!, value: entry[2]! })
    isData = line === '[Data]'
  }
  const names = cellsOf(at < bytes.length ? take() : '')
  if (!isData || names[0] !== 'X-Axis' || names.length < 2) throw new ReadError('No table of spectra follows the header ([Data] and X-Axis): the file was cut off, or it is an image or one of several files; export the spectra as one table from WITec Project.')
  if (names.length > MOST_SPECTRA || names.lastIndexOf('X-Axis') > 0) throw new ReadError('The table holds several axes or more spectra than 100 000; export one graph at a time from WITec Project.')
  const below = at
  const unitsBelow = cellsOf(take())
  // '1/cm' begins with a digit and is no number.
  const isUnits = !/^[-+.,\deE]+(?:\s|$)/.test(unitsBelow[0]!)
  return { settings, names, unitsBelow: isUnits ? unitsBelow : [], at: isUnits ? at : below }
}

/** Cells of the first row. */
const widthAt = (bytes: Uint8Array, at: number, decimal: '.' | ','): number =>
  decodeText(bytes.subarray(at, Math.min(nextLine(bytes, at), at + longestLine))).text.split(decimal === ',' ? /\s+/ : /[\s,]+/).filter((cell) => cell !== '').length

function read({ bytes }: Parameters<RamanDialect['read']>[0]): readonly Measurement[] {
  const { settings, names, unitsBelow, at } = startOf(bytes)
  const sample = decodeText(bytes.subarray(at, at + 4096)).text
  const decimal = /\d,\d/.test(sample) && !/\d\.\d/.test(sample) ? ',' : '.'
  const width = widthAt(bytes, at, decimal)
  if (width > MOST_SPECTRA) throw new ReadError('A row of the table holds more than 100 000 numbers; export the spectra in parts from WITec Project.')
  const table = scanTable(bytes, at, { width, separator: 'loose', decimal })
  const { rows } = table
  if (rows === 0 || width < 2) throw new ReadError('No row of numbers follows [Data]; the file was cut off, export it again from WITec Project.')
  const spectra = width - 1
  // A name with a comma in it gives a name too many.
  const label = (i: number): string => (names.length === width && names[i + 1] !== '' ? names[i + 1]! : String(i + 1))
  const stated = settingOf(settings, 'XAxisUnit') || (unitsBelow[0] ?? '')
  const [name, unit, quantity] = units.get(stated.replace('μ', 'µ')) ?? ['X-Axis', stated, 'other' as const]
  const intensities = new Float64Array(rows * spectra)
  for (let i = 0; i < spectra; i += 1) intensities.set(table.columns[i + 1]!, i * rows)
  const columns: Column[] = [
    { name, unit, quantity, values: table.columns[0]!, ...repeated('column', spectra) },
    { name: 'Intensity', unit: settingOf(settings, 'DataUnit') || (unitsBelow[1] ?? ''), quantity: 'intensity', values: intensities }
  ]
  const announced = Number(settingOf(settings, 'SizeGraph'))
  const isShort = rows < announced
  const rest = decodeText(bytes.subarray(table.end, table.end + 4096)).text.trim() !== '' && !table.isCutOff
  return [{
    ...plain, title: settingOf(settings, 'GraphName'), settings, columns, facts: [{ name: 'spectra', value: spectra }],
    segments: spectra > 1 ? Array.from({ length: spectra }, (_, i) => ({ kind: 'spectrum', start: i * rows, end: (i + 1) * rows, label: label(i) })) : [],
    warnings: [
      ...(isShort ? [`The file holds ${rows} of ${announced} points: it was cut off, export it again.`] : []), ...(rest ? [`Something that is no row of numbers stands behind row ${rows}; it was left out.`] : []),
      ...(table.damaged + table.uneven > 0 ? [`${table.damaged + table.uneven} cells or rows are no numbers; they are left empty.`] : [])
    ],
    complete: !isShort && !rest && !table.isCutOff
  }]
}

export const witec: RamanDialect = {
  recognises: (beginning) => (/^\/\/Exported ASCII-File\s+\[Header\]\s/.test(beginning) && /^(?:SizeGraph|XAxisUnit)\s*=/m.test(beginning.slice(0, 8192)) ? { confidence: 'certain', why: 'it begins with //Exported ASCII-File of WITec and holds a graph', version: 'WITec ASCII' } : null),
  read
}

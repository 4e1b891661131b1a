/**
 * Horiba LabSpec 6 XML export (.xml, JobinYvon).
 * LSX_Data holds an LSX_Tree (what is known) and an LSX_Matrix (LSX_Row: one spectrum each). An element of the tree is an LSX whose ID, four
 * letters as a number, says what it is (ids below). Axis 0 is the intensity, 1 the spectral axis, 2, 3 … the places of a line, map or series:
 * the rows run through axis 2 first, then through axis 3.
 * Traps: x usually falls; the unit of the axis is what was shown (1/cm is the Raman shift, '1/cm abs' is not); a setting has the text shown
 * and beside it the exact number (laser '633 ' and 632.817); the laser of the settings may be another than the one used: no shift is computed.
 */
import { repeated, type Column, type Measurement, type NamedValue } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { numberList } from '../xml/numberList'
import { childrenOf, xmlTree, type XmlElement } from '../xml/xmlTree'
import { ids, part, partText, settingsOf, valueOf } from './lsxTree'

const MOST_NUMBERS = 60_000_000
const mostPlaceAxes = 4
const spectralUnits = new Map<string, readonly [string, string, QuantityKind]>([
  ['1/cm', ['Raman shift', 'cm-1', 'wavenumber']], ['1/cm abs', ['Wavenumber', 'cm-1', 'wavenumber']], ['nm', ['Wavelength', 'nm', 'wavelength']], ['eV', ['Energy', 'eV', 'energy']]
])

function recognises({ bytes }: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(bytes), 2048)
  return /^\s*(?:<\?xml[^>]{0,200}>\s*)?<LSX_Data[\s>]/.test(text) ? { confidence: 'certain', why: 'its root element is LSX_Data of LabSpec', version: 'LabSpec 6' } : null
}

function read(file: ReadableFile): ReadResult {
  const { root, problem } = xmlTree(decodeText(asSingleBytes(file.bytes)).text)
  if (root?.name !== 'LSX_Data') throw new ReadError('The file is no LabSpec document inside (no element LSX_Data); export it again from LabSpec as XML.')
  const measurements: Measurement[] = []
  let tree: XmlElement | null = null
  for (const element of root.children) {
    if (element.name === 'LSX_Tree') tree = element
    if (element.name !== 'LSX_Matrix' || !tree) continue
    const found = measurementOf(tree, element)
    if (found) measurements.push(found)
    tree = null
  }
  if (measurements.length === 0)
    throw new ReadError(problem === null ? 'The LabSpec file holds no spectrum (LSX_Matrix with LSX_Row); export it again from LabSpec.' : 'The LabSpec file is damaged or ends before its first spectrum is complete; export it again.')
  const cut = 'The LabSpec file is damaged or cut off behind what was read; export it again.'
  const last = measurements.length - 1
  return { measurements: problem === null ? measurements : measurements.map((one, i) => (i === last && one.complete ? { ...one, complete: false, warnings: [...one.warnings, cut] } : one)) }
}

interface Axis { readonly name: string; readonly unit: string; readonly values: Float64Array }

function axisOf(element: XmlElement | undefined): Axis | null {
  const list = part(element, ids.axisValues)
  // The display name is that of the axis the stage was turned from ('XA', shown as 'X').
  return list?.isClosed ? { name: partText(element, ids.shownName) || partText(element, ids.type), unit: partText(element, ids.unit), values: numberList(list.text).values } : null
}

interface Rows { readonly spectra: readonly Float64Array[]; /** Which row of the matrix each is. */ readonly order: readonly number[]; readonly left: number; readonly damaged: number; readonly isCut: boolean }

/** Whole spectra; of a single one that was cut off, as much as is there. */
function rowsOf(matrix: XmlElement, points: number): Rows {
  const rows = childrenOf(matrix, 'LSX_Row')
  if (rows.length * points > MOST_NUMBERS) throw new ReadError('The map holds more than 60 million numbers; export it in parts.')
  let damaged = 0
  const lists = rows.map((row) => {
    const { values, damaged: words } = numberList(row.text)
    damaged += words
    // The last number of a row without its end may be the beginning of a longer one.
    return row.isClosed ? values : values.subarray(0, Math.max(0, values.length - 1))
  })
  if (lists.some((values) => values.length > points)) throw new ReadError(`A spectrum holds more numbers than its axis (${points}); the file is damaged, export it again.`)
  const order = lists.flatMap((values, i) => (values.length === points ? [i] : []))
  if (order.length > 0) return { spectra: order.map((i) => lists[i]!), order, left: lists.length - order.length, damaged, isCut: order.length < lists.length || !matrix.isClosed }
  return { spectra: lists.length === 1 && lists[0]!.length > 1 ? lists : [], order: [0], left: 0, damaged, isCut: true }
}

function measurementOf(tree: XmlElement, matrix: XmlElement): Measurement | null {
  const axes = part(part(tree, ids.data), ids.axes)
  const spectral = axisOf(part(axes, ids.axis(1)))
  if (!spectral || spectral.values.length < 2) throw new ReadError('The spectral axis is missing in the LabSpec file; export it again from LabSpec as XML.')
  const { spectra, order, left, damaged, isCut } = rowsOf(matrix, spectral.values.length)
  const first = spectra[0]
  if (!first) return null
  const points = first.length
  const places = Array.from({ length: mostPlaceAxes }, (_, i) => axisOf(part(axes, ids.axis(i + 2)))).filter((axis) => axis !== null && axis.values.length > 0) as Axis[]
  const expected = places.reduce((product, { values }) => product * values.length, 1)
  const isSeries = expected > 1 || spectra.length > 1
  const isPlaced = isSeries && spectra.length + left <= expected
  const moving = places.filter(({ values }) => values.length > 1)
  const at = placesOf(places, order)
  const stated = settingsOf(tree)
  const intensity = part(axes, ids.axis(0))
  const [name, unit, quantity] = spectralUnits.get(spectral.unit) ?? [spectral.name === '' ? 'X' : spectral.name, spectral.unit, 'other' as const]
  const label = (i: number): string => (isPlaced && moving.length > 0 ? moving.map((axis) => `${axis.name} ${at[places.indexOf(axis)]![i]!} ${axis.unit}`.trim()).join(', ') : String(i + 1))
  return {
    technique: 'RAMAN', title: partText(tree, ids.title), header: {}, startedAt: startOf(stated.settings), signConvention: null,
    columns: [
      { name, unit, quantity, values: spectral.values.slice(0, points), ...repeated('column', spectra.length) },
      { name: 'Intensity', unit: partText(intensity, ids.unit), quantity: 'intensity', values: joined(spectra, points) },
      ...(isPlaced ? places : []).map((axis, i): Column => ({ name: axis.name, unit: axis.unit, quantity: quantityOf(axis), values: at[i]!, ...repeated('value', points) }))
    ],
    segments: isSeries ? spectra.map((_, i) => ({ kind: 'spectrum', start: i * points, end: (i + 1) * points, label: label(i) })) : [],
    settings: stated.settings,
    facts: [{ name: 'measurement', value: moving.length > 1 ? 'map' : isSeries ? 'series' : 'single' }, { name: 'spectra', value: spectra.length }, ...(stated.laser_nm > 0 ? [{ name: 'laser_nm', value: stated.laser_nm }] : [])],
    warnings: [
      ...(points < spectral.values.length ? [`The spectrum holds ${points} of ${spectral.values.length} points: the file was cut off.`] : []),
      ...(spectra.length < expected ? [`The file holds ${spectra.length} of ${expected} spectra: it was cut off or the measurement was stopped.`] : left > 0 ? [`${left} spectra are not complete; they were left out.`] : []),
      ...(isSeries && !isPlaced ? ['The spectra do not fit to the places that the file states; they are numbered only.'] : []),
      ...(damaged > 0 ? [`${damaged} cells are no numbers; they are left empty.`] : [])
    ],
    complete: !isCut && spectra.length >= expected
  }
}

/** The value of each place axis for every spectrum: the first axis runs fastest. */
function placesOf(places: readonly Axis[], order: readonly number[]): Float64Array[] {
  let every = 1
  return places.map(({ values }) => {
    const step = every
    every *= values.length
    return Float64Array.from(order, (row) => values[Math.floor(row / step) % values.length]!)
  })
}

function joined(spectra: readonly Float64Array[], points: number): Float64Array {
  const values = new Float64Array(spectra.length * points)
  spectra.forEach((spectrum, i) => values.set(spectrum, i * points))
  return values
}


const quantityOf = ({ name }: Axis): QuantityKind => (/time/i.test(name) ? 'time' : /potential|voltage/i.test(name) ? 'potential' : /temperature/i.test(name) ? 'temperature' : 'other')

/** 'Acquired', 19.08.2022 09:20:51, is day first as in the text export. */
function startOf(settings: readonly NamedValue[]): string | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{1,2}:\d{2}:\d{2})$/.exec(String(valueOf(settings, 'Acquired')))
  return match && Number(match[2]) <= 12 ? `${match[3]}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}T${match[4]!.padStart(8, '0')}` : null
}

export const labSpecXml: Reader = { id: 'labspec-xml', format: 'LabSpec 6 XML (.xml)', vendor: 'Horiba', recognises, read }

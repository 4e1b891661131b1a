/**
 * Magnettech (Freiberg Instruments, Bruker) ESR5000, MS-5000: .xml of ESRStudio.
 * ESRXmlFile / Data / Measurement (MwFreq in GHz, Temperature, QFactor …) with Recipe / Parameters / Param (Name, Unit) and DataCurves /
 * Curve (YType, XOffset, XSlope, numbers in curves.ts). The spectrum is MW_Absorption, already filtered and phased out of its sinus and cosinus.
 * Traps: the field (BField) is a curve of its own, sampled at other moments, uneven, and ends some points before the spectrum; Bfrom and
 * Bto are what was asked for; Accumulations is what was asked for, too: each scan has a file beside that of their mean ('_result'); files
 * of ESRStudio 1.52 state no units of their parameters; other curves are of another sampling, but for that of the second harmonic.
 */
import type { Column, Measurement, NamedValue } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { childrenOf, elementAt, xmlTree, type XmlElement } from '../xml/xmlTree'
import { curveOf, fieldAt, isOfSameSampling, kindOf, type Curve } from './curves'

const MOST_BYTES = 200_000_000
/** Share of points without a field from which on more than the usual last readings are missing. */
const MANY = 0.05
const SPECTRUM = 'MW_Absorption'
const FIELD = 'BField'

function recognises({ bytes }: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(bytes), 8192)
  const root = /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<ESRXmlFile(?:\s+Version="([\w.]{1,20})")?[\s>]/.exec(text)
  if (!root) return null
  const program = /\sSWV="(ESRStudio [\w.]{1,20})"/.exec(text)?.[1]
  return { confidence: 'certain', why: 'its root element is ESRXmlFile', version: program ?? `ESRXmlFile ${root[1] ?? ''}`.trim() }
}

function read({ bytes }: ReadableFile): ReadResult {
  if (bytes.length > MOST_BYTES) throw new ReadError('The XML file is larger than 200 MB; export the spectra one by one.')
  const { root, problem } = xmlTree(decodeText(asSingleBytes(bytes)).text)
  if (root?.name !== 'ESRXmlFile') throw new ReadError('The file is no EPR measurement of ESRStudio inside (no element ESRXmlFile); copy it again from the spectrometer.')
  const measurements = childrenOf(elementAt(root, 'Data'), 'Measurement').flatMap((element) => measurementOf(element) ?? [])
  if (measurements.length === 0) {
    throw new ReadError(problem === null ? 'The file of ESRStudio holds no spectrum (a curve MW_Absorption with points); export the measurement again.'
      : 'The file of ESRStudio ends or is damaged before the first point of its spectrum; copy it again.')
  }
  const cut = 'The file is damaged or cut off behind what was read; copy it again.'
  const last = measurements.length - 1
  return { measurements: problem === null ? measurements : measurements.map((one, i) => (i === last && one.complete ? { ...one, complete: false, warnings: [...one.warnings, cut] } : one)) }
}

function measurementOf(element: XmlElement): Measurement | null {
  const curves = childrenOf(elementAt(element, 'DataCurves'), 'Curve')
  // A curve may stand there twice, as read (Raw, often empty) and as it was made ready (Pre).
  const ofKind = (kind: string): XmlElement | undefined => {
    const all = curves.filter((curve) => kindOf(curve) === kind)
    return all.find((curve) => curve.text.trim() !== '' && curve.attributes.get('Mode') !== 'Raw') ?? all.find((curve) => curve.text.trim() !== '') ?? all[0]
  }
  const own = ofKind(SPECTRUM) ?? ofKind(element.attributes.get('YDatasource') ?? '')
  if (!own || own.text.trim() === '') return null
  const spectrum = curveOf(own)
  if (spectrum.values.length === 0) return null
  const beside = curves.filter((curve) => curve !== own && kindOf(curve) !== FIELD && curve.text.trim() !== '')
  // A cut curve has the same beginning; a whole one of another length is of another sampling.
  const extra = beside.filter((curve) => isOfSameSampling(curve, own)).map(curveOf).filter(({ values, isWhole }) => values.length === spectrum.values.length || !isWhole)
  const left = beside.filter((curve) => !extra.some(({ kind }) => kind === kindOf(curve))).map((curve) => curve.attributes.get('Name') || kindOf(curve))
  const { columns, facts, warnings } = tableOf(element, spectrum, extra, ofKind(FIELD))
  const isWhole = [spectrum, ...extra].every((curve) => curve.isWhole)
  return {
    technique: 'EPR', title: element.attributes.get('Name')?.trim() ?? '', columns, segments: [], header: {}, startedAt: startOf(element.attributes.get('Timestamp') ?? ''), signConvention: null,
    settings: [...settingsOf(element), ...(left.length > 0 ? [{ name: 'Curves of another sampling, not read', value: left.join(', ') }] : [])],
    facts: [...factsOf(element), ...facts], warnings: [...warnings, ...(isWhole ? [] : ['A curve breaks off: the file was cut off or damaged, and the last points are missing; copy it again.'])], complete: isWhole
  }
}

interface Table { readonly columns: readonly Column[]; readonly facts: readonly NamedValue[]; readonly warnings: readonly string[] }

function tableOf(element: XmlElement, spectrum: Curve, extra: readonly Curve[], fieldElement: XmlElement | undefined): Table {
  const part = (curve: Curve, from: number, to: number): Float64Array => Float64Array.from({ length: to - from }, (_, i) => curve.values[from + i] ?? NaN)
  const signals = (from: number, to: number): Column[] => [spectrum, ...extra].map((curve) => ({ name: curve.name, quantity: curve === spectrum ? 'intensity' : 'other', unit: curve.unit, values: part(curve, from, to) }))
  const over = element.attributes.get('XDatasource') ?? FIELD
  if (over !== FIELD) {
    const time = Float64Array.from(spectrum.values, (_, i) => spectrum.offset + i * spectrum.slope)
    return { columns: [{ name: 'Time', quantity: 'time', unit: spectrum.clock, values: time }, ...signals(0, time.length)], facts: [], warnings: [`This measurement is not over the field but over ${over.slice(0, 40) || 'something that it does not name'}; it is given over time.`] }
  }
  const field = fieldElement && curveOf(fieldElement)
  if (!field || field.values.length < 2) throw new ReadError('The file holds a spectrum but no readings of its field (curve BField); export the measurement again from ESRStudio.')
  if (field.clock !== spectrum.clock) throw new ReadError(`The field is recorded over "${field.clock}" and the spectrum over "${spectrum.clock}", so that no field can be given to its points; export the measurement again.`)
  const { field: values, from, to } = fieldAt(field, spectrum)
  if (to === from) throw new ReadError('No point of the spectrum was taken while the field was read, so that it has no field axis; export the measurement again from ESRStudio.')
  const without = spectrum.values.length - (to - from)
  return {
    columns: [{ name: field.name, quantity: 'field', unit: field.unit, values }, ...signals(from, to)],
    facts: without > 0 ? [{ name: 'pointsWithoutField', value: without }] : [],
    warnings: without > MANY * spectrum.values.length ? [`${without} of ${spectrum.values.length} points were taken before the first or after the last reading of the field; they are left out.`] : []
  }
}

const valueOf = (text: string): string | number => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text)
const wordsOf = (text: string): string => text.replace(/\s+/g, ' ').trim()
const named = (name: string, text: string, isWord = false): NamedValue[] => (wordsOf(text) === '' || /^NaN$/i.test(text.trim()) ? [] : [{ name, value: isWord ? wordsOf(text) : valueOf(wordsOf(text)) }])

const paramsOf = (element: XmlElement): readonly XmlElement[] => childrenOf(elementAt(element, 'Recipe', 'Parameters'), 'Param')

/** What was measured, then what was asked for, whose unit goes behind its name. */
function settingsOf(element: XmlElement): NamedValue[] {
  const isWord = (name: string): boolean => /^(Name|Device|FWV|SWV|Timestamp|Author)$/.test(name)
  const recipe = elementAt(element, 'Recipe')
  return [
    ...[...element.attributes].flatMap(([name, text]) => named(name, text, isWord(name))), ...[...(recipe?.attributes ?? [])].flatMap(([name, text]) => named(`Recipe ${name}`, text, isWord(name))),
    ...paramsOf(element).flatMap((param) => {
      const [name, unit] = [param.attributes.get('Name') ?? '', param.attributes.get('Unit') ?? '']
      return name === '' ? [] : named(unit === '' ? name : `${name} (${unit})`, param.text)
    })
  ]
}

function factsOf(element: XmlElement): NamedValue[] {
  const params = paramsOf(element)
  const inUnit = (name: string, unit: string): number => Number.parseFloat(params.find(({ attributes }) => attributes.get('Name') === name && attributes.get('Unit') === unit)?.text ?? '')
  const facts = [['microwaveFrequency_GHz', Number.parseFloat(element.attributes.get('MwFreq') ?? '')], ['microwavePower_mW', inUnit('MicrowavePower', 'mW')], ['modulationAmplitude_mT', inUnit('Modulation', 'mT')]] as const
  return facts.flatMap(([name, value]) => (value > 0 && Number.isFinite(value) ? [{ name, value }] : []))
}

/** With the zone of the spectrometer's clock; ESRStudio writes seven decimals of the second. */
function startOf(text: string): string | null {
  const match = /^(\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d)(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/.exec(text.trim())
  return match ? `${match[1]}${match[2] ?? ''}` : null
}

export const magnettechXml: Reader = { id: 'magnettech-xml', format: 'Magnettech ESR5000 (.xml)', vendor: 'Bruker, Freiberg Instruments', recognises, read }

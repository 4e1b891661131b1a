/**
 * PANalytical XRDML (.xrdml, XML).
 * xrdMeasurements / xrdMeasurement with sample, usedWavelength, incidentBeamPath and one or more scans. A scan's positions are a range
 * (start, end), a list, or common to all its points; its intensities (1.5, 1.6) or counts (2.x, times the attenuation factors) are one
 * text of numbers.
 * Traps: wavelength and anode are never assumed; a grazing scan keeps Omega; a cut file has no angles, because a range tells only its ends.
 */
import type { Column, Measurement, NamedValue, Segment } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { asSingleBytes } from '../text/asSingleBytes'
import { beginningText } from '../text/beginningText'
import { decodeText } from '../text/decodeText'
import { descendants, childrenOf, elementAt, numberAt, textAt, xmlTree, type XmlElement } from '../xml/xmlTree'
import { xrdmlScan, type XrdmlScan } from './xrdmlScan'

function recognises(head: FileHead): Recognition | null {
  const text = beginningText(asSingleBytes(head.bytes), 4096)
  if (!/^\s*<[?!x]/.test(text) || !/<(?:\w{1,20}:)?xrdMeasurements[\s>]/.test(text)) return null
  return { confidence: 'certain', why: 'its root element is xrdMeasurements', version: /XRDMeasurement\/(\d{1,2}\.\d{1,2})/.exec(text)?.[1] ?? '' }
}

function read(file: ReadableFile): ReadResult {
  const { root, problem } = xmlTree(decodeText(asSingleBytes(file.bytes)).text)
  if (root?.name !== 'xrdMeasurements')
    throw new ReadError('The file is no XRDML document inside (no element xrdMeasurements); copy it again from the diffractometer.')
  const measurements = childrenOf(root, 'xrdMeasurement').flatMap((element) => measurementsOf(element, root))
  if (measurements.length === 0) {
    throw new ReadError(problem === null ? 'The XRDML file holds no scan with intensities.'
      : 'The XRDML file ends or is damaged before the end of its first scan, so that its angles are unknown; copy it again.')
  }
  const last = measurements.length - 1
  const cut = 'The XRDML file is damaged or cut off behind the scans that were read; copy it again.'
  return { measurements: problem === null ? measurements
    : measurements.map((one, i) => (i === last ? { ...one, complete: false, warnings: [...one.warnings, cut] } : one)) }
}

function measurementsOf(element: XmlElement, root: XmlElement): Measurement[] {
  const scans = childrenOf(element, 'scan').flatMap((scan) => xrdmlScan(scan) ?? [])
  const names = new Set(scans.map(({ columns }) => columns.map(({ name }) => name).join('\n')))
  const groups = scans.length > 1 && names.size === 1 ? [scans] : scans.map((scan) => [scan])
  return groups.map((group, i) => measurementOf(group, element, root, groups.length > 1 ? `Scan ${i + 1}` : ''))
}

function measurementOf(scans: readonly XrdmlScan[], element: XmlElement, root: XmlElement, title: string): Measurement {
  const first = scans[0]!
  const { columns, segments } = joined(scans)
  const sample = textAt(root, 'sample', 'name') || textAt(root, 'sample', 'id')
  const comments = [root, element].flatMap((owner) => childrenOf(elementAt(owner, 'comment'), 'entry')).map((entry) =>
    entry.text.trim()).filter((entry) => entry !== '')
  const fixed = first.fixed.map(({ name, unit, value }) => ({ name: `${name} (${unit})`, value }))
  return {
    technique: 'XRD', title: title || sample, columns, segments,
    settings: [...(sample === '' ? [] : [{ name: 'Sample', value: sample }]), ...first.settings, ...fixed, ...tubeSettings(element),
      ...comments.map((value, i) => ({ name: `Comment ${i + 1}`, value }))],
    facts: factsOf(element, first, scans.length), header: {}, startedAt: first.startedAt, signConvention: null,
    warnings: [...new Set(scans.flatMap(({ warnings }) => warnings))], complete: scans.every(({ isWhole }) => isWhole)
  }
}

/** Repeated scans and maps: one below the other, with the axes that change from scan to scan in front. */
function joined(scans: readonly XrdmlScan[]): { columns: Column[]; segments: Segment[] } {
  const first = scans[0]!
  if (scans.length === 1) return { columns: [...first.columns], segments: [] }
  const lengths = scans.map(({ columns }) => columns[0]!.values.length)
  const starts: number[] = []
  let total = 0
  for (const length of lengths) {
    starts.push(total)
    total += length
  }
  const valueOf = (scan: XrdmlScan, name: string): number => scan.fixed.find((axis) => axis.name === name)?.value ?? NaN
  const varying = first.fixed.filter(({ name, value }) => scans.some((scan) => valueOf(scan, name) !== value))
  const coordinates = varying.map(({ name, unit }): Column => {
    const values = new Float64Array(total)
    scans.forEach((scan, i) => values.fill(valueOf(scan, name), starts[i], starts[i]! + lengths[i]!))
    return { name, unit, quantity: 'other', values }
  })
  const columns = first.columns.map((column, c): Column => {
    const values = new Float64Array(total)
    scans.forEach((scan, i) => values.set(scan.columns[c]!.values, starts[i]))
    return { ...column, values }
  })
  const segments = scans.map((scan, i): Segment => ({
    kind: 'spectrum', start: starts[i]!, end: starts[i]! + lengths[i]!,
      label: varying.map(({ name, unit }) => `${name} = ${valueOf(scan, name)} ${unit}`).join(', ') || `scan ${i + 1}`
  }))
  return { columns: [...coordinates, ...columns], segments }
}

function factsOf(element: XmlElement, scan: XrdmlScan, count: number): NamedValue[] {
  const wavelength = elementAt(element, 'usedWavelength')
  const tube = descendants(elementAt(element, 'incidentBeamPath'), 'xRayTube')[0]
  // A unit other than Ångström is left in the settings alone.
  const lambda = (name: string): number =>
    (/^ang/i.test(elementAt(wavelength, name)?.attributes.get('unit') ?? '') ? numberAt(wavelength, name) : NaN)
  const intended = wavelength?.attributes.get('intended') ?? ''
  const facts: readonly (readonly [string, number | string])[] = [
    ['wavelengthAlpha1_A', lambda('kAlpha1')], ['wavelengthAlpha2_A', lambda('kAlpha2')], ['betaWavelength_A', lambda('kBeta')],
      ['kAlphaRatio', numberAt(wavelength, 'ratioKAlpha2KAlpha1')],
    ['intendedWavelength', intended], ['anode', textAt(tube, 'anodeMaterial')], ['timePerStep_s', scan.countingTime_s],
      ['scans', count > 1 ? count : NaN]
  ]
  return facts.flatMap(([name, value]) => (value === '' || Number.isNaN(value) ? [] : [{ name, value }]))
}

function tubeSettings(element: XmlElement): NamedValue[] {
  const tube = descendants(elementAt(element, 'incidentBeamPath'), 'xRayTube')[0]
  return ['tension', 'current'].flatMap((name) => {
    const value = numberAt(tube, name)
    return Number.isNaN(value) ? [] : [{ name: `Tube ${name} (${elementAt(tube, name)?.attributes.get('unit') ?? ''})`, value }]
  })
}

export const xrdml: Reader = { id: 'xrdml', format: 'PANalytical XRDML (.xrdml)', vendor: 'Malvern Panalytical', recognises, read }

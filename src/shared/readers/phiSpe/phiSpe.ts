/**
 * PHI (ULVAC-PHI) SmartSoft, Compass, MultiPak: XPS spectra (.spe) and depth profiles (.pro), one measurement a region.
 * Text from 'SOFH' to 'EOFH' (phiHeader.ts), then binary blocks (phiBlocks.ts). The blocks hold intensities alone; the energies run from start
 * to end of their SpectralRegDef, for photoelectrons as binding energies, though no line says so. A profile keeps all cycles of a region
 * together and the sputter time and peak area of each in blocks of their own.
 * Traps: lines end in LF or CR LF; MultiPak exports text under the same header; only the day of the measurement is kept; several areas
 * of the sample ('sar') are one block; the energies are as measured unless EnergyRecal says otherwise.
 */
import { repeated, type Column, type Measurement, type NamedValue, type Segment } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { blocksOf, isBinary, type Block } from './phiBlocks'
import { dayOf, generalSettings, headerEnd, isPhi, linesOf, regionsOf, type PhiLine, type Region } from './phiHeader'

const SPECTRA = 1
const POINTS = 'pnt'
const words = new Map([['cyc', 'Cycle'], ['sar', 'Spatial area']])
/** What a profile keeps of each cycle of each region. */
const ofCycles = new Map<number, Pick<Column, 'name' | 'quantity'>>([[8, { name: 'Sputter time', quantity: 'time' }], [2, { name: 'Peak area', quantity: 'other' }]])

function recognises({ bytes }: FileHead): Recognition | null {
  if (!isPhi(bytes)) return null
  const { end, next } = headerEnd(bytes)
  if (end >= 0 && isBinary(bytes, next) === false) return null
  const version = valueOf(linesOf(bytes.subarray(0, end < 0 ? bytes.length : end)), 'SoftwareVersion')
  return { confidence: 'certain', why: 'it begins with SOFH, the header of PHI files', ...(version === '' ? {} : { version }) }
}

const valueOf = (lines: readonly PhiLine[], name: string): string => lines.find((line) => line.name === name)?.value ?? ''

function read({ bytes }: ReadableFile): ReadResult {
  const { end, next } = headerEnd(bytes)
  if (!isPhi(bytes) || end < 0) throw new ReadError('The header of the PHI file has no end (EOFH); it was cut off, copy it again.')
  const lines = linesOf(bytes.subarray(0, end))
  const regions = regionsOf(lines)
  const { blocks, missing } = blocksOf(bytes, next)
  const spectra = blocks.filter(({ kind, axes }) => kind === SPECTRA && axes[0] === POINTS)
  if (spectra.length === 0) throw new ReadError(`The PHI file (FileType ${valueOf(lines, 'FileType') || 'not stated'}) holds no spectra; export what it shows from MultiPak as a table.`)
  const file: File = { lines, settings: generalSettings(lines), blocks, regions }
  const measurements = spectra.flatMap((block) => measurementOf(block, file) ?? [])
  const lost = spectra.length - measurements.length + missing
  if (measurements.length === 0) throw new ReadError('The file ends before the numbers of its first spectrum; it was cut off, copy it again.')
  const cut = `${lost} of ${spectra.length + missing} regions lie behind the end of the file: it was cut off, copy it again.`
  return { measurements: lost === 0 ? measurements : measurements.map((one, i) => (i < measurements.length - 1 ? one : { ...one, complete: false, warnings: [...one.warnings, cut] })) }
}

interface File { readonly lines: readonly PhiLine[]; readonly settings: readonly NamedValue[]; readonly blocks: readonly Block[]; readonly regions: readonly Region[] }

/** Null: the file ends before it. */
function measurementOf(block: Block, file: File): Measurement | null {
  const region = file.regions.find(({ number }) => number === block.region)
  const [points, ...others] = block.lengths
  if (!region) throw new ReadError(`The PHI file holds spectra of region ${block.region}, which its header does not describe; it is damaged, copy it again.`)
  if (region.points !== points) throw new ReadError(`The header announces ${region.points} points of ${region.name} and its block ${points}, so that their energies are unknown; copy the file again.`)
  const announced = others[0] * others[1]
  const whole = Math.floor(block.values.length / points)
  const spectra = Math.max(1, whole)
  const rows = whole === 0 ? block.values.length : whole * points
  if (rows === 0) return null
  const isComplete = block.values.length === block.declared
  const isXps = /^(XPS|UPS|ESCA)$/i.test(valueOf(file.lines, 'Technique'))
  const axis = isXps ? 'Binding Energy' : 'Energy'
  const places = announced > 1 ? [...counted(block, spectra), ...cycleColumns(block, file, spectra)] : []
  const columns: Column[] = [
    { name: axis, quantity: isXps ? 'binding_energy' : 'energy', unit: 'eV', values: energiesOf(region, Math.min(rows, points)), ...repeated('column', spectra) },
    { name: 'Intensity', quantity: 'intensity', unit: block.unit, values: block.values.subarray(0, rows) },
    ...places.map((place) => ({ ...place, ...repeated('value', Math.min(rows, points)) }))
  ]
  const source = Number(/^[A-Za-z]{1,2}\s+(\d{2,5}(?:\.\d+)?)(?:\s|$)/.exec(valueOf(file.lines, 'XraySource'))?.[1] ?? NaN)
  const recal = valueOf(file.lines, 'EnergyRecal')
  const technique = valueOf(file.lines, 'Technique')
  return {
    technique: isXps ? 'XPS' : 'OTHER', title: region.name, columns, segments: announced > 1 ? segmentsOf(points, rows, spectra, places, file.lines) : [],
    settings: [...file.settings, ...region.settings], header: {}, startedAt: dayOf(valueOf(file.lines, 'AcqFileDate')) ?? dayOf(valueOf(file.lines, 'FileDate')), signConvention: null,
    facts: [
      ...(technique === '' ? [] : [{ name: 'technique', value: technique }]), { name: 'region', value: region.name }, { name: 'energyAxis', value: axis },
      ...(source > 0 ? [{ name: 'sourceEnergy_eV', value: source }] : []), ...(announced > 1 ? [{ name: 'spectra', value: spectra }] : [])
    ],
    warnings: [
      ...(isComplete ? [] : [`${region.name} holds ${announced > 1 ? `${whole} of ${announced} spectra` : `${rows} of ${points} points`}: the file was cut off, copy it again.`]),
      ...(isOnGrid(region) ? [] : [`The header lets ${region.name} end at ${region.stop} eV, which its start and step do not reach: the energies are those of start and step.`]),
      ...(recal === '' || /^no\b/i.test(recal) ? [] : [`The energies were shifted in MultiPak (EnergyRecal: ${recal.slice(0, 40)}); they are given as the file has them.`])
    ],
    complete: isComplete
  }
}


/** Start and end are written with more digits than the step has. */
const isOnGrid = ({ points, start, step, stop }: Region): boolean => Math.abs(start + (points - 1) * step - stop) <= Math.abs(step) / 2

function energiesOf(region: Region, rows: number): Float64Array {
  const { points, start, step, stop } = region
  return Float64Array.from({ length: rows }, (_, i) => start + (isOnGrid(region) && points > 1 ? (i * (stop - start)) / (points - 1) : i * step))
}

type Place = Pick<Column, 'name' | 'quantity' | 'unit' | 'values'>

/** The number of its cycle, its area …; the second axis runs faster than the third. */
function counted({ lengths, axes }: Block, spectra: number): Place[] {
  return [1, 2].flatMap((k): Place[] => {
    if (lengths[k]! < 2) return []
    const values = Float64Array.from({ length: spectra }, (_, i) => 1 + (k === 1 ? i % lengths[1] : Math.floor(i / lengths[1])))
    return [{ name: words.get(axes[k]!) ?? (axes[k] || `axis ${k + 1}`), quantity: 'other', unit: '', values }]
  })
}

function cycleColumns({ region, lengths, axes }: Block, { blocks, regions }: File, spectra: number): Place[] {
  if (axes[1] !== 'cyc' || lengths[2] !== 1) return []
  const at = regions.findIndex(({ number }) => number === region) * lengths[1]
  return blocks.flatMap(({ kind, axes: own, lengths: size, unit, values }): Place[] => {
    const named = ofCycles.get(kind)
    const fits = own[0] === 'cyc' && own[1] === 'reg' && size[0] === lengths[1] && size[1] === regions.length && size[2] === 1
    // SmartSoft writes the first time as −0.
    return named && fits && values.length >= at + spectra ? [{ ...named, unit, values: values.slice(at, at + spectra).map((value) => value + 0) }] : []
  })
}

function segmentsOf(points: number, rows: number, spectra: number, places: readonly Place[], lines: readonly PhiLine[]): Segment[] {
  const areas = new Map(lines.filter(({ name }) => name === 'SpatialAreaDesc').map(({ value }) => [Number(/^\d+/.exec(value)?.[0] ?? NaN), value.replace(/^\d+\s*/, '')]))
  const said = ({ name, unit, values }: Place, i: number): string => {
    const value = Number(values[i]!.toPrecision(7))
    const area = name === words.get('sar') ? (areas.get(value) ?? '') : ''
    return `${name} ${value}${unit === '' ? '' : ` ${unit}`}${area === '' ? '' : ` (${area})`}`
  }
  const telling = places.filter(({ name }) => name !== 'Peak area')
  return Array.from({ length: spectra }, (_, i) => ({ kind: 'spectrum', start: i * points, end: Math.min((i + 1) * points, rows), label: telling.map((place) => said(place, i)).join(', ') }))
}

export const phiSpe: Reader = { id: 'phi-spe', format: 'PHI SmartSoft, Compass (.spe, .pro)', vendor: 'ULVAC-PHI', recognises, read }

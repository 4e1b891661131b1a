/**
 * Bruker OPUS (.0, .1 …, binary, little endian): 0A 0A FE FE, f64 version, at 12 offset and size of the directory; entries of 12 bytes:
 * type u32, length u32 in words of four bytes, offset u32.
 * Bits of a type: 0–1 complex part, 2–3 sample, reference or ratio, 4–9 kind (0 data, 1 its axis, others parameters), 10–16 class of spectrum,
 * 17–18 derivative, 19–21 extension (2: a series), 30 as it was before it was worked on.
 * Parameters: name of three letters and NUL, u16 type (0 i32, 1 f64, 2–4 text), u16 length in words of two bytes, value; the last is END.
 * Traps: the axis runs from FXV to LXV inclusive; y · CSF; a data block may be longer than NPT; the axis of data is the block of the same bits with kind 1;
 * reports carry the class of their spectrum in an extension and are no data.
 */
import type { Column, Measurement, Technique } from '../../measurement'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { axisOf, axisValue, valueAt } from './opusAxis'
import { blocksOf, parametersOf, SUPERSEDED, type Block, type Parameters } from './opusBlocks'
import { seriesOf, type SeriesColumns } from './opusSeries'
import { factsOf, namedValues, settingsOf, startOf } from './opusSettings'

const classes: Readonly<Record<number, string>> = {
  1: 'single channel', 2: 'interferogram', 3: 'phase', 4: 'absorbance', 5: 'transmittance', 6: 'Kubelka–Munk', 7: 'trace', 8: 'interferograms', 9: 'single channels', 10: 'Raman', 11: 'emission', 12: 'reflectance', 14: 'power',
  15: 'log reflectance', 16: 'ATR', 17: 'photoacoustic', 18: 'transmittance (computed)', 19: 'absorbance (computed)', 22: 'match'
}
const [SINGLE_CHANNEL, RAMAN] = [1, 10]
const absorbances = new Set([4, 19])
const results = new Set([4, 5, 6, 10, 11, 12, 15, 16, 17, 18, 19])
const channels = ['', 'sample', 'reference', ''] as const
const SERIES = 2

function recognises({ bytes }: FileHead): Recognition | null {
  const isOpus = bytes.length >= 24 && bytes[0] === 0x0a && bytes[1] === 0x0a && bytes[2] === 0xfe && bytes[3] === 0xfe
  if (!isOpus) return null
  const version = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getFloat64(4, true)
  return { confidence: 'certain', why: 'it begins with the mark 0A 0A FE FE of OPUS', ...(Number.isInteger(version) && version > 0 && version < 1e9 ? { version: `layout ${version}` } : {}) }
}

interface Found { readonly block: Block; readonly axis: Parameters }

function read({ bytes }: ReadableFile): ReadResult {
  if (!recognises({ name: '', bytes, size: bytes.length })) throw new ReadError('The file does not begin as a file of OPUS does; copy it again.')
  const { blocks, lost } = blocksOf(bytes)
  const data = blocks.filter(({ kind, spectrum, part, extension, rest }) => kind === 0 && spectrum > 0 && part > 0 && (extension === 0 || extension === SERIES) && (rest === 0 || rest === SUPERSEDED))
  const found = data.flatMap((block): Found[] => {
    const axis = blocks.find((other) => other.kind === 1 && other.type === block.type + (1 << 4))
    return axis ? [{ block, axis: parametersOf(bytes, axis) }] : []
  })
  if (found.length === 0) throw new ReadError(lost > 0 ? 'The file ends before its spectra; it was cut off, copy it again.' : 'The file holds no spectrum with an axis; save it again from OPUS.')
  const common = settingsOf(bytes, blocks)
  const warnings: string[] = lost > 0 ? [`${lost} blocks of the file reach beyond its end: it was cut off.`] : []
  const measurements = found.flatMap((one) => {
    try {
      return [measurementOf(bytes, one, found, common)]
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      warnings.push(error.message)
      return []
    }
  }).sort((a, b) => Number(a.technique === 'OTHER') - Number(b.technique === 'OTHER'))
  if (measurements.length === 0) throw new ReadError(warnings.at(-1) ?? 'The file holds no spectrum.')
  return { measurements: warnings.length === 0 ? measurements : measurements.map((one, i) => ({ ...one, warnings: i === 0 ? [...warnings, ...one.warnings] : one.warnings, complete: false })) }
}

const nameOf = ({ channel, spectrum }: Block): string => [channels[channel], classes[spectrum] ?? `class ${spectrum}`].filter((part) => part !== '').join(', ')

function measurementOf(bytes: Uint8Array, { block, axis: parameters }: Found, all: readonly Found[], common: Parameters): Measurement {
  const later = block.rest === SUPERSEDED && all.some(({ block: other }) => other.type === block.type - SUPERSEDED)
  const name = nameOf(block)
  const axis = axisOf(name, parameters)
  const signal = { name: name[0]!.toUpperCase() + name.slice(1), quantity: absorbances.has(block.spectrum) ? 'absorbance' : 'intensity', unit: '' } as const
  const made = block.extension === SERIES ? seriesOf(bytes, block, axis, signal) : singleOf(bytes, block, parameters, signal)
  // What an instrument records on the way (single channels, interferograms, a spectrum before its correction) is no spectrum of its own where the result is there.
  const isResult = results.has(block.spectrum) || (block.spectrum === SINGLE_CHANNEL && !all.some((one) => results.has(one.block.spectrum)))
  const technique: Technique = later || !isResult || (axis.quantity !== 'wavenumber' && axis.quantity !== 'wavelength') ? 'OTHER' : block.spectrum === RAMAN ? 'RAMAN' : 'IR'
  return {
    technique, title: later ? `${name}, before it was worked on` : name, columns: made.columns, segments: made.segments, settings: namedValues(parameters, common),
    facts: [...factsOf(common), ...(block.derivative > 0 ? [{ name: 'derivative', value: block.derivative }] : [])], header: {},
    startedAt: startOf(parameters.get('DAT'), parameters.get('TIM')), signConvention: null, warnings: made.warnings, complete: made.isWhole
  }
}

function singleOf(bytes: Uint8Array, block: Block, parameters: Parameters, signal: Omit<Column, 'values'>): SeriesColumns {
  const axis = axisOf(nameOf(block), parameters)
  const points = Math.min(axis.points, block.words)
  if (points < axis.points && !block.isCut) throw new ReadError(`The ${nameOf(block)} spectrum announces ${axis.points} points and holds ${block.words}; the file is damaged, copy it again.`)
  if (points < 2) throw new ReadError(`The file ends before the ${nameOf(block)} spectrum; it was cut off, copy it again.`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const y = Float64Array.from({ length: points }, (_, i) => axis.factor * valueAt(view, axis, block.offset, i))
  return {
    columns: [{ name: axis.name, quantity: axis.quantity, unit: axis.unit, values: Float64Array.from(y, (_, i) => axisValue(axis, i)) }, { ...signal, values: y }], segments: [], isWhole: points === axis.points,
    warnings: [...(points < axis.points ? [`The file holds ${points} of ${axis.points} points of the ${nameOf(block)} spectrum.`] : []), ...(points === axis.points && results.has(block.spectrum) ? disagreement(parameters, y) : [])]
  }
}

/** MNY and MXY are the ends of y in every result of a real file; where they are not, numbers were changed behind OPUS's back. */
function disagreement(parameters: Parameters, y: Float64Array): string[] {
  const [low, high] = [parameters.get('MNY'), parameters.get('MXY')]
  if (typeof low !== 'number' || typeof high !== 'number' || !(high > low)) return []
  let [min, max] = [Infinity, -Infinity]
  for (const value of y) { min = Math.min(min, value); max = Math.max(max, value) }
  const tolerance = 1e-5 * Math.max(Math.abs(low), Math.abs(high))
  return Math.abs(min - low) <= tolerance && Math.abs(max - high) <= tolerance ? [] : [`The file says that the spectrum lies between ${Number(low.toPrecision(6))} and ${Number(high.toPrecision(6))}; its numbers lie between ${Number(min.toPrecision(6))} and ${Number(max.toPrecision(6))}.`]
}

export const brukerOpus: Reader = { id: 'bruker-opus', format: 'Bruker OPUS (.0)', vendor: 'Bruker', recognises, read }

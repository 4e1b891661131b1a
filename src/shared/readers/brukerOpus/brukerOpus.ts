/**
 * Bruker OPUS (.0, .1 …, binary, little endian): 0A 0A FE FE, f64 version, at 12 offset and size of the directory; entries of 12 bytes:
 * type u32, length u32 in words of four bytes, offset u32.
 * Bits of a type: 0–1 complex part, 2–3 sample, reference or ratio, 4–9 kind (0 data, 1 its axis, others parameters), 10–16 class of spectrum,
 * 17–18 derivative, 19–21 extension (2: a series).
 * Parameters: name of three letters and NUL, u16 type (0 i32, 1 f64, 2–4 text), u16 length in words of two bytes, value; the last is END.
 * Traps: the axis runs from FXV to LXV inclusive; y · CSF; a data block may be longer than NPT; the axis of data is the block of the same bits with kind 1.
 */
import type { Column, Measurement, NamedValue, Technique } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'
import { blocksOf, parametersOf, type Block, type Parameters } from './opusBlocks'

const classes: Readonly<Record<number, string>> = {
  1: 'single channel', 2: 'interferogram', 3: 'phase', 4: 'absorbance', 5: 'transmittance', 6: 'Kubelka–Munk', 7: 'trace', 10: 'Raman', 11: 'emission', 12: 'reflectance', 14: 'power',
  15: 'log reflectance', 16: 'ATR', 17: 'photoacoustic', 18: 'transmittance (computed)', 19: 'absorbance (computed)'
}
const raw = new Set([1, 2, 3, 7])
const axes: Readonly<Record<string, readonly [QuantityKind, string, string]>> = {
  WN: ['wavenumber', 'Wavenumber', 'cm-1'], MI: ['wavelength', 'Wavelength', 'µm'], NM: ['wavelength', 'Wavelength', 'nm'], MIN: ['time', 'Time', 'min'], PNT: ['other', 'Point', '']
}
const channels = ['', 'sample', 'reference', ''] as const
const mostSettings = 600

function recognises({ bytes }: FileHead): Recognition | null {
  const isOpus = bytes.length >= 24 && bytes[0] === 0x0a && bytes[1] === 0x0a && bytes[2] === 0xfe && bytes[3] === 0xfe
  return isOpus ? { confidence: 'certain', why: 'it begins with the mark 0A 0A FE FE of OPUS' } : null
}

function read({ bytes }: ReadableFile): ReadResult {
  const blocks = blocksOf(bytes)
  const data = blocks.filter(({ kind, spectrum, part }) => kind === 0 && spectrum > 0 && part > 0)
  const single = data.filter(({ extension }) => extension === 0)
  const series = data.length - single.length
  const common = blocks.filter(({ kind }) => kind > 1).flatMap((block) => [...parametersOf(bytes, block)])
  const found = single.flatMap((block) => {
    const axis = blocks.find((other) => other.kind === 1 && other.type === block.type + (1 << 4))
    return axis ? [{ block, axis: parametersOf(bytes, axis) }] : []
  })
  const hasRatio = found.some(({ block }) => !raw.has(block.spectrum))
  const measurements = found.map(({ block, axis }) => measurementOf(bytes, block, axis, common, hasRatio, series)).sort((a, b) => Number(a.technique === 'OTHER') - Number(b.technique === 'OTHER'))
  if (measurements.length === 0) throw new ReadError(series > 0
    ? 'The file holds only a time-resolved series, which is not read here: export its spectra from OPUS as JCAMP-DX or data points.'
    : 'The file holds no spectrum with an axis; save it again from OPUS.')
  return { measurements }
}

function measurementOf(bytes: Uint8Array, block: Block, axis: Parameters, common: readonly (readonly [string, string | number])[], hasRatio: boolean, series: number): Measurement {
  const [points, from, to, factor] = [axis.get('NPT'), axis.get('FXV'), axis.get('LXV'), axis.get('CSF') ?? 1]
  const name = [channels[block.channel], classes[block.spectrum] ?? `class ${block.spectrum}`].filter((part) => part !== '').join(', ')
  if (typeof points !== 'number' || points < 2 || typeof from !== 'number' || typeof to !== 'number' || typeof factor !== 'number' || ![from, to, factor].every(Number.isFinite)) {
    throw new ReadError(`The axis of the ${name} spectrum is damaged (NPT, FXV, LXV); copy the file again.`)
  }
  if (points > block.words) throw new ReadError(`The ${name} spectrum announces ${points} points and holds ${block.words}; the file is cut off or damaged, copy it again.`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [kind, title, unit] = axes[String(axis.get('DXU') ?? '')] ?? ['other', 'x', String(axis.get('DXU') ?? '')]
  const isAbsorbance = block.spectrum === 4 || block.spectrum === 19
  const columns: Column[] = [
    { name: title, quantity: kind, unit, values: Float64Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1)) },
    { name: name[0]!.toUpperCase() + name.slice(1), quantity: isAbsorbance ? 'absorbance' : 'intensity', unit: '', values: Float64Array.from({ length: points }, (_, i) => factor * view.getFloat32(block.offset + 4 * i, true)) }
  ]
  // What an instrument records on the way (single channels, interferograms) is no spectrum of its own where the ratio is there.
  const technique: Technique = block.spectrum === 10 ? 'RAMAN' : kind !== 'wavenumber' && kind !== 'wavelength' || (raw.has(block.spectrum) && (hasRatio || block.spectrum !== 1)) ? 'OTHER' : 'IR'
  const settings = [...axis, ...common].slice(0, mostSettings).map(([key, value]): NamedValue => ({ name: key, value }))
  return {
    technique, title: name, columns, segments: [], settings, facts: block.derivative > 0 ? [{ name: 'derivative', value: block.derivative }] : [], header: {},
    startedAt: startOf(axis.get('DAT'), axis.get('TIM')), signConvention: null,
    warnings: series > 0 ? [`${series} blocks of a time-resolved series are not read; export them from OPUS as JCAMP-DX.`] : [], complete: series === 0
  }
}

/** 'dd/mm/yyyy' or 'yyyy/mm/dd', 'hh:mm:ss.sss (GMT+1)'. */
function startOf(date: string | number | undefined, time: string | number | undefined): string | null {
  const day = /^(\d{1,4})\/(\d{2})\/(\d{1,4})$/.exec(String(date ?? ''))
  const clock = /^(\d{2}:\d{2}:\d{2})/.exec(String(time ?? ''))
  if (!day) return null
  const [year, dayOfMonth] = day[1]!.length === 4 ? [day[1]!, day[3]!] : [day[3]!, day[1]!]
  const text = `${year}-${day[2]}-${dayOfMonth.padStart(2, '0')}T${clock?.[1] ?? '00:00:00'}`
  return Number.isNaN(Date.parse(text)) ? null : text
}

export const brukerOpus: Reader = { id: 'bruker-opus', format: 'Bruker OPUS (.0)', vendor: 'Bruker', recognises, read }

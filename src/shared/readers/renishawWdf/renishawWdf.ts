/**
 * Renishaw WiRE (.wdf, binary, little endian).
 * Blocks: 4 letters, u32 number, u64 size including these 16 bytes. WDF1 (512 bytes): points u32 at 60, capacity u64 at 64, spectra that
 * were taken u64 at 72, accumulations u32 at 80, length of y u32 at 84 and of x u32 at 88, origins u32 at 92, kind of measurement
 * (1 single, 2 series, 3 map) u32 at 132, start u64 at 136, unit of the intensity u32 at 152, laser in cm⁻¹ f32 at 156, title at 240.
 * XLST: type, unit (wdfOrigins.ts), f32 each. DATA: f32, spectra one after the other. ORGN: where and when each was taken (wdfOrigins.ts).
 * Traps: x usually falls; an interrupted measurement holds fewer spectra than its capacity.
 */
import { repeated, type Column, type Measurement } from '../../measurement'
import type { QuantityKind } from '../../quantity'
import { originsOf, startOf, unitOf } from './wdfOrigins'
import { ReadError, type FileHead, type ReadableFile, type Reader, type ReadResult, type Recognition } from '../reader'

interface Block { readonly name: string; readonly start: number; readonly end: number; readonly isCutOff: boolean }
const kinds = new Map([[1, 'single'], [2, 'series'], [3, 'map']])
const intensityUnits = new Map([[6, 'counts'], [7, 'electrons']])
const xUnits = new Map<number, readonly [string, QuantityKind]>([[1, ['Raman shift', 'wavenumber']], [2, ['Wavenumber', 'wavenumber']], [3, ['Wavelength', 'wavelength']], [4, ['Energy', 'energy']], [5, ['Wavelength', 'wavelength']]])
const ascii = (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length)).replace(/\0[\s\S]*$/, '')
/** Block sizes and counts are 64 bits wide; more than 2^53 is damage. */
const u64 = (view: DataView, at: number): number => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32

function recognises({ bytes }: FileHead): Recognition | null {
  if (ascii(bytes, 0, 4) !== 'WDF1' || bytes.length < 64) return null
  const application = ascii(bytes, 96, 24).trim()
  const version = bytes.length < 124 || application === '' ? null : `${application} ${bytes[120]! + 256 * bytes[121]!}.${bytes[122]! + 256 * bytes[123]!}`
  return { confidence: 'certain', why: 'it begins with WDF1', ...(version ? { version } : {}) }
}

function read({ bytes }: ReadableFile): ReadResult {
  if (bytes.length < 512) throw new ReadError('The file ends in its header; it was cut off, copy it again.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const blocks = blocksOf(bytes, view)
  const points = view.getUint32(60, true)
  const data = blocks.find(({ name }) => name === 'DATA')
  const axisBlock = blocks.find(({ name }) => name === 'XLST')
  if (!data) throw new ReadError('The file holds no spectra (DATA); it was cut off, copy it again.')
  if (!axisBlock || axisBlock.end - axisBlock.start < 8 + 4 * points || points < 1) throw new ReadError('The axis of the spectra (XLST) is missing or cut off; copy the file again.')
  const capacity = u64(view, 64)
  const taken = Math.min(u64(view, 72), capacity)
  const spectra = Math.min(taken, Math.floor((data.end - data.start) / (4 * points)))
  if (spectra < 1) throw new ReadError('No spectrum is complete: the measurement was stopped at its beginning or the file was cut off.')
  return { measurements: [measurementOf(bytes, view, blocks, { points, capacity, taken, spectra, data, axis: axisBlock })] }
}

function blocksOf(bytes: Uint8Array, view: DataView): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at + 16 <= bytes.length;) {
    const size = u64(view, at + 8)
    // WDF1 states its own size as 512.
    if (size < 16) break
    blocks.push({ name: ascii(bytes, at, 4), start: at + 16, end: Math.min(at + size, bytes.length), isCutOff: at + size > bytes.length })
    at += size
  }
  return blocks
}

interface Shape { readonly points: number; readonly capacity: number; readonly taken: number; readonly spectra: number; readonly data: Block; readonly axis: Block }

function measurementOf(bytes: Uint8Array, view: DataView, blocks: readonly Block[], { points, capacity, taken, spectra, data, axis }: Shape): Measurement {
  const x = floats(view, axis.start + 8, points)
  const unit = view.getUint32(axis.start + 4, true)
  const [name, quantity] = xUnits.get(unit) ?? ['X', 'other' as const]
  const rows = spectra * points
  const laser = view.getFloat32(156, true)
  const block = blocks.find((one) => one.name === 'ORGN')
  const origins = spectra > 1 && block && capacity <= 10_000_000 ? originsOf(view, block, capacity, spectra) : []
  const places = origins.some((origin) => origin.quantity !== 'time') ? origins.filter((origin) => origin.quantity !== 'time') : origins
  const columns: Column[] = [
    { name, unit: unitOf(unit), quantity, values: x, ...repeated('column', spectra) },
    { name: 'Intensity', unit: intensityUnits.get(view.getUint32(152, true)) ?? '', quantity: 'intensity', values: floats(view, data.start, rows) },
    ...origins.map(({ values, ...named }) => ({ ...named, values: Float64Array.from(values), ...repeated('value', points) }))
  ]
  const label = (i: number): string => (places.length === 0 ? String(i + 1) : places.map((origin) => `${origin.name} ${Number(origin.values[i]!.toPrecision(6))}${origin.unit === '' ? '' : ` ${origin.unit}`}`).join(', '))
  return {
    technique: 'RAMAN', title: ascii(bytes, 240, 160).trim(), columns, header: {}, startedAt: startOf(view, 136), signConvention: null,
    segments: spectra > 1 ? Array.from({ length: spectra }, (_, i) => ({ kind: 'spectrum', start: i * points, end: (i + 1) * points, label: label(i) })) : [],
    settings: [{ name: 'Application', value: ascii(bytes, 96, 24).trim() }, { name: 'User', value: ascii(bytes, 208, 32).trim() }, { name: 'Accumulations', value: view.getUint32(80, true) }].filter(({ value }) => value !== ''),
    facts: [{ name: 'measurement', value: kinds.get(view.getUint32(132, true)) ?? 'unknown' }, { name: 'spectra', value: spectra }, ...(laser > 0 ? [{ name: 'laser_nm', value: Number((1e7 / laser).toFixed(3)) }] : [])],
    warnings: spectra < capacity ? [spectra < taken ? `The file holds ${spectra} of ${taken} spectra: it was cut off.` : `The measurement was stopped after ${spectra} of ${capacity} spectra.`] : [], complete: spectra === capacity
  }
}

function floats(view: DataView, start: number, count: number): Float64Array {
  const values = new Float64Array(count)
  for (let i = 0; i < count; i += 1) values[i] = view.getFloat32(start + 4 * i, true)
  return values
}


export const renishawWdf: Reader = { id: 'renishaw-wdf', format: 'Renishaw WiRE (.wdf)', vendor: 'Renishaw', recognises, read }

import type { Fixture } from '../fixture'

export interface SpaSpectrum { readonly y: readonly number[]; readonly title?: string; readonly seconds?: number }
export interface SpaFile extends SpaSpectrum { readonly first: number; readonly last: number; readonly xUnit?: number; readonly yUnit?: number; readonly history?: string }

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

function header({ first, last, xUnit = 1, yUnit = 17 }: Omit<SpaFile, 'y'>, points: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(140)
  const view = new DataView(out.buffer)
  view.setUint32(4, points, true)
  out[8] = xUnit
  out[12] = yUnit
  view.setFloat32(16, first, true)
  view.setFloat32(20, last, true)
  view.setUint32(36, 64, true)
  view.setUint32(52, 32, true)
  view.setUint32(68, 1928, true)
  view.setFloat32(80, 15798.25, true)
  return out
}

interface Piece { readonly key: number; readonly spectrum: number; readonly bytes: Uint8Array }

/** A file from the layout alone: its mark, the directory, the pieces; rows are wider in a series. */
function omnicFile(title: string, seconds: number, pieces: readonly Piece[], isSeries = false): Uint8Array<ArrayBuffer> {
  const width = isSeries ? 22 : 16
  let offset = 304 + width * (pieces.length + 1)
  const out = new Uint8Array(offset + pieces.reduce((sum, { bytes }) => sum + bytes.length, 0))
  const view = new DataView(out.buffer)
  out.set(ascii(isSeries ? 'Spectral Exte File' : 'Spectral Data File'))
  out.set(ascii(title), 30)
  view.setUint16(294, pieces.length, true)
  view.setUint32(296, seconds, true)
  pieces.forEach(({ key, spectrum, bytes }, i) => {
    const at = 304 + width * i
    view.setUint16(at, key, true)
    view.setUint32(at + 2, offset, true)
    view.setUint32(at + (isSeries ? 10 : 6), bytes.length, true)
    view.setUint16(at + (isSeries ? 14 : 10), spectrum, true)
    out.set(bytes, offset)
    offset += bytes.length
  })
  return out
}
const floats = (y: readonly number[]): Uint8Array => new Uint8Array(Float32Array.from(y).buffer)

export function spaFile(file: SpaFile): Uint8Array<ArrayBuffer> {
  const { y, title = 'RuFe-NC -0.3 V', seconds = 4_004_432_124, history = 'Collect Sample\r\n\t Final format:\tAbsorbance\r\n\t Resolution:\t 4.000 from 650 to 4000' } = file
  return omnicFile(title, seconds, [{ key: 2, spectrum: 0, bytes: header(file, y.length) }, { key: 27, spectrum: 0, bytes: ascii(`${history}\0`) }, { key: 3, spectrum: 0, bytes: floats(y) }])
}

/** A group: every spectrum with its own title and time. */
export function spgFile(spectra: readonly SpaSpectrum[], axis: { readonly first: number; readonly last: number }): Uint8Array<ArrayBuffer> {
  return omnicFile('group', 4_004_432_124, spectra.flatMap(({ y, title = '', seconds = 4_004_432_124 }, spectrum): Piece[] => {
    const named = new Uint8Array(264)
    named.set(ascii(title))
    new DataView(named.buffer).setUint32(256, seconds, true)
    return [{ key: 2, spectrum, bytes: header(axis, y.length) }, { key: 107, spectrum, bytes: named }, { key: 3, spectrum, bytes: floats(y) }]
  }))
}

/** A series: one block of records, each with its time in hundredths of a second. */
export function srsFile(spectra: readonly (readonly number[])[], times_s: readonly number[]): Uint8Array<ArrayBuffer> {
  const points = spectra[0]!.length
  const block = new Uint8Array(196 + spectra.length * (100 + 4 * points))
  const view = new DataView(block.buffer)
  block.set(header({ first: 4000, last: 700 }, points))
  spectra.forEach((y, i) => {
    const at = 196 + i * (100 + 4 * points)
    view.setUint32(at, 16, true)
    view.setUint32(at + 4, Math.round(100 * times_s[i]!), true)
    block.set(ascii(`Linked spectrum at ${(times_s[i]! / 60).toFixed(3)} min.`), at + 16)
    block.set(floats(y), at + 100)
  })
  const info = new Uint8Array(264)
  info.set(ascii('SEIRAS 1'), 2)
  new DataView(info.buffer).setFloat32(66, times_s[0]! / 60, true)
  new DataView(info.buffer).setFloat32(70, times_s.at(-1)! / 60, true)
  return omnicFile('', 4_004_432_124, [{ key: 2, spectrum: 1, bytes: block.slice(0, 140) }, { key: 0x145, spectrum: 1, bytes: info }, { key: 0x12d, spectrum: 1, bytes: block }], true)
}

const y = Array.from({ length: 60 }, (_, i) => Math.exp(-((i - 25) ** 2) / 40))
export const fixtures: readonly Fixture[] = [
  { reader: 'omnic-spa', name: 'ir.spa', bytes: spaFile({ y, first: 4000, last: 650 }) },
  { reader: 'omnic-spa', name: 'steps.spg', bytes: spgFile([0, 1, 2].map((i) => ({ y: y.map((value) => value * i), title: `RuFe -0.${i} V`, seconds: 4_004_432_124 + 60 * i })), { first: 4000, last: 650 }) },
  { reader: 'omnic-spa', name: 'series.srs', bytes: srsFile([y, y.map((value) => 2 * value)], [15.58, 31.16]) }
]

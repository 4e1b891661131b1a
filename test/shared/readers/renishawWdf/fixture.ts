import type { Fixture } from '../fixture'

/** A .wdf from the layout alone; `taken` spectra of the `capacity` that were planned. */
export interface WdfOrigin { readonly type: number; readonly unit: number; readonly name: string; readonly values: readonly number[] }
export const placesX = (values: readonly number[]): WdfOrigin => ({ type: 0x80000003, unit: 5, name: 'X', values })
/** Unit of an origin that counts as Windows does: 100 ns since 1601; the fixture takes seconds since 1970. */
export const FILE_TIME = 24
export function wdfFile(axis: readonly number[], spectra: readonly (readonly number[])[], capacity = spectra.length, origins: readonly WdfOrigin[] = [], units = { axis: 1, intensity: 6 }): Uint8Array<ArrayBuffer> {
  const sizes = { head: 512, data: 16 + 4 * axis.length * capacity, xlst: 24 + 4 * axis.length, orgn: origins.length > 0 ? 20 + origins.length * (24 + 8 * capacity) : 0 }
  const out = new Uint8Array(sizes.head + sizes.data + sizes.xlst + sizes.orgn)
  const view = new DataView(out.buffer)
  const block = (at: number, name: string, size: number): void => { [...name].forEach((letter, i) => { out[at + i] = letter.charCodeAt(0) }); view.setUint32(at + 8, size, true) }
  block(0, 'WDF1', 512)
  view.setUint32(60, axis.length, true)
  view.setUint32(64, capacity, true)
  view.setUint32(72, spectra.length, true)
  view.setUint32(80, 2, true)
  view.setUint32(92, origins.length, true)
  view.setUint32(132, capacity > 1 ? 3 : 1, true)
  fileTime(view, 136, 1_700_000_000)
  view.setUint32(152, units.intensity, true)
  view.setFloat32(156, 1e7 / 532, true)
  ;[...'made by the project'].forEach((letter, i) => { out[240 + i] = letter.charCodeAt(0) })
  let at = 512
  block(at, 'DATA', sizes.data)
  spectra.flat().forEach((value, i) => view.setFloat32(at + 16 + 4 * i, value, true))
  at += sizes.data
  block(at, 'XLST', sizes.xlst)
  view.setUint32(at + 16, 1, true)
  view.setUint32(at + 20, units.axis, true)
  axis.forEach((value, i) => view.setFloat32(at + 24 + 4 * i, value, true))
  at += sizes.xlst
  if (origins.length > 0) {
    block(at, 'ORGN', sizes.orgn)
    view.setUint32(at + 16, origins.length, true)
    origins.forEach(({ type, unit, name, values }, i) => {
      const start = at + 20 + i * (24 + 8 * capacity)
      view.setUint32(start, type, true)
      view.setUint32(start + 4, unit, true)
      ;[...name].forEach((letter, k) => { out[start + 8 + k] = letter.charCodeAt(0) })
      values.forEach((value, k) => { if (unit === FILE_TIME) fileTime(view, start + 24 + 8 * k, value); else view.setFloat64(start + 24 + 8 * k, value, true) })
    })
  }
  return out
}
function fileTime(view: DataView, at: number, unixSeconds: number): void {
  view.setBigUint64(at, BigInt(Math.round((unixSeconds + 11_644_473_600) * 1e3)) * 10_000n, true)
}
export const fixtures: readonly Fixture[] = [{ reader: 'renishaw-wdf', name: 'map.wdf', bytes: wdfFile([1600, 1599, 1598, 1597], [[1, 2, 3, 4], [5, 6, 7, 8]], 2, [placesX([0, 10])]) }]

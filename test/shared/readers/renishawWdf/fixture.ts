import type { Fixture } from '../fixture'

/** A .wdf from the layout alone; `taken` spectra of the `capacity` that were planned. */
export function wdfFile(axis: readonly number[], spectra: readonly (readonly number[])[], capacity = spectra.length, positions?: readonly number[]): Uint8Array<ArrayBuffer> {
  const sizes = { head: 512, data: 16 + 4 * axis.length * capacity, xlst: 24 + 4 * axis.length, orgn: positions ? 16 + 24 + 8 * capacity : 0 }
  const out = new Uint8Array(sizes.head + sizes.data + sizes.xlst + sizes.orgn)
  const view = new DataView(out.buffer)
  const block = (at: number, name: string, size: number): void => { [...name].forEach((letter, i) => { out[at + i] = letter.charCodeAt(0) }); view.setUint32(at + 8, size, true) }
  block(0, 'WDF1', 512)
  view.setUint32(60, axis.length, true)
  view.setUint32(64, capacity, true)
  view.setUint32(72, spectra.length, true)
  view.setUint32(80, 2, true)
  view.setUint32(92, positions ? 1 : 0, true)
  view.setUint32(132, capacity > 1 ? 3 : 1, true)
  view.setFloat32(156, 1e7 / 532, true)
  ;[...'made by the project'].forEach((letter, i) => { out[240 + i] = letter.charCodeAt(0) })
  let at = 512
  block(at, 'DATA', sizes.data)
  spectra.flat().forEach((value, i) => view.setFloat32(at + 16 + 4 * i, value, true))
  at += sizes.data
  block(at, 'XLST', sizes.xlst)
  view.setUint32(at + 16, 1, true)
  view.setUint32(at + 20, 1, true)
  axis.forEach((value, i) => view.setFloat32(at + 24 + 4 * i, value, true))
  at += sizes.xlst
  if (positions) {
    block(at, 'ORGN', sizes.orgn)
    view.setUint32(at + 16, 3, true)
    ;[...'X'].forEach((letter, i) => { out[at + 24 + i] = letter.charCodeAt(0) })
    positions.forEach((value, i) => view.setFloat64(at + 40 + 8 * i, value, true))
  }
  return out
}
export const fixtures: readonly Fixture[] = [{ reader: 'renishaw-wdf', name: 'map.wdf', bytes: wdfFile([1600, 1599, 1598, 1597], [[1, 2, 3, 4], [5, 6, 7, 8]], 2, [0, 10]) }]

import type { Fixture } from '../fixture'

export interface SpaFile { readonly y: readonly number[]; readonly first: number; readonly last: number; readonly xUnit?: number; readonly yUnit?: number; readonly title?: string; readonly seconds?: number }

/** A .spa from the layout alone. */
export function spaFile({ y, first, last, xUnit = 1, yUnit = 17, title = 'RuFe-NC -0.3 V', seconds = 4_004_432_124 }: SpaFile): Uint8Array<ArrayBuffer> {
  const [header, data] = [400, 600]
  const out = new Uint8Array(data + 4 * y.length)
  const view = new DataView(out.buffer)
  out.set(new TextEncoder().encode('Spectral Data File'))
  out.set(new TextEncoder().encode(title), 30)
  view.setUint32(296, seconds, true)
  const row = (i: number, key: number, offset: number, size: number): void => { out[304 + 16 * i] = key; view.setUint32(306 + 16 * i, offset, true); view.setUint32(310 + 16 * i, size, true) }
  row(0, 2, header, 152)
  row(1, 3, data, 4 * y.length)
  view.setUint32(header + 4, y.length, true)
  out[header + 8] = xUnit
  out[header + 12] = yUnit
  view.setFloat32(header + 16, first, true)
  view.setFloat32(header + 20, last, true)
  y.forEach((value, i) => view.setFloat32(data + 4 * i, value, true))
  return out
}
export const fixtures: readonly Fixture[] = [{ reader: 'omnic-spa', name: 'ir.spa', bytes: spaFile({ y: Array.from({ length: 60 }, (_, i) => Math.exp(-((i - 25) ** 2) / 40)), first: 4000, last: 650 }) }]

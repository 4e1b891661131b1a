import type { Fixture } from '../fixture'

export interface SpFile { readonly y: readonly number[]; readonly first: number; readonly step: number; readonly xLabel?: string; readonly yLabel?: string; readonly yRange?: readonly [number, number] }
type Writer = (view: DataView) => void
const member = (id: number, type: number, size: number, write: Writer): Uint8Array => {
  const view = new DataView(new ArrayBuffer(8 + size))
  view.setInt16(0, id, true)
  view.setInt32(2, 2 + size, true)
  view.setUint16(6, type, true)
  write(new DataView(view.buffer, 8))
  return new Uint8Array(view.buffer)
}
const text = (id: number, value: string): Uint8Array => member(id, 0x7523, 2 + value.length, (view) => {
  view.setUint16(0, value.length, true)
  ;[...value].forEach((letter, i) => view.setUint8(2 + i, letter.charCodeAt(0)))
})
const range = (id: number, [low, high]: readonly [number, number]): Uint8Array => member(id, 0x751d, 16, (view) => { view.setFloat64(0, low, true); view.setFloat64(8, high, true) })

/** A .sp from the layout alone. */
export function spFile({ y, first, step, xLabel = 'nm', yLabel = 'A', yRange = [Math.min(...y), Math.max(...y)] }: SpFile): Uint8Array<ArrayBuffer> {
  const history = text(-29836, 'Mon Nov 23 10:15:24 2026')
  const members = [
    member(-29825, 0x751a, history.length, (view) => { history.forEach((byte, i) => view.setUint8(i, byte)) }), text(-29827, 'C:\\data\\std1.sp'),
    range(-29838, [first, first + (y.length - 1) * step]), range(-29837, yRange), member(-29836, 0x751b, 8, (view) => { view.setFloat64(0, step, true) }),
    member(-29835, 0x752b, 4, (view) => { view.setInt32(0, y.length, true) }), text(-29833, xLabel), text(-29832, yLabel), text(-29823, 'NH3 std 1'),
    member(-29828, 0x7516, 4 + 8 * y.length, (view) => { view.setInt32(0, 8 * y.length, true); y.forEach((value, i) => view.setFloat64(4 + 8 * i, value, true)) })
  ]
  const size = members.reduce((sum, { length }) => sum + length, 0)
  const out = new Uint8Array(50 + size)
  out.set(new TextEncoder().encode('PEPE2D constant interval DataSet file'))
  new DataView(out.buffer).setInt16(44, 120, true)
  new DataView(out.buffer).setInt32(46, size, true)
  let at = 50
  for (const one of members) { out.set(one, at); at += one.length }
  return out
}
export const fixtures: readonly Fixture[] = [{ reader: 'perkinelmer-sp', name: 'std1.sp', bytes: spFile({ y: Array.from({ length: 40 }, (_, i) => Math.exp(-((i - 20) ** 2) / 40)), first: 800, step: -2 }) }]

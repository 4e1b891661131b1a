import type { Fixture } from '../fixture'

interface Voltammogram { readonly raw: readonly number[]; readonly current_A: readonly number[]; readonly offset: number; readonly factor: number; readonly texts?: readonly string[] }

/** An .isc from the layout alone. */
export function iscFile({ raw, current_A, offset, factor, texts }: Voltammogram): Uint8Array<ArrayBuffer> {
  const said = texts ?? ['210921', 'Pt-wire', '20', '14:41:13-14:44:27', '50mV/s', '', '', '', '', '', '0.196', `${offset}, ${factor} PO/PF -1,-1600`]
  const out = new DataView(new ArrayBuffer(142 + 10 * raw.length + said.reduce((sum, text) => sum + 2 + text.length, 0)))
  const head = [0, 1, 0.6, -0.8, 1, 0, 50, 3, 1000, -1, 2, 0, 0, 0.056 * raw.length, 0, 0.056, 0.028]
  head.forEach((value, i) => out.setFloat64(8 * i, value))
  out.setUint32(138, raw.length - 1)
  raw.forEach((value, i) => out.setInt16(142 + 2 * i, value))
  current_A.forEach((value, i) => out.setFloat64(142 + 2 * raw.length + 8 * i, value))
  let at = 142 + 10 * raw.length
  for (const text of said) {
    out.setInt16(at, text.length);
    [...text].forEach((letter, i) => out.setUint8(at + 2 + i, (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()).charCodeAt(0)))
    at += 2 + text.length
  }
  return new Uint8Array(out.buffer)
}
const raw = Array.from({ length: 60 }, (_, i) => 1600 + 400 * (i < 30 ? i : 60 - i))
export const fixtures: readonly Fixture[] = [{ reader: 'zahner-isc', name: 'cv.isc', bytes: iscFile({ raw, current_A: raw.map((value) => value * 1e-6), offset: -0.1, factor: 0.5 }) }]

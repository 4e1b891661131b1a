import type { Fixture } from '../fixture'

export type IswPoint = readonly [potential_mV: number, current_mA: number, time_ms: number]

/** An .isw from the layout alone. */
export function iswFile(points: readonly IswPoint[], texts: readonly string[] = ['MEA', '', '0.0+-0.3C', 'JUL,02.2025', '14:44:55 - 14:49:40', 'made by the project']): Uint8Array<ArrayBuffer> {
  const out = new DataView(new ArrayBuffer(18 + 24 * points.length + texts.reduce((sum, text) => sum + 2 + text.length, 0)))
  out.setUint32(2, 0xfffffffe)
  out.setUint32(8, 14)
  out.setUint32(14, points.length - 1)
  points.forEach((point, i) => point.forEach((value, k) => out.setFloat64(18 + 24 * i + 8 * k, value)))
  let at = 18 + 24 * points.length
  for (const text of texts) {
    out.setInt16(at, text.length);
    [...text].forEach((letter, i) => out.setUint8(at + 2 + i, (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()).charCodeAt(0)))
    at += 2 + text.length
  }
  return new Uint8Array(out.buffer)
}

export const fixtures: readonly Fixture[] = [{ reader: 'zahner-isw', name: 'cp.isw', bytes: iswFile(Array.from({ length: 40 }, (_, i): IswPoint => [1500 + i / 10, 625, 1000 * i])) }]

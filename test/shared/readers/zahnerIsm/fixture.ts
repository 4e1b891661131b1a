import type { Fixture } from '../fixture'

/** An .ism from the layout alone; rows of frequency, |Z| and phase. */
export function ismFile(rows: readonly (readonly [frequency: number, size: number, phase: number])[]): Uint8Array<ArrayBuffer> {
  const out = new DataView(new ArrayBuffer(12 + 32 * rows.length))
  out.setUint32(2, 0xfffffffe)
  out.setUint32(8, rows.length - 1)
  rows.forEach((row, i) => {
    row.forEach((value, k) => out.setFloat64(12 + 8 * (k * rows.length + i), value))
    out.setFloat64(12 + 8 * (3 * rows.length + i), 1420277815 + i)
  })
  return new Uint8Array(out.buffer)
}
const spectrum = Array.from({ length: 30 }, (_, i) => [10 ** (5 - i / 6), 100 + i, -i / 40] as const)
export const fixtures: readonly Fixture[] = [{ reader: 'zahner-ism', name: 'eis.ism', bytes: ismFile(spectrum) }]

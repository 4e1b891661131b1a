import type { Fixture } from '../fixture'

/** A .par and its .spc, from the layout alone. */
export function winEprPair(values: readonly number[], isWinEpr: boolean): { par: Uint8Array<ArrayBuffer>; spc: Uint8Array<ArrayBuffer> } {
  const common = ['GST 3394.0', 'GSI 100.0', 'HCF 3445.0', 'HSW 100.0', 'RRG 5.0e+05', 'MF 9.775', 'MP 6.3', 'JSD 25']
  const par = isWinEpr ? ['DOS  Format', `ANZ ${values.length}`, ...common].join('\r\n') : ['JSS  2', 'ADEV  1', 'VERS  772', ...common].join('\r')
  const spc = new DataView(new ArrayBuffer(4 * values.length))
  values.forEach((value, i) => (isWinEpr ? spc.setFloat32(4 * i, value, true) : spc.setInt32(4 * i, value, false)))
  return { par: new TextEncoder().encode(`${par}\r`), spc: new Uint8Array(spc.buffer) }
}
const { par, spc } = winEprPair(Array.from({ length: 64 }, (_, i) => i * i), false)
export const fixtures: readonly Fixture[] = [{ reader: 'win-epr', name: 'dmpo.par', bytes: par, sibling: (name) => (name === 'dmpo.spc' ? spc : undefined) }]

import type { Fixture } from '../fixture'

/** A .DSC and its .DTA, from the layout alone. */
interface PairOptions { readonly complex?: boolean; readonly little?: boolean; readonly points?: number; readonly more?: readonly string[] }
export function besThreeTPair(values: readonly number[], options: PairOptions = {}): { dsc: Uint8Array<ArrayBuffer>; dta: Uint8Array<ArrayBuffer> } {
  const { complex = false, little = false, more = [] } = options
  const points = options.points ?? values.length / (complex ? 2 : 1)
  const lines = ['#DESC\t1.2 * DESCRIPTOR INFORMATION ***********************', '*', 'DSRC\tEXP', `BSEQ\t${little ? 'LIT' : 'BIG'}`, `IKKF\t${complex ? 'CPLX' : 'REAL'}`, 'XTYP\tIDX', 'YTYP\tNODATA', 'IRFMT\tD', `XPTS\t${points}`, 'XMIN\t3400.0', 'XWID\t200.0', "XNAM\t'Field'", "XUNI\t'G'", ...more, '#SPL\t1.2 * STANDARD PARAMETER LAYER', 'DATE    04/13/21', 'TIME    17:43:58', 'MWFQ    9.487074e+09', 'MWPW    0.002', 'AVGS    12', 'RCAG    60', '']
  const dta = new DataView(new ArrayBuffer(8 * values.length))
  values.forEach((value, i) => dta.setFloat64(8 * i, value, little))
  return { dsc: new TextEncoder().encode(lines.join('\n')), dta: new Uint8Array(dta.buffer) }
}
const { dsc, dta } = besThreeTPair(Array.from({ length: 200 }, (_, i) => Math.sin(i / 9)))
export const fixtures: readonly Fixture[] = [{ reader: 'bes3t', name: 'dmpo.DSC', bytes: dsc, sibling: (name) => (name === 'dmpo.DTA' ? dta : undefined) }]

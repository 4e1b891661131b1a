import type { Fixture } from '../fixture'

export interface JcampParts { readonly title?: string; readonly dataType?: string; readonly xUnits?: string; readonly yUnits?: string; readonly x: readonly number[]; readonly y: readonly number[]; readonly form?: 'pairs' | 'lines'; readonly points?: number }

/** A block of JCAMP-DX from the standard alone: pairs, or lines of ten ordinates behind their first abscissa. */
export function jcampText({ title = 'made by the project', dataType = 'INFRARED SPECTRUM', xUnits = '1/CM', yUnits = 'TRANSMITTANCE', x, y, form = 'pairs', points = x.length }: JcampParts): string {
  const data = form === 'pairs' ? ['##XYPOINTS= (XY..XY)', ...x.map((at, i) => `${at}, ${y[i]}`)]
    : ['##XYDATA= (X++(Y..Y))', ...Array.from({ length: Math.ceil(x.length / 10) }, (_, row) => `${x[10 * row]} ${y.slice(10 * row, 10 * row + 10).join(' ')}`)]
  return [
    `##TITLE= ${title}`, '##JCAMP-DX= 4.24', `##DATA TYPE= ${dataType}`, '##DATE= 24/03/05', '##TIME= 10:11:12', `##XUNITS= ${xUnits}`, `##YUNITS= ${yUnits}`, '##XFACTOR= 1', '##YFACTOR= 1',
    `##FIRSTX= ${x[0]}`, `##LASTX= ${x.at(-1)}`, `##FIRSTY= ${y[0]}`, `##NPOINTS= ${points}`, ...data, '##END=', ''
  ].join('\r\n')
}
const x = Array.from({ length: 60 }, (_, i) => 1000 + 2 * i)
export const fixtures: readonly Fixture[] = [{ reader: 'jcamp-dx', name: 'ir.jdx', bytes: new TextEncoder().encode(jcampText({ x, y: x.map((_, i) => 50 + i), form: 'lines' })) }]

/**
 * An axis of a BES3T data set: XTYP IDX counts evenly from XMIN over XWID; IGD holds every value in a file of its own (.XGF, of the second
 * axis .YGF) in the byte order of the data, f64 where XFMT states nothing else.
 */
import { ReadError } from '../reader'
import { numbersIn, sizes } from './besNumbers'

export interface AxisNeeds {
  readonly parameters: ReadonlyMap<string, string>
  readonly letter: 'X' | 'Y'
  readonly points: number
  /** The file of the values, where the type needs one. */
  readonly beside: (extension: string) => Uint8Array | undefined
}

export function axisOf({ parameters, letter, points, beside }: AxisNeeds): Float64Array {
  const number = (key: string): number => Number(parameters.get(`${letter}${key}`) ?? NaN)
  const type = parameters.get(`${letter}TYP`) ?? 'IDX'
  if (type !== 'IGD') return Float64Array.from({ length: points }, (_, i) => number('MIN') + (i * number('WID')) / Math.max(1, points - 1))
  const extension = `${letter}GF`
  const bytes = beside(extension)
  if (!bytes) throw new ReadError(`The values of an axis are in a file of their own, the .${extension} of the same name, which is missing: copy it beside the .DSC.`)
  const format = parameters.get(`${letter}FMT`)?.split(',')[0]?.trim() ?? 'D'
  const size = sizes.get(format) ?? 0
  if (size === 0 || bytes.length < size * points) throw new ReadError(`The .${extension} holds fewer than the ${points} values of its axis: it was cut off, copy it again.`)
  return numbersIn(bytes, format, parameters.get('BSEQ') === 'LIT', points)
}

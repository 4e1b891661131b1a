import { convert } from 'jcampconverter'
import { ReadError } from '../reader'

export interface JcampBlock {
  readonly title: string
  readonly dataType: string
  readonly labels: ReadonlyMap<string, string>
  readonly x: Float64Array
  readonly y: Float64Array
  readonly xUnits: string
  readonly yUnits: string
}

/** The library behind one function: every block with data, labels as text under their bare upper-case names. */
export function jcampBlocks(text: string): JcampBlock[] {
  let flat: readonly unknown[]
  try {
    flat = convert(text, { keepRecordsRegExp: /.*/, noContour: true }).flatten
  } catch {
    throw new ReadError('The JCAMP-DX data are damaged and cannot be decoded; export the spectrum again.')
  }
  return flat.flatMap((entry) => blockOf(entry as Entry))
}

interface Entry {
  readonly title?: string
  readonly dataType?: string
  readonly info?: Readonly<Record<string, unknown>>
  readonly spectra?: readonly { readonly data?: { readonly x?: ArrayLike<number>; readonly y?: ArrayLike<number> }; readonly xUnits?: string; readonly yUnits?: string }[]
}

function blockOf({ title = '', dataType = '', info = {}, spectra = [] }: Entry): JcampBlock[] {
  const labels = new Map(Object.entries(info).flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' ? [[key.toUpperCase(), withoutRemark(String(value))] as const] : [])))
  return spectra.flatMap(({ data, xUnits = labels.get('XUNITS') ?? '', yUnits = labels.get('YUNITS') ?? '' }) => {
    const [x, y] = [data?.x, data?.y]
    if (!x || !y || x.length === 0 || x.length !== y.length) return []
    return [{ title: String(title), dataType: String(dataType), labels, x: Float64Array.from(x), y: Float64Array.from(y), xUnits: withoutRemark(String(xUnits)), yUnits: withoutRemark(String(yUnits)) }]
  })
}

/** '64  $$ number of transients' → '64'. */
const withoutRemark = (value: string): string => value.replace(/\s*\$\$.*$/s, '')

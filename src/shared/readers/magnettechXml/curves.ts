/**
 * A curve of a Magnettech file: every number is a Base64 of its own, eleven letters and '=' for a little-endian f64. Number k was taken at
 * XOffset + k·XSlope on the clock that all curves share.
 */
import { ReadError } from '../reader'
import type { XmlElement } from '../xml/xmlTree'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const [GROUP, BYTES] = [12, 8]
const NONE = 255
const worth = new Uint8Array(128).fill(NONE)
for (let i = 0; i < LETTERS.length; i += 1) worth[LETTERS.charCodeAt(i)] = i
/** Of time between two readings: what the clock's decimals lose. */
const ROUNDING = 1e-6

export interface Curve {
  readonly name: string
  /** What it holds: 'BField', 'MW_Absorption', 'MW_AbsorptionFirstHarmonic' … */
  readonly kind: string
  readonly unit: string
  readonly clock: string
  readonly offset: number
  readonly slope: number
  readonly values: Float64Array
  readonly isWhole: boolean
}

export const kindOf = (element: XmlElement): string => element.attributes.get('YType') ?? ''
const numberOf = (element: XmlElement, name: string): number => Number.parseFloat(element.attributes.get(name) ?? '')
export const isOfSameSampling = (one: XmlElement, other: XmlElement): boolean => numberOf(one, 'XOffset') === numberOf(other, 'XOffset') && numberOf(one, 'XSlope') === numberOf(other, 'XSlope')

export function curveOf(element: XmlElement): Curve {
  const text = (name: string): string => element.attributes.get(name) ?? ''
  const kind = kindOf(element)
  const [offset, slope] = [numberOf(element, 'XOffset'), numberOf(element, 'XSlope')]
  if (!Number.isFinite(offset) || !(slope > 0 && slope < Infinity)) throw new ReadError(`The curve ${kind} does not state when its points were taken (XOffset, XSlope); export the spectrum again from ESRStudio.`)
  if (text('Compression') !== 'Base64') throw new ReadError(`The numbers of the curve ${kind} are stored as "${text('Compression').slice(0, 40)}", which is not read here; export the spectrum from ESRStudio as XML or text.`)
  const { values, isWhole } = numbersIn(element.text, kind)
  return { name: text('Name') || kind, kind, unit: text('YUnit'), clock: text('XUnit'), offset, slope, values, isWhole: isWhole && element.isClosed }
}

/** A letter too many or too few shows itself: the next '=' is not where it belongs. The last number of a cut file is left out. */
function numbersIn(text: string, kind: string): { readonly values: Float64Array; readonly isWhole: boolean } {
  const letters = text.replace(/\s+/g, '')
  const count = Math.floor(letters.length / GROUP)
  const view = new DataView(new ArrayBuffer(BYTES * count))
  for (let i = 0; i < count; i += 1) {
    let [bits, held, at] = [0, 0, BYTES * i]
    let isSound = letters.charCodeAt(GROUP * i + GROUP - 1) === 61
    for (let k = GROUP * i; k < GROUP * i + GROUP - 1; k += 1) {
      const value = worth[letters.charCodeAt(k)] ?? NONE
      isSound &&= value !== NONE
      bits = ((bits << 6) | value) & 0xfff
      held += 6
      if (held < 8) continue
      held -= 8
      view.setUint8(at, (bits >> held) & 255)
      at += 1
    }
    // The last two of 66 bits belong to no byte.
    if (!isSound || (bits & 3) !== 0) throw new ReadError(`The numbers of the curve ${kind} are damaged (number ${i + 1} is no Base64 of a number); copy the file again.`)
  }
  return { values: Float64Array.from({ length: count }, (_, i) => view.getFloat64(BYTES * i, true)), isWhole: letters.length === GROUP * count }
}

export interface FieldAt { readonly field: Float64Array; readonly from: number; readonly to: number }

/** The field at every point of a spectrum, on the straight line between its two nearest readings; points from … to − 1 lie between the first and the last of them. */
export function fieldAt(field: Curve, spectrum: Curve): FieldAt {
  const last = field.values.length - 1
  const place = (point: number): number => (spectrum.offset + point * spectrum.slope - field.offset) / field.slope
  let [from, to] = [0, spectrum.values.length]
  while (from < to && !(place(from) >= -ROUNDING)) from += 1
  while (to > from && !(place(to - 1) <= last + ROUNDING)) to -= 1
  const values = Float64Array.from({ length: to - from }, (_, i) => {
    const at = Math.min(Math.max(place(from + i), 0), last)
    const before = Math.min(Math.floor(at), last - 1)
    return field.values[before]! + (at - before) * (field.values[before + 1]! - field.values[before]!)
  })
  return { field: values, from, to }
}

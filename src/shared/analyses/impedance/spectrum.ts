import { toSi } from '../../electrochemistry/unitFactor'
import { columnOf, type Measurement } from '../../measurement'

/** Impedance over frequency: Hz, Ω, Im Z negative for a capacitor whatever the file's sign was. Highest frequency first. */
export interface Impedance { readonly frequency_Hz: readonly number[]; readonly re_ohm: readonly number[]; readonly im_ohm: readonly number[] }

/** Back at its first frequency (within this factor), at one stroke from the other end, a measurement begins anew. */
const SAME_FREQUENCY = 1.05

/**
 * The spectra of a measurement, in their order: its segments of that kind, each of which begins anew whenever the frequency is back at
 * its first (files count two of them as one cycle). RangeError, one sentence, for columns or units that are missing. A spectrum may hold too few points for a fit.
 */
export function spectraOf(measurement: Measurement): readonly Impedance[] {
  const frequency = columnOf(measurement, 'frequency')
  const re = columnOf(measurement, 'z_real')
  const im = columnOf(measurement, 'z_imag')
  if (!frequency) throw new RangeError('the file holds no frequency column; export it with the frequencies.')
  if (!re || !im) throw new RangeError('the file holds no real or no imaginary part of the impedance.')
  const ohm = (unit: string): number => {
    if (unit === '') throw new RangeError('the file names no unit of its impedance; name its columns with their units.')
    const si = toSi(unit)
    if (si?.si !== 'ohm') throw new RangeError(`the unit "${unit}" of its impedance is not known.`)
    return si.factor
  }
  const [reFactor, imFactor] = [ohm(re.unit), ohm(im.unit) * (/^\s*-/.test(im.name) ? -1 : 1)]
  const isUsable = (row: number): boolean => frequency.values[row]! > 0 && Number.isFinite(re.values[row]) && Number.isFinite(im.values[row])
  return rowsOfSpectra(measurement, frequency.values).map((rows) => {
    const usable = rows.filter(isUsable).sort((a, b) => frequency.values[b]! - frequency.values[a]!)
    return { frequency_Hz: usable.map((row) => frequency.values[row]!), re_ohm: usable.map((row) => re.values[row]! * reFactor), im_ohm: usable.map((row) => im.values[row]! * imFactor) }
  })
}

function rowsOfSpectra({ segments }: Measurement, frequency: ArrayLike<number>): readonly (readonly number[])[] {
  const stated = segments.filter(({ kind }) => kind === 'spectrum')
  const parts = stated.length > 1 ? stated : [{ start: 0, end: frequency.length }]
  return parts.flatMap(({ start, end }) => begunAnew(frequency, start, end))
}

function begunAnew(frequency: ArrayLike<number>, start: number, end: number): readonly (readonly number[])[] {
  const spectra: number[][] = []
  let [first, before, low, high] = [Number.NaN, Number.NaN, Infinity, 0]
  for (let row = start; row < end; row += 1) {
    const f = frequency[row]!
    if (!(f > 0)) continue
    const isBack = Math.abs(Math.log(f / first)) < Math.log(SAME_FREQUENCY) && high > low && Math.abs(Math.log(f / before)) > 0.5 * Math.log(high / low)
    if (spectra.length === 0 || isBack) {
      spectra.push([]);
      [first, low, high] = [f, f, f]
    }
    spectra.at(-1)!.push(row);
    [before, low, high] = [f, Math.min(low, f), Math.max(high, f)]
  }
  return spectra
}
